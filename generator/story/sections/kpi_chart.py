"""A KPI's line with its target and its bands."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.model.choices import Direction
from generator.model.quarter import Quarter
from generator.story.blocks.chart import Band, LineChart, Series, SeriesRole
from generator.story.phrases import (
    in_unit,
    span,
    split_unit,
    target_text,
    value_format,
)
from generator.story.subject import Subject

CHART_QUARTERS = 8


def chart_quarters(reading: KpiReading) -> tuple[Quarter, ...]:
    """Return the quarters of a KPI's chart: the last eight to its period, from the first with a value on."""
    window = reading.current_quarter.back(CHART_QUARTERS)
    known = [quarter for quarter in window if quarter in reading.series and reading.series[quarter].value is not None]
    return tuple(quarter for quarter in window if known and quarter >= known[0])


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
        alt=_chart_alt(subject, reading, quarters),
        categories=tuple(subject.quarter_short(quarter) for quarter in quarters),
        series=(Series(f"{key}/values", kpi.name, values, labels),),
        target=target,
        bands=_bands(subject, reading),
        value_format=value_format(kpi.unit),
        caption=subject.say("story.kpis.caption", name=kpi.name, span=span(subject, quarters)),
    )


def _label(subject: Subject, reading: KpiReading, value: Decimal) -> str:
    return split_unit(in_unit(subject.locale, value, reading.kpi.unit))[0]


def _chart_alt(subject: Subject, reading: KpiReading, quarters: tuple[Quarter, ...]) -> str:
    first, last = (reading.series[q].value if q in reading.series else None for q in (quarters[0], quarters[-1]))
    unit, locale = reading.kpi.unit, subject.locale
    return subject.say(
        "story.kpis.alt.chart",
        name=reading.kpi.name,
        first=in_unit(locale, first, unit),
        first_quarter=quarters[0],
        last=in_unit(locale, last, unit),
        last_quarter=quarters[-1],
        target=target_text(subject, reading.kpi),
    )


def _bands(subject: Subject, reading: KpiReading) -> tuple[Band, ...]:
    kpi = reading.kpi
    if kpi.target is None:
        return ()
    edges: dict[str, Any] = {
        "target": in_unit(subject.locale, kpi.target, kpi.unit),
        "threshold": in_unit(subject.locale, kpi.threshold, kpi.unit),
    }
    red_edge = kpi.target if kpi.threshold is None else kpi.threshold
    edges["red_edge"] = in_unit(subject.locale, red_edge, kpi.unit)
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
