"""Claims about contracts: what is in force, which notice nears, which term ends, and what they weigh."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from generator.model.choices import Attitude, ContractStatus, DecisionStatus, Renewal
from generator.model.column import Days
from generator.model.mapping import Contract
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, counted, only

_RUNNING = (ContractStatus.ACTIVE, ContractStatus.RENEWED, ContractStatus.NOT_RENEWED)


@dataclass(frozen=True)
class Term:
    """A contract with its amount, its end and its notice date at the cut-off."""

    contract: Contract
    amount: Decimal
    end: date | None
    notice: date | None
    is_current: bool
    is_past: bool
    successors: tuple[str, ...]

    @property
    def ref(self) -> str:
        return self.contract.ref


def terms(w: World) -> list[Term]:
    """The contracts as they stand, amendments signed by the cut-off applied."""
    return [_term(w, contract) for contract in w.plan.contracts]


def _term(w: World, contract: Contract) -> Term:
    changes = sorted(
        (one for one in w.plan.amendments if one.contract == contract.ref and one.signed <= w.cutoff),
        key=lambda one: (one.signed, counted(one.ref)),
    )
    amount, end = contract.annual_amount, contract.end
    for change in changes:
        amount += change.annual_impact or 0
        end = change.new_end or end
    is_active = contract.status is ContractStatus.ACTIVE
    if end and is_active and contract.renewal is Renewal.TACIT and contract.renewal_months:
        first, times = end, 0
        while end < w.cutoff:
            times += 1
            end = months_later(first + timedelta(days=1), contract.renewal_months * times) - timedelta(days=1)
    heirs = [
        one
        for one in w.plan.contracts
        if one.replaces == contract.ref and one.status is not ContractStatus.DRAFT and _signed_by(one, w.cutoff)
    ]
    notice = None
    if is_active and not heirs and end and contract.notice_months is not None:
        asked = contract.notice_months
        notice = end - timedelta(days=asked.days) if isinstance(asked, Days) else months_later(end, -asked)
    runs = contract.start <= w.cutoff and (end is None or end >= w.cutoff)
    is_current = contract.status in _RUNNING and runs and all(one.start > w.cutoff for one in heirs)
    is_past = is_active and end is not None and end < w.cutoff
    return Term(contract, amount, end, notice, is_current, is_past, tuple(one.ref for one in heirs))


def _signed_by(contract: Contract, day: date) -> bool:
    """Where no date is written, what is no draft is signed."""
    return contract.signed is None or contract.signed <= day


def months_later(day: date, months: int) -> date:
    """The same day some months later, the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def current(w: World) -> list[Term]:
    """The contracts in force."""
    return [term for term in terms(w) if term.is_current]


def near(w: World) -> list[Term]:
    """The contracts whose notice date is told and near, the nearest first."""
    if not w.shows_notices:
        return []
    last = w.cutoff + timedelta(days=_alert(w))
    rows = [term for term in terms(w) if term.notice and w.cutoff <= term.notice <= last]
    return sorted(rows, key=lambda term: (term.notice, counted(term.ref)))


def ending(w: World) -> list[Term]:
    """The contracts in force that end within the horizon, the first to end first."""
    last = months_later(w.cutoff, _horizon(w))
    rows = [term for term in current(w) if term.end and term.end <= last]
    return sorted(rows, key=lambda term: (term.end, counted(term.ref)))


def _alert(w: World) -> int:
    return w.settings.notice_alert_days if w.is_internal else 90


def _horizon(w: World) -> int:
    return w.settings.renewal_horizon_months if w.is_internal else 12


def amount(rows: Iterable[Term]) -> Decimal:
    """What contracts weigh a year."""
    return sum((term.amount for term in rows), Decimal(0))


def _share(w: World, rows: list[Term]) -> str | None:
    total = amount(current(w))
    if not total or not all(term.is_current for term in rows) or amount(rows) > total:
        return None
    return w.locale.percent(amount(rows) / total, 0)


