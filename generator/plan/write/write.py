"""The plan's value written into the brand's Word template."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator, Mapping

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart

from generator.brand import Brand
from generator.charts.canvas import Drawing
from generator.charts.picture import paint, vector
from generator.ooxml.core_properties import set_core_properties, stamp_of
from generator.ooxml.identity import shape_ids
from generator.ooxml.repack import Parts, canonical_parts
from generator.plan.arrange.document import Caption, Document, Heading, Paragraph, Picture, TablePart
from generator.plan.arrange.styles import Style
from generator.plan.write.body import document_text
from generator.plan.write.controls import block_id
from generator.plan.write.desk import Desk, caption_bookmark, heading_bookmark
from generator.plan.write.furniture import fill_upright
from generator.plan.write.language import set_language
from generator.plan.write.native import chart_relater
from generator.plan.write.running_title import add_chapter_style
from generator.plan.write.template import blank_document, drop_unused_styles

_SVG = "image/svg+xml"


def write(document: Document, brand: Brand, *, pages: Mapping[str, int] | None = None) -> Parts:
    """The plan as the parts of a .docx file; the same value always gives the same bytes.

    ``pages`` gives the page of each bookmark that the lists of contents lead to; without it, none is told.
    """
    word = blank_document(brand.plan)
    ids = shape_ids(one.key for one in _pictures(document))
    rows = shape_ids(_rows(document), taken=_bookmark_ids(document))
    charts = chart_relater(word.part, document.properties.language)
    desk = Desk(brand, ids, rows, _painter(word, brand), charts, _linker(word), pages)
    add_chapter_style(word)
    fill_upright(word, document, desk)
    text = document_text(word, document, desk)
    drop_unused_styles(word, [desk.style(Style.INTERNAL_MARK), desk.style(Style.RESERVED)], text)
    set_language(word, document.properties.language)
    properties = document.properties
    stamp = stamp_of(properties.created)
    set_core_properties(
        word.core_properties,
        title=properties.title,
        language=properties.language.value,
        author=properties.author,
        subject=properties.subject,
        version=properties.version,
        stamp=stamp,
    )
    buffer = io.BytesIO()
    word.save(buffer)
    return canonical_parts(buffer.getvalue(), stamp=stamp, instead={str(word.part.partname).lstrip("/"): text})


def _painter(word: WordDocument, brand: Brand) -> Callable[[Drawing], tuple[str, str]]:
    """Draws a picture into the package, as dots and as lines, and returns both relations."""
    count = itertools.count(1)

    def picture_ids(drawing: Drawing) -> tuple[str, str]:
        raster, _ = word.part.get_or_add_image(io.BytesIO(paint(drawing, brand)))
        name = PackURI(f"/word/media/drawing{next(count)}.svg")
        lines = word.part.relate_to(OpcPart(name, _SVG, vector(drawing, brand), word.part.package), RT.IMAGE)
        return raster, lines

    return picture_ids


def _linker(word: WordDocument) -> Callable[[str], str]:
    """Gives the relation of an address, the same one each time."""
    return lambda address: word.part.relate_to(address, RT.HYPERLINK, is_external=True)


def _rows(document: Document) -> Iterator[str]:
    """The keys of the rows that have one."""
    tables = (part for part in document.parts if isinstance(part, TablePart))
    return (row.key for table in tables for row in table.rows if row.key)


def _bookmark_ids(document: Document) -> Iterator[int]:
    """The ids of the bookmarks of headings, captions and blocks."""
    for part in document.parts:
        if isinstance(part, Heading):
            yield heading_bookmark(part.key)[1]
        elif isinstance(part, Caption):
            yield caption_bookmark(part.key)[1]
    yield from (block_id(block.key) for stretch in document.stretches for block in stretch.blocks)


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
