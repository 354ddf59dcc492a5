"""Shared texts that repeat an internal cell: six of its words in a row, or a number of five digits or more."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.editions.cell_values import Value, cell_values, internal_values
from generator.editions.folding import folded
from generator.editions.free_text import text_columns, texts_in
from generator.editions.measured import measured_numbers
from generator.editions.needles import LONGEST_PHRASE, SHORTEST, numbers_in, plain
from generator.editions.references import Rows
from generator.locales import Phrase, phrase
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import table_of

_WORD = re.compile(r"[^\W_]+")
_WHOLE = re.compile(r"\d{1,3}(?:[ .,']\d{3})+|\d+")
_FIVE_DIGITS = re.compile(r"(?:\d\W?){5}")
_FIRST_LONG = Decimal(10) ** (SHORTEST - 1)
_LONG_WORDS = 2


@dataclass(frozen=True)
class _Internal:
    """What only the internal plan holds: runs of words and numbers, each with the field it stands in."""

    plan: AccountPlan
    shared: SharedPlan
    rows: Rows

    @cached_property
    def runs(self) -> dict[str, FieldPath]:
        """Each run of words; a text that is a shared cell of its own was shared by whoever typed it there."""
        shared = (value for _, value in cell_values(self.shared) if isinstance(value, str))
        public = {tuple(_words(text)) for text in shared if _may_hold_a_run(text)}
        long = [(path, text) for path, text in self._texts if _may_hold_a_run(text)]
        own = [(path, text) for path, text in long if tuple(_words(text)) not in public]
        return {run: path for path, text in reversed(own) for run in _runs(text)}

    @cached_property
    def numbers(self) -> dict[Decimal, FieldPath]:
        """Each number of a cell, or of a text in one."""
        typed = ((path, value) for path, value in self._own if isinstance(value, Decimal) and _is_long(value))
        said = ((path, number) for path, text in self._texts for number in _numbers(text))
        return {abs(number): path for path, number in reversed([*typed, *said])}

    @cached_property
    def _own(self) -> list[tuple[FieldPath, Value]]:
        return list(internal_values(self.plan, self.rows))

    @cached_property
    def _texts(self) -> list[tuple[FieldPath, str]]:
        return [(path, value) for path, value in self._own if isinstance(value, str)]

    @cached_property
    def public_numbers(self) -> frozenset[Decimal]:
        """The numbers that the client may read or work out."""
        typed = (abs(value) for _, value in cell_values(self.shared) if isinstance(value, Decimal))
        return frozenset((*typed, *(abs(number) for number in measured_numbers(self.shared))))


def repeating_texts(
    plan: AccountPlan, shared: SharedPlan, rows: Rows, *, told: Collection[FieldPath]
) -> Iterator[Breach]:
    """E505, E506: a text of a shared row repeats words or a number of an internal cell; ``told`` has a graver fault.

    A text that is also a shared cell, or a number that the client's own plan gives, is no secret. ``rows`` are the full
    rows that the client sees something of.
    """
    internal = _Internal(plan, shared, rows)
    for field, found in rows.items():
        for column in text_columns(table_of(field)):
            for row in found:
                path = cite(field, row, column.field)
                if path not in told:
                    yield from _repeated(path, texts_in(row, column), internal)


def _repeated(path: FieldPath, texts: tuple[str, ...], internal: _Internal) -> Iterator[Breach]:
    for text in texts:
        if (run := next((run for run in _runs(text) if run in internal.runs), None)) is not None:
            yield breach("E505", path, value=text, found=_as_typed(text, run), source=_place(internal.runs[run]))
            break
    for text in texts:
        if (number := next(_told(_numbers(text), internal), None)) is not None:
            yield breach("E506", path, value=text, found=number, source=_place(internal.numbers[number]))
            break


def _told(numbers: Iterable[Decimal], internal: _Internal) -> Iterator[Decimal]:
    return (number for number in numbers if number in internal.numbers and number not in internal.public_numbers)


def _place(path: FieldPath) -> Phrase:
    """Say where an internal cell stands: its table, its column, its row."""
    spec = table_of(path.table)
    column = next((column.label for column in spec.columns if column.field == path.field), path.field)
    return phrase("editions.cell", table=spec.table.title, column=column, key=" · ".join(filter(None, path.key)))


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _runs(text: str) -> Iterator[str]:
    """Yield each six words in a row of which two are long: "from Q4 2025 to Q3 2026" is in any plan."""
    words = _words(text) if _may_hold_a_run(text) else []
    for first in range(len(words) - LONGEST_PHRASE + 1):
        run = words[first : first + LONGEST_PHRASE]
        if sum(len(word) >= SHORTEST and not word.isdigit() for word in run) >= _LONG_WORDS:
            yield " ".join(run)


def _as_typed(text: str, run: str) -> str:
    """Return a run of words as the text writes it, where each of its words is one there too."""
    words, typed = _words(text), _WORD.findall(text)
    first = next(at for at in range(len(words)) if " ".join(words[at : at + LONGEST_PHRASE]) == run)
    return " ".join(typed[first : first + LONGEST_PHRASE]) if len(typed) == len(words) else run


def _may_hold_a_run(text: str) -> bool:
    return len(text) >= 2 * LONGEST_PHRASE


def _numbers(text: str) -> Iterator[Decimal]:
    """Yield the numbers of five digits or more that a text prints, to the unit or with decimals."""
    for printed in numbers_in(plain(text)).values() if _FIVE_DIGITS.search(text) else ():
        whole = _WHOLE.match(printed)
        if whole is not None:
            decimals = printed[whole.end() + 1 :]
            number = Decimal(re.sub(r"\D", "", whole[0]) + (f".{decimals}" if decimals else ""))
            if _is_long(number):
                yield number


def _is_long(number: Decimal) -> bool:
    return abs(number) >= _FIRST_LONG
