"""The client's people: who decides, who supports us, whom to win over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.measures.influence import KEY_INFLUENCE, SUPPORTING, WARMTH, WARY
from generator.model.choices import Attitude, DecisionRole
from generator.model.mapping import Contact
from generator.story.blocks.people import (
    GridPerson,
    InfluenceGrid,
)
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.figures import Cited, Said, rows_cited, titles_cited
from generator.story.phrases import source
from generator.story.sections.people.answer import answered
from generator.story.sections.people.organisation import attitude_mark, org_chart, people_told
from generator.story.sections.people.turns import people_news
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal

_FEW = 3


def tell(subject: InternalSubject) -> Section | None:
    """Tell the power map; nothing without an active contact."""
    active = _active(subject)
    if not active:
        return None
    chart, grid = org_chart(subject), _grid(subject, active)
    said, second = headline(subject, active), {one.key: _to_win(subject, active) for one in grid}
    return Section(
        key="people",
        stage=Stage.PEOPLE,
        title=subject.say("story.people.title"),
        headline=said.text,
        slide_blocks=(chart, *grid),
        headlines={key: one.text for key, one in second.items()},
        chapter_blocks=(chart, *grid, _table(subject, active)),
        source=source(subject, people_told(subject, "story.people.source", len(active))),
        notes=(subject.say("story.people.note"), subject.say("story.people.coaching")),
        is_internal=True,
        figures=(*said.under("people/title"), *titles_cited(second)),
    )


def _active(subject: InternalSubject) -> tuple[Contact, ...]:
    return tuple(contact for contact in subject.plan.contacts if contact.active)


def headline(subject: InternalSubject, active: tuple[Contact, ...]) -> Said:
    """Say who turned away or towards us and how many decision makers support us; else who decides, who is against."""
    news = people_news(subject, subject.since) if subject.since else None
    if news is None or subject.since is None:
        return _standing(subject, active)
    turned = subject.told("story.since.rest", quarter=subject.since.since, rest=news)
    support = _support(subject, active)
    return (turned if support is None else subject.told("story.since.both", kpis=turned, rest=support)).sentence()


def _support(subject: InternalSubject, active: tuple[Contact, ...]) -> Said | None:
    """How many decision makers support us; nothing when none is known."""
    deciders = [contact for contact in active if contact.decision_role is DecisionRole.DECISION_MAKER]
    support = [contact for contact in deciders if contact.attitude in SUPPORTING]
    if not deciders:
        return None
    key = "none" if not support else "all" if len(support) == len(deciders) else "some"
    counts = {"count": _number(subject, support), "total": _number(subject, deciders)}
    return subject.told(f"story.people.support.{key}", n=len(support or deciders), **counts)


def _standing(subject: InternalSubject, active: tuple[Contact, ...]) -> Said:
    """Say how many decision makers support us, and who stands against; else who decides."""
    deciders = [contact for contact in active if contact.decision_role is DecisionRole.DECISION_MAKER]
    support = [contact for contact in deciders if contact.attitude in SUPPORTING]
    adverse = sorted(
        (contact for contact in active if contact.attitude in WARY), key=lambda contact: -(contact.influence or 0)
    )
    if not deciders:
        count = _number(subject, active)
        return subject.told("story.people.headline.no_decider", n=len(active), count=count).sentence()
    args: dict[str, Any] = {"count": _number(subject, support), "total": _number(subject, deciders)}
    if adverse:
        args["who"] = subject.presented(adverse[0].name, adverse[0].function)
        if not support:
            return subject.told("story.people.headline.none_adverse", n=len(deciders), **args).sentence()
        key = "all_adverse" if len(support) == len(deciders) else "some_adverse"
        return subject.told(f"story.people.headline.{key}", n=len(support), **args).sentence()
    if not support:
        return subject.told("story.people.headline.none", n=len(deciders), **args).sentence()
    key = "all" if len(support) == len(deciders) else "some"
    return subject.told(f"story.people.headline.{key}", n=len(support), **args).sentence()


def _to_win(subject: InternalSubject, active: tuple[Contact, ...]) -> Said:
    """Say how many people of influence are still to be won, and the first of them."""
    targets = sorted(filter(_is_target, active), key=lambda contact: -(contact.influence or 0))
    influence = {"influence": KEY_INFLUENCE}
    if not targets:
        return subject.told("story.people.headline.nobody_to_win", **influence)
    said = subject.told(
        "story.people.headline.to_win",
        n=len(targets),
        count=_number(subject, targets, feminine=True),
        name=targets[0].name,
        **influence,
    )
    return answered(subject, said, targets[0].name).sentence()


def _number(subject: InternalSubject, contacts: Sequence[Contact], *, feminine: bool = False) -> Cited:
    return subject.counted(len(contacts), rows_cited("contacts", contacts), feminine=feminine)


def initials(name: str) -> str:
    """Return a person's initials: ``HC``."""
    return "".join(part[:1] for part in name.replace("-", " ").split())[:3].upper()


