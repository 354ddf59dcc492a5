"""The agenda of the next steering committee, and who is expected on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.measures.citation import cite
from generator.measures.decisions import asked
from generator.model.governance import Body
from generator.model.sections import BY_KEY
from generator.story.blocks.calendar import Agenda, AgendaItem, Attendee
from generator.story.figures import Said, cited_number, rows_cited
from generator.story.phrases import source
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import OfTheCommittee

_STEP_MINUTES = 5
_GUEST = 2


def tell(subject: Subject, sections: Sequence[Section]) -> Section | None:
    """Tell the agenda of the sections that are there; nothing when there is only one."""
    items = _items(sections)
    if len(items) < 2:
        return None
    body = steering_body(subject)
    minutes = split_minutes(body.duration_minutes if body else None, [section.key for section in items])
    client, supplier = (
        _attendees(subject, body.client_members if body else ()),
        _attendees(subject, body.supplier_members if body else ()),
    )
    agenda = Agenda(
        key="agenda/items",
        items_title=_items_title(subject),
        items=tuple(
            AgendaItem(
                section.key, section.title, subject.say("story.minutes", n=minutes[section.key]) if minutes else ""
            )
            for section in items
        ),
        client_title=subject.plan.account.client,
        client=client,
        supplier_title=subject.plan.account.supplier,
        supplier=supplier,
        alt=subject.series(section.title for section in items),
    )
    said = _headline(subject, body, len(items))
    return Section(
        key="agenda",
        stage=Stage.SUMMARY,
        title=subject.say("story.agenda.title"),
        headline=said.text,
        slide_blocks=(agenda,),
        chapter_blocks=(),
        source=source(subject, subject.worded("story.agenda.source")),
        notes=(
            subject.say("story.agenda.note"),
            *((subject.say("story.agenda.coaching"),) if isinstance(subject, InternalSubject) else ()),
        ),
        figures=said.under("agenda/title"),
    )


def steering_body(subject: Subject) -> Body | None:
    """Return the body whose steering committee comes next."""
    if subject.steering is None:
        return None
    return next((body for body in subject.plan.bodies if body.name == subject.steering.body), None)


def _items(sections: Sequence[Section]) -> list[Section]:
    """The sections that the committee spends time on, an item on a slide of its own with the section it is of."""
    whole = {section.key for section in sections}
    return [
        section
        for section in sections
        if not section.is_annex and weight(section.key) and (section.key in BY_KEY or _of(section.key) not in whole)
    ]


def weight(key: str) -> int:
    """Return the share of a slide in the committee's time; what was an annex, and is none here, takes a few minutes."""
    entry = BY_KEY[_of(key)]
    return _GUEST if entry.is_annex else entry.weight


def _of(key: str) -> str:
    return key.partition("/")[0]


def split_minutes(duration: int | None, keys: list[str]) -> dict[str, int]:
    """Split a duration over sections by their weights, in steps of five minutes that add up to it.

    Empty when it is too short.
    """
    if not duration or duration < _STEP_MINUTES * len(keys):
        return {}
    weights = {key: weight(key) for key in keys}
    total, steps = sum(weights.values()), duration // _STEP_MINUTES
    exact = {key: steps * weights[key] / total for key in keys}
    split = {key: max(1, int(share)) for key, share in exact.items()}
    by_need = sorted(keys, key=lambda key: split[key] - exact[key])
    for key in by_need[: max(0, steps - sum(split.values()))]:
        split[key] += 1
    while sum(split.values()) > steps:
        split[max(split, key=lambda key: (split[key], split[key] - exact[key]))] -= 1
    minutes = {key: count * _STEP_MINUTES for key, count in split.items()}
    minutes[max(keys, key=lambda key: weights[key])] += duration - sum(minutes.values())
    return minutes


def _attendees(subject: Subject, names: tuple[str, ...]) -> tuple[Attendee, ...]:
    return tuple(Attendee(name, subject.function_of(name)) for name in names)


def _items_title(subject: Subject) -> str:
    """What the items are, with the decisions asked, which the headline counts."""
    to_take = len(asked(subject.plan))
    if not to_take:
        return subject.say("story.agenda.items")
    return subject.say("story.agenda.items_asked", n=to_take, count=subject.count(to_take, feminine=True))


def _headline(subject: Subject, body: Body | None, count: int) -> Said:
    to_take = asked(subject.plan)
    minutes = body.duration_minutes if body else None
    args: dict[str, Any] = {"count": subject.counted(count, ())}
    if body and minutes:
        args["minutes"] = cited_number(subject.locale, minutes, (cite("bodies", body, "duration_minutes"),))
    if minutes and to_take:
        wanted = subject.counted(len(to_take), rows_cited("decisions", to_take), feminine=True)
        return subject.told("story.agenda.headline.timed_asked", n=len(to_take), asked=wanted, **args).sentence()
    if minutes:
        return subject.told("story.agenda.headline.timed", n=count, **args).sentence()
    return subject.told("story.agenda.headline.plain", n=count, **args).sentence()


SECTION = OfTheCommittee("agenda", tell)
