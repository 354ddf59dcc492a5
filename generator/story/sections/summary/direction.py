"""Where the account goes, for the plan: its ambition, and the objectives that come first."""

from __future__ import annotations

from generator.measures.progress import ObjectiveProgress
from generator.measures.rag import Rag
from generator.measures.references import in_reading_order
from generator.model.choices import ObjectiveStatus
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.text import Sentence
from generator.story.phrases import full_stop, sentence
from generator.story.subject import InternalSubject, Subject

PRIORITIES = 3


def ambition(subject: Subject) -> tuple[Prose, ...]:
    """The ambition we have for the account; the client is not told it."""
    if not isinstance(subject, InternalSubject) or not subject.plan.account.ambition:
        return ()
    text = full_stop(subject.typeset(subject.plan.account.ambition))
    return (
        Prose(
            key="summary/ambition",
            paragraphs=(Sentence("ambition", text),),
            role=ProseRole.CALLOUT,
            label=subject.say("story.summary.ambition"),
        ),
    )


def priorities(subject: Subject) -> tuple[Prose, ...]:
    """The three objectives still open that come first: those in the red, then those that lag most."""
    live = [
        item
        for item in subject.progress
        if item.objective.status in (ObjectiveStatus.IN_PROGRESS, ObjectiveStatus.NOT_STARTED)
    ]
    live.sort(key=lambda item: (item.rag is not Rag.RED, item.lag, in_reading_order(item.objective.ref)))
    ranked = live[:PRIORITIES]
    if not ranked:
        return ()
    lines = tuple(
        Sentence(item.objective.ref, subject.marked(_priority(subject, item), "objectives", item.objective))
        for item in ranked
    )
    return (
        Prose(
            key="summary/priorities",
            paragraphs=lines,
            label=sentence(
                subject.say("story.summary.priorities", n=len(lines), count=subject.count(len(lines), feminine=True))
            ),
        ),
    )


def _priority(subject: Subject, item: ObjectiveProgress) -> str:
    return subject.say(
        "story.summary.priority" if item.objective.due else "story.summary.priority_undated",
        ref=item.objective.ref,
        label=item.objective.label,
        due=item.objective.due or "",
    )
