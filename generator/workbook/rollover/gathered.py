"""What people added to our tables, as it stands in the last workbook: columns, lines of forms, formulas, quarters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from generator.locales import Language
from generator.model.quarter import Quarter
from generator.model.schema import tables
from generator.workbook.author.additions import START, Additions, OwnCell, OwnColumn, OwnItem
from generator.workbook.author.arrangement import header_of
from generator.workbook.conversions import cleaned, is_blank, parse_quarter
from generator.workbook.ground import Ground
from generator.workbook.raw import RawCell, RawTable
from generator.workbook.rollover.cells import column_widths, is_formula, own_cell
from generator.workbook.rollover.last import LastBook
from generator.workbook.rollover.own_sheets import own_names, own_sheets
from generator.workbook.terms import term

_MOVED_ON = {("account", "cutoff"), ("account", "version"), ("account", "language")}
_FORM_HEADERS = ("form.item", "form.setting", "form.value", "form.unit", "form.help")
_WIDTH = 14.0
_EMPTY = " "  # the result of a formula that gives an empty text: without any, it would read as never computed


def gathered(last: LastBook, period: Quarter, language: Language) -> Additions:
    """Return all that comes along, formulas as they were, each crosstab with a column for the period."""
    grounds = last.bound.origins.grounds
    return Additions(
        columns={name: tuple(_columns(last, name, language)) for name in grounds},
        items={name: tuple(_items(last, name)) for name, ground in grounds.items() if ground.values_at is not None},
        formulas={name: dict(_formulas(last, name)) for name in grounds},
        quarters={spec.field: _quarters(last, spec.field, period) for spec in tables() if spec.is_crosstab},
        sheets=own_sheets(last),
        names=own_names(last),
    )


def own_headers(table: RawTable, ground: Ground) -> tuple[RawCell, ...]:
    """Return the headers of a table that name nothing of ours."""
    if ground.values_at is not None:
        ours = {word for key in _FORM_HEADERS for word in term(key)}
        at = {table.headers[0].column, ground.values_at}
        return tuple(cell for cell in table.headers if cell.column not in at and str(cell.value) not in ours)
    known = {header.column for header in ground.headers.values()}
    return tuple(cell for cell in table.headers if cell.column not in known)


def own_items(table: RawTable, ground: Ground) -> tuple[RawCell, ...]:
    """Return the cells of a form that name a line of a person's own."""
    known = {header.row for header in ground.headers.values()}
    cells = (row.cells.get(table.headers[0].column) for row in table.rows if row.number not in known)
    return tuple(cell for cell in cells if cell is not None and not is_blank(cell.value))


def _columns(last: LastBook, name: str, language: Language) -> Iterator[OwnColumn]:
    table, ground = last.raw.tables[name], last.bound.origins.grounds[name]
    taken = {header_of(column, language).casefold() for column in ground.spec.columns}
    widths = column_widths(last, table.sheet)
    for header in own_headers(table, ground):
        text = _unique(cleaned(str(header.value)).replace("\n", " ") or "…", taken)
        taken.add(text.casefold())
        cells = {
            rank: cell
            for row, rank in last.ranks[name].items()
            if (cell := own_cell(last, table.sheet, row, header.column)) is not None
        }
        yield OwnColumn(text, cells, widths.get(header.column, _WIDTH), _place(header, ground))


def _unique(text: str, taken: set[str]) -> str:
    return next(name for name in _candidates(text) if name.casefold() not in taken)


def _candidates(text: str) -> Iterator[str]:
    yield text
    yield from (f"{text} ({number})" for number in count(2))


def _place(header: RawCell, ground: Ground) -> str | None:
    """Return the column of ours that a column follows; None behind the last one, as in a form."""
    known = {} if ground.values_at is not None else {at.column: name for name, at in ground.headers.items()}
    if not any(column > header.column for column in known):
        return None
    return known[max(before)] if (before := [column for column in known if column < header.column]) else START


def _items(last: LastBook, name: str) -> Iterator[OwnItem]:
    table, ground = last.raw.tables[name], last.bound.origins.grounds[name]
    for item in own_items(table, ground):
        value = own_cell(last, table.sheet, item.row, ground.values_at or 0)
        yield OwnItem(cleaned(str(item.value)), value or OwnCell())


def _formulas(last: LastBook, name: str) -> Iterator[tuple[tuple[int, str], OwnCell]]:
    ground = last.bound.origins.grounds[name]
    for field, header in ground.headers.items():
        for row, rank in last.ranks[name].items():
            if (name, field) in _MOVED_ON or (ground.values_at is not None and row != header.row):
                continue
            at = header.column if ground.values_at is None else ground.values_at
            cell = own_cell(last, ground.sheet, row, at) if is_formula(last, ground.sheet, row, at) else None
            if cell is not None and cell.formula is not None and cell.array in {None, (1, 1)}:
                key = (rank if ground.values_at is None else last.ranks[name][header.row], field)
                yield key, OwnCell(_EMPTY, cell.formula) if cell.value is None else cell


def _quarters(last: LastBook, name: str, period: Quarter) -> tuple[Quarter, ...]:
    """Return the quarters that have a column, and the period; none for a table that holds nothing at all."""
    ground = last.bound.origins.grounds.get(name)
    found = [parse_quarter(header) for header in (ground.headers if ground else ())]
    shown = [quarter for quarter in found if quarter is not None]
    return (*shown, period) if shown or getattr(last.plan, name) else ()
