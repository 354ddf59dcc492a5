"""The plan's value written into the brand's Word template."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator
from typing import assert_never

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.oxml import parse_xml

from generator.brand import Brand
from generator.charts.picture import paint, vector
from generator.ooxml.core_properties import set_core_properties
from generator.ooxml.identity import shape_ids
from generator.ooxml.repack import canonical
from generator.plan.arrange.document import (
    Caption,
    CaptionList,
    Contents,
    Document,
    Heading,
    Paragraph,
    Part,
    Picture,
    Stretch,
    TablePart,
)
from generator.plan.write.desk import Desk
from generator.plan.write.furniture import add_wide, fill_upright
from generator.plan.write.language import set_language
from generator.plan.write.markup import DECLARATIONS, W
from generator.plan.write.numbering import HeadingLists
from generator.plan.write.paragraphs import heading, paragraph, separator
from generator.plan.write.references import caption, caption_list, contents
from generator.plan.write.sections import MARKER, place_break, section_properties
from generator.plan.write.tables import table

_SVG = "image/svg+xml"


def write(document: Document, brand: Brand) -> bytes:
    """The plan as the bytes of a .docx file; the same value always gives the same bytes."""
    word = docx.Document(str(brand.plan.file))
    desk = Desk(brand, shape_ids(one.key for one in _pictures(document)), _painter(word, brand))
    fill_upright(word, document, desk)
    _fill_body(word, document, desk)
    set_language(word, document.properties.language)
    properties = document.properties
    set_core_properties(
        word.core_properties,
        title=properties.title,
        language=properties.language,
        author=properties.author,
        subject=properties.subject,
        version=properties.version,
    )
    buffer = io.BytesIO()
    word.save(buffer)
    return canonical(buffer.getvalue())


def _fill_body(word: WordDocument, document: Document, desk: Desk) -> None:
    """Parse the whole body at once, then turn the marks between stretches into section breaks."""
    old = word.element.body
    template = old.find(f"{W}sectPr")
    lists = HeadingLists(word, desk)
    mark = f"<w:{MARKER}/>"
    inside = mark.join("".join(_stretch(stretch, desk, lists)) for stretch in document.stretches)
    body = parse_xml(f"<w:body {DECLARATIONS}>{inside}{mark}</w:body>")
    wide = add_wide(word, document, desk) if any(one.is_landscape for one in document.stretches) else None
    markers = list(body.iterchildren(f"{W}{MARKER}"))
    sections = [
        section_properties(
            template, page=desk.brand.page, is_first=at == 0, is_landscape=stretch.is_landscape, wide=wide
        )
        for at, stretch in enumerate(document.stretches)
    ]
    for marker, section in zip(markers[:-1], sections[:-1], strict=True):
        place_break(marker, section)
    body.replace(markers[-1], sections[-1])
    old.getparent().replace(old, body)


def _stretch(stretch: Stretch, desk: Desk, lists: HeadingLists) -> Iterator[str]:
    """The parts of a stretch as text; two tables that follow each other are kept apart."""
    was_table = False
    for part in stretch.parts:
        is_table = isinstance(part, TablePart)
        if was_table and is_table:
            yield separator()
        yield _part(part, desk, lists)
        was_table = is_table
    if was_table:
        yield separator()


def _part(part: Part, desk: Desk, lists: HeadingLists) -> str:
    match part:
        case Paragraph():
            return paragraph(part, desk)
        case Heading():
            return heading(part, desk, numbering=lists.properties(part))
        case TablePart():
            return table(part, desk)
        case Caption():
            return caption(part, desk)
        case Contents():
            return contents(part, desk)
        case CaptionList():
            return caption_list(part, desk)
        case _:
            assert_never(part)


def _painter(word: WordDocument, brand: Brand) -> Callable[[Picture], tuple[str, str]]:
    """Draws a picture into the package, as dots and as lines, and returns both relations."""
    count = itertools.count(1)

    def picture_ids(picture: Picture) -> tuple[str, str]:
        raster, _ = word.part.get_or_add_image(io.BytesIO(paint(picture.drawing, brand)))
        name = PackURI(f"/word/media/drawing{next(count)}.svg")
        lines = word.part.relate_to(OpcPart(name, _SVG, vector(picture.drawing, brand), word.part.package), RT.IMAGE)
        return raster, lines

    return picture_ids


def _pictures(document: Document) -> Iterator[Picture]:
    for part in document.parts:
        if isinstance(part, Paragraph):
            yield from _of(part)
        elif isinstance(part, TablePart):
            for row in part.rows:
                for cell in row.cells:
                    for one in cell.paragraphs:
                        yield from _of(one)


def _of(part: Paragraph) -> Iterator[Picture]:
    return (one for one in part.content if isinstance(one, Picture))
