"""Claims about objectives that are signed or not: their deal, their actions, their date, worked out from the rows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from generator.locales import Language
from generator.locales.formats import common_scale
from generator.model.choices import ContractStatus, ObjectiveStatus, ObjectiveType, OpportunityStage, Share
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, counted, only, row

OVER = ("signed", "renewed", "missed", "dropped", "lost")
RED = ("missed", "lost", "overdue", "late", "unlikely")
_SOLD = (ObjectiveType.RENEWAL, ObjectiveType.CROSS_SELL, ObjectiveType.UP_SELL)
_UNITS = {"€": 1, "EUR": 1, "k€": 1_000, "M€": 1_000_000}


def worth(unit: str | None) -> int | None:
    """What a unit of the euro is worth; None for another."""
    return _UNITS.get((unit or "").replace(" ", ""))


def _all_at_once(one: Any) -> bool:
    """From nothing to an amount."""
    return worth(one.unit) is not None and one.baseline == 0 and one.target is not None and one.target > 0


def is_signature(w: World, one: Any) -> bool:
    return _all_at_once(one) and (not w.is_internal or one.type in _SOLD)


def signatures(w: World) -> list[Any]:
    return [one for one in w.plan.objectives if is_signature(w, one)]


def standing(w: World, one: Any) -> str:
    """How a signature stands for whom it is told; never better for us than for the client."""
    if not w.is_internal:
        return told_to_client(w, one) or "early"
    told = told_to_client(w, one)
    if told in RED:
        return told
    return _over(one) or _renewal(w, one) or _closed(w, one) or _behind(w, one, delay(w, one)) or _pending(w, one)


def told_to_client(w: World, one: Any) -> str:
    """How the client is told an objective that goes from nothing to an amount; nothing of another."""
    if not _all_at_once(one) or (w.is_internal and one.share is not Share.CLIENT):
        return ""
    is_renewed = "renewed" if one.contract in _renewed(w) else ""
    return _over(one) or is_renewed or _behind(w, one, delay(w, one, shared=True)) or "early"


def _over(one: Any) -> str:
    found = {ObjectiveStatus.REACHED: "signed", ObjectiveStatus.MISSED: "missed", ObjectiveStatus.DROPPED: "dropped"}
    if one.status in found:
        return found[one.status]
    return "signed" if one.current is not None and one.current >= one.target else ""


def _renewal(w: World, one: Any) -> str:
    return "renewed" if one.type is ObjectiveType.RENEWAL and one.contract in _renewed(w) else ""


def _renewed(w: World) -> set[str | None]:
    """Said renewed, replaced by what is signed, extended or signed in place of another since the plan began."""
    start, signed = w.plan.account.plan_start, {}
    for one in w.plan.contracts:
        if one.status is not ContractStatus.DRAFT:
            signed[one.ref] = one
    found: set[str | None] = {ref for ref, one in signed.items() if one.status is ContractStatus.RENEWED}
    for one in signed.values():
        if one.replaces in signed and (one.signed is None or one.signed <= w.cutoff):
            found.add(one.replaces)
        if one.replaces in signed and one.signed is not None and start <= one.signed <= w.cutoff:
            found.add(one.ref)
    for change in w.plan.amendments:
        held = signed.get(change.contract)
        if held and start <= change.signed <= w.cutoff and change.new_end and held.end and change.new_end > held.end:
            found.add(held.ref)
    return found


def delay(w: World, one: Any, *, shared: bool = False) -> int:
    """How many days the latest of its actions is late; of those that the client sees only."""
    rows = [action for action in w.late_actions if action.objective == one.ref]
    if shared and w.is_internal:
        rows = [action for action in rows if action.share is Share.CLIENT]
    return max(((w.cutoff - action.due).days for action in rows), default=0)


def _behind(w: World, one: Any, days: int) -> str:
    return "overdue" if one.due and one.due < w.cutoff else "late" if days > 14 else ""


def live_deals(w: World, one: Any) -> list[Any]:
    """Its open deals, the heaviest first."""
    closed = (OpportunityStage.WON, OpportunityStage.LOST)
    rows = [deal for deal in _deals(w, one) if deal.stage not in closed]
    return sorted(rows, key=lambda deal: (-deal.amount * deal.probability, counted(deal.ref)))


def _deals(w: World, one: Any) -> list[Any]:
    return [deal for deal in getattr(w.plan, "opportunities", ()) if deal.objective == one.ref]


def _closed(w: World, one: Any) -> str:
    deals, live = _deals(w, one), live_deals(w, one)
    won = [deal for deal in deals if deal.stage is OpportunityStage.WON]
    if won and sum(deal.amount for deal in won) >= one.target * (worth(one.unit) or 1):
        return "signed"
    return "" if live or not deals else "signed" if len(won) == len(deals) else "lost"


def _pending(w: World, one: Any) -> str:
    live = live_deals(w, one)
    if not live:
        return "early"
    days = (live[0].decision_due - w.cutoff).days
    if days < 0:
        return "overdue"
    if live[0].probability < Decimal("0.3") and days <= 60:
        return "unlikely"
    is_near = live[0].stage in (OpportunityStage.PROPOSED, OpportunityStage.NEGOTIATED)
    return "advanced" if is_near and live[0].probability >= Decimal("0.5") and not delay(w, one) else "early"


# --- in words


def amount(w: World, one: Any, value: Decimal | None) -> str:
    """An amount alone, in the unit that is typed."""
    if value is None:
        return w.locale.say("story.not_available")
    if (one.unit or "") in ("€", "EUR"):
        return w.money(value)
    return f"{w.locale.number(value)}\u00a0{one.unit}"


def amounts(w: World, one: Any) -> tuple[str, str]:
    """The current value and the target as they go in a sentence, in one unit; no word of another language."""
    is_word = worth(one.unit) is None and one.unit != "%"
    unit = "" if w.is_foreign and is_word else (one.unit or "")
    scale = common_scale(value for value in (one.baseline, one.current, one.target) if value is not None)

    def printed(value: Decimal) -> str:
        if unit in ("€", "EUR"):
            return w.locale.money_scaled(value, scale) if value else w.money(value)
        if unit == "%":
            return w.locale.percent(value)
        number = w.locale.number(value)
        return f"{number}\u00a0{unit}" if unit and len(unit) <= len("pts/an") else number

    return printed(one.current), printed(one.target)


def _deal_words(w: World, one: Any) -> str:
    live, say = live_deals(w, one), w.locale.say
    if not live:
        return say("story.objectives.signature.no_deal")
    deal, others = live[0], len(live) - 1
    told = say(
        "story.objectives.signature.deal",
        stage=w.locale.label(deal.stage.label),
        probability=w.locale.percent(deal.probability, 0),
        day=w.locale.date(deal.decision_due),
    )
    return f"{told} {say('story.objectives.signature.others', n=others)}" if others else told


def state(w: World, one: Any) -> str:
    """Where it stands in a few words."""
    found = standing(w, one)
    if found in OVER:
        return w.locale.say(f"story.objectives.signature.{found}")
    won = w.locale.say("story.objectives.signature.won", amount=amount(w, one, one.current)) if one.current else ""
    if not w.is_internal:
        return won or w.locale.say("story.objectives.signature.awaited")
    return " · ".join(part for part in (won, _deal_words(w, one)) if part)


# --- claims


def _some(holds: Callable[[World, Any], object], **told: Callable[[World, Any], object]) -> Claim:
    """Said of some signature of which it holds, with the values of that one."""

    def claim(w: World, said: Said) -> Expected:
        rows = [one for one in signatures(w) if holds(w, one)]
        values = [{name: value(w, one) for name, value in told.items()} for one in rows]
        says = {name: said.n if name == "n" else said.args[name] for name in told}
        return only(any(_same(w, says, one) for one in values))

    return claim


def _same(w: World, says: dict[str, Any], told: dict[str, Any]) -> bool:
    return all(w.locale.value(says[name]) == w.locale.value(value) for name, value in told.items())


def _is(kind: str) -> Callable[[World, Any], bool]:
    return lambda w, one: standing(w, one) == kind


def _is_pending(w: World, one: Any) -> bool:
    return standing(w, one) not in OVER


def _letter(w: World, one: Any) -> str:
    found = standing(w, one)
    if found in RED:
        return "R"
    has_colour = found == "signed" or (found == "renewed" and w.is_internal)
    letter = "V" if has_colour else "O" if found == "advanced" else "–"
    return letter if w.locale.language is Language.FR else {"V": "G", "O": "A"}.get(letter, letter)


def _alt(w: World, said: Said) -> Expected:
    one = row(signatures(w), said.args["ref"])
    told = {"title": one.label, "target": amount(w, one, one.target), "state": state(w, one)}
    return told | {"letter": _letter(w, one)}


def _smart(w: World, said: Said) -> Expected:
    says = (said.args["target"], said.args["state"])
    return only(says in [(amount(w, one, one.target), state(w, one)) for one in signatures(w)])


def _what(w: World, one: Any) -> str:
    deal = live_deals(w, one)[0]
    return deal.ref if w.is_foreign else f"{deal.ref}, {deal.title}"


O, S, R = "story.objectives", "story.objectives.signature", "story.objectives.reason"  # noqa: E741
CLAIMS: Claims = {
    f"{O}.alt.signature": _alt,
    f"{O}.at_risk": lambda w, _: only(any(standing(w, one) in ("lost", "unlikely") for one in signatures(w))),
    f"{O}.note_signature": lambda w, _: only(signatures(w)),
    "story.smart.signature": _smart,
    **{f"{S}.{kind}": _some(_is(kind)) for kind in OVER},
    f"{S}.won": _some(
        lambda w, one: _is_pending(w, one) and one.current, amount=lambda w, one: amount(w, one, one.current)
    ),
    f"{S}.awaited": _some(lambda w, one: not w.is_internal and _is_pending(w, one) and not one.current),
    f"{S}.no_deal": _some(lambda w, one: w.is_internal and _is_pending(w, one) and not live_deals(w, one)),
    f"{S}.deal": _some(
        lambda w, one: w.is_internal and _is_pending(w, one) and live_deals(w, one),
        stage=lambda w, one: live_deals(w, one)[0].stage.label,
        probability=lambda w, one: w.locale.percent(live_deals(w, one)[0].probability, 0),
        day=lambda w, one: w.locale.date(live_deals(w, one)[0].decision_due),
    ),
    f"{S}.others": _some(lambda w, one: len(live_deals(w, one)) > 1, n=lambda w, one: len(live_deals(w, one)) - 1),
    f"{R}.deal": _some(lambda w, one: _is_pending(w, one) and live_deals(w, one), what=_what, state=_deal_words),
    **{f"{R}.{kind}": _some(_is(kind)) for kind in (*OVER, "overdue", "unlikely", "advanced", "early")},
    f"{R}.renewed": _some(_is("renewed"), contract=lambda _, one: one.contract),
    f"{R}.late": _some(lambda w, one: _is_pending(w, one) and delay(w, one), n=delay),
}
