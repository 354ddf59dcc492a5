"""The dashboard: a card per KPI, and its sheet in the plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.story.blocks.kpi import KpiCard, KpiCards
from generator.story.blocks.prose import FactSheet
from generator.story.blocks.text import Fact, Tone
from generator.story.phrases import (
    change_in_unit,
    full_stop,
    in_unit,
    is_adverse,
    sentence,
    source,
    split_unit,
    status,
    target_text,
)
from generator.story.sections.action_table import action_table
from generator.story.sections.kpi_chart import chart_quarters, kpi_chart
from generator.story.sections.movers import relative_change, told_change
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject


def tell(subject: Subject) -> Section | None:
    """Tell the KPIs; nothing without a KPI."""
    readings = subject.readings
    if not readings:
        return None
    cards = KpiCards(key="kpis/cards", cards=tuple(_card(subject, reading) for reading in readings), alt=_alt(subject))
    return Section(
        key="kpis",
        stage=Stage.PERFORMANCE,
        title=subject.say("story.kpis.title"),
        headline=headline(subject),
        slide_blocks=(cards,),
        chapter_blocks=(cards,),
        source=source(subject, subject.say("story.kpis.source", n=len(readings))),
        notes=_notes(subject),
    )


def headline(subject: Subject) -> str:
    """Say how many KPIs are on target, the best of them, and the worst of those that are not."""
    rated = [reading for reading in subject.readings if reading.rag is not Rag.NONE]
    green = [reading for reading in rated if reading.rag is Rag.GREEN]
    missed = sorted((reading for reading in rated if reading.rag is not Rag.GREEN), key=lambda item: -_gap(item))
    if not rated:
        return subject.say("story.kpis.headline.unrated", n=len(subject.readings), period=subject.period)
    kind = "none" if not green else "some" if missed else "all"
    told = missed[0] if missed else max(rated, key=lambda reading: _mover_weight(subject, reading))
    counted = green if kind == "some" else rated
    args: dict[str, Any] = {
        "count": subject.count(len(counted)),
        "total": subject.count(len(rated)),
        "name": told.kpi.name,
        "value": in_unit(subject.locale, told.current.value, told.kpi.unit),
        "target": target_text(subject, told.kpi),
        "period": subject.period,
    }
    move = subject.movements.get(told.kpi.ref)
    if subject.since is None or move is None or not move.change:
        return sentence(subject.say(f"story.kpis.headline.{kind}", n=len(counted), **args))
    change = change_in_unit(subject.locale, move.change, told.kpi.unit)
    key = f"story.kpis.headline.{kind}_since"
    return sentence(subject.say(key, n=len(counted), change=change, quarter=subject.since.since, **args))


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


def _card(subject: Subject, reading: KpiReading) -> KpiCard:
    kpi, locale = reading.kpi, subject.locale
    figure, unit = split_unit(in_unit(locale, reading.current.value, kpi.unit))
    change = _change(subject, reading)
    return KpiCard(
        key=f"kpis/{kpi.ref}",
        ref=kpi.ref,
        name=kpi.name,
        status=status(subject, reading.rag),
        figure=figure,
        unit=unit,
        facts=(Fact(subject.say("story.target"), target_text(subject, kpi)), change),
        chart=kpi_chart(subject, reading),
        comment=_comment(subject, reading),
        takeaway=takeaway(subject, reading),
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
    return Fact(label, change_in_unit(subject.locale, change, kpi.unit), tone)


def takeaway(subject: Subject, reading: KpiReading) -> str:
    """Say where a KPI stands against its target, and where it was a year before."""
    kpi, locale = reading.kpi, subject.locale
    value = in_unit(locale, reading.current.value, kpi.unit)
    args: dict[str, Any] = {
        "name": kpi.name,
        "value": value,
        "target": target_text(subject, kpi),
        "period": subject.period,
    }
    if reading.current.value is None:
        return subject.say("story.kpis.takeaway.unknown", **args)
    if reading.rag is Rag.NONE:
        return subject.say("story.kpis.takeaway.untargeted", **args)
    gap = reading.current.value - (kpi.target or Decimal(0))
    args["gap"] = change_in_unit(locale, gap, kpi.unit)
    if reading.rag is Rag.GREEN:
        return subject.say("story.kpis.takeaway.on_target" if gap else "story.kpis.takeaway.at_target", **args)
    return subject.say("story.kpis.takeaway.off_target", **args)


def _strip(subject: Subject, reading: KpiReading) -> tuple[Fact, ...]:
    kpi, locale = reading.kpi, subject.locale
    value = reading.current.value
    gap = None if value is None or kpi.target is None else value - kpi.target
    return (
        Fact(subject.quarter(reading.current_quarter), in_unit(locale, value, kpi.unit)),
        Fact(subject.say("story.target"), target_text(subject, kpi)),
        Fact(subject.say("story.kpis.gap"), change_in_unit(locale, gap, kpi.unit)),
        replace(_change(subject, reading), tone=Tone.NORMAL),
    )


def _sheet(subject: Subject, reading: KpiReading) -> FactSheet:
    kpi = reading.kpi
    rows = [
        (
            subject.say("story.reference"),
            subject.say("story.kpis.followed", ref=kpi.ref, owner=kpi.owner) if kpi.owner else kpi.ref,
        )
    ]
    if kpi.objectives:
        rows.append((subject.say("story.objectives_word"), ", ".join(kpi.objectives)))
    name = kpi.calculation.name.lower()
    rows.append((subject.say("story.kpis.definition"), subject.say(f"story.kpis.definition.{name}")))
    rows.append((subject.say("story.kpis.formula"), subject.say(f"story.kpis.formula.{name}")))
    if kpi.filter:
        rows.append((subject.say("story.kpis.filter"), kpi.filter))
    if reading.count is not None:
        rows.append((subject.say("story.kpis.count"), subject.locale.number(reading.count)))
    rows.append((subject.say("story.kpis.data"), subject.say(f"story.kpis.data.{name}", cutoff=subject.cutoff)))
    return FactSheet(key=f"kpis/{kpi.ref}/sheet", rows=tuple(rows))


def _reading(subject: Subject, reading: KpiReading) -> tuple[str, ...]:
    kpi, locale = reading.kpi, subject.locale
    sentences: list[str] = []
    quarters = chart_quarters(reading)
    if len(quarters) > 1:
        known = [
            (q, value)
            for q in quarters
            if (value := reading.series[q].value if q in reading.series else None) is not None
        ]
        if len(known) > 1:
            (first_quarter, first), (last_quarter, last) = known[0], known[-1]
            key = (
                "story.kpis.reading.flat"
                if first == last
                else "story.kpis.reading.up"
                if last > first
                else "story.kpis.reading.down"
            )
            sentences.append(
                subject.say(
                    key,
                    name=kpi.name,
                    first=in_unit(locale, first, kpi.unit),
                    first_quarter=first_quarter,
                    last=in_unit(locale, last, kpi.unit),
                    last_quarter=last_quarter,
                    change=change_in_unit(locale, last - first, kpi.unit),
                )
            )
    if reading.year_change is not None:
        sentences.append(
            subject.say(
                "story.kpis.reading.year",
                change=change_in_unit(locale, reading.year_change, kpi.unit),
                quarter=reading.current_quarter.plus(-4),
            )
        )
    if kpi.comment:
        sentences.append(full_stop(locale.typeset(kpi.comment)))
    return (" ".join(sentences),) if sentences else ()


def _comment(subject: Subject, reading: KpiReading) -> str:
    """The person's own comment, else one worked out from the year's change."""
    if reading.kpi.comment:
        return full_stop(subject.locale.typeset(reading.kpi.comment))
    if reading.year_change is None:
        return ""
    change = change_in_unit(subject.locale, reading.year_change, reading.kpi.unit)
    return subject.say("story.kpis.comment", change=change, quarter=reading.current_quarter.plus(-4))


def _alt(subject: Subject) -> str:
    told = [
        subject.say(
            "story.kpis.alt.card",
            name=reading.kpi.name,
            value=in_unit(subject.locale, reading.current.value, reading.kpi.unit),
            target=target_text(subject, reading.kpi),
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
            value=in_unit(subject.locale, reading.current.value, reading.kpi.unit),
            formula=subject.say(f"story.kpis.formula.{reading.kpi.calculation.name.lower()}"),
        )
        for reading in subject.readings
    ]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.kpis.coaching"))
    return tuple(lines)
