"""What the rows of a table are: entries, or the blank, pre-numbered, section and total rows that people add."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from generator.diagnostics import Finding, finding
from generator.locales import Language
from generator.workbook.conversions import is_blank, shown
from generator.workbook.ground import Ground
from generator.workbook.raw import CellError, RawCell, RawRow, RawTable, UncomputedFormula

_TOTAL = re.compile(
    r"\W*(?:(?:sous|sub|grand)[\s\-]*)?(?:total|totaux|totals|somme|sum|moyenne|average)\b.*", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:[a-z]{1,6}[\s.\-_/]*)?\d{1,6}", re.IGNORECASE)
_FEWEST_MISSING = 2


class Substance(Enum):
    """What a row is."""

    ENTRY = auto()
    NOTHING = auto()
    SECTION = auto()
    SUMS = auto()
    APART = auto()


def is_entry(ground: Ground, table: RawTable, row: RawRow) -> bool:
    """Tell whether a row is one of the table's own."""
    return _substance(ground, table, row)[0] is Substance.ENTRY


def passed_over(ground: Ground, table: RawTable, language: Language) -> Iterator[Finding]:
    """Yield a finding for each row that says something and is not read: headings of sections, sums, notes below."""
    if ground.values_at is not None:
        return
    codes = {Substance.SECTION: "W123", Substance.SUMS: "W124", Substance.APART: "W125"}
    for row in table.rows:
        kind, filled = _substance(ground, table, row)
        if kind in codes:
            first = filled[min(filled)]
            yield finding(codes[kind], ground.place_of(first), value=shown(first.value, language))


def is_labelled_total(filled: Iterable[RawCell]) -> bool:
    """Tell whether cells say that they are a total, and hold nothing but sums beside."""
    texts = [cell.value for cell in filled if isinstance(cell.value, str)]
    return len(texts) == 1 and _TOTAL.fullmatch(texts[0].strip()) is not None


def _substance(ground: Ground, table: RawTable, row: RawRow) -> tuple[Substance, dict[int, RawCell]]:
    fields = ground.fields
    filled = {at: cell for at, cell in row.cells.items() if at in fields and not is_blank(cell.value)}
    missing = [name for name in ground.required if ground.headers[name].column not in filled]
    return _kind(ground, table, row, filled, missing), filled


def _kind(ground: Ground, table: RawTable, row: RawRow, filled: dict[int, RawCell], missing: list[str]) -> Substance:
    if not filled or not missing:
        return Substance.ENTRY if filled else Substance.NOTHING
    if _is_prenumbered(ground, filled) or is_labelled_total(filled.values()):
        return Substance.NOTHING
    if table.apart_from is not None and row.number >= table.apart_from:
        return Substance.APART
    if len(missing) < _FEWEST_MISSING:
        return Substance.ENTRY
    if all(_may_be_sum(cell.value) for cell in filled.values()):
        return Substance.SUMS
    is_alone = len(filled) == 1 and all(isinstance(cell.value, str) for cell in filled.values())
    return Substance.SECTION if is_alone else Substance.ENTRY


def _is_prenumbered(ground: Ground, filled: dict[int, RawCell]) -> bool:
    """Tell a row that holds only a reference given in advance."""
    if "ref" not in ground.spec.table.key or {ground.fields[at] for at in filled} != {"ref"}:
        return False
    value = next(iter(filled.values())).value
    return not isinstance(value, str) or _NUMBERED.fullmatch(value.strip()) is not None


def _may_be_sum(value: object) -> bool:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number or isinstance(value, (CellError, UncomputedFormula))
