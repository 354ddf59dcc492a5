"""The figures of a KPI with what they were made from: its value, its target, its change, on its card and elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.history.difference import KpiMovement
from generator.measures.citation import cite
from generator.measures.kpis import KpiReading
from generator.measures.measure import merged
from generator.model.field_path import FieldPath
from generator.story.figures import Cited, Figure, Said, cited_number
from generator.story.phrases import change_in_unit, in_unit, target_text
from generator.story.sections.kpis.chart import kpi_scale, kpi_value
from generator.story.sections.kpis.few_answers import answers_of
from generator.story.sections.kpis.movers import told_change
from generator.story.subject import Subject


def value_cited(subject: Subject, reading: KpiReading) -> Cited:
    """Its value at the period."""
    kpi, current = reading.kpi, reading.current
    return Cited(kpi_value(subject, reading, current.value), current.sources, kpi.ref)


def named_value(subject: Subject, reading: KpiReading) -> Said:
    """Its name and its value, as both go in a sentence."""
    value = value_cited(subject, reading)
    return Said(f"{subject.called(reading.kpi.ref, reading.kpi.name)} {value.text}", (value,))


def target_said(subject: Subject, reading: KpiReading) -> Said:
    """Its target as it is worded: ``4 au plus``."""
    kpi, scale = reading.kpi, kpi_scale(subject, reading)
    printed = in_unit(subject.locale, kpi.target, kpi.unit, scale=scale)
    return Said(target_text(subject, kpi, scale=scale), (Cited(printed, (cite("kpis", kpi, "target"),)),))


def change_cited(subject: Subject, reading: KpiReading) -> Cited:
    """Its change since the last committee, else since the quarter before."""
    move = subject.movements.get(reading.kpi.ref)
    if subject.since is not None and move is not None:
        return movement_cited(subject, move)
    _, change = told_change(subject, reading)
    return _change(subject, reading, change, reading.previous.sources)


def year_cited(subject: Subject, reading: KpiReading) -> Cited:
    """Its change in a year."""
    return _change(subject, reading, reading.year_change, reading.year_ago.sources)


def movement_cited(subject: Subject, move: KpiMovement) -> Cited:
    """Its change since the last committee, made of what both plans hold."""
    scale = kpi_scale(subject, move.new)
    text = change_in_unit(subject.locale, move.change, move.kpi.unit, scale=scale)
    return Cited(text, move.new.current.sources, former=() if move.old is None else move.old.current.sources)


def few_cited(subject: Subject, reading: KpiReading) -> tuple[Cited, ...]:
    """The answers that its score is of, where they are few."""
    answers = answers_of(reading)
    return () if answers is None else (cited_number(subject.locale, answers, reading.current.sources),)


def card_figures(subject: Subject, reading: KpiReading, card: str) -> Iterator[Figure]:
    """The figures on its card: the value, the target, the change, and what is worked out beside them."""
    value, (_, change) = reading.current.value, told_change(subject, reading)
    if value is not None:
        yield value_cited(subject, reading).under(f"{card}/figure")
    if reading.kpi.target is not None:
        yield from target_said(subject, reading).under(f"{card}/facts/1")
    if change is not None:
        yield change_cited(subject, reading).under(f"{card}/facts/2")
    if not reading.kpi.comment and reading.year_change is not None:
        yield year_cited(subject, reading).under(f"{card}/comment")


def _change(subject: Subject, reading: KpiReading, change: Decimal | None, then: tuple[FieldPath, ...]) -> Cited:
    text = change_in_unit(subject.locale, change, reading.kpi.unit, scale=kpi_scale(subject, reading))
    return Cited(text, merged((reading.current.sources, then)), reading.kpi.ref)
