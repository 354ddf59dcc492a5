"""The charts of revenue: columns by offer and quarter under the margin rate, and the offers that moved."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.revenue import Mover
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks.chart import Bar, BarChart, ColumnChart, Series, SeriesRole
from generator.story.phrases import in_thousands, sentence, span, thousands_unit
from generator.story.subject import InternalSubject, Subject

MAX_SERIES = 5


def columns(subject: Subject, quarters: tuple[Quarter, ...]) -> ColumnChart:
    """Return the columns: at most ``MAX_SERIES`` offers, the rest in one, and the margin rate (internal)."""
    offers = subject.figures.offers()
    shown, rest = offers[:MAX_SERIES], offers[MAX_SERIES:]
    if len(rest) == 1:
        shown, rest = offers[: MAX_SERIES - 1], offers[MAX_SERIES - 1 :]
    emphasised = _emphasised(quarters)
    series = [_series(subject, (offer,), offer, quarters, rank, emphasised) for rank, offer in enumerate(shown)]
    if rest:
        series.append(_series(subject, rest, subject.say("story.others"), quarters, -1, emphasised))
    totals = tuple(_k(subject, subject.figures.revenue((quarter,)).value) for quarter in quarters)
    margin = _margin(subject, quarters) if isinstance(subject, InternalSubject) else None
    return ColumnChart(
        key="revenue/columns",
        title=subject.worded("story.revenue.columns_title", unit=thousands_unit(subject.locale)),
        alt=_alt(subject, quarters),
        categories=tuple(subject.quarter_short(quarter) for quarter in quarters),
        series=tuple(series),
        totals=totals,
        line=margin,
        line_title=subject.say("story.revenue.margin_title") if margin else "",
        emphasised=emphasised,
        caption=subject.worded("story.revenue.caption", span=span(subject, quarters)),
    )


def _emphasised(quarters: tuple[Quarter, ...]) -> tuple[int, ...]:
    last = len(quarters) - 1
    return tuple(sorted({index for index in (0, last - QUARTERS_A_YEAR, last) if index >= 0}))


def _series(
    subject: Subject,
    offers: tuple[str, ...],
    name: str,
    quarters: tuple[Quarter, ...],
    rank: int,
    emphasised: tuple[int, ...],
) -> Series:
    values = tuple(subject.figures.revenue((quarter,), offers=offers).value for quarter in quarters)
    labels = tuple(_k(subject, value) if index in emphasised else "" for index, value in enumerate(values))
    role = SeriesRole.CONTEXT if rank < 0 else SeriesRole.RANKED
    return Series(f"revenue/{name}", name, values, labels, role, max(rank, 0))


def _margin(subject: Subject, quarters: tuple[Quarter, ...]) -> Series | None:
    rates = tuple(subject.figures.margin_rate((quarter,)).value for quarter in quarters)
    if all(rate is None for rate in rates):
        return None
    labels = tuple("" if rate is None else subject.locale.percent(rate, 1) for rate in rates)
    return Series("revenue/margin", subject.say("story.revenue.margin"), rates, labels, SeriesRole.MARGIN)


def _k(subject: Subject, value: Decimal | None) -> str:
    return "" if value is None else in_thousands(subject.locale, value)


def movers(subject: Subject, quarter: Quarter) -> tuple[BarChart, ...]:
    """Return how each offer moved in a year, at most one chart: none without a year before."""
    moves = subject.figures.movers(quarter)
    if all(move.then.value is None for move in moves):
        return ()
    order = {offer: rank for rank, offer in enumerate(subject.figures.offers())}
    ranked = sorted(moves, key=lambda move: -move.change)
    bars = tuple(_bar(subject, move, order[move.offer]) for move in ranked[: MAX_SERIES + 3])
    unit = thousands_unit(subject.locale)
    title = subject.say("story.revenue.movers_title", now=quarter, then=quarter.plus(-QUARTERS_A_YEAR), unit=unit)
    return (
        BarChart(
            key="revenue/movers",
            title=title,
            alt=subject.series(
                f"{bar.name} {bar.label} ({bar.note})" if bar.note else f"{bar.name} {bar.label}" for bar in bars
            ),
            bars=bars,
            caption=title,
        ),
    )


def _bar(subject: Subject, move: Mover, rank: int) -> Bar:
    label = in_thousands(subject.locale, move.change, signed=True)
    note = "" if move.rate is None else subject.locale.percent(move.rate, 0, signed=True)
    role = SeriesRole.RANKED if rank < MAX_SERIES else SeriesRole.CONTEXT
    return Bar(f"revenue/movers/{move.offer}", move.offer, move.change, label, note, role, rank)


def _alt(subject: Subject, quarters: tuple[Quarter, ...]) -> str:
    first, last = (subject.figures.revenue((quarter,)).value or Decimal(0) for quarter in (quarters[0], quarters[-1]))
    return sentence(
        subject.worded(
            "story.revenue.alt",
            first=subject.locale.money_short(first),
            first_quarter=quarters[0],
            last=subject.locale.money_short(last),
            last_quarter=quarters[-1],
        )
    )
