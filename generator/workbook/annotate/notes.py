"""Notes on cells: the comments part of a sheet, and the drawing that shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from generator.workbook.annotate.grid import Grid
from generator.workbook.annotate.package import MAIN, RELATION, NotAnnotableError, Package, holdable, main
from generator.workbook.coordinates import position

AUTHOR = "copil"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_LEGACY = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts")
_WIDTH, _LINE, _MARGIN = 360, 16, 14
_LINE_CHARACTERS = 58
_LONGEST = 30_000
_SHAPE_ID = re.compile(rb"_x0000_s(\d+)")
_CLIENT_DATA = re.compile(rb"<x:ClientData.*?</x:ClientData>", re.DOTALL)
_PLACE = re.compile(rb"<x:Row>\s*(\d+)\s*</x:Row>\s*<x:Column>\s*(\d+)\s*</x:Column>")
_ANCHOR = re.compile(rb"<x:Anchor>[^<]*</x:Anchor>")
_FIRST_SHAPE = 1024
_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_EMPTY_DRAWING = (
    f'<xml {_NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)

Note = tuple[tuple[str, str], ...]
"""What a note says: heads, each with the text under it."""


def add_notes(package: Package, sheet: str, grid: Grid, notes: Mapping[str, Note], fills: Mapping[str, str]) -> None:
    """Put notes on cells of the sheet of a part; a note that a cell has already follows ours. `fills` colour them."""
    comments = package.root(_comments_part(package, sheet))
    author = _author(comments)
    known = {item.get("ref"): item for item in comments.iter(main("comment"))}
    added, enlarged = {}, {}
    for coordinate, note in notes.items():
        former = known.get(coordinate)
        _write(comments, coordinate, note, author, former)
        if former is None:
            added[coordinate] = _anchor(grid, coordinate, note)
        else:
            enlarged[coordinate] = _anchor(grid, coordinate, note, _text_of(former))
    drawing = _drawing_part(package, sheet)
    package.parts[drawing] = _with_shapes(_enlarged(package.parts[drawing], enlarged), added, fills)
    listed = comments.find(main("commentList"))
    if listed is not None:
        listed[:] = sorted(listed, key=lambda item: position(item.get("ref", "A1")))


def _comments_part(package: Package, sheet: str) -> str:
    found = package.related(sheet, "comments")
    if found is not None:
        return found
    name = package.free_name("xl/comments{}.xml")
    empty = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'
    package.add(name, empty.encode(), _COMMENTS_TYPE)
    package.relate(sheet, name, "comments")
    return name


def _drawing_part(package: Package, sheet: str) -> str:
    """Return the drawing of the sheet's notes, made when there is none."""
    root = package.root(sheet)
    legacy = root.find(main("legacyDrawing"))
    if legacy is not None:
        related = package.relations(sheet).get(legacy.get(f"{{{RELATION}}}id", ""))
        if related is None or b"</xml>" not in package.parts[related[1]]:
            raise NotAnnotableError(sheet)
        return related[1]
    name = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.put(name, _EMPTY_DRAWING.encode())
    package.declare("vml", _VML_TYPE)
    added = root.makeelement(main("legacyDrawing"), {f"{{{RELATION}}}id": package.relate(sheet, name, "vmlDrawing")})
    after = {main(tag) for tag in (*_AFTER_LEGACY, "extLst")}
    at = next((index for index, item in enumerate(root) if item.tag in after), len(root))
    root.insert(at, added)
    return name


def _author(comments: etree._Element) -> str:
    authors = comments.find(main("authors"))
    if authors is None:
        authors = comments.makeelement(main("authors"))
        comments.insert(0, authors)
    for number, author in enumerate(authors):
        if author.text == AUTHOR:
            return str(number)
    etree.SubElement(authors, main("author")).text = AUTHOR
    return str(len(authors) - 1)


