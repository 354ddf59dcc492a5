"""Every section of a subject, told: the modules under ``sections/`` are found by what they say in ``SECTION``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import assert_never

from generator.measures.outline import pressed
from generator.model.choices import Share
from generator.model.outline import Standing
from generator.model.sections import SECTIONS, told_only_in
from generator.story import sections as home
from generator.story.blocks import Block
from generator.story.blocks.table import Table
from generator.story.parts import part_of, without_parts
from generator.story.phrases import joined
from generator.story.story import Section
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Internal, OfTheCommittee, Shared, Teller


def tell_sections(subject: Subject) -> dict[str, Section]:
    """Tell the sections of the subject's outline, by key; those without matter are not there."""
    asked = subject.outline.sections
    wanted = [tellers()[entry.key] for entry in SECTIONS if entry.is_told(subject.share) and entry.key in asked]
    told: dict[str, Section] = {}
    for teller in sorted(wanted, key=lambda one: isinstance(one, OfTheCommittee)):
        section = _told(subject, teller, slides_of(subject, told))
        if section is not None:
            told[section.key] = _as_asked(subject, section)
    return told


def slides_of(subject: Subject, told: Mapping[str, Section]) -> tuple[Section, ...]:
    """Return the sections of the deck in order, of those that are told: each as its place wants it."""
    places = pressed(subject.outline, {section.key for section in told.values() if section.is_pressing})
    apart = {place.section: [one.ref for one in places if one.section == place.section and one.ref] for place in places}
    found = (_placed(subject, told[place.section], place, apart) for place in places if place.section in told)
    return tuple(one for one in found if one is not None and one.slide_blocks)


def _placed(subject: Subject, section: Section, place: Standing, apart: Mapping[str, list[str]]) -> Section | None:
    found = part_of(section, place) if place.ref else _rest(subject, section, apart[place.section])
    if found is None:
        return None
    opening = place.opening and replace(place.opening, title=subject.typeset(place.opening.title))
    title = subject.typeset(place.title) if place.title else found.title
    return replace(found, title=title, is_annex=place.is_annex, opening=opening)


def _rest(subject: Subject, section: Section, refs: Sequence[str]) -> Section:
    """A section less the items on slides of their own, which its source counts."""
    there = [ref for ref in refs if part_of(section, Standing(section.key, ref)) is not None]
    if not there:
        return section
    said = joined((section.source, subject.say("story.parts.apart", n=len(there))))
    return replace(without_parts(section, there), source=said)


def _as_asked(subject: Subject, section: Section) -> Section:
    """A section under the name that a person gave it, its slide with as many rows as asked for."""
    title = subject.outline.titles.get(section.key)
    named = replace(section, title=subject.typeset(title)) if title else section
    most = subject.outline.lines.get(section.key)
    if most is None:
        return named
    return replace(named, slide_blocks=tuple(_shortened(subject, section.key, one, most) for one in named.slide_blocks))


def _shortened(subject: Subject, key: str, block: Block, most: int) -> Block:
    """A table that tells all its rows, with the first of them and the count of the others; its total stays."""
    if not isinstance(block, Table) or block.more:
        return block
    total = tuple(row for row in block.rows if row.is_total)
    rows = tuple(row for row in block.rows if not row.is_total)
    if len(rows) <= most:
        return block
    more = subject.elsewhere(subject.say("story.more_rows", n=len(rows) - most), key)
    return replace(block, rows=(*rows[:most], *total), more=more)


def _told(subject: Subject, teller: Teller, deck: Sequence[Section]) -> Section | None:
    match teller:
        case Shared():
            return teller.tell(subject)
        case Internal():
            return teller.tell(subject) if isinstance(subject, InternalSubject) else None
        case OfTheCommittee():
            return teller.tell(subject, deck)
        case _:
            assert_never(teller)


@cache
def tellers() -> Mapping[str, Teller]:
    """Return who tells each section, by key."""
    return agreed(_found())


def agreed(found: Iterable[Teller]) -> Mapping[str, Teller]:
    """Return tellers by key. ValueError when they and the declared sections are not the same, or for other readers."""
    by_key: dict[str, Teller] = {}
    for teller in found:
        if by_key.setdefault(teller.key, teller) is not teller:
            raise ValueError(f"two modules tell {teller.key}")
    declared = {entry.key for entry in SECTIONS}
    if by_key.keys() != declared:
        raise ValueError(f"declared without a module, or a module without a row: {by_key.keys() ^ declared}")
    internal = {key for key, teller in by_key.items() if isinstance(teller, Internal)}
    if internal != told_only_in(Share.INTERNAL):
        raise ValueError(f"declared for other readers than told for: {internal ^ told_only_in(Share.INTERNAL)}")
    return by_key


def _found() -> Iterator[Teller]:
    for module in walk_packages(home.__path__, f"{home.__name__}."):
        teller = getattr(import_module(module.name), "SECTION", None)
        if isinstance(teller, Shared | Internal | OfTheCommittee):
            yield teller
