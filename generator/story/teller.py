"""How a section is told: each of its modules says it in ``SECTION``, and thereby whom it may speak of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.story.story import Section
from generator.story.subject import InternalSubject, Subject


@dataclass(frozen=True, slots=True)
class Shared:
    """A section told from what the client may see: the type checker lets it ask for nothing else."""

    key: str
    tell: Callable[[Subject], Section | None]


@dataclass(frozen=True, slots=True)
class Internal:
    """A section that the internal edition alone tells, from the whole plan."""

    key: str
    tell: Callable[[InternalSubject], Section | None]


@dataclass(frozen=True, slots=True)
class OfTheCommittee:
    """A shared section about the other slides of the deck: told after them, with those that there are."""

    key: str
    tell: Callable[[Subject, Sequence[Section]], Section | None]


Teller = Shared | Internal | OfTheCommittee
