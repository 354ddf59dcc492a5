"""A saved plan told as text: styles, captions, fields, alternative texts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def part(package: bytes, name: str = "word/document.xml") -> _Element:
    """A part of a package, parsed."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return etree.fromstring(archive.read(name))


def outline(package: bytes) -> str:
    """The body in reading order, one line a paragraph, a row or a break."""
    body = part(package)[0]
    return "\n".join(_lines(body)) + "\n"


def _lines(body: _Element) -> Iterator[str]:
    for child in body:
        if child.tag == f"{W}p":
            yield _paragraph(child)
            if child.find(f"{W}pPr/{W}sectPr") is not None:
                yield _section(child.find(f"{W}pPr/{W}sectPr"))
        elif child.tag == f"{W}tbl":
            yield from _table(child)
        elif child.tag == f"{W}sdt":
            yield f"# {child.find(f'{W}sdtPr/{W}tag').get(f'{W}val')}"  # type: ignore[union-attr]
            yield from _lines(child.find(f"{W}sdtContent"))  # type: ignore[arg-type]
        elif child.tag == f"{W}sectPr":
            yield _section(child)


def _paragraph(paragraph: _Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return f"[{'Normal' if style is None else style.get(f'{W}val')}] {text(paragraph)}".rstrip()


def text(element: _Element) -> str:
    """The text of a paragraph with its fields, tabs, links and pictures."""
    parts = []
    for one in element.iter():
        if one.tag == f"{W}t":
            parts.append(one.text or "")
        elif one.tag == f"{W}tab" and one.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            parts.append(" → ")
        elif one.tag == f"{W}instrText":
            parts.append(f"{{{(one.text or '').strip()}}}")
        elif one.tag == f"{WP}docPr":
            parts.append(f"<{one.get('name')}: {one.get('descr', 'decoration')}>")
    return "".join(parts).replace("\u00a0", " ").replace("\u202f", " ")


def _table(table: _Element) -> Iterator[str]:
    style = table.find(f"{W}tblPr/{W}tblStyle")
    alt = table.find(f"{W}tblPr/{W}tblDescription")
    told = "" if alt is None else f" ({alt.get(f'{W}val')})"
    yield f"table {'' if style is None else style.get(f'{W}val')}{told}".replace("\u00a0", " ")
    for row in table.iter(f"{W}tr"):
        cells = [" / ".join(text(one) for one in cell.iter(f"{W}p")) for cell in row.findall(f"{W}tc")]
        mark = "= " if row.find(f"{W}trPr/{W}tblHeader") is not None else "| "
        yield f"  {mark}{' | '.join(cells)}".rstrip()


def _section(section: _Element | None) -> str:
    size = None if section is None else section.find(f"{W}pgSz")
    way = "portrait" if size is None else size.get(f"{W}orient", "portrait")
    return f"--- {way}"