def _at_stake(kind: str, *, alone: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        rows = near(w) if kind == "notices" else ending(w)
        if not rows or (near(w) if kind == "ends" else ways(w)):
            return None
        until = rows[-1].notice if kind == "notices" else rows[-1].end
        told = {"n": len(rows), "count": w.word(len(rows)), "ref": rows[0].ref, "until": until}
        share = _share(w, rows)
        if share is not None:
            told["share"] = share
        return only((share is None) is alone, **told, amount=w.money(amount(rows)))

    return claim


def _calm(w: World, said: Said) -> Expected:
    rows = current(w)
    ends = [term.end for term in rows if term.end]
    if near(w) or ending(w) or not ends:
        return None
    return {"n": len(rows), "count": w.word(len(rows)), "total": w.money(amount(rows)), "end": min(ends)}


def _open_ended(w: World, said: Said) -> Expected:
    rows = current(w)
    told = rows and not near(w) and not any(term.end for term in rows)
    return only(told, n=len(rows), count=w.word(len(rows)), total=w.money(amount(rows)))


def _label(w: World, said: Said) -> Expected:
    days = [(term.notice, (term.notice - w.cutoff).days) for term in near(w) if term.notice]
    return only((said.args["day"], said.n) in days)


def _drawn(w: World) -> list[Term]:
    """Those that have a bar: near or ending, past their end, or in force."""
    stake = near(w) or ending(w)
    return [term for term in terms(w) if term in stake or term.is_past or term.is_current]


def _end_label(w: World, said: Said) -> Expected:
    return only((said.args["day"], said.n) in [(one.end, (one.end - w.cutoff).days) for one in _drawn(w) if one.end])


def _undrawn(w: World, said: Said) -> Expected:
    """Those without a bar, and those with one that are left off the slide, which alone weigh anything."""
    hidden = len(terms(w)) - len(_drawn(w))
    weights = sorted(term.amount for term in _drawn(w))
    return only((said.n or 0) >= hidden and ("amount" not in said.args or sum(weights) > 0))


def _later(w: World, said: Said) -> Expected:
    """What ends beyond some years from now, or never."""
    last = max([term.end for term in _drawn(w) if term.end], default=w.cutoff)
    horizon = min(_quarter_end(last), _quarter_end(months_later(w.cutoff, 48)))
    least = _quarter_end(months_later(w.cutoff, 12))
    after = [term for term in current(w) if term.end is None or term.end > max(horizon, least)]
    return only(amount(after), amount=w.locale.thousands(amount(after)))


def _quarter_end(day: date) -> date:
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return months_later(first, 3) - timedelta(days=1)


@dataclass(frozen=True)
class Way:
    """A near notice and the path of its renewal."""

    term: Term
    steps: list[Any]

    @property
    def days(self) -> int:
        return sum(step.delay_days or 0 for step in self.steps)

    @property
    def launch(self) -> date:
        assert self.term.notice is not None
        return self.term.notice - timedelta(days=self.days)


_RENEWAL = ("recond", "renouv", "renew")


def ways(w: World) -> list[Way]:
    """The paths of the near notices, the first to leave first; the client is told of none."""
    if not w.is_internal:
        return []
    found = [Way(term, path) for term in near(w) if (path := _path(w, term))]
    return sorted((way for way in found if way.days), key=lambda way: (way.launch, counted(way.term.ref)))


def _path(w: World, term: Term) -> list[Any]:
    """The steps of the renewal whose threshold is the highest that the contract reaches."""
    best: list[Any] = []
    reached = Decimal(-2)
    names = list(dict.fromkeys(step.purchase_type for step in w.plan.approval_steps))  # type: ignore[attr-defined]
    for name in names:
        steps = [step for step in w.plan.approval_steps if step.purchase_type == name]  # type: ignore[attr-defined]
        steps.sort(key=lambda step: step.step)
        asked = [step.threshold for step in steps if step.threshold is not None][:1] or [Decimal(-1)]
        if any(word in name.lower() for word in _RENEWAL) and reached < asked[0] <= term.amount:
            best, reached = steps, asked[0]
    return best


def _launch(w: World, said: Said) -> Expected:
    rows, found = near(w), ways(w)
    if not found or (found[0].launch < w.cutoff) is not said.key.endswith("_late"):
        return None
    return {
        "n": len(rows),
        "count": w.word(len(rows)),
        "amount": w.money(amount(rows)),
        "until": rows[-1].notice,
        "ref": found[0].term.ref,
        "days": w.locale.say("story.days_long", n=found[0].days),
        "launch": w.locale.date(found[0].launch),
    }


def _way(w: World, said: Said) -> Expected:
    """The heading of the path, its dates and what is left of the time."""
    way = ways(w)[0]
    left = (way.launch - w.cutoff).days
    match said.key.removeprefix(f"{C}.back."):
        case "title":
            return {"n": way.days, "ref": way.term.ref}
        case "launch":
            return only(left >= 0, day=way.launch)
        case "launch_late":
            return only(left < 0, day=way.launch)
        case "margin":
            return only(left >= 0, n=left)
        case "late":
            return only(left < 0, n=-left)
        case "due":
            return {"day": way.term.notice}
        case "committee":
            day = next(meeting.planned for meeting in w.committees)
            return only(w.cutoff < day < way.launch, day=day)
        case "days":
            return only(said.n in [step.delay_days for step in way.steps])
        case _:
            return {"ref": way.term.ref}


def _resistance(w: World, said: Said) -> Expected:
    way = ways(w)[0]
    wary = (Attitude.RESERVED, Attitude.OPPONENT)
    against = [contact.name for contact in w.plan.contacts if contact.attitude in wary]  # type: ignore[attr-defined]
    held = [step for step in way.steps if step.contact in against and step.delay_days]
    people = list(dict.fromkeys(step.contact for step in held))
    return only(held, n=sum(step.delay_days for step in held), total=way.days, people=people)


def _note_launch(w: World, said: Said) -> Expected:
    way = next(way for way in ways(w) if way.term.ref == said.args["ref"])
    return {"n": way.days, "day": way.launch}


def _row_alt(w: World, said: Said) -> Expected:
    term = next(term for term in terms(w) if term.ref == said.args["ref"])
    end = {"end": term.end} if said.key.endswith("row") else {}
    return only((term.end is None) is not bool(end), title=term.contract.title, start=term.contract.start, **end)


def _note_notice(w: World, said: Said) -> Expected:
    term = next(term for term in near(w) if term.ref == said.args["ref"])
    asked = term.contract.notice_months
    is_days = isinstance(asked, Days)
    told = {"n": asked.days} if isinstance(asked, Days) else {"months": asked or 0}
    return only(said.key.endswith("_days") is is_days, end=term.end, day=term.notice, **told)


def _term_label(w: World, said: Said) -> Expected:
    months = [one.renewal_months for one in w.plan.contracts if one.renewal is Renewal.TACIT]
    return only(said.n in months, renewal=w.locale.label(Renewal.TACIT.label))


def _per_year(w: World, said: Said) -> Expected:
    """Of a contract, on its bar or by its notice date."""
    amounts = [term.amount for term in terms(w)]
    return only(said.args["amount"] in [said_of(one) for one in amounts for said_of in (w.locale.thousands, w.money)])


def _tile(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        rows = near(w) if kind == "notices" else ending(w)
        return only(rows and (kind == "notices" or not near(w)), n=len(rows))

    return claim


def _tile_until(w: World, said: Said) -> Expected:
    rows = near(w) or ending(w)
    return {"until": rows[-1].notice if near(w) else rows[-1].end}


def _stake(w: World, said: Said) -> Expected:
    """Only where no decision is asked."""
    rows = near(w)
    if not rows or any(one.status is DecisionStatus.PENDING for one in w.plan.decisions):
        return None
    return {"n": len(rows), "count": w.word(len(rows)), "amount": w.money(amount(rows)), "until": rows[-1].notice}


def _has(status: ContractStatus | None = None, **fields: Any) -> Claim:
    return lambda w, _: only(any(term.is_past for term in terms(w)))


H, C = "story.contracts.headline", "story.contracts"
CLAIMS: Claims = {
    f"{H}.notices": _at_stake("notices", alone=False),
    f"{H}.notices_alone": _at_stake("notices", alone=True),
    f"{H}.ends": _at_stake("ends", alone=False),
    f"{H}.ends_alone": _at_stake("ends", alone=True),
    f"{H}.none": lambda w, _: only(not current(w) and not near(w), cutoff=w.cutoff),
    f"{H}.calm": _calm,
    f"{H}.open_ended": _open_ended,
    f"{C}.past_end": _has(),
    f"{H}.launch": _launch,
    f"{H}.launch_late": _launch,
    f"{C}.notice_label": _label,
    f"{C}.end_label": _end_label,
    f"{C}.ended": lambda w, said: only(said.args["day"] in [term.end for term in terms(w) if term.is_past]),
    f"{C}.undrawn": _undrawn,
    f"{C}.undrawn_worth": _undrawn,
    f"{C}.strip.whole": lambda w, _: {"amount": w.locale.thousands(amount(current(w)))},
    f"{C}.strip.later": _later,
    f"{C}.source_notice": lambda w, _: only(w.shows_notices and any(term.notice for term in _drawn(w))),
    f"{C}.source_path": lambda w, _: {"name": ways(w)[0].steps[0].purchase_type},
    f"{C}.note_launch": _note_launch,
    **{
        f"{C}.back.{name}": _way
        for name in ("title", "caption", "launch", "launch_late", "margin", "late", "due", "committee", "days")
    },
    f"{C}.back.resistance": _resistance,
    f"{C}.no_end": lambda w, _: only(any(term.end is None for term in terms(w))),
    f"{C}.renewal_term": _term_label,
    f"{C}.source": lambda w, _: {"n": len(w.plan.contracts)},
    f"{C}.source_client": lambda w, _: {"n": len(w.plan.contracts)},
    f"{C}.source_amendments": lambda w, _: only(w.plan.amendments, n=len(w.plan.amendments)),
    f"{C}.table_caption": lambda w, _: {"cutoff": w.cutoff},
    f"{C}.timeline_caption": lambda w, _: only(w.shows_notices, cutoff=w.cutoff),
    f"{C}.timeline_caption_client": lambda w, _: only(not w.shows_notices, cutoff=w.cutoff),
    f"{C}.alt.row": _row_alt,
    f"{C}.alt.row_open": _row_alt,
    f"{C}.note": lambda w, _: {"total": w.money(amount(current(w)))},
    f"{C}.note_notice": _note_notice,
    f"{C}.note_notice_days": _note_notice,
    "story.per_year": _per_year,
    "story.count.contracts": lambda w, _: only(w.plan.contracts, n=len(w.plan.contracts)),
    "story.summary.tile.notices": _tile("notices"),
    "story.summary.tile.ends": _tile("ends"),
    "story.summary.tile.until": _tile_until,
    "story.summary.tile.to_extend": lambda w, _: {"amount": w.money(amount(near(w) or ending(w)))},
    "story.summary.tile.current": lambda w, _: only(not near(w) and not ending(w), n=len(current(w))),
    "story.summary.tile.current_caption": lambda w, _: {"n": len(current(w))},
    "story.summary.tile.current_detail": lambda w, _: {"amount": w.money(amount(current(w)))},
    "story.summary.stake.notices": _stake,
    "story.next.notice": lambda w, said: only(
        said.args["ref"] in [term.ref for term in current(w) if term.notice] and w.shows_notices
    ),
}
