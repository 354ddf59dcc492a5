"""What is planned for a person of the client: the first open action that is addressed to them."""

from __future__ import annotations

from datetime import date

from generator.measures.actions import open_actions
from generator.measures.references import in_reading_order
from generator.model.actions import SharedAction
from generator.story.figures import Said
from generator.story.subject import InternalSubject


def answered(subject: InternalSubject, said: Said, person: str) -> Said:
    """Follow what is said of a person by the first open action addressed to them, or by there being none."""
    action = _first_action(subject, person)
    if action is None:
        then = subject.told("story.answer.none")
    elif action.due is None:
        then = subject.told("story.answer.undated", ref=action.ref)
    else:
        key = "story.answer.late" if action.due < subject.cutoff else "story.answer.due"
        then = subject.told(key, ref=action.ref, due=action.due)
    return subject.told("story.so_what", said=said, then=then)


def _first_action(subject: InternalSubject, person: str) -> SharedAction | None:
    """The open action addressed to a person that is due first, one without a date last."""
    actions = [state.action for state in open_actions(subject.actions) if state.action.addressee == person]
    by_date = sorted(actions, key=lambda action: (action.due or date.max, in_reading_order(action.ref)))
    return next(iter(by_date), None)
