"""The Excel tables drawn on a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.workbook.coordinates import area
from generator.workbook.raw import Zone
from generator.workbook.xlsx.markup import scan
from generator.workbook.xlsx.outline import relations
from generator.workbook.xlsx.package import Package


def zones(package: Package, sheet_part: str) -> Iterator[Zone]:
    """Yield the Excel tables of a sheet that have a header row."""
    for relation in relations(package, sheet_part).values():
        if relation.kind == "table" and relation.target in package:
            yield from _zone(package, relation.target)


def _zone(package: Package, part: str) -> list[Zone]:
    found: list[Zone] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "table" and not found and attributes.get("headerRowCount") != "0":
            try:
                top, left, bottom, right = area(attributes.get("ref", ""))
            except ValueError:
                return
            totals = 1 if attributes.get("totalsRowCount", "0") not in {"", "0"} else 0
            word = attributes.get("displayName") or attributes.get("name", "")
            found.append(Zone(word, left, top, right, max(top, bottom - totals)))

    scan(package.chunks(part), start)
    return found
