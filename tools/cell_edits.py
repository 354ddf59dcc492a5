"""Change cells inside a finished workbook, leaving every other byte of meaning alone: no library re-saves it."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NAME = f"{{{_MAIN}}}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Error:
    """An error value of Excel."""

    text: str


@dataclass(frozen=True)
class Formula:
    """A formula without a result."""

    text: str


CellContent = str | int | float | Error | Formula | None
Edits = Mapping[tuple[str, str], CellContent]
"""What cells are to hold, by sheet name and cell; None empties a cell."""


def edited(workbook: bytes, edits: Edits) -> bytes:
    """Return the workbook with these cells changed; their formats stay. KeyError for an unknown sheet.

    A changed header is changed in its Excel table too: Excel repairs a file where the two disagree.
    """
    with zipfile.ZipFile(BytesIO(workbook)) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    paths = _sheet_paths(parts)
    for sheet in {sheet for sheet, _ in edits}:
        changes = {cell: content for (at, cell), content in edits.items() if at == sheet}
        parts[paths[sheet]] = _edited_sheet(parts[paths[sheet]], changes)
        for table in _table_paths(parts, paths[sheet]):
            parts[table] = _edited_table(parts[table], changes)
    return _packed(parts)


def _table_paths(parts: Mapping[str, bytes], sheet: str) -> list[str]:
    folder, name = posixpath.split(sheet)
    relations = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    targets = [relation.get("Target", "") for relation in etree.fromstring(relations)] if relations else []
    return [posixpath.normpath(posixpath.join(folder, target)) for target in targets if "/tables/" in target]


def _edited_table(xml: bytes, changes: Mapping[str, CellContent]) -> bytes:
    root = etree.fromstring(xml)
    corner = root.get("ref", "").partition(":")[0]
    top, left = re.sub(r"\D", "", corner), _column(corner)
    columns = list(root.iter(f"{_NAME}tableColumn"))
    for coordinate, content in changes.items():
        at = _column(coordinate) - left
        if re.sub(r"\D", "", coordinate) == top and 0 <= at < len(columns):
            columns[at].set("name", str(content))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _sheet_paths(parts: Mapping[str, bytes]) -> dict[str, str]:
    relations = etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    sheets = etree.fromstring(parts["xl/workbook.xml"]).iter(f"{_NAME}sheet")
    return {sheet.get("name", ""): posixpath.join("xl", targets[sheet.get(_RELATION)]) for sheet in sheets}


def _edited_sheet(xml: bytes, changes: Mapping[str, CellContent]) -> bytes:
    root = etree.fromstring(xml)
    for coordinate, content in changes.items():
        _fill(_cell(root, coordinate), content)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _cell(root: etree._Element, coordinate: str) -> etree._Element:
    row_number = int(re.sub(r"\D", "", coordinate))
    data = root.find(f"{_NAME}sheetData")
    assert data is not None  # noqa: S101 - every sheet has its data
    row = _placed(data, f"{_NAME}row", str(row_number), int)
    return _placed(row, f"{_NAME}c", coordinate, _column)


def _column(coordinate: str) -> int:
    number = 0
    for letter in re.sub(r"\d", "", coordinate):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _placed(parent: etree._Element, tag: str, name: str, order: Callable[[str], int]) -> etree._Element:
    """Return the child of this name, made where the order wants it when there is none."""
    for at, child in enumerate(parent):
        if child.get("r") == name:
            return child
        if order(child.get("r", "")) > order(name):
            made = etree.Element(tag, r=name)
            parent.insert(at, made)
            return made
    return etree.SubElement(parent, tag, r=name)


def _fill(cell: etree._Element, content: CellContent) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", "")
    match content:
        case None:
            return
        case str():
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, f"{_NAME}is"), f"{_NAME}t")
            text.text = content
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        case Error():
            cell.set("t", "e")
            etree.SubElement(cell, f"{_NAME}v").text = content.text
        case Formula():
            etree.SubElement(cell, f"{_NAME}f").text = content.text
        case _:
            etree.SubElement(cell, f"{_NAME}v").text = str(content)
