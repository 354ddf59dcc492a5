"""Files that are broken, forged or out of all measure, each made from a sound workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from tests.packages import packed, unpacked
from tests.workbook.short_plan import the_short

Edit = Callable[[bytes], bytes]
ACTIONS = "xl/worksheets/sheet7.xml"
WORKBOOK = "xl/workbook.xml"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def the_parts() -> dict[str, bytes]:
    """The parts of the example."""
    return unpacked(the_short())


def with_part(name: str, data: bytes) -> bytes:
    """The example with a part added or replaced."""
    return packed({**the_parts(), name: data})


def with_edit(name: str, edit: Edit) -> bytes:
    """The example with one part changed."""
    parts = the_parts()
    changed = edit(parts[name])
    assert changed != parts[name]
    return packed({**parts, name: changed})


def with_rows(rows: bytes) -> bytes:
    """The example with rows of XML added below those of the actions."""
    return with_edit(ACTIONS, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))


def lettered(column: int) -> bytes:
    """The letters of a column."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name.encode()


def blank_rows(count: int, *, cells: int = 0) -> bytes:
    """Formatted rows without a value, from row 5000 on, each with some formatted cells."""
    return b"".join(_blank_rows(count, cells))


def _blank_rows(count: int, cells: int) -> Iterator[bytes]:
    names = [lettered(column) for column in range(1, cells + 1)]
    for row in range(5_000, 5_000 + count):
        blanks = b"".join(b'<c r="%s%d" s="3"/>' % (name, row) for name in names)
        yield b'<row r="%d" s="3" customFormat="1">%s</row>' % (row, blanks)


def wide_row() -> bytes:
    """A row with a text in every column a sheet can have."""
    cells = b"".join(
        b'<c r="%s9000" t="inlineStr"><is><t>x</t></is></c>' % lettered(column) for column in range(1, LAST_COLUMN + 1)
    )
    return b'<row r="9000">%s</row>' % cells


def strict() -> bytes:
    """The example as a strict Open XML file: other namespaces, the same words."""
    host = b"http://purl.oclc.org/ooxml"
    names = {MAIN: host + b"/spreadsheetml/main", RELATION: host + b"/officeDocument/relationships"}
    parts = the_parts()
    for name, data in parts.items():
        for usual, other in names.items():
            parts[name] = parts[name].replace(usual, other)
        assert not name.startswith("xl/worksheets/sheet") or parts[name] != data
    return packed(parts)


def far_cell() -> bytes:
    """A text in the corner where nobody looks."""
    return b'<row r="1048332"><c r="XES1048332" t="inlineStr"><is><t>loin</t></is></c></row>'


def a_text(cell: bytes, text: bytes) -> bytes:
    """A row with one inline text."""
    row = bytes(char for char in cell if char < 65)
    return b'<row r="%s"><c r="%s" t="inlineStr"><is><t>%s</t></is></c></row>' % (row, cell, text)


def too_many_parts() -> bytes:
    """Six thousand empty parts."""
    return packed({**the_parts(), **{f"xl/media/image{number}.png": b"" for number in range(6_000)}})


def swollen() -> bytes:
    """A part of 50 MB packed a thousand times smaller."""
    return packed({WORKBOOK: the_parts()[WORKBOOK], "xl/media/image1.bmp": b"\0" * 50_000_000})


