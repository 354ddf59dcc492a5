"""A KPI's card, with its sheet and its reading for the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.model.choices import Calculation
from generator.story.blocks.kpi import KpiCard
from generator.story.blocks.prose import FactSheet, Term
from generator.story.blocks.text import Fact, Tone
from generator.story.phrases import (
    change_in_unit,
    full_stop,
    in_unit,
    is_adverse,
    joined,
    split_unit,
    status,
    target_text,
)
from generator.story.sections.actions.table import action_table
from generator.story.sections.kpis.chart import kpi_chart, kpi_scale
from generator.story.sections.kpis.few_answers import answers_of, with_few_answers
from generator.story.sections.kpis.movers import told_change
from generator.story.sections.kpis.turn import known_values, turn_of
from generator.story.subject import InternalSubject, Subject


def kpi_card(subject: Subject, reading: KpiReading) -> KpiCard:
    """Return all that is told of a KPI, on its card and in its chapter."""
    kpi, locale, scale = reading.kpi, subject.locale, kpi_scale(subject, reading)
    figure, unit = split_unit(in_unit(locale, reading.current.value, kpi.unit, scale=scale))
    change = _change(subject, reading)
    return KpiCard(
        key=f"kpis/{kpi.ref}",
        ref=kpi.ref,
        name=kpi.name,
        status=status(subject, reading.rag),
        figure=figure,
        unit=unit,
        facts=(Fact(subject.say("story.target"), target_text(subject, kpi, scale=scale)), change),
        chart=kpi_chart(subject, reading),
        comment=_comment(subject, reading),
        takeaway=with_few_answers(subject, _takeaway(subject, reading), answers_of(reading)),
        sheet=_sheet(subject, reading),
        strip=_strip(subject, reading),
        reading=_reading(subject, reading),
        actions=action_table(
            subject,
            f"kpis/{kpi.ref}/actions",
            lambda action: action.kpi == kpi.ref,
            subject.say("story.kpis.actions", name=kpi.name),
            label=subject.say("story.kpis.actions_label"),
        ),
        status_label=subject.say("story.status"),
        reading_label=subject.say("story.kpis.reading_label"),
        is_internal=subject.is_hidden("kpis", kpi),
    )


def _change(subject: Subject, reading: KpiReading) -> Fact:
    """The change since the last committee, else since the quarter before."""
    kpi, move = reading.kpi, subject.movements.get(reading.kpi.ref)
    quarter, change = told_change(subject, reading)
    label = subject.say("story.kpis.change" if move is None else "story.kpis.since", quarter=quarter)
    if move is not None and move.old is None:
        return Fact(label, subject.say("story.since.new_kpi"), Tone.STRONG)
    tone = Tone.ADVERSE if is_adverse(change, kpi.direction) else Tone.STRONG
    return Fact(label, change_in_unit(subject.locale, change, kpi.unit, scale=kpi_scale(subject, reading)), tone)


def _comment(subject: Subject, reading: KpiReading) -> str:
    """The person's own comment, else one worked out from the year's change."""
    if reading.kpi.comment:
        return full_stop(subject.typeset(reading.kpi.comment))
    if reading.year_change is None:
        return ""
    change = change_in_unit(subject.locale, reading.year_change, reading.kpi.unit, scale=kpi_scale(subject, reading))
    return subject.say("story.kpis.comment", change=change, quarter=reading.current_quarter.plus(-4))


def _takeaway(subject: Subject, reading: KpiReading) -> str:
    """Say where a KPI stands against its target, and where it was a year before."""
    kpi, locale, scale = reading.kpi, subject.locale, kpi_scale(subject, reading)
    value = in_unit(locale, reading.current.value, kpi.unit, scale=scale)
    args: dict[str, Any] = {
        "name": subject.called(kpi.ref, kpi.name),
        "value": value,
        "target": target_text(subject, kpi, scale=scale),
        "period": subject.period,
    }
    if reading.current.value is None:
        return subject.say("story.kpis.takeaway.unknown", **args | {"name": subject.quoted(kpi.ref, kpi.name)})
    if reading.rag is Rag.NONE:
        return subject.say("story.kpis.takeaway.untargeted", **args)
    gap = reading.current.value - (kpi.target or Decimal(0))
    args["gap"] = change_in_unit(locale, gap, kpi.unit, scale=scale)
    if reading.rag is Rag.GREEN:
        return subject.say("story.kpis.takeaway.on_target" if gap else "story.kpis.takeaway.at_target", **args)
    return subject.say("story.kpis.takeaway.off_target", **args)


def _strip(subject: Subject, reading: KpiReading) -> tuple[Fact, ...]:
    kpi, locale, scale = reading.kpi, subject.locale, kpi_scale(subject, reading)
    value = reading.current.value
    gap = None if value is None or kpi.target is None else value - kpi.target
    return (
        Fact(subject.quarter(reading.current_quarter), in_unit(locale, value, kpi.unit, scale=scale)),
        Fact(subject.say("story.target"), target_text(subject, kpi, scale=scale)),
        Fact(subject.say("story.kpis.gap"), change_in_unit(locale, gap, kpi.unit, scale=scale)),
        replace(_change(subject, reading), tone=Tone.NORMAL),
    )


def _sheet(subject: Subject, reading: KpiReading) -> FactSheet:
    kpi = reading.kpi
    followed = subject.say("story.kpis.followed", ref=kpi.ref, owner=kpi.owner) if kpi.owner else kpi.ref
    rows = [Term("reference", subject.say("story.reference"), followed)]
    if kpi.objectives:
        rows.append(Term("objectives", subject.say("story.objectives_word"), ", ".join(kpi.objectives)))
    name = kpi.calculation.name.lower()
    rows += [
        Term(part, subject.say(f"story.kpis.{part}"), defined(subject, part, kpi.calculation))
        for part in ("definition", "formula")
    ]
    if kpi.filter and (isinstance(subject, InternalSubject) or kpi.calculation is not Calculation.MANUAL):
        rows.append(Term("scope", *_scope(subject, reading)))
    if reading.count is not None:
        rows.append(Term("count", subject.say("story.kpis.count"), subject.locale.number(reading.count)))
    data = subject.worded(f"story.kpis.data.{name}", cutoff=subject.cutoff)
    rows.append(Term("data", subject.say("story.kpis.data"), data))
    return FactSheet(key=f"kpis/{kpi.ref}/sheet", rows=tuple(rows))


def defined(subject: Subject, part: str, calculation: Calculation) -> str:
    """Return the definition or the formula; to the client what is our revenue is an amount invoiced."""
    say = subject.worded if calculation is Calculation.SEGMENT_REVENUE else subject.say
    return say(f"story.kpis.{part}.{calculation.name.lower()}")


def _scope(subject: Subject, reading: KpiReading) -> tuple[str, str]:
    """What the KPI is narrowed to: as the workbook says it to us, in words to the client."""
    if isinstance(subject, InternalSubject):
        return subject.say("story.kpis.filter"), reading.kpi.filter or ""
    kept = reading.kpi_filter
    types = (subject.locale.label(kind.label) for kind in kept.types)
    names = ", ".join((*kept.segments, *kept.offers, *kept.entities, *types))
    window = subject.say("story.kpis.window", n=kept.window, count=subject.count(kept.window))
    return subject.say("story.kpis.scope"), joined((names, window))


def _reading(subject: Subject, reading: KpiReading) -> tuple[str, ...]:
    """How the chart reads: where it turned, else from its first quarter to its last and in a year; then the comment."""
    turned = list(_turned(subject, reading))
    sentences = turned or [*_course(subject, reading), *_year(subject, reading)]
    if reading.kpi.comment:
        sentences.append(full_stop(subject.typeset(reading.kpi.comment)))
    return (" ".join(sentences),) if sentences else ()


def _turned(subject: Subject, reading: KpiReading) -> Iterator[str]:
    found = turn_of(reading)
    if found is None:
        return
    scale = kpi_scale(subject, reading)
    ends = {"first": found.first, "turn": found.turn, "last": found.last}
    printed = {name: in_unit(subject.locale, value, reading.kpi.unit, scale=scale) for name, (_, value) in ends.items()}
    if len({printed["first"], printed["turn"]}) > 1 and printed["turn"] != printed["last"]:
        args: dict[str, Any] = {f"{name}_quarter": quarter for name, (quarter, _) in ends.items()}
        yield subject.say(f"story.kpis.reading.{'rebound' if found.is_rise else 'relapse'}", **printed | args)


def _course(subject: Subject, reading: KpiReading) -> Iterator[str]:
    unit, scale, known = reading.kpi.unit, kpi_scale(subject, reading), known_values(reading)
    if len(known) > 1:
        (first_quarter, first), (last_quarter, last) = known[0], known[-1]
        printed = [in_unit(subject.locale, value, unit, scale=scale) for value in (first, last)]
        way = "flat" if printed[0] == printed[1] else "up" if last > first else "down"
        yield subject.say(
            f"story.kpis.reading.{way}",
            name=reading.kpi.name,
            first=printed[0],
            first_quarter=first_quarter,
            last=printed[1],
            last_quarter=last_quarter,
            change=change_in_unit(subject.locale, last - first, unit, scale=scale),
        )


def _year(subject: Subject, reading: KpiReading) -> Iterator[str]:
    if reading.year_change is not None:
        change = change_in_unit(
            subject.locale, reading.year_change, reading.kpi.unit, scale=kpi_scale(subject, reading)
        )
        yield subject.say("story.kpis.reading.year", change=change, quarter=reading.current_quarter.plus(-4))
