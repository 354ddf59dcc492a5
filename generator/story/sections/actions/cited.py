"""The figures of actions with what they were made from."""

from __future__ import annotations

from collections.abc import Sequence

from generator.measures.actions import ActionState
from generator.measures.citation import cite
from generator.story.figures import Cited, cited_number, rows_cited
from generator.story.subject import Subject


def days_cited(subject: Subject, state: ActionState) -> Cited:
    """How many days an action is late."""
    return cited_number(subject.locale, state.days_late, (cite("actions", state.action, "due"),))


def actions_counted(subject: Subject, states: Sequence[ActionState]) -> Cited:
    """How many actions there are, spelled out."""
    return subject.counted(len(states), rows_cited("actions", (state.action for state in states)), feminine=True)
