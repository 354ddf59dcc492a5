"""The dashboard: a card per KPI, and its sheet in the plan."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.model.field_path import FieldPath
from generator.story.blocks.kpi import KpiCards
from generator.story.figures import Said, cited_number, rows_cited
from generator.story.phrases import (
    joined,
    rag_legend,
    source,
    target_text,
)
from generator.story.sections.kpis.card import defined, kpi_card
from generator.story.sections.kpis.chart import kpi_scale, kpi_value
from generator.story.sections.kpis.cited import card_figures, movement_cited, target_said, value_cited
from generator.story.sections.kpis.in_plan import plan_blocks
from generator.story.sections.kpis.movers import relative_change
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell the KPIs; nothing without a KPI."""
    readings = subject.readings
    if not readings:
        return None
    cards = KpiCards(
        key="kpis/cards", cards=tuple(kpi_card(subject, reading) for reading in readings), alt=_alt(subject)
    )
    said = headline(subject)
    return Section(
        key="kpis",
        stage=Stage.PERFORMANCE,
        title=subject.say("story.kpis.title"),
        headline=said.text,
        slide_blocks=(cards,),
        chapter_blocks=plan_blocks(subject, cards),
        source=source(subject, _source(subject)),
        notes=_notes(subject),
        figures=(
            *said.under("kpis/title"),
            *(one for reading in readings for one in card_figures(subject, reading, f"kpis/cards/{reading.kpi.ref}")),
        ),
    )


def headline(subject: Subject) -> Said:
    """Say how many KPIs are on target, the best of them, and the worst of those that are not."""
    rated = [reading for reading in subject.readings if reading.rag is not Rag.NONE]
    green = [reading for reading in rated if reading.rag is Rag.GREEN]
    missed = sorted((reading for reading in rated if reading.rag is not Rag.GREEN), key=lambda item: -_gap(item))
    if not rated:
        rows = cited_number(subject.locale, len(subject.readings), _rows(subject.readings))
        return subject.told("story.kpis.headline.unrated", n=rows, period=subject.period)
    total = len(subject.readings)
    if green and not missed and len(green) < total:
        counts: dict[str, Any] = {
            "count": subject.counted(len(green), _rows(green)),
            "total": subject.counted(total, _rows(subject.readings)),
            "period": subject.period,
        }
        return subject.told("story.kpis.headline.others_unrated", n=len(green), **counts).sentence()
    kind = "none" if not green else "some" if missed else "all"
    told = missed[0] if missed else max(rated, key=lambda reading: _mover_weight(subject, reading))
    number = len(green) if kind == "some" else total
    name = subject.called if kind == "all" else subject.quoted
    args: dict[str, Any] = {
        "count": subject.counted(number, _rows(green if kind == "some" else subject.readings)),
        "total": subject.counted(total, _rows(subject.readings)),
        "name": name(told.kpi.ref, told.kpi.name),
        "value": value_cited(subject, told),
        "target": target_said(subject, told),
        "period": subject.period,
    }
    move = subject.movements.get(told.kpi.ref)
    if subject.since is None or move is None or not move.change:
        return subject.told(f"story.kpis.headline.{kind}", n=number, **args).sentence()
    args |= {"change": movement_cited(subject, move), "quarter": subject.since.since}
    return subject.told(f"story.kpis.headline.{kind}_since", n=number, **args).sentence()


def _rows(readings: Iterable[KpiReading]) -> tuple[FieldPath, ...]:
    return rows_cited("kpis", (reading.kpi for reading in readings))


def _mover_weight(subject: Subject, reading: KpiReading) -> Decimal:
    move = subject.movements.get(reading.kpi.ref)
    return relative_change(move) if move else Decimal(0)


def _gap(reading: KpiReading) -> Decimal:
    """The relative distance to target, red before amber."""
    value, target = reading.current.value, reading.kpi.target
    if value is None or target is None:
        return Decimal(0)
    distance = abs(value - target) / (abs(target) or Decimal(1))
    return distance + (Decimal(1000) if reading.rag is Rag.RED else Decimal(0))


def _source(subject: Subject) -> str:
    """How many there are, and what their marks mean, where there are such."""
    dashed = (
        subject.say("story.kpis.dashed") if any(reading.kpi.target is not None for reading in subject.readings) else ""
    )
    told = subject.worded("story.kpis.source", n=len(subject.readings))
    return joined((told, dashed, rag_legend(subject, (reading.rag for reading in subject.readings))))


def _alt(subject: Subject) -> str:
    told = [
        subject.say(
            "story.kpis.alt.card",
            name=reading.kpi.name,
            value=kpi_value(subject, reading, reading.current.value),
            target=target_text(subject, reading.kpi, scale=kpi_scale(subject, reading)),
            letter=reading.rag.letter,
        )
        for reading in subject.readings
    ]
    return subject.series(told)


def _notes(subject: Subject) -> tuple[str, ...]:
    lines = [
        subject.say(
            "story.kpis.note",
            name=reading.kpi.name,
            value=kpi_value(subject, reading, reading.current.value),
            formula=defined(subject, "formula", reading.kpi.calculation),
        )
        for reading in subject.readings
    ]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.kpis.coaching"))
    return tuple(lines)


SECTION = Shared("kpis", tell)
