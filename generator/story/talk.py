"""The notes of a slide: to ourselves a talk track made from the data, to the client definitions and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.story.phrases import full_stop, sentence
from generator.story.story import Section
from generator.story.subject import InternalSubject, Subject
from generator.story.talking import Talk
from generator.story.talks import TALKS


def with_notes(subject: Subject, section: Section) -> Section:
    """Return the section with its notes whole; one without a slide has none."""
    if not section.slide_blocks:
        return section
    track = tuple(_track(subject, section)) if isinstance(subject, InternalSubject) else ()
    return replace(section, notes=(*track, *section.notes, full_stop(section.source)))


def _track(subject: InternalSubject, section: Section) -> Iterator[str]:
    """What is said in turn; a part that the data does not give goes, and an objection goes with its answer."""
    told = TALKS[section.key](subject) if section.key in TALKS else Talk()
    answered = bool(told.objection and told.answer)
    for part, text in (
        ("open", section.headline),
        ("show", told.show),
        ("objection", told.objection if answered else ""),
        ("answer", told.answer if answered else ""),
        ("ask", told.ask),
        ("minute", told.minute),
    ):
        if text:
            yield subject.say(f"story.talk.{part}", text=full_stop(sentence(text)))
