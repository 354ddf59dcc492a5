"""The quarter against the same a year ago, offer by offer, and against its budget."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.revenue import Mover
from generator.model.choices import FigureMeasure
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks.bridge import Bridge, BridgeStep, Level
from generator.story.blocks.chart import SeriesRole
from generator.story.phrases import in_thousands, thousands_unit
from generator.story.sections.revenue.charts import MAX_SERIES
from generator.story.subject import InternalSubject

_MOST_STEPS = 7


def revenue_bridge(subject: InternalSubject, quarter: Quarter) -> tuple[Bridge, ...]:
    """Return how a year changed the revenue: gains by size, then losses; nothing without the quarter a year ago."""
    figures, before = subject.figures, quarter.plus(-QUARTERS_A_YEAR)
    now, then = figures.revenue((quarter,)).value, figures.revenue((before,)).value
    if now is None or then is None:
        return ()
    moves = sorted((move for move in figures.movers(quarter) if move.change), key=lambda move: -move.change)
    order = {offer: rank for rank, offer in enumerate(figures.offers())}
    kept = _kept(moves)
    steps = [_step(subject, move, order[move.offer]) for move in moves if move in kept]
    rest = sum((move.change for move in moves if move not in kept), Decimal(0))
    if rest:
        steps.append(_others(subject, rest))
    budget = figures.amount(FigureMeasure.BUDGET, (quarter,)).value
    title = subject.say("story.revenue.bridge_title", then=before, now=quarter, unit=thousands_unit(subject.locale))
    rate = (now - then) / then if then > 0 else None
    start = Level(subject.quarter(before), then, in_thousands(subject.locale, then))
    end = Level(subject.quarter(quarter), now, in_thousands(subject.locale, now), _rate(subject, rate))
    return (
        Bridge(
            key="revenue/bridge",
            title=title,
            start=start,
            steps=tuple(steps),
            end=end,
            reference=None if budget is None else _budget(subject, now, budget),
            alt=subject.series((title, _said(start), *map(_said, steps), _said(end))),
            caption=f"{title}.",
        ),
    )


def _said(one: Level | BridgeStep) -> str:
    return f"{one.name} {one.label}"


def _kept(moves: list[Mover]) -> list[Mover]:
    """The largest moves, as many as stand side by side; the others are told together."""
    if len(moves) <= _MOST_STEPS:
        return moves
    return sorted(moves, key=lambda move: -abs(move.change))[: _MOST_STEPS - 1]


def _step(subject: InternalSubject, move: Mover, rank: int) -> BridgeStep:
    return BridgeStep(
        key=f"revenue/bridge/{move.offer}",
        name=move.offer,
        value=move.change,
        label=in_thousands(subject.locale, move.change, signed=True),
        note=_rate(subject, move.rate),
        role=SeriesRole.RANKED if rank < MAX_SERIES else SeriesRole.CONTEXT,
        rank=rank,
    )


def _others(subject: InternalSubject, change: Decimal) -> BridgeStep:
    label = in_thousands(subject.locale, change, signed=True)
    return BridgeStep("revenue/bridge/others", subject.say("story.others"), change, label, role=SeriesRole.CONTEXT)


def _rate(subject: InternalSubject, rate: Decimal | None) -> str:
    return "" if rate is None else subject.locale.percent(rate, 0, signed=True)


def _budget(subject: InternalSubject, now: Decimal, budget: Decimal) -> Level:
    gap = in_thousands(subject.locale, now - budget, signed=True)
    label = subject.say("story.revenue.budget_mark", amount=in_thousands(subject.locale, budget), gap=gap)
    return Level(subject.say("story.revenue.budget"), budget, label)
