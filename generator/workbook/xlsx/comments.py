"""The comments hung on cells, notes and conversations alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.workbook.xlsx.markup import scan
from generator.workbook.xlsx.outline import outline, relations
from generator.workbook.xlsx.package import Package
from generator.workbook.xlsx.texts import Text
from generator.workbook.xlsx.unreadable import UnreadableError

_KINDS = {"comments", "threadedComment"}
_COMMENTS = {"comment", "threadedComment"}


@dataclass(frozen=True, slots=True)
class CellComment:
    """A comment: its sheet, its cell in A1 notation, what it says."""

    sheet: str
    cell: str
    text: str


def comments(data: bytes) -> tuple[CellComment, ...]:
    """Return the comments of a workbook in the order of its sheets; none of a part that cannot be read."""
    package = Package(data)
    found = []
    for entry in outline(package).sheets:
        for relation in relations(package, entry.part).values():
            if relation.kind in _KINDS and relation.target in package:
                found += [CellComment(entry.name, cell, text) for cell, text in _read(package, relation.target)]
    return tuple(found)


def _read(package: Package, part: str) -> Iterator[tuple[str, str]]:
    read: list[tuple[str, Text]] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name in _COMMENTS:
            read.append((attributes.get("ref", ""), Text()))

    def said(piece: str) -> None:
        if read:
            read[-1][1].add(piece)

    try:
        scan(package.chunks(part), start, text=said)
    except UnreadableError:
        return
    for cell, text in read:
        value = text.value
        yield cell, (value if isinstance(value, str) else value.start).strip()
