"""What a workbook says of itself: its sheets and their parts, its date system, what it brings along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.workbook.xlsx.markup import local_attribute, scan
from generator.workbook.xlsx.package import Package, resolved
from generator.workbook.xlsx.unreadable import DAMAGED, UnreadableError

_WORKBOOK = "xl/workbook.xml"
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
    """Return what the workbook says of itself. UnreadableError when it names no sheet at all."""
    related = relations(package, _WORKBOOK)
    found: list[tuple[str, str, bool]] = []
    dates: list[bool] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet" and len(found) < _MOST_SHEETS:
            is_hidden = attributes.get("state", "visible") != "visible"
            found.append((attributes.get("name", ""), local_attribute(attributes, "id") or "", is_hidden))
        elif name == "workbookPr":
            dates.append(attributes.get("date1904", "0").lower() in _TRUE)

    scan(package.chunks(_WORKBOOK), start)
    if not found:
        raise UnreadableError(DAMAGED)
    sheets = tuple(
        SheetEntry(name, relation.target, is_hidden)
        for name, identity, is_hidden in found
        if (relation := related.get(identity)) and relation.kind == "worksheet" and relation.target in package
    )
    return Outline(
        sheets=sheets,
        starts_in_1904=any(dates),
        texts=_part(package, related, "sharedStrings"),
        styles=_part(package, related, "styles"),
        has_macros=any(name.endswith("vbaproject.bin") for name in package.names),
        has_external_links=any(relation.kind == "externalLink" for relation in related.values()),
    )


def relations(package: Package, part: str) -> dict[str, Relation]:
    """Return the relationships of a part by identity, without those that lead out of the package."""
    folder, _, name = part.rpartition("/")
    source = f"{folder}/_rels/{name}.rels"
    found: dict[str, Relation] = {}

    def start(element: str, attributes: Mapping[str, str]) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = Relation(kind, resolved(part, attributes.get("Target", "")))

    if source in package:
        scan(package.chunks(source), start)
    return found


def _part(package: Package, related: Mapping[str, Relation], kind: str) -> str | None:
    parts = (relation.target for relation in related.values() if relation.kind == kind and relation.target in package)
    return next(parts, None)
