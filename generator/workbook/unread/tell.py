"""From what no table holds to findings: once a table, a sheet or a group of cells, with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Finding, Place, Severity, finding
from generator.locales.phrase import Phrase, phrase
from generator.model.schema import TableSpec, tables
from generator.workbook.conversions import shown
from generator.workbook.locate import Located
from generator.workbook.matching import folded
from generator.workbook.raw import RawCell, RawSheet
from generator.workbook.synonyms import all_titles, bare
from generator.workbook.unread.absent import absent
from generator.workbook.unread.blocks import blocks, extent
from generator.workbook.unread.free import areas_of, is_furniture, is_stage, unheld_cells, zones_unread
from generator.workbook.unread.heads import Head, Why, heads_of, is_wanting, located_on, proposals
from generator.workbook.word_list import is_list

_MOST_NAMED = 12


@dataclass(frozen=True)
class Unread:
    """The findings about what is not read, and the tables of the plan that they already account for."""

    findings: tuple[Finding, ...] = ()
    fields: frozenset[str] = frozenset()


def unread(sheets: tuple[RawSheet, ...], located: Located) -> Unread:
    """Return what there is to say of all that people typed where no table is read."""
    said: list[Finding] = []
    named: set[str] = set()
    for sheet in sheets:
        areas = areas_of(sheet, located.taken)
        unheld = unheld_cells(sheet, areas)
        heads = heads_of(sheet, unheld, located) if unheld else []
        said += _copies([head for head in heads if head.why is Why.COPY], located)
        others = [head for head in heads if head.why is not Why.COPY]
        said += [_own_headers(head, located) for head in others]
        named |= {head.spec.field for head in others if is_wanting(head.spec, located)}
        areas = (*areas, *areas_of(sheet, (head.spot for head in heads)))
        told = zones_unread(sheet, located.spots)
        free = (cell for cell in _without(unheld, heads) if not any(area.holds(cell) for area in told))
        left = (cell for cell in free if not is_furniture(cell, sheet, areas))
        said += _left(sheet, tuple(left), heads, located)
    gone, lost = absent(sheets, located, frozenset(named))
    return Unread((*said, *gone), frozenset(named | lost))


def _without(unheld: tuple[RawCell, ...], heads: list[Head]) -> tuple[RawCell, ...]:
    held = {(cell.row, cell.column) for head in heads for cell in _cells(head)}
    held |= {(head.title.row, head.title.column) for head in heads if head.title}
    return tuple(cell for cell in unheld if (cell.row, cell.column) not in held)


def _cells(head: Head) -> tuple[RawCell, ...]:
    return (*head.spot.headers, *(cell for cells in head.rows.values() for cell in cells))


def _copies(heads: list[Head], located: Located) -> Iterator[Finding]:
    """Yield one finding for the copies of a sheet; words that are nowhere else forbidden are told apart."""
    told = []
    for head in heads:
        if is_list(head.spec) and _new_words(head, located):
            yield _forbidden(head)
        elif head.rows:
            told.append(head)
    if told:
        first = told[0].spot
        place = Place(sheet=first.sheet.name, cell=first.coordinate, table=told[0].spec.table.name)
        read = tuple(dict.fromkeys(located.spots[head.spec.field].sheet.name for head in told))
        yield finding("W141", place, tables=tuple(map(_table_words, told)), read=read)


def _table_words(head: Head) -> Phrase:
    return phrase("workbook.unread.table", n=len(head.rows), title=head.spec.table.title, area=extent(_cells(head)))


def _new_words(head: Head, located: Located) -> bool:
    known = {folded(shown(cell.value)) for row in located.tables[head.spec.field].rows for cell in row.cells.values()}
    return any(folded(shown(cell.value)) not in known for cells in head.rows.values() for cell in cells)


def _forbidden(head: Head) -> Finding:
    spot = head.spot
    place = Place(sheet=spot.sheet.name, cell=spot.coordinate, table=head.spec.table.name)
    return finding("W147", place, area=extent(_cells(head)))


def _own_headers(head: Head, located: Located) -> Finding:
    if is_list(head.spec):
        return _forbidden(head)
    spot, spec = head.spot, head.spec
    at = head.title or spot.headers[0]
    place = Place(sheet=spot.sheet.name, cell=at.coordinate, table=spec.table.name)
    names = tuple(shown(cell.value) for cell in spot.headers)
    likely = proposals(spec, spot.headers)
    pairs = tuple(
        phrase("workbook.unread.pair", header=shown(cell.value), column=spec.column(name).label)
        for name, cell in likely.items()
    )
    return finding(
        "W140",
        place,
        severity=_gravity(head, located),
        table_label=spec.table.title,
        area=extent(_cells(head)),
        headers=names[:_MOST_NAMED],
        proposals=pairs or phrase("workbook.unread.no_pair"),
        n=len(head.rows),
    )


def _gravity(head: Head, located: Located) -> Severity:
    """An error where the documents would say that there is nothing; else a warning."""
    is_lost = is_wanting(head.spec, located) and (head.why is Why.TITLED or head.spec.table.required)
    return Severity.ERROR if is_lost else Severity.WARNING


def _left(sheet: RawSheet, cells: tuple[RawCell, ...], heads: list[Head], located: Located) -> Iterator[Finding]:
    """Yield what is said of cells that make no table: group by group on our sheets, once on somebody's own."""
    if not cells:
        return
    if secret := _secret(sheet, located):
        yield finding(
            "W147", Place(sheet=sheet.name, cell=cells[0].coordinate, table=secret.table.name), area=extent(cells)
        )
    elif is_stage(sheet) or located_on(sheet, located):
        yield from (_outside(group) for group in blocks(cells))
    elif not heads:
        yield finding("W143", Place(sheet=sheet.name, cell=cells[0].coordinate), area=extent(cells))


def _secret(sheet: RawSheet, located: Located) -> TableSpec | None:
    """Return the table of forbidden words when a sheet of nothing else is named after it."""
    if located_on(sheet, located):
        return None
    return next((spec for spec in tables() if is_list(spec) and bare(sheet.name) in all_titles(spec)), None)


def _outside(group: Iterable[RawCell]) -> Finding:
    cells = tuple(group)
    place = Place(sheet=cells[0].sheet, cell=cells[0].coordinate)
    severity = Severity.INFO if all(isinstance(cell.value, str) for cell in cells) else None
    return finding("W142", place, severity=severity, value=shown(cells[0].value), area=extent(cells), n=len(cells))
