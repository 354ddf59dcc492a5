"""The client's goals and our objectives: linked on a slide, a SMART card each in the plan."""

from __future__ import annotations

from typing import Any

from generator.measures.progress import ObjectiveProgress
from generator.measures.rag import Rag
from generator.measures.standing import Standing
from generator.story.blank import day_or_blank
from generator.story.blocks.objectives import (
    GoalLine,
    GoalLinks,
    ObjectiveCards,
    ObjectiveLine,
)
from generator.story.phrases import joined, sentence, source, status
from generator.story.sections.objective_cards import objective_card
from generator.story.sections.objective_progress import progress_bar
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject


def tell(subject: Subject) -> Section | None:
    """Tell goals and objectives; nothing without an objective."""
    if not subject.plan.objectives:
        return None
    cards = ObjectiveCards(
        key="objectives/cards", cards=tuple(objective_card(subject, item) for item in subject.progress)
    )
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
    advanced = [item for item in subject.progress if _is_advanced(item)]
    rated = [item for item in subject.progress if item.rag is not Rag.NONE and item not in advanced]
    on_pace = [item for item in rated if item.rag is Rag.GREEN]
    lagging = sorted(
        (item for item in rated if item.rag is not Rag.GREEN),
        key=lambda item: (item.rag is not Rag.RED, item.lag),
    )
    if not rated:
        return sentence(_unrated(subject, advanced))
    args: dict[str, Any] = {"count": subject.count(len(on_pace)), "total": subject.count(len(rated))}
    if not lagging:
        return sentence(subject.say("story.objectives.headline.all", n=len(rated), count=subject.count(len(rated))))
    args["lag"] = _lag(subject, lagging[0])
    if not on_pace:
        return sentence(subject.say("story.objectives.headline.none", n=len(rated), **args))
    return sentence(subject.say("story.objectives.headline.some", n=len(on_pace), **args))


def _unrated(subject: Subject, advanced: list[ObjectiveProgress]) -> str:
    """Say that none keeps or loses its pace: signatures well advanced, too early to judge, or nothing measured."""
    if advanced:
        name, total = advanced[0].objective.measure or advanced[0].objective.label, len(advanced)
        args = {"name": name, "count": subject.count(total)}
        return subject.say("story.objectives.headline.advanced", n=total, **args)
    total = len(subject.plan.objectives)
    key = "early" if any(item.signature for item in subject.progress) else "unrated"
    return subject.say(f"story.objectives.headline.{key}", n=total, count=subject.count(total))


def _is_advanced(item: ObjectiveProgress) -> bool:
    return item.signature is not None and item.signature.standing is Standing.ADVANCED


def _lag(subject: Subject, item: ObjectiveProgress) -> str:
    name = item.objective.measure or item.objective.label
    if item.signature is not None:
        return subject.say(f"story.objectives.lag.{item.signature.standing.value}", name=name)
    if not item.share:
        return subject.say("story.objectives.lag_none", name=name)
    bar = progress_bar(subject, item)
    return subject.say("story.objectives.lag", name=name, current=bar.current, target=bar.target)


def _links(subject: Subject) -> GoalLinks:
    by_goal: dict[str, list[ObjectiveProgress]] = {}
    for item in subject.progress:
        by_goal.setdefault(item.objective.goal or "", []).append(item)
    goals = [
        GoalLine(
            key=f"objectives/{goal.ref}",
            ref=goal.ref,
            title=subject.locale.typeset(goal.goal),
            detail=subject.marked(
                joined((goal.owner or "", subject.locale.typeset(goal.source))), "client_goals", goal
            ),
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
        more=_others(subject, unserved) if unserved else "",
        alt=subject.series(_alt(subject, item) for item in subject.progress),
    )


def _others(subject: Subject, count: int) -> str:
    """Count the goals without an objective; to the client they are others: an internal objective may serve them."""
    if isinstance(subject, InternalSubject):
        return subject.say("story.objectives.unserved", n=count)
    return subject.say("story.objectives.other_goals", n=count, chapter=subject.chapters["client"])


def _line(subject: Subject, item: ObjectiveProgress) -> ObjectiveLine:
    objective = item.objective
    return ObjectiveLine(
        key=f"objectives/{objective.ref}",
        ref=objective.ref,
        title=subject.locale.typeset(objective.measure or objective.label),
        progress=progress_bar(subject, item),
        status=status(subject, item.rag),
        due=day_or_blank(subject, objective.due),
        is_internal=subject.is_hidden("objectives", objective),
    )


def _alt(subject: Subject, item: ObjectiveProgress) -> str:
    bar = progress_bar(subject, item)
    return subject.say(
        "story.objectives.alt.signature" if item.signature else "story.objectives.alt.row",
        ref=item.objective.ref,
        title=item.objective.label,
        baseline=bar.baseline,
        current=bar.current,
        target=bar.target,
        state=bar.state,
        letter=item.rag.letter,
    )


def _notes(subject: Subject) -> tuple[str, ...]:
    lines = []
    if any(item.signature is None for item in subject.progress):
        lines.append(subject.say("story.objectives.note"))
    if any(item.signature for item in subject.progress):
        lines.append(subject.say("story.objectives.note_signature"))
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.objectives.coaching"))
    return tuple(lines)
