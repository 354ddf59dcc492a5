"""The SMART card of each objective, for the plan."""

from __future__ import annotations

from typing import Any

from generator.locales.typography import capitalise
from generator.measures.progress import ObjectiveProgress
from generator.measures.rag import Rag
from generator.model.objectives import Objective
from generator.story.blank import day_or_blank, owner_or_blank
from generator.story.blocks.objectives import (
    ObjectiveCard,
    SmartLine,
)
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Fact, Status, Tone
from generator.story.phrases import full_stop, joined, status
from generator.story.sections.actions.table import action_table
from generator.story.sections.kpis.chart import kpi_value
from generator.story.sections.objectives.progress import progress_bar
from generator.story.sections.objectives.signature import is_lagging, signature_comment
from generator.story.subject import InternalSubject, Subject


def objective_card(subject: Subject, item: ObjectiveProgress) -> ObjectiveCard:
    """Return the SMART card of an objective, with its indicators and actions."""
    objective, say, locale = item.objective, subject.say, subject.locale
    facts = [Fact(say("story.reference"), objective.ref)]
    if isinstance(objective, Objective):
        facts.append(Fact(say("story.objectives.type"), locale.label(objective.type.label), Tone.INTERNAL))
    facts.append(Fact(say("story.owner"), owner_or_blank(subject, objective.owner)))
    facts.append(Fact(say("story.due"), day_or_blank(subject, objective.due)))
    return ObjectiveCard(
        key=f"objectives/{objective.ref}",
        ref=objective.ref,
        title=subject.typeset(objective.label),
        facts=tuple(facts),
        status_label=say("story.status"),
        status=_status(subject, item),
        lines=_smart(subject, item),
        progress=progress_bar(subject, item),
        indicators=_indicators(subject, objective.ref),
        actions=action_table(
            subject,
            f"objectives/{objective.ref}/actions",
            lambda action: action.objective == objective.ref,
            say("story.objectives.actions", ref=objective.ref),
            label=say("story.objectives.actions_label"),
        ),
        comment=way_told(subject, item),
        comment_label=say("story.objectives.comment_label"),
        is_internal=subject.is_hidden("objectives", objective),
    )


def _status(subject: Subject, item: ObjectiveProgress) -> Status:
    word = subject.locale.label(item.objective.status.label)
    if item.rag is Rag.RED and item.is_open:
        key = "story.objectives.lagging" if is_lagging(item.signature) else "story.objectives.at_risk"
        word = subject.say(key, status=word)
    return status(subject, item.rag, word)


def _smart(subject: Subject, item: ObjectiveProgress) -> tuple[SmartLine, ...]:
    objective, say = item.objective, subject.say
    bar = progress_bar(subject, item)
    scope = joined((objective.entity or "", objective.offer or "", objective.contract or ""))
    lines = [
        SmartLine("S", say("story.smart.s"), full_stop(subject.typeset(objective.label)), scope),
        SmartLine(
            "M",
            say("story.smart.m"),
            full_stop(
                say(
                    "story.smart.signature" if item.signature else "story.smart.measure",
                    measure=capitalise(objective.measure or say("story.smart.no_measure")),
                    baseline=bar.baseline,
                    current=bar.current,
                    target=bar.target,
                    state=bar.state,
                )
            ),
        ),
    ]
    if isinstance(objective, Objective):
        text = (
            full_stop(subject.typeset(objective.attainable)) if objective.attainable else say("story.smart.no_reason")
        )
        lines.append(SmartLine("A", say("story.smart.a"), text, is_internal=True))
    lines += _relevant(subject, objective.goal)
    due = say("story.smart.due", due=objective.due) if objective.due else say("story.smart.no_due")
    lines.append(SmartLine("T", say("story.smart.t"), due))
    return tuple(lines)


def _relevant(subject: Subject, ref: str | None) -> tuple[SmartLine, ...]:
    """The goal that an objective serves; to the client nothing where there is none, since it may be internal."""
    say = subject.say
    goal = next((goal for goal in subject.plan.client_goals if goal.ref == ref), None)
    if goal is None:
        is_internal = isinstance(subject, InternalSubject)
        return (SmartLine("R", say("story.smart.r"), say("story.smart.no_goal")),) if is_internal else ()
    owner = say("story.smart.owner", owner=goal.owner) if goal.owner else ""
    line = SmartLine(
        "R",
        say("story.smart.r"),
        say("story.smart.goal", ref=goal.ref, goal=goal.goal),
        joined((owner, subject.typeset(goal.source))),
        is_internal=subject.is_hidden("client_goals", goal),
    )
    return (line,)


def _indicators(subject: Subject, ref: str) -> Table | None:
    readings = [reading for reading in subject.readings if ref in reading.kpi.objectives]
    if not readings:
        return None
    say = subject.say
    columns = (
        TableColumn(say("story.ref"), 8),
        TableColumn("KPI", 30),
        TableColumn(subject.quarter(subject.period.plus(-1)), 11, Align.RIGHT),
        TableColumn(subject.quarter(subject.period), 11, Align.RIGHT),
        TableColumn(say("story.target"), 11, Align.RIGHT),
        TableColumn(say("story.status"), 9),
    )
    rows = tuple(
        TableRow(
            f"objectives/{ref}/{reading.kpi.ref}",
            (
                Cell(reading.kpi.ref),
                Cell(reading.kpi.name),
                Cell(kpi_value(subject, reading, reading.previous.value)),
                Cell(
                    kpi_value(subject, reading, reading.current.value),
                    Tone.STRONG,
                ),
                Cell(kpi_value(subject, reading, reading.kpi.target)),
                Cell("", status=status(subject, reading.rag)),
            ),
            is_internal=subject.is_hidden("kpis", reading.kpi),
        )
        for reading in readings
    )
    caption = say("story.objectives.indicators", ref=ref)
    return Table(
        key=f"objectives/{ref}/indicators",
        columns=columns,
        rows=rows,
        caption=caption,
        alt=caption,
        label=say("story.objectives.indicators_label"),
        name_at=1,
    )


def way_told(subject: Subject, item: ObjectiveProgress) -> tuple[str, ...]:
    """Say how far an objective is on its way; of a signature why it has its colour."""
    if item.signature is not None:
        return (signature_comment(subject, item.objective, item.signature),)
    if item.share is None:
        return (subject.say("story.objectives.unmeasured", ref=item.objective.ref),)
    args: dict[str, Any] = {"share": subject.locale.percent(item.share, 0)}
    if item.expected is None or not item.is_open:
        return (subject.say("story.objectives.way", **args),)
    args["expected"] = subject.locale.percent(item.expected, 0)
    return (
        subject.say("story.objectives.ahead" if item.share >= item.expected else "story.objectives.behind", **args),
    )
