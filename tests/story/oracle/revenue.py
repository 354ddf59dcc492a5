"""Claims about revenue: what a quarter brought, what moved it, and the margin."""

from __future__ import annotations

from decimal import Decimal

from generator.locales import Language
from generator.model.choices import FigureMeasure
from generator.model.quarter import Quarter
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, only


def _sum(w: World, quarter: Quarter, offer: str | None = None) -> Decimal | None:
    """The revenue of a quarter, of an offer or of all; None where there is no figure."""
    found = [
        row.quarters[quarter]
        for row in w.plan.figures
        if row.measure is FigureMeasure.REVENUE and quarter in row.quarters and offer in (None, row.offer)
    ]
    return sum(found, Decimal(0)) if found else None


def _quarters(w: World) -> list[Quarter]:
    rows = [row for row in w.plan.figures if row.measure is FigureMeasure.REVENUE]
    return sorted({quarter for row in rows for quarter in row.quarters if quarter <= w.period})


def _last(w: World) -> Quarter:
    return _quarters(w)[-1]


def _moves(w: World) -> dict[str, Decimal]:
    """The change of each offer in a year; one without a figure counts nothing there."""
    now, then = _last(w), _last(w).plus(-4)
    offers = {row.offer for row in w.plan.figures if row.measure is FigureMeasure.REVENUE}
    pairs = {offer: (_sum(w, now, offer), _sum(w, then, offer)) for offer in offers}
    return {
        offer: (here or Decimal(0)) - (there or Decimal(0))
        for offer, (here, there) in pairs.items()
        if here is not None or there is not None
    }


def _margin(w: World) -> str | None:
    """Margin over the revenue of the cells whose margin is known."""
    last = _last(w)
    margins = [row for row in w.plan.figures if row.measure is FigureMeasure.MARGIN and last in row.quarters]
    cells = {(row.entity, row.offer) for row in margins}
    revenue = [
        row.quarters[last]
        for row in w.plan.figures
        if row.measure is FigureMeasure.REVENUE and last in row.quarters and (row.entity, row.offer) in cells
    ]
    total = sum(revenue, Decimal(0))
    if not margins or not total:
        return None
    return w.locale.percent(sum((row.quarters[last] for row in margins), Decimal(0)) / total)


def _headline(kind: str, *, margin: bool = False) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        now, then = _sum(w, _last(w)) or Decimal(0), _sum(w, _last(w).plus(-4))
        told = {"amount": w.money(now), "quarter": _last(w)}
        if not then:
            return only(kind == "alone", **told)
        told["change"] = w.locale.percent((now - then) / then, signed=True)
        gap = now - then
        if margin:
            told["margin"] = _margin(w) or ""
        carried = {offer: move for offer, move in _moves(w).items() if gap and move and (move > 0) is (gap > 0)}
        found = "flat" if not carried else "up" if gap > 0 else "down"
        if w.is_internal and _budgets(w):
            return None
        if found != kind or (w.is_internal and (_margin(w) is not None) is not margin):
            return None
        if kind == "flat":
            return told
        largest = sorted((abs(move) for move in carried.values()), reverse=True)[:2]
        named = [offer for offer in carried if offer in said.args["drivers"]]
        return only(max(abs(carried[offer]) for offer in named) == largest[0], n=len(largest), **told)

    return claim


def _budgets(w: World) -> dict[str, Decimal]:
    """Of each offer with revenue and a budget this year, revenue less budget since January."""
    year = [Quarter(_last(w).year, number) for number in range(1, _last(w).number + 1)]
    sold = {row.offer for row in w.plan.figures if row.measure is FigureMeasure.REVENUE and _within(row, _quarters(w))}
    planned: dict[str, Decimal] = {}
    for row in w.plan.figures:
        if row.measure is FigureMeasure.BUDGET and _within(row, year) and row.offer in sold:
            amounts = [amount for quarter, amount in row.quarters.items() if quarter in year]
            planned[row.offer] = planned.get(row.offer, Decimal(0)) + sum(amounts, Decimal(0))
    earned = {offer: [_sum(w, quarter, offer) or Decimal(0) for quarter in year] for offer in planned}
    return {offer: sum(earned[offer], Decimal(0)) - amount for offer, amount in planned.items()}


def below_budget(w: World) -> dict[str, Decimal]:
    """Of each offer below its budget, by how much."""
    return {offer: -gap for offer, gap in _budgets(w).items() if gap < 0}


def _within(row: object, quarters: list[Quarter]) -> bool:
    return any(quarter in row.quarters for quarter in quarters)  # type: ignore[attr-defined]


