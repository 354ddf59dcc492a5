"""Offer by offer, how far the year is from its budget, and the margin, a year ago and now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.measures.measure import Measure
from generator.model.choices import FigureMeasure
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks.bar_table import (
    BarCell,
    BarRow,
    BarTable,
    Blank,
    Pair,
    PlotColumn,
    Stretch,
    WordColumn,
    Words,
)
from generator.story.blocks.chart import SeriesRole
from generator.story.phrases import in_thousands, thousands_unit
from generator.story.sections.revenue.charts import MAX_SERIES
from generator.story.subject import InternalSubject

Margins = Mapping[str, tuple[Decimal | None, Decimal | None]]


@dataclass(frozen=True, slots=True)
class BudgetGap:
    """Revenue less budget since January, of an offer or of all; both over the cells that have a budget."""

    offer: str
    gap: Decimal
    revenue: Measure
    budget: Measure


def budget_gaps(subject: InternalSubject, quarter: Quarter) -> tuple[BudgetGap, ...]:
    """Return the gap of each offer that has a budget this year, in the workbook's order."""
    window = tuple(Quarter(quarter.year, number) for number in range(1, quarter.number + 1))
    found = (_gap(subject, offer, window) for offer in subject.figures.offers())
    return tuple(one for one in found if one is not None)


def _gap(subject: InternalSubject, offer: str, window: tuple[Quarter, ...]) -> BudgetGap | None:
    figures = subject.figures
    budget = figures.amount(FigureMeasure.BUDGET, window, offers=(offer,))
    revenue = figures.revenue(window, offers=(offer,))
    if budget.value is None:
        return None
    return BudgetGap(offer, (revenue.value or Decimal(0)) - budget.value, revenue, budget)


def offer_table(subject: InternalSubject, quarter: Quarter) -> tuple[BarTable, ...]:
    """Return one row an offer, what the budget misses last; nothing without a budget and a margin."""
    figures, say = subject.figures, subject.say
    gaps = {one.offer: one for one in budget_gaps(subject, quarter)}
    whole = _margins(subject, quarter, None)
    has_margin = whole[1] is not None
    margins = {one: _margins(subject, quarter, (one,)) for one in figures.offers()} if has_margin else None
    if not gaps and not has_margin:
        return ()
    columns: list[WordColumn | PlotColumn] = [WordColumn(is_name=True)]
    if gaps:
        columns.append(PlotColumn(say("story.revenue.gap_title", unit=thousands_unit(subject.locale))))
    if has_margin:
        before = subject.quarter_short(quarter.plus(-QUARTERS_A_YEAR))
        columns.append(PlotColumn(marks=(before, subject.quarter_short(quarter))))
    order = {offer: rank for rank, offer in enumerate(figures.offers())}
    ranked = sorted(figures.offers(), key=lambda offer: -gaps[offer].gap if offer in gaps else Decimal(0))
    rows = [
        BarRow(
            key=f"revenue/offers/{offer}",
            cells=tuple(_cells(subject, offer, gaps, margins, order[offer])),
        )
        for offer in ranked
    ]
    total = sum((one.gap for one in gaps.values()), Decimal(0))
    cells: list[BarCell] = [Words(say("story.total"))]
    cells += [_bar(subject, total, SeriesRole.TARGET, 0)] if gaps else []
    cells += [_pair(subject, whole)] if has_margin else []
    title = _title(subject, has_gap=bool(gaps), has_margin=has_margin)
    told = (*rows, BarRow(key="revenue/offers/total", cells=tuple(cells), is_total=True))
    return (
        BarTable(
            key="revenue/offers",
            title=title,
            columns=tuple(columns),
            rows=told,
            alt=subject.series((title, *map(_told, told))),
            caption=f"{title}.",
        ),
    )


def _title(subject: InternalSubject, *, has_gap: bool, has_margin: bool) -> str:
    if has_gap and has_margin:
        return subject.say("story.revenue.offers_title")
    return subject.say("story.revenue.offers_title_budget" if has_gap else "story.revenue.offers_title_margin")


def _margins(
    subject: InternalSubject, quarter: Quarter, offers: tuple[str, ...] | None
) -> tuple[Decimal | None, Decimal | None]:
    """The margin rate a year ago and now."""
    before = quarter.plus(-QUARTERS_A_YEAR)
    rates = (subject.figures.margin_rate((one,), offers=offers).value for one in (before, quarter))
    then, now = rates
    return then, now


def _cells(
    subject: InternalSubject, offer: str, gaps: Mapping[str, BudgetGap], margins: Margins | None, rank: int
) -> Iterator[BarCell]:
    yield Words(offer)
    if gaps:
        role = SeriesRole.RANKED if rank < MAX_SERIES else SeriesRole.CONTEXT
        yield _bar(subject, gaps[offer].gap, role, rank) if offer in gaps else Blank()
    if margins is not None:
        yield _pair(subject, margins[offer])


def _bar(subject: InternalSubject, gap: Decimal, role: SeriesRole, rank: int) -> Stretch:
    return Stretch(Decimal(0), gap, in_thousands(subject.locale, gap, signed=True), role, rank)


def _pair(subject: InternalSubject, margins: tuple[Decimal | None, Decimal | None]) -> Pair | Blank:
    then, now = margins
    if now is None:
        return Blank()
    then_label = "" if then is None else _points(subject, then)
    return Pair(then, now, then_label, _points(subject, now))


def _points(subject: InternalSubject, rate: Decimal) -> str:
    """A rate as the column prints it, whose head gives the unit."""
    return subject.locale.number(rate * 100, 1)


def _told(row: BarRow) -> str:
    """What the cells of a row print."""
    parts: list[str] = []
    for cell in row.cells:
        match cell:
            case Words():
                parts.append(cell.text)
            case Stretch():
                parts.append(cell.label)
            case Pair():
                parts.append(f"{cell.before_label} → {cell.after_label}" if cell.before_label else cell.after_label)
            case Blank():
                pass
    return " ".join(parts)
