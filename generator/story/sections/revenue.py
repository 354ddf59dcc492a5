"""Revenue by offer and quarter, the margin rate above it, and the offers that moved."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.measures.measure import Measure
from generator.measures.revenue import Mover
from generator.model.quarter import Quarter
from generator.story.blocks.chart import Bar, BarChart, ColumnChart, Series, SeriesRole
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.phrases import in_thousands, sentence, source, span, thousands_unit
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject

CHART_QUARTERS = 8
MAX_SERIES = 5
_YEAR = 4


def tell(subject: Subject) -> Section | None:
    """Tell revenue; nothing without a quarter of it. Margin and the slide are for the internal edition."""
    quarters = chart_quarters(subject)
    if not quarters:
        return None
    chart, movers = _columns(subject, quarters), _movers(subject, quarters[-1])
    callout = _callout(subject, quarters[-1])
    is_internal = isinstance(subject, InternalSubject)
    return Section(
        key="revenue",
        stage=Stage.FINANCE,
        title=subject.say("story.revenue.title" if is_internal else "story.revenue.title_client"),
        headline=headline(subject, quarters[-1]),
        slide_blocks=(chart, *movers, *callout) if is_internal else (),
        chapter_blocks=(chart, *movers, *callout, _entity_table(subject, quarters[-1])),
        source=source(subject, subject.say("story.revenue.source", n=len(quarters))),
        notes=_notes(subject, quarters[-1]),
        is_internal=is_internal,
    )


def chart_quarters(subject: Subject) -> tuple[Quarter, ...]:
    """Return the last eight quarters, from the first with revenue to the last with revenue."""
    known = subject.figures.quarters()
    if not known:
        return ()
    return tuple(quarter for quarter in known[-1].back(CHART_QUARTERS) if quarter >= known[0])


def headline(subject: Subject, quarter: Quarter) -> str:
    """Say the quarter's revenue, its change in a year, the margin rate (internal), and what moved it."""
    figures = subject.figures
    now, then = figures.revenue((quarter,)).value or Decimal(0), figures.revenue((quarter.plus(-_YEAR),)).value
    change = (now - then) / then if then else None
    args: dict[str, Any] = {"amount": subject.locale.money_short(now), "quarter": quarter}
    margin = figures.margin_rate((quarter,)).value if isinstance(subject, InternalSubject) else None
    if change is None:
        return subject.say("story.revenue.headline.alone", **args)
    args["change"] = subject.locale.percent(change, signed=True)
    drivers = _drivers(subject, quarter, now - (then or Decimal(0)))
    if margin is not None:
        args["margin"] = subject.locale.percent(margin)
    if drivers:
        args["drivers"] = subject.locale.join(drivers)
        up = now >= (then or Decimal(0))
        key = (
            ("story.revenue.headline.up_margin" if up else "story.revenue.headline.down_margin")
            if margin is not None
            else ("story.revenue.headline.up" if up else "story.revenue.headline.down")
        )
        return subject.say(key, n=len(drivers), **args)
    return subject.say(
        "story.revenue.headline.flat_margin" if margin is not None else "story.revenue.headline.flat", **args
    )


def _drivers(subject: Subject, quarter: Quarter, total: Decimal) -> list[str]:
    """The one or two offers that moved most in the direction of the total."""
    movers = [move for move in subject.figures.movers(quarter) if move.change and (move.change > 0) is (total >= 0)]
    return [move.offer for move in movers[:2]] if total else []


def _columns(subject: Subject, quarters: tuple[Quarter, ...]) -> ColumnChart:
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
        title=subject.say("story.revenue.columns_title", unit=thousands_unit(subject.locale)),
        alt=_alt(subject, quarters),
        categories=tuple(subject.quarter_short(quarter) for quarter in quarters),
        series=tuple(series),
        totals=totals,
        line=margin,
        line_title=subject.say("story.revenue.margin_title") if margin else "",
        emphasised=emphasised,
        caption=subject.say("story.revenue.caption", span=span(subject, quarters)),
    )


def _emphasised(quarters: tuple[Quarter, ...]) -> tuple[int, ...]:
    last = len(quarters) - 1
    return tuple(sorted({index for index in (0, last - _YEAR, last) if index >= 0}))


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


def _movers(subject: Subject, quarter: Quarter) -> tuple[BarChart, ...]:
    moves = subject.figures.movers(quarter)
    if all(move.then.value is None for move in moves):
        return ()
    order = {offer: rank for rank, offer in enumerate(subject.figures.offers())}
    ranked = sorted(moves, key=lambda move: -move.change)
    bars = tuple(_bar(subject, move, order[move.offer]) for move in ranked[: MAX_SERIES + 3])
    unit = thousands_unit(subject.locale)
    title = subject.say("story.revenue.movers_title", now=quarter, then=quarter.plus(-_YEAR), unit=unit)
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