def _budget_headline(way: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        now, then = _sum(w, _last(w)) or Decimal(0), _sum(w, _last(w).plus(-4))
        if not then or not _budgets(w):
            return None
        found = "gain" if now > then else "loss" if now < then else "level"
        told = {"gained": w.money(abs(now - then))} if "gained" in said.args else {}
        return only(found == way, amount=w.money(now), quarter=_last(w), **told)

    return claim


def _against(way: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        gaps = _budgets(w)
        total = sum(gaps.values(), Decimal(0))
        found = "behind" if total < 0 else "ahead" if total else "on_budget"
        told = {"gap": w.money(abs(total))} | ({"joint": _joint(w, total)} if total else {})
        if total >= 0:
            return only(gaps and found == way, **told)
        worst = min(gaps.values())
        if gaps[said.args["offer"]] != worst:
            return None
        if worst <= total:
            return only(way == "behind_most" and "part" not in said.args, **told)
        return only(way == "behind", **told, part=w.money(-worst))

    return claim


def _joint(w: World, total: Decimal) -> str:
    """A rise beside what is missing, or a fall beside what is gained, is told against it."""
    now, then = _sum(w, _last(w)) or Decimal(0), _sum(w, _last(w).plus(-4)) or Decimal(0)
    words = ("mais", "et") if w.locale.language is Language.FR else ("but", "and")
    return words[0] if (now < then) is (total > 0) else words[1]


def _budget_mark(w: World, said: Said) -> Expected:
    budgets = [row for row in w.plan.figures if row.measure is FigureMeasure.BUDGET and _last(w) in row.quarters]
    budget = sum((row.quarters[_last(w)] for row in budgets), Decimal(0))
    gap = (_sum(w, _last(w)) or Decimal(0)) - budget
    shown = {"amount": w.locale.number(budget / 1000, 0), "gap": w.locale.number(gap / 1000, 0, signed=True)}
    return only(budgets, **shown)


def _grown(w: World) -> str:
    moves, before = _moves(w), _sum(w, _last(w).plus(-4)) or Decimal(0)
    total = sum(moves.values(), Decimal(0))
    amount = w.money(total, signed=True)
    if before <= 0:
        return amount
    rate = w.locale.percent(total / before, signed=True)
    return w.locale.say("story.revenue.callout.grown", amount=amount, rate=rate)


def _best(w: World, said: Said) -> Expected:
    moves = _moves(w)
    best, total = max(moves.values()), sum(moves.values(), Decimal(0))
    is_more = total > 0 and best > total
    told = best > 0 and moves[said.args["offer"]] == best and is_more is said.key.endswith("more_than_all")
    return only(told, change=w.money(best, signed=True), total=_grown(w))


def _worst(w: World, said: Said) -> Expected:
    moves = _moves(w)
    worst = min(moves.values())
    told = (
        worst < 0 and moves[said.args["offer"]] == worst and (max(moves.values()) <= 0) is said.key.endswith("of_all")
    )
    return only(told, change=w.money(-worst), total=_grown(w))


def _year(w: World, said: Said) -> Expected:
    amounts = [_sum(w, quarter) for quarter in _last(w).back(4)]
    known = [amount for amount in amounts if amount is not None]
    return only(len(known) == 4, amount=w.money(sum(known, Decimal(0))))


def _shown(w: World) -> list[Quarter]:
    """The quarters of the chart: eight to the last, from the first with revenue."""
    return [quarter for quarter in _last(w).back(8) if quarter >= _quarters(w)[0]]


def _alt(w: World, said: Said) -> Expected:
    first, last = _shown(w)[0], _shown(w)[-1]
    amounts = [w.money(_sum(w, quarter) or Decimal(0)) for quarter in (first, last)]
    return {"first": amounts[0], "first_quarter": first, "last": amounts[1], "last_quarter": last}


def _note(w: World, said: Said) -> Expected:
    return {"quarter": _last(w), "amount": w.locale.money(_sum(w, _last(w)) or Decimal(0))}


R, H = "story.revenue", "story.revenue.headline"
CLAIMS: Claims = {
    **{f"{H}.{kind}": _headline(kind) for kind in ("alone", "up", "down", "flat")},
    **{f"{H}.{kind}_client": _headline(kind) for kind in ("alone", "up", "down", "flat")},
    **{f"{H}.{kind}_margin": _headline(kind, margin=True) for kind in ("up", "down", "flat")},
    **{f"{H}.{way}_budget": _budget_headline(way) for way in ("gain", "loss", "level")},
    **{f"{H}.{way}": _against(way) for way in ("behind", "behind_most", "ahead", "on_budget")},
    f"{R}.bridge_title": lambda w, _: {"now": _last(w), "then": _last(w).plus(-4)},
    f"{R}.budget_mark": _budget_mark,
    **{f"{R}.callout.{key}": _best for key in ("best", "more_than_all")},
    **{f"{R}.callout.{key}": _worst for key in ("worst", "worst_of_all")},
    f"{R}.callout.year": _year,
    f"{R}.callout.year_client": _year,
    f"{R}.callout.grown": lambda w, said: only(
        said.args["amount"] == w.money(sum(_moves(w).values(), Decimal(0)), signed=True)
    ),
    f"{R}.movers_title": lambda w, _: {"now": _last(w), "then": _last(w).plus(-4)},
    f"{R}.source": lambda w, _: {"n": len(_shown(w))},
    f"{R}.source_client": lambda w, _: {"n": len(_shown(w))},
    f"{R}.note": _note,
    f"{R}.note_client": _note,
    f"{R}.alt": _alt,
    f"{R}.alt_client": _alt,
}
