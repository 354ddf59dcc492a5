"""Claims about contracts: what is in force, which notice nears, which term ends, and what they weigh."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from generator.model.choices import ContractStatus, DecisionStatus, Renewal
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
        if not rows or (kind == "ends" and near(w)):
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


def _weighed(w: World, said: Said) -> Expected:
    """The legend of near notices or of ends: with the share where there is one."""
    for rows in (near(w), ending(w)):
        if rows and said.args["amount"] == w.money(amount(rows)) and said.args.get("share") == _share(w, rows):
            return {}
    return None


def _label(w: World, said: Said) -> Expected:
    days = [(term.notice, (term.notice - w.cutoff).days) for term in near(w) if term.notice]
    return only((said.args["day"], said.n) in days)


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
    f"{C}.legend.emphasised": lambda w, _: {"n": _horizon(w)},
    f"{C}.legend.notice_near": lambda w, _: {"n": _alert(w)},
    f"{C}.legend.weighs": _weighed,
    f"{C}.legend.worth": _weighed,
    f"{C}.notice_label": _label,
    f"{C}.no_amount": lambda w, _: only(any(not term.amount for term in terms(w))),
    f"{C}.no_end": lambda w, _: only(any(term.end is None for term in terms(w))),
    f"{C}.renewal_term": _term_label,
    f"{C}.source": lambda w, _: {"n": len(w.plan.contracts)},
    f"{C}.source_client": lambda w, _: {"n": len(w.plan.contracts)},
    f"{C}.source_amendments": lambda w, _: only(w.plan.amendments, n=len(w.plan.amendments)),
    f"{C}.source_total": lambda w, _: {"total": w.money(amount(current(w)))},
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