def lying_about_size() -> bytes:
    """A sheet whose header says 10 bytes."""
    data = bytearray(with_rows(blank_rows(2_000)))
    name = ACTIONS.encode()
    at = data.rindex(name) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def with_wrong_checksum() -> bytes:
    """A sheet with a byte flipped in its packed data."""
    data = bytearray(the_short())
    with zipfile.ZipFile(BytesIO(the_short())) as package:
        entry = package.getinfo(ACTIONS)
    data[entry.header_offset + 30 + len(ACTIONS) + entry.compress_size // 2] ^= 0xFF
    return bytes(data)


def encrypted_entries() -> bytes:
    """The flag of a zip password on every entry."""
    data = bytearray(the_short())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def declaring(entity: bytes) -> Edit:
    """Put a document type before the root."""
    return lambda xml: xml.replace(b"<workbook", b"<!DOCTYPE w [%s]><workbook" % entity, 1)


def pivot_with_calculated_item() -> bytes:
    """A pivot that openpyxl cannot load."""
    items = b'<calculatedItems count="1"><calculatedItem/></calculatedItems>'
    cache = b'<pivotCacheDefinition xmlns="%s" xmlns:r="%s">%s</pivotCacheDefinition>' % (MAIN, RELATION, items)
    return related(b"pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml", cache)


def linked_to_others() -> bytes:
    """A workbook that takes values from another."""
    link = b'<externalLink xmlns="%s"><externalBook/></externalLink>' % MAIN
    return related(b"externalLink", "externalLinks/externalLink1.xml", link)


def related(kind: bytes, target: str, part: bytes) -> bytes:
    """The example with a part that the workbook refers to."""
    name = "xl/_rels/workbook.xml.rels"
    end = b"</Relationships>"
    relation = b'<Relationship Id="rId99" Type="%s/%s" Target="%s"/>' % (RELATION, kind, target.encode())
    parts = the_parts()
    return packed({**parts, name: parts[name].replace(end, relation + end), f"xl/{target}": part})


def backslashed() -> bytes:
    """The example as some programs on Windows pack it: backslashes in the names of its entries."""
    data, slashed = bytearray(the_short()), [name.encode() for name in the_parts() if "/" in name]
    for name in slashed:
        at = 0
        while (at := data.find(name, at)) >= 0:
            is_local, is_central = data[at - 30 : at - 26] == b"PK\x03\x04", data[at - 46 : at - 42] == b"PK\x01\x02"
            if is_local or is_central:
                data[at : at + len(name)] = name.replace(b"/", b"\\")
            at += len(name)
    return bytes(data)


def in_upper_case() -> bytes:
    """The example with the names of its parts in capitals, but for that of the content types."""
    return packed({name if name.startswith("[") else name.upper(): data for name, data in the_parts().items()})


def elsewhere() -> bytes:
    """The example with its main part and a sheet called otherwise, the sheet in a folder of its own."""
    parts = the_parts()
    relations = "xl/_rels/workbook.xml.rels"
    moves = {
        WORKBOOK: "xl/classeur.xml",
        relations: "xl/_rels/classeur.xml.rels",
        ACTIONS: "xl/feuilles/Plan actions.xml",
        "xl/worksheets/_rels/sheet7.xml.rels": "xl/feuilles/_rels/Plan actions.xml.rels",
    }
    edits = {
        "_rels/.rels": (b'"xl/workbook.xml"', b'"/xl/classeur.xml"'),
        relations: (b'"worksheets/sheet7.xml"', b'"/xl/feuilles/Plan%20actions.xml"'),
        "[Content_Types].xml": (b'"/xl/workbook.xml"', b'"/xl/classeur.xml"'),
    }
    for name, (former, new) in edits.items():
        assert former in parts[name]
        parts[name] = parts[name].replace(former, new)
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(b"/xl/worksheets/sheet7.xml", b"/xl/feuilles/Plan%20actions.xml")
    return packed({moves.get(name, name): data for name, data in parts.items()})


def in_utf_16() -> bytes:
    """The example with its workbook and a sheet in UTF-16."""
    parts = the_parts()
    for name in (WORKBOOK, ACTIONS):
        parts[name] = parts[name].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    return packed(parts)


def after_a_byte_order_mark() -> bytes:
    """The example with a byte order mark before each part."""
    return packed({name: b"\xef\xbb\xbf" + data for name, data in the_parts().items()})


def without(part: str) -> bytes:
    """The example without a part that others refer to."""
    return packed({name: data for name, data in the_parts().items() if name != part})
