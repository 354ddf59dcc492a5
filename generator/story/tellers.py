"""Every section of a subject, told: the modules under ``sections/`` are found by what they say in ``SECTION``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import assert_never

from generator.model.choices import Share
from generator.model.sections import SECTIONS, told_only_in
from generator.story import sections as home
from generator.story.outline import slides
from generator.story.story import Section
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Internal, OfTheCommittee, Shared, Teller


def tell_sections(subject: Subject) -> dict[str, Section]:
    """Tell the sections of the subject's edition, by key; those without matter are not there."""
    wanted = [tellers()[entry.key] for entry in SECTIONS if entry.is_told(subject.share)]
    told: dict[str, Section] = {}
    for teller in sorted(wanted, key=lambda one: isinstance(one, OfTheCommittee)):
        section = _told(subject, teller, shown(subject, told))
        if section is not None:
            told[section.key] = section
    return told


def shown(subject: Subject, told: Mapping[str, Section]) -> tuple[Section, ...]:
    """Return the sections that have a slide, in the order of the deck."""
    pressing = {section.key for section in told.values() if section.is_pressing}
    deck = (told[entry.key] for entry in slides(subject.share, pressing) if entry.key in told)
    return tuple(section for section in deck if section.slide_blocks)


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
