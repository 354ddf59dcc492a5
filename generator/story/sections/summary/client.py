"""The client: its entities and the goals it states."""

from __future__ import annotations

from typing import Any

from generator.model.field_path import FieldPath
from generator.model.quarter import Quarter
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.figures import Said, rows_cited
from generator.story.phrases import joined, source
from generator.story.story import Section, Stage
from generator.story.subject import Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell who the client is and what it wants; nothing without entities or goals."""
    blocks = (*_entities(subject), *_goals(subject))
    if not blocks:
        return None
    said = headline(subject)
    return Section(
        key="client",
        stage=Stage.SUMMARY,
        title=subject.say("story.client.title"),
        headline=said.text,
        slide_blocks=(),
        chapter_blocks=blocks,
        source=source(subject, subject.worded("story.client.source")),
        notes=(),
        figures=said.under("client/title"),
    )


def headline(subject: Subject) -> Said:
    """Say how large the client is and how many goals it states."""
    plan = subject.plan
    args: dict[str, Any] = {
        "client": plan.account.client,
        "entities": _part(subject, "entities", rows_cited("entities", plan.entities), feminine=True),
        "goals": _part(subject, "goals", rows_cited("client_goals", plan.client_goals)),
    }
    if plan.client_goals and plan.entities:
        return subject.told("story.client.headline.both", **args)
    return subject.told(
        "story.client.headline.goals" if plan.client_goals else "story.client.headline.entities", **args
    )


def _part(subject: Subject, kind: str, rows: tuple[FieldPath, ...], *, feminine: bool = False) -> Said:
    count = subject.counted(len(rows), rows, feminine=feminine)
    return subject.told(f"story.client.part.{kind}", n=len(rows), count=count)


def _entities(subject: Subject) -> tuple[Table, ...]:
    if not subject.plan.entities:
        return ()
    say, locale = subject.say, subject.locale
    contracts: dict[str, int] = {}
    for life in subject.lives:
        if life.is_current:
            contracts[life.contract.entity] = contracts.get(life.contract.entity, 0) + 1
    columns = (
        TableColumn(say("story.entity"), 20),
        TableColumn(say("story.client.type"), 12),
        TableColumn(say("story.client.parent"), 18),
        TableColumn(say("story.client.segment"), 18),
        TableColumn(say("story.client.contracts"), 14),
    )
    rows = tuple(
        TableRow(
            f"client/{entity.name}",
            (
                Cell(entity.name, Tone.STRONG),
                Cell(locale.label(entity.type.label) if entity.type else "–"),
                Cell(entity.parent or "–"),
                Cell(entity.segment),
                Cell(locale.number(contracts.get(entity.name, 0)) if contracts.get(entity.name) else "–"),
            ),
        )
        for entity in subject.plan.entities
    )
    return (
        Table(
            key="client/entities",
            columns=columns,
            rows=rows,
            caption=say("story.client.entities_caption", client=subject.plan.account.client),
        ),
    )


def _goals(subject: Subject) -> tuple[Table, ...]:
    goals = subject.plan.client_goals
    if not goals:
        return ()
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.ref"), 8),
        TableColumn(say("story.client.goal"), 34),
        TableColumn(say("story.client.horizon"), 10),
        TableColumn(say("story.client.owner"), 18),
        TableColumn(say("story.client.stated"), 26),
        TableColumn(say("story.client.objectives"), 14),
    )
    served: dict[str, list[str]] = {}
    for objective in subject.plan.objectives:
        served.setdefault(objective.goal or "", []).append(objective.ref)
    rows = tuple(
        TableRow(
            f"client/{goal.ref}",
            (
                Cell(goal.ref),
                Cell(subject.typeset(goal.goal)),
                Cell(_horizon(subject, goal.horizon)),
                Cell(goal.owner or "–"),
                Cell(joined((subject.typeset(goal.source), locale.date(goal.dated) if goal.dated else ""))),
                Cell(subject.typeset(", ".join(served.get(goal.ref, ()))) or "–"),
            ),
            is_internal=subject.is_hidden("client_goals", goal),
        )
        for goal in goals
    )
    return (
        Table(key="client/goals", columns=columns, rows=rows, caption=say("story.client.goals_caption"), name_at=1),
    )


def _horizon(subject: Subject, horizon: Quarter | int | None) -> str:
    if horizon is None:
        return "–"
    return str(horizon) if isinstance(horizon, int) else subject.quarter(horizon)


SECTION = Shared("client", tell)
