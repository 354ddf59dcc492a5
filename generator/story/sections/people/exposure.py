"""An entity read across the tables: its revenue, its satisfaction, and a decision maker neither met nor seated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.measures.citation import cite
from generator.measures.entities import EntityReading, entity_readings
from generator.model.mapping import Contact, SharedContact
from generator.story.figures import Cited, Said, cited_number
from generator.story.phrases import joined
from generator.story.sections.people.answer import answered
from generator.story.subject import InternalSubject


@dataclass(frozen=True, slots=True)
class Exposure:
    """What is said of an entity and of a person there, and what it rests on, for the source."""

    said: Said
    source: str


def exposure(subject: InternalSubject, unseated: Sequence[SharedContact]) -> Exposure | None:
    """Say of whom, among decision makers who sit nowhere, the entity weighs most; nothing without a second sign.

    Signs are that the entity scores below the account, and that nobody has met the person for longer than the settings
    tolerate.
    """
    people = [person for person in unseated if isinstance(person, Contact)]
    readings = {one.entity: one for one in entity_readings(subject.plan, subject.figures, (p.entity for p in people))}
    weighed = sorted(people, key=lambda person: -(readings[person.entity].share.value or Decimal(0)))
    for person in weighed:
        reading = readings[person.entity]
        if reading.share.value and (said := _read(subject, person, reading)):
            return Exposure(answered(subject, said, person.name), _source(subject, reading))
    return None


def _read(subject: InternalSubject, person: Contact, reading: EntityReading) -> Said | None:
    days, score = _silent_days(subject, person), reading.nps.measure
    signs = ("nps",) * reading.is_less_satisfied + ("silent",) * (days is not None)
    if not signs:
        return None
    share = subject.locale.percent(reading.share.value or Decimal(0), 0)
    nps = Cited(subject.locale.number(score.value or Decimal(0), 0), score.sources)
    return subject.told(
        f"story.coverage.reading.{'_'.join(signs)}",
        entity=reading.entity,
        share=Cited(share, reading.share.sources),
        nps=nps,
        who=subject.presented(person.name, person.function),
        days="" if days is None else subject.told("story.days_long", n=days),
    )


def _source(subject: InternalSubject, reading: EntityReading) -> str:
    """What the entity weighs; how many answers its score is of, where that is told."""
    locale, score = subject.locale, reading.nps
    share = locale.percent(reading.share.value or Decimal(0), 0)
    weighed = subject.say("story.coverage.weighed", entity=reading.entity, share=share)
    if not reading.is_less_satisfied:
        return weighed
    nps = locale.number(score.measure.value or Decimal(0), 0)
    return joined((weighed, subject.say("story.coverage.answered", n=score.respondents, nps=nps)), ", ")


def _silent_days(subject: InternalSubject, person: Contact) -> Cited | None:
    """The days since the last contact where they are more than the settings tolerate."""
    if person.last_contact is None:
        return None
    days = (subject.cutoff - person.last_contact).days
    if days <= subject.plan.settings.contact_silence_days:
        return None
    return cited_number(subject.locale, days, (cite("contacts", person, "last_contact"),))
