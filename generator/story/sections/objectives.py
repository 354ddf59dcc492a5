"""The client's goals and our objectives: linked on a slide, a SMART card each in the plan."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.locales.typography import capitalise
from generator.measures.progress import ObjectiveProgress
from generator.measures.rag import Rag
from generator.model.choices import Share
from generator.model.objectives import Objective
from generator.story.blocks.objectives import (
    GoalLine,
    GoalLinks,
    ObjectiveCard,
    ObjectiveCards,
    ObjectiveLine,
    Progress,
    SmartLine,
)
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Fact, Status, Tone
from generator.story.phrases import free_unit, full_stop, in_unit, joined, sentence, source, status
from generator.story.sections.action_table import action_table
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject


def tell(subject: Subject) -> Section | None:
    """Tell goals and objectives; nothing without an objective."""
    if not subject.plan.objectives:
        return None
    cards = ObjectiveCards(key="objectives/cards", cards=tuple(_card(subject, item) for item in subject.progress))
    return Section(
        key="objectives",
        stage=Stage.OBJECTIVES,
        title=subject.say("story.objectives.title"),
        headline=headline(subject),
        slide_blocks=(_links(subject),),
        chapter_blocks=(cards,),
        source=source(
            subject,
            joined(
                (
                    subject.say("story.objectives.source_goals", n=len(subject.plan.client_goals))
                    if subject.plan.client_goals
                    else "",
                    subject.say("story.objectives.source", n=len(subject.plan.objectives)),
                ),
                ", ",
            ),
        ),
        notes=_notes(subject),
    )


def headline(subject: Subject) -> str:
    """Say how many objectives keep pace, and which lags most."""
    rated = [item for item in subject.progress if item.rag is not Rag.NONE]
    on_pace = [item for item in rated if item.rag is Rag.GREEN]
    lagging = sorted(
        (item for item in rated if item.rag is not Rag.GREEN),
        key=lambda item: (item.share or Decimal(0)) - (item.expected or Decimal(0)),
    )
    if not rated:
        total = len(subject.plan.objectives)
        return sentence(subject.say("story.objectives.headline.unrated", n=total, count=subject.count(total)))
    args: dict[str, Any] = {"count": subject.count(len(on_pace)), "total": subject.count(len(rated))}
    if not lagging:
        return sentence(subject.say("story.objectives.headline.all", n=len(rated), count=subject.count(len(rated))))
    args["lag"] = _lag(subject, lagging[0])
    if not on_pace:
        return sentence(subject.say("story.objectives.headline.none", n=len(rated), **args))
    return sentence(subject.say("story.objectives.headline.some", n=len(on_pace), **args))


def _lag(subject: Subject, item: ObjectiveProgress) -> str:
    name = item.objective.measure or item.objective.label
    if not item.share:
        return subject.say("story.objectives.lag_none", name=name)
    return subject.say("story.objectives.lag", name=name, share=subject.locale.percent(item.share, 0))


def _links(subject: Subject) -> GoalLinks:
    by_goal: dict[str, list[ObjectiveProgress]] = {}
    for item in subject.progress:
        by_goal.setdefault(item.objective.goal or "", []).append(item)
    goals = [
        GoalLine(
            key=f"objectives/{goal.ref}",
            ref=goal.ref,
            title=subject.locale.typeset(goal.goal),
            detail=joined((goal.owner or "", subject.locale.typeset(goal.source))),
            objectives=tuple(_line(subject, item) for item in by_goal[goal.ref]),
        )
        for goal in subject.plan.client_goals
        if goal.ref in by_goal
    ]
    known = {goal.ref for goal in subject.plan.client_goals}
    alone = [item for ref, items in by_goal.items() if ref not in known for item in items]
    if alone:
        goals.append(GoalLine("objectives/untied", "", "", "", tuple(_line(subject, item) for item in alone)))
    unserved = len(subject.plan.client_goals) - sum(1 for goal in subject.plan.client_goals if goal.ref in by_goal)
    return GoalLinks(
        key="objectives/links",
        goals_title=subject.say("story.objectives.goals_title"),
        objectives_title=subject.say("story.objectives.objectives_title"),
        due_title=subject.say("story.due"),
        goals=tuple(goals),
        more=subject.say("story.objectives.unserved", n=unserved) if unserved else "",
        alt=subject.series(_alt(subject, item) for item in subject.progress),
    )


def progress_bar(subject: Subject, item: ObjectiveProgress) -> Progress:
    """Return the bar of an objective, its ends and current value printed in its unit."""
    objective, locale = item.objective, subject.locale
    return Progress(
        baseline=free_unit(locale, objective.baseline, objective.unit),
        current=free_unit(locale, objective.current, objective.unit),
        target=free_unit(locale, objective.target, objective.unit),
        share=item.share,
        expected=item.expected,
        share_text="" if item.share is None else locale.percent(item.share, 0),
        expected_text=""
        if item.expected is None
        else subject.say("story.objectives.expected", share=locale.percent(item.expected, 0)),
    )


def _line(subject: Subject, item: ObjectiveProgress) -> ObjectiveLine:
    objective = item.objective
    return ObjectiveLine(
        key=f"objectives/{objective.ref}",
        ref=objective.ref,
        title=subject.locale.typeset(objective.measure or objective.label),
        progress=progress_bar(subject, item),
        status=status(subject, item.rag),
        due=subject.locale.date(objective.due) if objective.due else "–",
        is_internal=_is_internal(objective),
    )


def _is_internal(objective: object) -> bool:
    return isinstance(objective, Objective) and objective.share is Share.INTERNAL


def _alt(subject: Subject, item: ObjectiveProgress) -> str:
    bar = progress_bar(subject, item)
    return subject.say(
        "story.objectives.alt.row",
        ref=item.objective.ref,
        title=item.objective.label,
        baseline=bar.baseline,
        current=bar.current,
        target=bar.target,
        letter=item.rag.letter,
    )


def _card(subject: Subject, item: ObjectiveProgress) -> ObjectiveCard:
    objective, say, locale = item.objective, subject.say, subject.locale
    facts = [Fact(say("story.reference"), objective.ref)]
    if isinstance(objective, Objective):
        facts.append(Fact(say("story.objectives.type"), locale.label(objective.type.label), Tone.INTERNAL))
    facts.append(Fact(say("story.owner"), objective.owner or "–"))
    facts.append(Fact(say("story.due"), locale.date(objective.due) if objective.due else "–"))
    return ObjectiveCard(
        key=f"objectives/{objective.ref}",
        ref=objective.ref,
        title=locale.typeset(objective.label),
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
        comment=_comment(subject, item),
        comment_label=say("story.objectives.comment_label"),
        is_internal=_is_internal(objective),
    )


def _status(subject: Subject, item: ObjectiveProgress) -> Status:
    word = subject.locale.label(item.objective.status.label)
    if item.rag is Rag.RED and item.is_open:
        word = subject.say("story.objectives.lagging", status=word)
    return status(subject, item.rag, word)


def _smart(subject: Subject, item: ObjectiveProgress) -> tuple[SmartLine, ...]:
    objective, say = item.objective, subject.say
    bar = progress_bar(subject, item)
    scope = joined((objective.entity or "", objective.offer or "", objective.contract or ""))
    lines = [
        SmartLine("S", say("story.smart.s"), full_stop(subject.locale.typeset(objective.label)), scope),
        SmartLine(
            "M",
            say("story.smart.m"),
            say(
                "story.smart.measure",
                measure=capitalise(objective.measure or say("story.smart.no_measure")),
                baseline=bar.baseline,
                current=bar.current,
                target=bar.target,
            ),
        ),
    ]
    if isinstance(objective, Objective):
        text = (
            full_stop(subject.locale.typeset(objective.attainable))
            if objective.attainable
            else say("story.smart.no_reason")
        )
        lines.append(SmartLine("A", say("story.smart.a"), text, is_internal=True))
    lines.append(_relevant(subject, objective.goal))
    due = say("story.smart.due", due=objective.due) if objective.due else say("story.smart.no_due")
    lines.append(SmartLine("T", say("story.smart.t"), due))
    return tuple(lines)


def _relevant(subject: Subject, ref: str | None) -> SmartLine:
    goal = next((goal for goal in subject.plan.client_goals if goal.ref == ref), None)
    if goal is None:
        return SmartLine("R", subject.say("story.smart.r"), subject.say("story.smart.no_goal"))
    owner = subject.say("story.smart.owner", owner=goal.owner) if goal.owner else ""
    return SmartLine(
        "R",
        subject.say("story.smart.r"),
        subject.say("story.smart.goal", ref=goal.ref, goal=goal.goal),
        joined((owner, subject.locale.typeset(goal.source))),
    )


def _indicators(subject: Subject, ref: str) -> Table | None:
    readings = [reading for reading in subject.readings if ref in reading.kpi.objectives]
    if not readings:
        return None
    say, locale = subject.say, subject.locale
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
                Cell(in_unit(locale, reading.previous.value, reading.kpi.unit)),
                Cell(in_unit(locale, reading.current.value, reading.kpi.unit), Tone.STRONG),
                Cell(in_unit(locale, reading.kpi.target, reading.kpi.unit)),
                Cell("", status=status(subject, reading.rag)),
            ),
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
    )


def _comment(subject: Subject, item: ObjectiveProgress) -> tuple[str, ...]:
    if item.share is None:
        return (subject.say("story.objectives.unmeasured", ref=item.objective.ref),)
    args: dict[str, Any] = {"share": subject.locale.percent(item.share, 0)}
    if item.expected is None or not item.is_open:
        return (subject.say("story.objectives.way", **args),)
    args["expected"] = subject.locale.percent(item.expected, 0)
    return (
        subject.say("story.objectives.ahead" if item.share >= item.expected else "story.objectives.behind", **args),
    )


def _notes(subject: Subject) -> tuple[str, ...]:
    lines = [subject.say("story.objectives.note")]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.objectives.coaching"))
    return tuple(lines)
