"""Claims about what is to be won: whitespace, deals, competitors, the SWOT."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.choices import (
    FigureMeasure,
    Incumbent,
    ObjectiveStatus,
    ObjectiveType,
    OpportunityStage,
    Quadrant,
    ThirdPartyType,
)
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.signatures import worth
from tests.story.oracle.world import Claim, Claims, World, only


def _rows(w: World, table: str) -> Any:
    return getattr(w.plan, table)


# --- whitespace


def _bought(w: World) -> dict[tuple[str, str], Decimal]:
    """What each entity bought of each offer over four quarters, from us."""
    found: dict[tuple[str, str], Decimal] = {}
    for row in w.plan.figures:
        if row.measure is FigureMeasure.REVENUE:
            amounts = [row.quarters[quarter] for quarter in w.period.back(4) if quarter in row.quarters]
            if amounts:
                cell = (row.entity, row.offer)
                found[cell] = found.get(cell, Decimal(0)) + sum(amounts)
    return found


def to_win(w: World) -> list[tuple[Any, Decimal]]:
    """The eligible cells with an estimate that we do not hold."""
    bought = _bought(w)
    found = []
    for cell in _rows(w, "potential"):
        sold = bought.get((cell.entity, cell.offer))
        is_ours = cell.incumbent is Incumbent.US or (cell.incumbent is None and bool(sold))
        if cell.eligible and not is_ours and cell.estimated_spend is not None:
            found.append((cell, cell.estimated_spend))
    return found


def by_entity(w: World) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for cell, amount in to_win(w):
        found[cell.entity] = found.get(cell.entity, Decimal(0)) + amount
    return found


def _whitespace(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        sums = by_entity(w)
        total = sum(sums.values(), Decimal(0))
        entity = said.args["entity"]
        if not total or sums[entity] != max(sums.values()):
            return None
        told = {"total": w.money(total), "share": w.locale.percent(sums[entity] / total, 0)}
        rivals: dict[str, Decimal] = {}
        for cell, amount in to_win(w):
            if cell.entity == entity and cell.competitor and amount:
                rivals[cell.competitor] = rivals.get(cell.competitor, Decimal(0)) + amount
        found = "single" if sums[entity] == total else "rival" if rivals else "first"
        if found != kind:
            return None
        if kind == "rival":
            rival = said.args["rival"]
            held = [cell for cell, amount in to_win(w) if amount and cell.competitor == rival]
            offers = {cell.offer for cell in held if cell.entity == entity}
            told_all = all(offer in said.args["offers"] for offer in offers)
            return only(rivals[rival] == max(rivals.values()) and told_all, **told)
        return told

    return claim


def _alt(w: World, said: Said) -> Expected:
    return {"amount": w.money(by_entity(w).get(said.args["entity"], Decimal(0)))}


def _limit(w: World, said: Said) -> Expected:
    """A step of the legend lies among the amounts."""
    return only(to_win(w))


# --- deals


def _live(w: World) -> list[Any]:
    over = (OpportunityStage.WON, OpportunityStage.LOST)
    return [deal for deal in _rows(w, "opportunities") if deal.stage not in over]


def _weighted(deals: list[Any]) -> Decimal:
    return sum((deal.amount * deal.probability for deal in deals), Decimal(0))


def _alone(w: World, said: Said) -> Expected:
    rows = _live(w)
    return only(
        rows and not _gaps(w), n=len(rows), count=w.word(len(rows), feminine=True), weighted=w.money(_weighted(rows))
    )


def _gaps(w: World) -> list[tuple[Any, Decimal, list[Any]]]:
    """The selling objectives that lack an amount, how much, and the open deals that are to close it."""
    over = (ObjectiveStatus.REACHED, ObjectiveStatus.MISSED, ObjectiveStatus.DROPPED)
    found = []
    for one in _rows(w, "objectives"):
        current = one.baseline if one.current is None else one.current
        is_selling = one.type in (ObjectiveType.UP_SELL, ObjectiveType.CROSS_SELL) and one.status not in over
        if is_selling and None not in (worth(one.unit), one.target, current) and one.target > current:
            gap = (one.target - current) * (worth(one.unit) or 0)
            found.append((one, gap, [deal for deal in _live(w) if deal.objective == one.ref]))
    return found


def lacking(w: World) -> dict[str, Decimal]:
    """Of each selling objective, what its deals leave to find."""
    return {one.ref: max(gap - _weighted(deals), Decimal(0)) for one, gap, deals in _gaps(w)}


def _if_won(w: World, said: Said) -> Expected:
    """What the deals would bring if all were won, and whether that would do for each objective."""
    gaps = _gaps(w)
    deals = [deal for _, _, linked in gaps for deal in linked]
    lacking = [gap for _, gap, linked in gaps if gap > _weighted(linked)]
    too_few = [gap for _, gap, linked in gaps if gap > sum((deal.amount for deal in linked), Decimal(0))]
    return only(
        deals and lacking and bool(too_few) is said.key.endswith("more"),
        n=len(deals),
        won=w.money(sum((deal.amount for deal in deals), Decimal(0))),
        gap=w.money(sum((gap for _, gap, _ in gaps), Decimal(0))),
    )


def _against_gap(kind: str) -> Claim:
    """What the linked deals weigh against the gaps; what one objective has to spare closes no other's."""

    def claim(w: World, said: Said) -> Expected:
        gaps = _gaps(w)
        linked = [deal for _, _, deals in gaps for deal in deals]
        missing = lacking(w)
        short = [ref for ref, amount in missing.items() if amount]
        found = (
            "covered" if not short else "unlinked" if not linked else "short" if short == [*missing] else "short_some"
        )
        if not gaps or not _live(w) or found != kind:
            return None
        told: dict[str, Any] = {
            "objectives": w.locale.join([*missing]),
            "gap": w.money(sum((gap for _, gap, _ in gaps), Decimal(0))),
            "selling": w.money(_weighted(linked)),
        }
        told |= {} if kind == "unlinked" else {"n": len(linked), "count": w.word(len(linked), feminine=True)}
        told |= {} if kind == "covered" else {"missing": w.money(sum(missing.values(), Decimal(0)))}
        return told | ({"short": w.locale.join(short)} if kind == "short_some" else {})

    return claim


