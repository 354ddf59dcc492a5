"""The findings of a run: in the order of the workbook, none twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from generator.diagnostics.finding import Finding
from generator.diagnostics.place import Place
from generator.diagnostics.severity import Severity

_CELL = re.compile(r"\$?([A-Z]+)\$?(\d+)")


@dataclass(frozen=True)
class Findings:
    """An ordered, immutable collection. Make one with `Findings.of`."""

    items: tuple[Finding, ...] = ()
    sheets: tuple[str, ...] = ()

    @classmethod
    def of(cls, items: Iterable[Finding], *, sheets: Iterable[str] = ()) -> Self:
        """Order findings by sheet (in the given order, others after, as first met), row, column and code."""
        known, unique = tuple(sheets), tuple(dict.fromkeys(items))
        met = dict.fromkeys((*known, *(item.place.sheet for item in unique if item.place.sheet)))
        rank: dict[str | None, int] = {sheet: number for number, sheet in enumerate(met)}
        return cls(tuple(sorted(unique, key=lambda item: _order(item, rank.get(item.place.sheet, -1)))), known)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that block the documents."""
        return self._of_severity(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that block only with `--strict`."""
        return self._of_severity(Severity.WARNING)

    @property
    def infos(self) -> tuple[Finding, ...]:
        """The findings that never block."""
        return self._of_severity(Severity.INFO)

    def blocking(self, *, strict: bool = False) -> bool:
        """Tell whether the findings stop the documents from being written."""
        return bool(self.errors or (strict and self.warnings))

    def without(self, codes: Iterable[str]) -> Self:
        """Return the findings without those of the given codes."""
        left_out = frozenset(codes)
        return type(self)(tuple(item for item in self.items if item.code not in left_out), self.sheets)

    def __add__(self, other: "Findings") -> "Findings":
        return Findings.of((*self.items, *other.items), sheets=self.sheets or other.sheets)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def _of_severity(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(item for item in self.items if item.severity is severity)


def _order(item: Finding, sheet_rank: int) -> tuple[int, int, int, str]:
    row, column = _row_and_column(item.place)
    return sheet_rank, row, column, item.code


def _row_and_column(place: Place) -> tuple[int, int]:
    match = _CELL.match(place.cell or "")
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column