def _callout(subject: Subject, quarter: Quarter) -> tuple[Prose, ...]:
    moves = subject.figures.movers(quarter)
    if not moves or all(move.then.value is None for move in moves):
        return ()
    locale = subject.locale
    total = sum((move.change for move in moves), Decimal(0))
    grown = _grown(subject, total, sum((move.then.value or Decimal(0) for move in moves), Decimal(0)))
    best, worst = max(moves, key=lambda move: move.change), min(moves, key=lambda move: move.change)
    lines: list[str] = []
    if best.change > 0:
        key = (
            "story.revenue.callout.more_than_all" if total > 0 and best.change > total else "story.revenue.callout.best"
        )
        lines.append(
            subject.say(
                key,
                offer=best.offer,
                change=locale.money_short(best.change, signed=True),
                total=grown,
            )
        )
    if worst.change < 0:
        key = "story.revenue.callout.worst" if lines else "story.revenue.callout.worst_of_all"
        change = locale.money_short(-worst.change)
        lines.append(subject.say(key, offer=worst.offer, change=change, total=grown))
    window = subject.figures.revenue(quarter.back(_YEAR)).value
    if window is not None and subject.figures.has_revenue(quarter.back(_YEAR)):
        lines.append(subject.say("story.revenue.callout.year", amount=locale.money_short(window)))
    return (
        (
            Prose(
                key="revenue/callout",
                paragraphs=tuple(lines),
                role=ProseRole.CALLOUT,
                label=subject.say("story.takeaways"),
            ),
        )
        if lines
        else ()
    )


def _grown(subject: Subject, change: Decimal, before: Decimal) -> str:
    """A change with its rate, where there was something to grow from."""
    amount = subject.locale.money_short(change, signed=True)
    if before <= 0:
        return amount
    return subject.say(
        "story.revenue.callout.grown", amount=amount, rate=subject.locale.percent(change / before, signed=True)
    )


def _entity_table(subject: Subject, quarter: Quarter) -> Table:
    """Revenue over four quarters by entity and offer, with totals on both sides."""
    say, figures = subject.say, subject.figures
    window, offers = quarter.back(_YEAR), figures.offers()
    by_cell, by_entity, by_offer = figures.by_cell(window), figures.by_entity(window), figures.by_offer(window)
    columns = (
        TableColumn(say("story.entity"), 16),
        *(TableColumn(offer, 11, Align.RIGHT) for offer in offers),
        TableColumn(say("story.total"), 12, Align.RIGHT),
    )
    rows = [
        TableRow(
            f"revenue/{entity}",
            (
                Cell(entity, Tone.STRONG),
                *(Cell(_money(subject, by_cell.get((entity, offer)))) for offer in offers),
                Cell(_money(subject, by_entity.get(entity)), Tone.STRONG),
            ),
        )
        for entity in figures.entities()
    ]
    totals = (by_offer.get(offer) for offer in offers)
    cells = (
        Cell(say("story.total"), Tone.STRONG),
        *(Cell(_money(subject, measure), Tone.STRONG) for measure in totals),
        Cell(_money(subject, figures.revenue(window)), Tone.STRONG),
    )
    return Table(
        key="revenue/entities",
        columns=columns,
        rows=(*rows, TableRow("revenue/total", cells, is_total=True)),
        caption=say("story.revenue.table_caption", span=span(subject, window)),
        is_wide=len(offers) > MAX_SERIES,
    )


def _money(subject: Subject, measure: Measure | None) -> str:
    return "–" if measure is None or measure.value is None else subject.locale.money(measure.value)


def _alt(subject: Subject, quarters: tuple[Quarter, ...]) -> str:
    first, last = (subject.figures.revenue((quarter,)).value or Decimal(0) for quarter in (quarters[0], quarters[-1]))
    return sentence(
        subject.say(
            "story.revenue.alt",
            first=subject.locale.money_short(first),
            first_quarter=quarters[0],
            last=subject.locale.money_short(last),
            last_quarter=quarters[-1],
        )
    )


def _notes(subject: Subject, quarter: Quarter) -> tuple[str, ...]:
    lines = [
        subject.say(
            "story.revenue.note",
            quarter=quarter,
            amount=subject.locale.money(subject.figures.revenue((quarter,)).value or Decimal(0)),
        )
    ]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.revenue.coaching"))
    return tuple(lines)
