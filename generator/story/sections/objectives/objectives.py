"""The client's goals and our objectives: linked on a slide, a SMART card each in the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.measures.citation import cite
from generator.measures.progress import ObjectiveProgress, pursued
from generator.measures.rag import Rag
from generator.measures.standing import Standing
from generator.model.choices import ObjectiveStatus
from generator.story.blank import day_or_blank
from generator.story.blocks.objectives import (
    GoalLine,
    GoalLinks,
    ObjectiveCards,
    ObjectiveLine,
)
from generator.story.figures import Cited, Said, rows_cited
from generator.story.phrases import joined, source, status
from generator.story.sections.objectives.cards import objective_card
from generator.story.sections.objectives.overview import brief, objectives_off, objectives_overview
from generator.story.sections.objectives.progress import current_and_target, progress_bar
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell goals and objectives; nothing without an objective."""
    if not subject.plan.objectives:
        return None
    cards = ObjectiveCards(
        key="objectives/cards", cards=tuple(objective_card(subject, item) for item in subject.progress)
    )
    said = headline(subject)
    return Section(
        key="objectives",
        stage=Stage.OBJECTIVES,
        title=subject.say("story.objectives.title"),
        headline=said.text,
        slide_blocks=(_links(subject),),
        chapter_blocks=(objectives_overview(subject), *objectives_off(subject), brief(subject, cards)),
        source=source(
            subject,
            joined(
                (
                    subject.say("story.objectives.source_goals", n=len(subject.plan.client_goals))
                    if subject.plan.client_goals
                    else "",
                    _source(subject),
                ),
                ", ",
            ),
        ),
        notes=_notes(subject),
        figures=said.under("objectives/title"),
    )


def headline(subject: Subject) -> Said:
    """Say how many objectives keep pace, and which lags most."""
    kept = pursued(subject.progress)
    advanced = [item for item in kept if _stands(item, Standing.ADVANCED)]
    rated = [item for item in kept if item.rag is not Rag.NONE and item not in advanced]
    on_pace = [item for item in rated if item.rag is Rag.GREEN]
    lagging = sorted(
        (item for item in rated if item.rag is not Rag.GREEN),
        key=lambda item: (item.rag is not Rag.RED, item.lag),
    )
    if not rated:
        return _unrated(subject, kept, advanced).sentence()
    args: dict[str, Any] = {"count": _number(subject, on_pace), "total": _number(subject, kept)}
    whole = len(rated) == len(kept)
    if not lagging:
        key = "story.objectives.headline.all" if whole else "story.objectives.headline.rest"
        return subject.told(key, n=len(rated), **args).sentence()
    args["lag"] = _lag(subject, lagging[0])
    if not on_pace:
        key = "story.objectives.headline.none" if whole else "story.objectives.headline.none_judged"
        args["total"] = _number(subject, rated)
        return subject.told(key, n=len(rated), **args).sentence()
    return subject.told("story.objectives.headline.some", n=len(on_pace), **args).sentence()


def _number(subject: Subject, items: Sequence[ObjectiveProgress]) -> Cited:
    return subject.counted(len(items), rows_cited("objectives", (item.objective for item in items)))


def _unrated(subject: Subject, kept: Sequence[ObjectiveProgress], advanced: Sequence[ObjectiveProgress]) -> Said:
    """Say that none keeps or loses its pace: signatures well advanced, too early to judge, or nothing measured."""
    if advanced:
        total = len(advanced)
        args: dict[str, Any] = {"name": _named(subject, advanced[0]), "count": _number(subject, advanced)}
        return subject.told("story.objectives.headline.advanced", n=total, **args)
    key = "dropped" if not kept else "early" if all(_stands(item, Standing.EARLY) for item in kept) else "unrated"
    counted = kept or subject.progress
    return subject.told(f"story.objectives.headline.{key}", n=len(counted), count=_number(subject, counted))


def _stands(item: ObjectiveProgress, standing: Standing) -> bool:
    return item.signature is not None and item.signature.standing is standing


def _named(subject: Subject, item: ObjectiveProgress) -> str:
    return subject.quoted(item.objective.ref, item.objective.measure or item.objective.label)


def _lag(subject: Subject, item: ObjectiveProgress) -> Said:
    name = _named(subject, item)
    if item.signature is not None:
        return subject.told(f"story.objectives.lag.{item.signature.standing.value}", name=name)
    if item.objective.status is ObjectiveStatus.MISSED:
        return subject.told("story.objectives.lag.missed", name=name)
    if item.raw_share is not None and item.raw_share < 0:
        return subject.told("story.objectives.lag.back", name=name)
    if item.share is None:  # its colour is that of the client's edition, which knows dates and actions alone
        is_over = item.objective.due is not None and item.objective.due < subject.cutoff
        return subject.told("story.objectives.lag.overdue" if is_over else "story.objectives.lag.late", name=name)
    if not item.share:
        return subject.told("story.objectives.lag.none", name=name)
    current, target = current_and_target(subject, item.objective)
    ends = {
        name: Cited(text, (cite("objectives", item.objective, name),))
        for name, text in (("current", current), ("target", target))
    }
    return subject.told("story.objectives.lag", name=name, **ends)


def _source(subject: Subject) -> str:
    """How many there are, and what the tick of the bars means, where one stands."""
    tick = any(item.share is not None and item.expected is not None for item in subject.progress)
    kept = len(pursued(subject.progress))
    dropped = len(subject.progress) - kept
    said = subject.worded("story.objectives.source", n=kept) if kept else ""
    given_up = subject.say("story.objectives.source_dropped", n=dropped) if dropped else ""
    return joined((joined((said, given_up), ", "), subject.say("story.objectives.tick") if tick else ""))


def _links(subject: Subject) -> GoalLinks:
    by_goal: dict[str, list[ObjectiveProgress]] = {}
    for item in subject.progress:
        by_goal.setdefault(item.objective.goal or "", []).append(item)
    goals = [
        GoalLine(
            key=f"objectives/{goal.ref}",
            ref=goal.ref,
            title=subject.typeset(goal.goal),
            detail=subject.marked(joined((goal.owner or "", subject.typeset(goal.source))), "client_goals", goal),
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
    return subject.elsewhere(subject.say("story.objectives.other_goals", n=count), "client")


def _line(subject: Subject, item: ObjectiveProgress) -> ObjectiveLine:
    objective = item.objective
    return ObjectiveLine(
        key=f"objectives/{objective.ref}",
        ref=objective.ref,
        title=subject.typeset(objective.measure or objective.label),
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


SECTION = Shared("objectives", tell)
