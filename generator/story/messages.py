"""The account manager's own headlines and comments, which take the place of the generated ones."""

from __future__ import annotations

from dataclasses import replace

from generator.measures.citation import cite
from generator.model.account import Message, SharedMessage
from generator.model.choices import Share
from generator.story.figures import Figure
from generator.story.story import Section
from generator.story.subject import Subject


def with_messages(subject: Subject, section: Section) -> Section:
    """Return the section with the person's headline and comment, if there are any for it."""
    message = message_for(subject, section.key)
    if message is None:
        return section
    typeset = subject.typeset
    return replace(
        section,
        headline=typeset(message.title) if message.title else section.headline,
        figures=_own(section, message, typeset(message.title)) if message.title else section.figures,
        comment=typeset(message.comment or ""),
    )


def _own(section: Section, message: SharedMessage, title: str) -> tuple[Figure, ...]:
    """The figures of a section whose headline is the person's: that one comes from its cell."""
    under = f"{section.key}/title"
    kept = tuple(one for one in section.figures if one.under != under)
    return (Figure(under, title, (cite("messages", message, "title"),)), *kept)


def message_for(subject: Subject, key: str) -> SharedMessage | None:
    """Return the message of a section.

    The internal row first, else the client's (the only ones a shared plan holds).
    """
    found = [message for message in subject.plan.messages if message.section.strip().casefold() == key]
    own = [message for message in found if isinstance(message, Message) and message.share is Share.INTERNAL]
    return (own or found or [None])[0]