def _write(comments: etree._Element, coordinate: str, note: Note, author: str, former: etree._Element | None) -> None:
    runs = [run for head, body in note for run in (_run(f"{head}\n", bold=True), _run(f"{body}\n", bold=False))]
    if former is not None:
        text = former.find(main("text"))
        if text is None:
            text = etree.SubElement(former, main("text"))
        for plain in text.findall(main("t")):
            text.replace(plain, _run(plain.text or "", bold=False))
        text[:] = [*runs, _run("\n", bold=False), *text]
        return
    listed = comments.find(main("commentList"))
    if listed is None:
        listed = etree.SubElement(comments, main("commentList"))
    comment = etree.SubElement(listed, main("comment"), ref=coordinate, authorId=author)
    etree.SubElement(comment, main("text")).extend(runs)


def _run(text: str, *, bold: bool) -> etree._Element:
    run = etree.Element(main("r"))
    look = etree.SubElement(run, main("rPr"))
    if bold:
        etree.SubElement(look, main("b"))
    etree.SubElement(look, main("sz"), val="9")
    etree.SubElement(look, main("rFont"), val="Calibri")
    etree.SubElement(look, main("family"), val="2")
    held = etree.SubElement(run, main("t"))
    held.text = holdable(text[:_LONGEST])
    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _text_of(comment: etree._Element) -> str:
    return "".join(item.text or "" for item in comment.iter(main("t")))


def _anchor(grid: Grid, coordinate: str, note: Note, told: str | None = None) -> str:
    """Return where the note's box stands, right of its cell: first and last column and row, each with pixels in it."""
    row, column = position(coordinate)
    text = told if told is not None else "\n".join(part for pair in note for part in pair)
    lines = sum(1 + len(line) // _LINE_CHARACTERS for line in text.split("\n"))
    right, dx = _walked(column + 1, _MARGIN + _WIDTH, grid.width)
    bottom, dy = _walked(row, _LINE * (lines + 1), grid.height)
    return f"{column}, {_MARGIN}, {row - 1}, 2, {right - 1}, {dx}, {bottom - 1}, {dy}"


def _walked(start: int, pixels: int, size: Callable[[int], int]) -> tuple[int, int]:
    """Return the column or row that lies so many pixels after the start of `start`, and the pixels left in it."""
    while pixels > size(start):
        pixels -= size(start)
        start += 1
    return start, pixels


def _with_shapes(vml: bytes, anchors: Mapping[str, str], fills: Mapping[str, str]) -> bytes:
    first = max([_FIRST_SHAPE, *(int(found) for found in _SHAPE_ID.findall(vml))]) + 1
    shapes = (_shape(cell, anchors[cell], fills[cell], number) for number, cell in enumerate(anchors, start=first))
    head, end, tail = vml.rpartition(b"</xml>")
    return head + "".join(shapes).encode() + end + tail


def _shape(coordinate: str, anchor: str, fill: str, number: int) -> str:
    row, column = position(coordinate)
    return (
        f'<v:shape {_NAMESPACES} id="_x0000_s{number}" type="#_x0000_t202" fillcolor="#{fill}" o:insetmode="auto" '
        f'style="position:absolute;z-index:{number - _FIRST_SHAPE};visibility:hidden"><v:fill color2="#{fill}"/>'
        '<v:shadow on="f" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )


def _enlarged(vml: bytes, anchors: Mapping[str, str]) -> bytes:
    """Give the boxes of notes that were there the room for what they say now."""
    by_place = {position(cell): f"<x:Anchor>{anchor}</x:Anchor>".encode() for cell, anchor in anchors.items()}

    def widened(data: re.Match[bytes]) -> bytes:
        place = _PLACE.search(data[0])
        anchor = by_place.get((int(place[1]) + 1, int(place[2]) + 1)) if place else None
        return data[0] if anchor is None else _ANCHOR.sub(anchor, data[0])

    return _CLIENT_DATA.sub(widened, vml) if anchors else vml
