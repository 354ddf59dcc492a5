"""Who is asked for: every spelling of a name, and how a text names that person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.history.identity import rows_of
from generator.model.governance import PEOPLE
from generator.model.plan import SharedPlan
from generator.model.table import Row
from generator.workbook.matching import folded, nearest

_WORD = re.compile(r"[^\W_]+")
_HYPHENED, _HYPHENING = re.compile(r"\w-"), re.compile(r"-\w")
_SHORTEST_SURNAME = 3
Words = tuple[str, ...]
Span = tuple[int, int]


@dataclass(frozen=True)
class Person:
    """A person as asked for: every spelling of the name, and the Réfs it goes by.

    ``is_known`` tells whether a plan has a row of the person; ``others`` are names under the same Réfs, too unlike to
    be taken for the same person.
    """

    names: tuple[str, ...]
    refs: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    is_known: bool = False

    @property
    def is_told_apart(self) -> bool:
        """Whether the name is enough to erase by: a lone word may be part of many names."""
        return self.is_known or all(size > 1 for size in self._sizes)

    def is_named(self, text: str) -> bool:
        """Tell whether a text is the person's name, in any order of its words."""
        return _words_in(text) in self._spellings

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where a text names the person in full, whatever the case, the accents and the order of the words."""
        words = [(folded(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
        longest = max(self._sizes, default=0)
        found: list[Span] = []
        for at in range(len(words)):
            span = self._span(text, words[at : at + longest])
            if span is not None and (not found or found[-1][1] <= span[0]):
                found.append(span)
        return tuple(found)

    def may_be_in(self, text: str) -> bool:
        """Tell whether a text has the person's surname alone."""
        return any(folded(word) in self._surnames for word in _WORD.findall(text) if len(word) >= _SHORTEST_SURNAME)

    def _span(self, text: str, words: list[tuple[str, int, int]]) -> Span | None:
        """Return where the person's name is, when these words begin with it."""
        for size in self._sizes:
            start, end = words[0][1], words[:size][-1][2]
            spelt = tuple(sorted(word for word, _, _ in words[:size]))
            if spelt in self._spellings and not _is_joined(text, start, end):
                return start, end
        return None

    @cached_property
    def _spellings(self) -> frozenset[Words]:
        return frozenset(_words_in(name) for name in self.names) - {()}

    @cached_property
    def _sizes(self) -> tuple[int, ...]:
        return tuple(sorted({len(spelling) for spelling in self._spellings}, reverse=True))

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset(folded(words[-1]) for name in self.names if len(words := _WORD.findall(name)) > 1)


def identify(asked: str, plans: Iterable[SharedPlan]) -> Person:
    """Return the person of a name or a Réf, with the spellings that all plans have under the same Réf."""
    rows = [(table, row) for plan in plans for table in PEOPLE for row in rows_of(plan, table)]
    wanted = _words_in(asked)
    known = [(table, row) for table, row in rows if wanted in (_words_in(name_of(row)), _words_in(_ref(row)))]
    refs = {(table, folded(_ref(row))) for table, row in known if _ref(row)}
    named = dict.fromkeys(name_of(row) for _, row in known)
    linked = dict.fromkeys(name_of(row) for table, row in rows if (table, folded(_ref(row))) in refs)
    alike = [name for name in linked if nearest(name, named) is not None]
    names = tuple(dict.fromkeys([*named, *alike])) or (asked,)
    return Person(
        names=names,
        refs=tuple(dict.fromkeys(_ref(row) for _, row in known if _ref(row))),
        others=tuple(name for name in linked if name not in names),
        is_known=bool(known),
    )


def likely(asked: str, plans: Iterable[SharedPlan]) -> str | None:
    """Return the name of a known person that looks most like the one asked for."""
    names = [name_of(row) for plan in plans for table in PEOPLE for row in rows_of(plan, table)]
    return nearest(asked, dict.fromkeys(names))


def name_of(row: Row) -> str:
    """Return the name of a row of people."""
    return str(getattr(row, "name", ""))


def _is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen makes the words part of a longer name, as in ``Jean-Marie``."""
    return _HYPHENED.fullmatch(text, max(start - 2, 0), start) is not None or _HYPHENING.match(text, end) is not None


def _ref(row: Row) -> str:
    return str(getattr(row, "ref", None) or "")


def _words_in(name: str) -> Words:
    return tuple(sorted(folded(word) for word in _WORD.findall(name)))
