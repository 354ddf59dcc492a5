"""The proof on every build: a written file is searched, part by part, for what only the internal plan holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.editions.needles import paths_in
from generator.editions.package_text import Said, said_in
from generator.editions.secrets import OFFICES_OWN, Secrets
from generator.model.breach import Breach, breach
from generator.model.field_path import FieldPath

_BETWEEN_TEXTS = re.compile("[\n→·;]")  # a phrase that begins in a cell and ends in another is none

NOWHERE = FieldPath("")
"""What comes from no cell: a path, a user name, a figure computed."""


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Something internal in a file to be handed over: the part that holds it, its text, the field it comes from."""

    part: str
    text: str
    source: FieldPath = NOWHERE


def leaks(package: bytes, secrets: Secrets, *, name: str) -> tuple[Leak, ...]:
    """Return what a written file tells that it should not, by part; ``name`` is the file's own.

    A part inside an embedded package is told as ``outer!inner``, the file itself by its name. BadZipFile for what is
    no package.
    """
    said = (Said(name, name), *said_in(package))
    return tuple(leak for one in said for leak in sorted(_leaks(one, secrets, one.part or name)))


def to_breaches(found: Iterable[Leak], *, document: str) -> tuple[Breach, ...]:
    """Return each leak of a document as the breach of its promise, at the field it comes from."""
    return tuple(breach("E504", leak.source, value=leak.text, document=document, part=leak.part) for leak in found)


def _leaks(said: Said, secrets: Secrets, part: str) -> Iterator[Leak]:
    pieces = set(_BETWEEN_TEXTS.split(said.prose)) - OFFICES_OWN
    found = {word: word for piece in pieces for word in secrets.forbidden.found_in(piece)}
    found |= secrets.needles.in_prose(said.prose) | secrets.keys.in_names(said.names)
    for needle in _longest(found):
        yield Leak(part, found[needle], secrets.sources.get(needle, NOWHERE))
    for printed in secrets.machine.in_prose(said.prose):
        yield Leak(part, printed)
    for path in paths_in(f"{said.prose}\n{said.names}") - secrets.paths:
        yield Leak(part, path)


def _longest(needles: Iterable[str]) -> tuple[str, ...]:
    """Return the needles that are no part of another one, a name as it is typed rather than as one of its words."""
    typed = {needle.casefold(): needle for needle in sorted(needles, reverse=True)}
    return tuple(needle for folded, needle in typed.items() if sum(folded in other for other in typed) == 1)