def _grid(subject: InternalSubject, active: tuple[Contact, ...]) -> tuple[InfluenceGrid, ...]:
    placed = [contact for contact in active if contact.influence is not None and contact.attitude is not None]
    if not placed:
        return ()
    targets = [contact for contact in placed if _is_target(contact)]
    people = tuple(
        GridPerson(
            f"people/grid/{contact.ref or contact.name}",
            initials(contact.name),
            contact.name,
            contact.influence or 1,
            WARMTH[contact.attitude or Attitude.NEUTRAL],
            contact.decision_role is DecisionRole.DECISION_MAKER,
            contact in targets,
        )
        for contact in placed
    )
    lead = (
        subject.say("story.people.to_win", names=subject.locale.join([_named(contact, targets) for contact in targets]))
        if targets
        else ""
    )
    note = (
        subject.say("story.people.to_win_note", n=len(targets), influence=KEY_INFLUENCE)
        if targets
        else subject.say("story.people.nobody_to_win")
    )
    return (
        InfluenceGrid(
            key="people/grid",
            title=subject.say("story.people.grid_title"),
            people=people,
            attitudes=tuple(attitude_mark(subject, attitude) for attitude in sorted(Attitude, key=WARMTH.__getitem__)),
            note_lead=lead,
            note=note,
            alt=subject.series(
                subject.say(
                    "story.people.grid_alt",
                    name=person.name,
                    influence=person.influence,
                    attitude=contact.attitude.label if contact.attitude else "–",
                )
                for person, contact in zip(people, placed, strict=True)
            ),
            caption=subject.say("story.people.grid_caption"),
        ),
    )


def _named(contact: Contact, others: list[Contact]) -> str:
    """A person in full among few, as the grid writes it among many."""
    return contact.name if len(others) <= _FEW else initials(contact.name)


def _is_target(contact: Contact) -> bool:
    """Whether someone of influence is still to be won; nobody whose influence or attitude is not known."""
    if contact.attitude is None:
        return False
    return (contact.influence or 0) >= KEY_INFLUENCE and contact.attitude not in SUPPORTING


def _table(subject: InternalSubject, active: tuple[Contact, ...]) -> Table:
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.people.name"), 16),
        TableColumn(say("story.people.function"), 20),
        TableColumn(say("story.entity"), 12),
        TableColumn(say("story.people.counterpart_title"), 15),
        TableColumn(say("story.people.role"), 12),
        TableColumn(say("story.people.attitude"), 10),
        TableColumn(say("story.people.last_contact"), 11),
        TableColumn(say("story.people.fact"), 28),
    )
    rows = tuple(
        TableRow(
            f"people/{contact.ref or contact.name}",
            (
                Cell(
                    contact.name, Tone.STRONG if contact.decision_role is DecisionRole.DECISION_MAKER else Tone.NORMAL
                ),
                Cell(contact.function),
                Cell(contact.entity),
                Cell(
                    contact.counterpart or say("story.people.no_counterpart"),
                    Tone.NORMAL if contact.counterpart else Tone.INTERNAL,
                ),
                Cell(locale.label(contact.decision_role.label) if contact.decision_role else "–"),
                Cell(locale.label(contact.attitude.label) if contact.attitude else "–"),
                Cell(locale.date(contact.last_contact) if contact.last_contact else "–"),
                Cell(_fact(subject, contact)),
            ),
        )
        for contact in active
    )
    return Table(
        key="people/table", columns=columns, rows=rows, caption=say("story.people.table_caption"), is_wide=True
    )


def _fact(subject: InternalSubject, contact: Contact) -> str:
    if not contact.observed_fact:
        return "–"
    fact = subject.typeset(contact.observed_fact)
    return subject.say("story.people.dated_fact", fact=fact, day=contact.observed_on) if contact.observed_on else fact


SECTION = Internal("people", tell)
