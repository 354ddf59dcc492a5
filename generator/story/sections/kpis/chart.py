"""A KPI's line with its target and its bands."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.locales.formats import common_scale
from generator.locales.money_scale import MoneyScale
from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.model.choices import Direction, Unit
from generator.model.quarter import Quarter
from generator.story.blocks.chart import Band, LineChart, Series, SeriesRole
from generator.story.phrases import (
    in_unit,
    span,
    split_unit,
    target_text,
    value_format,
)
from generator.story.sections.kpis.movers import told_change
from generator.story.subject import Subject

CHART_QUARTERS = 8


def chart_quarters(reading: KpiReading) -> tuple[Quarter, ...]:
    """Return the quarters of a KPI's chart: the last eight to its period, from the first with a value on."""
    window = reading.current_quarter.back(CHART_QUARTERS)
    known = [quarter for quarter in window if quarter in reading.series and reading.series[quarter].value is not None]
    return tuple(quarter for quarter in window if known and quarter >= known[0])


def kpi_scale(subject: Subject, reading: KpiReading) -> MoneyScale:
    """Return the unit of all amounts that a KPI's card prints: values, target, threshold, gap and change."""
    kpi, value = reading.kpi, reading.current.value
    shown = [reading.series[quarter].value for quarter in chart_quarters(reading) if quarter in reading.series]
    gap = None if value is None or kpi.target is None else value - kpi.target
    amounts = (*shown, value, kpi.target, kpi.threshold, gap, told_change(subject, reading)[1])
    return common_scale(amount for amount in amounts if amount is not None)


def kpi_value(subject: Subject, reading: KpiReading, value: Decimal | None) -> str:
    """Print a value of a KPI in the unit of its card."""
    return in_unit(subject.locale, value, reading.kpi.unit, scale=kpi_scale(subject, reading))


def kpi_chart(subject: Subject, reading: KpiReading) -> LineChart | None:
    """Return a KPI's line over its last quarters; None without a value."""
    kpi, quarters = reading.kpi, chart_quarters(reading)
    if not quarters:
        return None
    values = tuple(reading.series[quarter].value if quarter in reading.series else None for quarter in quarters)
    labels = tuple("" if value is None else _label(subject, reading, value) for value in values)
    target = (
        None
        if kpi.target is None
        else Series(
            f"kpis/{kpi.ref}/target",
            subject.say("story.target"),
            (kpi.target,) * len(quarters),
            ("",) * (len(quarters) - 1) + (_label(subject, reading, kpi.target),),
            SeriesRole.TARGET,
        )
    )
    key = f"kpis/{kpi.ref}/chart"
    return LineChart(
        key=key,
        title=kpi.name,
        alt=chart_alt(subject, reading, quarters),
        categories=tuple(subject.quarter_short(quarter) for quarter in quarters),
        series=(Series(f"{key}/values", kpi.name, values, labels),),
        target=target,
        bands=_bands(subject, reading),
        value_format=value_format(kpi.unit, kpi_scale(subject, reading)),
        caption=subject.say("story.kpis.caption", name=kpi.name, span=span(subject, quarters)),
    )


def _label(subject: Subject, reading: KpiReading, value: Decimal) -> str:
    printed = kpi_value(subject, reading, value)
    return printed if reading.kpi.unit is Unit.PERCENT else split_unit(printed)[0]


def chart_alt(subject: Subject, reading: KpiReading, quarters: tuple[Quarter, ...]) -> str:
    """Say a KPI's line in words."""
    first, last = (reading.series[q].value if q in reading.series else None for q in (quarters[0], quarters[-1]))
    unit, locale, scale = reading.kpi.unit, subject.locale, kpi_scale(subject, reading)
    return subject.say(
        "story.kpis.alt.chart",
        name=reading.kpi.name,
        first=in_unit(locale, first, unit, scale=scale),
        first_quarter=quarters[0],
        last=in_unit(locale, last, unit, scale=scale),
        last_quarter=quarters[-1],
        target=target_text(subject, reading.kpi, scale=scale),
    )


def _bands(subject: Subject, reading: KpiReading) -> tuple[Band, ...]:
    kpi = reading.kpi
    if kpi.target is None:
        return ()
    scale = kpi_scale(subject, reading)
    edges: dict[str, Any] = {
        "target": in_unit(subject.locale, kpi.target, kpi.unit, scale=scale),
        "threshold": in_unit(subject.locale, kpi.threshold, kpi.unit, scale=scale),
    }
    red_edge = kpi.target if kpi.threshold is None else kpi.threshold
    edges["red_edge"] = in_unit(subject.locale, red_edge, kpi.unit, scale=scale)
    rising = kpi.direction is Direction.UP
    spans = {
        Rag.GREEN: (kpi.target, None) if rising else (None, kpi.target),
        Rag.AMBER: (kpi.threshold, kpi.target) if rising else (kpi.target, kpi.threshold),
        Rag.RED: (None, red_edge) if rising else (red_edge, None),
    }
    words = {
        Rag.GREEN: subject.say("story.kpis.band.up.green" if rising else "story.kpis.band.down.green", **edges),
        Rag.AMBER: subject.say("story.kpis.band.up.amber" if rising else "story.kpis.band.down.amber", **edges),
        Rag.RED: subject.say("story.kpis.band.up.red" if rising else "story.kpis.band.down.red", **edges),
    }
    kept = [rag for rag in spans if rag is not Rag.AMBER or kpi.threshold is not None]
    return tuple(
        Band(rag, subject.locale.label(rag.letter), low, high, words[rag])
        for rag in kept
        for low, high in (spans[rag],)
    )