def _apart(w: World, said: Said) -> Expected:
    number = len(_live(w)) - sum(len(deals) for _, _, deals in _gaps(w))
    return only(_gaps(w) and number, n=number)


def _undrawn(w: World, said: Said) -> Expected:
    """What is closed, where only open deals are drawn."""
    number = len(_rows(w, "opportunities")) - len(_live(w))
    return only(_gaps(w) and number, n=number)


def _closed(w: World, said: Said) -> Expected:
    number = len(_rows(w, "opportunities"))
    return only(not _live(w), n=number, count=w.word(number, feminine=True))


# --- third parties and SWOT


def _rivals(w: World) -> list[Any]:
    return [one for one in _rows(w, "third_parties") if one.type is ThirdPartyType.COMPETITOR]


def _first_rivals(w: World) -> list[Any]:
    most = max((one.threat or 0 for one in _rivals(w)), default=0)
    return [one for one in _rivals(w) if (one.threat or 0) == most]


def _present(w: World, said: Said) -> Expected:
    told = {"n": len(_rivals(w)), "count": w.word(len(_rivals(w)))}
    for one in _first_rivals(w):
        if one.name == said.args["name"] and one.entities and one.threat:
            return told | {"threat": one.threat, "entities": w.locale.join(list(one.entities))}
    return None


def _named(w: World, said: Said) -> Expected:
    names = [one.name for one in _first_rivals(w) if not (one.entities and one.threat)]
    return only(said.args["name"] in names, n=len(_rivals(w)), count=w.word(len(_rivals(w))))


def _statements(quadrant: Quadrant) -> Claim:
    """The most pressing quadrant: threats, else opportunities, else weaknesses, else strengths."""

    def claim(w: World, said: Said) -> Expected:
        order = (Quadrant.THREAT, Quadrant.OPPORTUNITY, Quadrant.WEAKNESS, Quadrant.STRENGTH)
        held = {one: [row.statement for row in _rows(w, "swot") if row.quadrant is one] for one in order}
        if next(one for one in order if held[one]) is not quadrant:
            return None
        rows = held[quadrant]
        first = w.locale.typeset(rows[0]).rstrip(".")
        told = w.locale.say("story.quoted", text=rows[0].rstrip(".")) if w.is_foreign else w.running(first)
        return {"n": len(rows), "count": w.word(len(rows), feminine=True), "statement": told}

    return claim


W, L = "story.whitespace", "story.landscape"
CLAIMS: Claims = {
    **{f"{W}.headline.{kind}": _whitespace(kind) for kind in ("rival", "first", "single")},
    f"{W}.headline.none": lambda w, _: only(not sum(by_entity(w).values(), Decimal(0))),
    f"{W}.alt": _alt,
    **{f"{W}.legend.{step}": _limit for step in ("up_to", "between", "above")},
    "story.pipeline.headline.alone": _alone,
    "story.pipeline.headline.none": _closed,
    **{
        f"story.pipeline.headline.{kind}": _against_gap(kind) for kind in ("short", "short_some", "unlinked", "covered")
    },
    "story.pipeline.apart": _apart,
    "story.pipeline.closed": _undrawn,
    "story.pipeline.callout.odds": _if_won,
    "story.pipeline.callout.more": _if_won,
    "story.pipeline.due": lambda w, said: only(said.args["day"] in [row.due for row in _rows(w, "objectives")]),
    "story.pipeline.covered": lambda w, _: only(any(gap <= _weighted(deals) for _, gap, deals in _gaps(w))),
    "story.pipeline.source": lambda w, _: {"n": len(_rows(w, "opportunities"))},
    f"{L}.headline.present": _present,
    f"{L}.headline.rivals": _named,
    f"{L}.headline.no_rival": lambda w, _: only(not _rivals(w)),
    **{f"{L}.headline.{quadrant.name.lower()}": _statements(quadrant) for quadrant in Quadrant},
    f"{L}.source": lambda w, _: {"n": len(_rows(w, "third_parties"))},
    f"{L}.source_swot": lambda w, _: {"n": len(_rows(w, "swot"))},
}
