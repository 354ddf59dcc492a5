"""The KPIs at a glance, for the plan: where each set out, its line, where it stands."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.story.blocks.chart import Sparkline
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.phrases import change_in_unit, status, target_text
from generator.story.sections.kpis.chart import chart_alt, chart_quarters, kpi_scale, kpi_value
from generator.story.sections.kpis.movers import told_change
from generator.story.subject import Subject

_ORDER = (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.NONE)


def kpi_dashboard(subject: Subject) -> Table:
    """Return every KPI, those off target first."""
    say = subject.say
    columns = (
        TableColumn("KPI"),
        TableColumn(say("story.kpis.first"), align=Align.RIGHT),
        TableColumn(say("story.kpis.line")),
        TableColumn(subject.quarter(subject.period), align=Align.RIGHT),
        TableColumn(say("story.target"), align=Align.RIGHT),
        TableColumn(say("story.kpis.gap"), align=Align.RIGHT),
        TableColumn(say("story.kpis.moved"), align=Align.RIGHT),
        TableColumn(say("story.status")),
    )
    readings = sorted(subject.readings, key=lambda reading: _ORDER.index(reading.rag))
    return Table(
        key="kpis/dashboard",
        columns=columns,
        rows=tuple(_row(subject, reading) for reading in readings),
        caption=say("story.kpis.dashboard_caption"),
    )


def _row(subject: Subject, reading: KpiReading) -> TableRow:
    kpi, value, quarters = reading.kpi, reading.current.value, chart_quarters(reading)
    _, change = told_change(subject, reading)
    gap = None if value is None or kpi.target is None else value - kpi.target
    return TableRow(
        f"kpis/{kpi.ref}/dashboard",
        (
            Cell(kpi.name, Tone.STRONG, detail=kpi.ref),
            Cell(*_first(subject, reading)),
            Cell(spark=sparkline(subject, reading)) if len(quarters) > 1 else Cell("–"),
            Cell(kpi_value(subject, reading, value), Tone.STRONG),
            Cell(target_text(subject, kpi, scale=kpi_scale(subject, reading))),
            Cell(_signed(subject, reading, gap)),
            Cell(_signed(subject, reading, change)),
            Cell(status=status(subject, reading.rag)),
        ),
        is_internal=subject.is_hidden("kpis", kpi),
    )


def sparkline(subject: Subject, reading: KpiReading) -> Sparkline:
    """Return the line of a KPI's last quarters, as small as a word."""
    quarters = chart_quarters(reading)
    values = tuple(reading.series[quarter].value if quarter in reading.series else None for quarter in quarters)
    alt = chart_alt(subject, reading, quarters)
    return Sparkline(key=f"kpis/{reading.kpi.ref}/spark", values=values, target=reading.kpi.target, alt=alt)


def _first(subject: Subject, reading: KpiReading) -> tuple[str, Tone]:
    """The first value of the line, over the quarter it is of: a KPI may be younger than the others."""
    quarters = chart_quarters(reading)
    if len(quarters) < 2:
        return "–", Tone.MUTED
    value = reading.series[quarters[0]].value
    return f"{kpi_value(subject, reading, value)}\n{subject.quarter_short(quarters[0])}", Tone.MUTED


def _signed(subject: Subject, reading: KpiReading, change: Decimal | None) -> str:
    return change_in_unit(subject.locale, change, reading.kpi.unit, scale=kpi_scale(subject, reading))
