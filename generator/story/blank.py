"""What stands where the plan says nothing yet: that it is to be completed."""

from __future__ import annotations

from datetime import date

from generator.story.subject import InternalSubject, Subject

NOTHING = "–"


def owner_or_blank(subject: Subject, owner: str | None, *, is_open: bool = True) -> str:
    """Return an owner, or that one is to be named; to the client a dash, since it may be one that it does not see."""
    if owner:
        return owner
    return subject.say("story.to_complete") if is_open and isinstance(subject, InternalSubject) else NOTHING


def day_or_blank(subject: Subject, day: date | None, *, is_open: bool = True) -> str:
    """Return a date, or that it is to be set."""
    if day is not None:
        return subject.locale.date(day)
    return subject.say("story.to_complete") if is_open else NOTHING
