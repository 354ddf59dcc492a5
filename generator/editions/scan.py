"""The proof on every build: a written file is searched, part by part, for what only the internal plan holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

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
    said = chain((Said(name, name),), said_in(package))
    return tuple(leak for one in said for leak in sorted(_leaks(one, secrets, one.part or name)))


def to_breaches(found: Mapping[str, Iterable[Leak]]) -> tuple[Breach, ...]:
    """Return the leaks of each document as breaches of its promise, at the fields they come from.

    What a cell holds leaks once, however many parts say it: the first is told, and how many there are.
    """
    every = [(document, leak) for document, leaks in found.items() for leak in leaks]
    parts = Counter(cause for cause, _ in {(_cause(leak), (document, leak.part)) for document, leak in every})
    first: dict[tuple[FieldPath, str], tuple[str, Leak]] = {}
    for document, leak in every:
        first.setdefault(_cause(leak), (document, leak))
    return tuple(
        breach("E504", leak.source, value=leak.text, document=document, part=leak.part, n=parts[cause])
        for cause, (document, leak) in first.items()
    )


def _cause(leak: Leak) -> tuple[FieldPath, str]:
    """Return what one leak has in all parts: its cell, or its text when it comes from none."""
    return leak.source, leak.text.casefold() if leak.source == NOWHERE else ""


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
