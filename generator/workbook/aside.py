"""Rows that do not show and rows that are struck through: left out or kept as the settings say, told once a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.diagnostics import Finding, Place, finding
from generator.model.choices import HiddenRows, StruckText
from generator.workbook.conversions import is_blank, shown
from generator.workbook.coordinates import LAST_COLUMN, letters
from generator.workbook.ground import Ground
from generator.workbook.raw import RawCell, RawRow, RawTable, Strike
from generator.workbook.stacked import unstacked
from generator.workbook.substance import is_entry


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the settings say of rows that a person has hidden or struck through."""

    hidden: HiddenRows = HiddenRows.READ
    struck: StruckText = StruckText.IGNORED


def kept(ground: Ground, table: RawTable, wishes: Wishes) -> tuple[RawTable, list[Finding]]:
    """Return a table without the rows to leave out, and what there is to say of hidden and struck ones.

    A form keeps all its lines: each is a thing of its own, and a blank one would be another value. Where rows held one
    quarter each, it is these that may be hidden or struck.
    """
    if table.typed is not None:
        typed, findings = kept(_as_typed(ground, table), table.typed, wishes)
        return (table if typed.rows == table.typed.rows else unstacked(ground.spec, typed)), findings
    is_form = ground.values_at is not None
    entries = [row for row in table.rows if is_form or is_entry(ground, table, row)]
    hidden = [row for row in entries if row.number in table.look.hidden_rows]
    struck = [] if is_form else [row for row in entries if _is_struck(ground, table, row)]
    gone = {id(row) for row in (hidden if _drops_hidden(wishes, is_form=is_form) else ())}
    gone |= {id(row) for row in (struck if _drops_struck(wishes) else ())}
    told = gone | {id(row) for row in struck}
    left = replace(table, rows=tuple(row for row in table.rows if id(row) not in gone))
    findings = [
        *_told_of_hidden(ground, hidden, is_left_out=_drops_hidden(wishes, is_form=is_form)),
        *_told_of_struck(ground, struck, is_left_out=_drops_struck(wishes)),
        *_still_struck(ground, left, [row for row in entries if id(row) not in told]),
        *_hidden_columns(ground, table),
    ]
    return left, findings


def _as_typed(ground: Ground, table: RawTable) -> Ground:
    """Return where the fields stood before each quarter was given a column: the values in one, whatever the quarter."""
    values = {"quarters": table.stacked_under} if table.stacked_under else {}
    headers = {name: header for name, header in ground.headers.items() if name not in ground.quarters}
    return replace(ground, headers=headers | values, stacked_at=None)


def _drops_hidden(wishes: Wishes, *, is_form: bool) -> bool:
    return wishes.hidden is HiddenRows.IGNORED and not is_form


def _drops_struck(wishes: Wishes) -> bool:
    return wishes.struck is StruckText.IGNORED


def _is_struck(ground: Ground, table: RawTable, row: RawRow) -> bool:
    """Tell whether the key of a row is struck through, or all that it holds."""
    filled = {at: cell for at, cell in row.cells.items() if cell.row == row.number and not is_blank(cell.value)}
    keys = {header.column for name in ground.spec.table.key if (header := ground.headers.get(name))}
    key = [cell for at, cell in filled.items() if at in keys]
    return any(
        cells and all(_strike(table, cell) is Strike.WHOLE for cell in cells) for cells in (key, filled.values())
    )


def _strike(table: RawTable, cell: RawCell) -> Strike | None:
    return table.look.struck.get((cell.row, cell.column))


def _told_of_hidden(ground: Ground, rows: list[RawRow], *, is_left_out: bool) -> list[Finding]:
    if not rows:
        return []
    place = replace(_corner(ground), column=None)
    return [finding("W149" if is_left_out else "W148", place, rows=_spans(row.number for row in rows))]


def _told_of_struck(ground: Ground, rows: list[RawRow], *, is_left_out: bool) -> list[Finding]:
    if not rows:
        return []
    first = rows[0].cells[min(rows[0].cells)]
    numbers = _spans(row.number for row in rows)
    return [finding("W150" if is_left_out else "W151", ground.place_of(first), value=shown(first.value), rows=numbers)]


def _still_struck(ground: Ground, table: RawTable, rows: list[RawRow]) -> list[Finding]:
    """Tell the cells that are struck through, whole or in part, in rows that are read."""
    columns = set(ground.fields) if ground.values_at is None else {ground.values_at}
    cells = [cell for row in rows for at, cell in row.cells.items() if at in columns and _strike(table, cell)]
    if not cells:
        return []
    place = ground.place_of(cells[0])
    return [finding("W152", place, value=shown(cells[0].value), cells=", ".join(cell.coordinate for cell in cells[:8]))]


def _hidden_columns(ground: Ground, table: RawTable) -> list[Finding]:
    used = {header.column for header in ground.headers.values()} if ground.values_at is None else {ground.values_at}
    held = {at for row in table.rows for at, cell in row.cells.items() if not is_blank(cell.value)}
    columns = [at for at in sorted(used & held & table.look.hidden_columns) if at <= LAST_COLUMN]
    if not columns:
        return []
    return [finding("W153", replace(_corner(ground), column=None), columns=_spans(columns, in_letters=True))]


def _corner(ground: Ground) -> Place:
    return ground.place(None, next(iter(ground.headers), ""))


def _spans(numbers: Iterable[int], *, in_letters: bool = False) -> str:
    """Return row numbers, or columns, as a person writes them: `16–25, 30`."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][-1] + 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    return ", ".join("–".join(letters(at) if in_letters else str(at) for at in span) for span in spans)
