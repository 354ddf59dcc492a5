"""The sheets of a workbook as plain values: every cell that holds something, and the Excel tables drawn over them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Finding, Place, finding
from generator.workbook.raw import RawSheet
from generator.workbook.xlsx.cells import MOST_CELLS, MOST_CHARACTERS, Book, cells
from generator.workbook.xlsx.formats import Formats, formats
from generator.workbook.xlsx.merged import filled_down
from generator.workbook.xlsx.outline import Outline, SheetEntry, outline
from generator.workbook.xlsx.package import Package
from generator.workbook.xlsx.strings import shared_texts
from generator.workbook.xlsx.unreadable import CROWDED_SHEET, UnreadableError
from generator.workbook.xlsx.zones import zones


@dataclass(frozen=True, slots=True)
class OpenedBook:
    """A workbook: its sheets in order, its date system, and what it brings along that is never used."""

    sheets: tuple[RawSheet, ...]
    starts_in_1904: bool
    has_macros: bool = False
    has_external_links: bool = False


def opened(data: bytes, file: str | None = None) -> OpenedBook | Finding:
    """Return the sheets of a workbook, or the finding that says why there are none."""
    try:
        return _opened(Package(data))
    except UnreadableError as stop:
        return finding(stop.code, Place(file=file, sheet=stop.sheet))


def _opened(package: Package) -> OpenedBook:
    known = outline(package)
    shown = formats(package.chunks(known.styles)) if known.styles else Formats([], [])
    book = Book(
        texts=shared_texts(package.chunks(known.texts)) if known.texts else [],
        styles=shown.shown,
        sections=shown.sections,
        starts_in_1904=known.starts_in_1904,
    )
    return OpenedBook(_sheets(package, known, book), known.starts_in_1904, known.has_macros, known.has_external_links)


def _sheets(package: Package, known: Outline, book: Book) -> tuple[RawSheet, ...]:
    sheets: list[RawSheet] = []
    held = characters = 0
    for entry in known.sheets:
        sheets.append(_sheet(package, entry, book))
        held += len(sheets[-1].cells)
        characters += sum(len(cell.value) for cell in sheets[-1].cells.values() if isinstance(cell.value, str))
        if held > MOST_CELLS or characters > MOST_CHARACTERS:
            raise UnreadableError(CROWDED_SHEET, sheet=entry.name)
    return tuple(sheets)


def _sheet(package: Package, entry: SheetEntry, book: Book) -> RawSheet:
    found, merges = cells(package.chunks(entry.part), entry.name, book)
    return RawSheet(entry.name, entry.is_hidden, filled_down(found, merges), tuple(zones(package, entry.part)))
