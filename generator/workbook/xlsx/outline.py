"""What a workbook says of itself: its sheets and their parts, its date system, what it brings along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.workbook.xlsx.markup import local_attribute, scan
from generator.workbook.xlsx.package import Package, resolved
from generator.workbook.xlsx.unreadable import DAMAGED, NOT_A_WORKBOOK, OTHER_FORMAT, UnreadableError

_USUAL = "xl/workbook.xml"
_OTHER_FORMATS = ("xl/workbook.bin", "content.xml", "word/document.xml", "ppt/presentation.xml")
_OTHER_ROOTS = {"document", "presentation"}
_TRUE = {"1", "true", "on"}
_MOST_SHEETS = 1_000


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: the last word of its type, and the part it leads to."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet of cells: its name, its part, and whether it is hidden in any way."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """The sheets of a workbook in order; the parts of shared texts and styles, None without."""

    sheets: tuple[SheetEntry, ...]
    starts_in_1904: bool
    texts: str | None
    styles: str | None
    has_macros: bool
    has_external_links: bool


def outline(package: Package) -> Outline:
    """Return what the workbook says of itself. UnreadableError when it names no sheet at all, or one that is lost."""
    book = main_part(package)
    related = relations(package, book)
    found: list[tuple[str, str, bool]] = []
    dates: list[bool] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet" and len(found) < _MOST_SHEETS:
            is_hidden = attributes.get("state", "visible") != "visible"
            found.append((attributes.get("name", ""), local_attribute(attributes, "id") or "", is_hidden))
        elif name == "workbookPr":
            dates.append(attributes.get("date1904", "0").lower() in _TRUE)

    scan(package.chunks(book), start)
    if not found:
        raise UnreadableError(DAMAGED)
    return Outline(
        sheets=tuple(_entries(package, related, found)),
        starts_in_1904=any(dates),
        texts=_part(package, related, "sharedStrings"),
        styles=_part(package, related, "styles"),
        has_macros=any(name.endswith("vbaproject.bin") for name in package.names),
        has_external_links=any(relation.kind == "externalLink" for relation in related.values()),
    )


def main_part(package: Package) -> str:
    """Return the part of the workbook itself: where the package says, else where it usually is."""
    told = _part(package, relations(package, ""), "officeDocument")
    book = told or (_USUAL if _USUAL in package else None)
    if book is None or book.lower() in _OTHER_FORMATS:
        is_known = any(name in package for name in _OTHER_FORMATS)
        raise UnreadableError(OTHER_FORMAT if is_known else NOT_A_WORKBOOK)
    root = _root(package, book)
    if root != "workbook":
        raise UnreadableError(OTHER_FORMAT if root in _OTHER_ROOTS else NOT_A_WORKBOOK)
    return book


def relations(package: Package, part: str) -> dict[str, Relation]:
    """Return the relationships of a part by identity, of the package for "", without those that lead out of it."""
    folder, slash, name = part.rpartition("/")
    source = f"{folder}{slash}_rels/{name}.rels"
    found: dict[str, Relation] = {}

    def start(element: str, attributes: Mapping[str, str]) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = Relation(kind, resolved(part, attributes.get("Target", "")))

    if source in package:
        scan(package.chunks(source), start)
    return found


def _entries(
    package: Package, related: Mapping[str, Relation], found: Iterable[tuple[str, str, bool]]
) -> Iterator[SheetEntry]:
    """Yield the sheets of cells; one that is named and not there is a damage: its rows would be missed by nobody."""
    for name, identity, is_hidden in found:
        relation = related.get(identity)
        if relation is None or (relation.kind == "worksheet" and relation.target not in package):
            raise UnreadableError(DAMAGED, sheet=name)
        if relation.kind == "worksheet":
            yield SheetEntry(name, relation.target, is_hidden)


def _root(package: Package, part: str) -> str:
    """Return the local name of the first element of a part."""
    found: list[str] = []
    scan(package.chunks(part), lambda name, _: found.append(name) if not found else None)
    return found[0] if found else ""


def _part(package: Package, related: Mapping[str, Relation], kind: str) -> str | None:
    parts = (relation.target for relation in related.values() if relation.kind == kind and relation.target in package)
    return next(parts, None)
