"""The body: blocks in their controls, stretches of pages, section breaks between them; a text, a piece at a time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, assert_never

from docx.document import Document as WordDocument
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from generator.plan.arrange.document import (
    Block,
    Caption,
    CaptionList,
    Contents,
    Document,
    Heading,
    Paragraph,
    Part,
    Stretch,
    TablePart,
)
from generator.plan.arrange.styles import Style
from generator.plan.write.controls import control
from generator.plan.write.desk import Desk
from generator.plan.write.furniture import add_wide
from generator.plan.write.markup import BODY_DECLARATIONS, W
from generator.plan.write.numbering import HeadingLists
from generator.plan.write.paragraphs import blank, heading, paragraph
from generator.plan.write.references import caption, caption_list, contents
from generator.plan.write.sections import section_properties
from generator.plan.write.tables import table

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKER, _CUT = "sectionBreak", "cut"


def document_text(word: WordDocument, document: Document, desk: Desk) -> list[bytes]:
    """The document part, in pieces, with the plan's body in the place of the template's.

    The template's element cannot be added to, for its namespaces; and the body never is a tree nor one text: that of
    ten thousand rows would take ten times the room.
    """
    lists = HeadingLists(word, desk)
    bodies = [_encoded(_stretch(stretch, desk, lists)) for stretch in document.stretches]
    before, *turns, after = _frame(word, document, desk)
    end = blank(Style.SECTION_END, desk) if isinstance(document.parts[-1], TablePart) else ""
    turned = (piece for body, turn in zip(bodies, (*turns, b""), strict=True) for piece in (body, turn))
    return [before, *turned, end.encode("utf-8"), after]


def _encoded(pieces: Iterable[str]) -> bytes:
    text = io.BytesIO()
    text.writelines(piece.encode("utf-8") for piece in pieces)
    return text.getvalue()


def _frame(word: WordDocument, document: Document, desk: Desk) -> list[bytes]:
    """The document part without its body: what stands before it, the turns between its stretches, what ends it."""
    cut = f"<w:{_CUT}/>"
    turns = cut.join([blank(Style.SECTION_END, desk, f"<w:{_MARKER}/>")] * (len(document.stretches) - 1))
    body = f"<w:body>{cut}{turns}{cut}<w:{_MARKER}/></w:body>" if turns else f"<w:body>{cut}<w:{_MARKER}/></w:body>"
    new = parse_xml(f'<w:document {BODY_DECLARATIONS} mc:Ignorable="w15">{body}</w:document>')
    for marker, section in zip(list(new.iter(f"{W}{_MARKER}")), _sections(word, document, desk), strict=True):
        parent = marker.getparent()
        if parent is not None:
            parent.replace(marker, section)
    for child in list(word.element):
        if child.tag != f"{W}body":
            new.insert(0, child)
    return serialize_part_xml(new).split(cut.encode("utf-8"))


def _sections(word: WordDocument, document: Document, desk: Desk) -> list[_Element]:
    template = word.element.body.find(f"{W}sectPr")
    wide = add_wide(word, document, desk) if any(one.is_landscape for one in document.stretches) else None
    return [
        section_properties(
            template, page=desk.brand.page, is_first=at == 0, is_landscape=stretch.is_landscape, wide=wide
        )
        for at, stretch in enumerate(document.stretches)
    ]


def _stretch(stretch: Stretch, desk: Desk, lists: HeadingLists) -> Iterator[str]:
    was_table = False
    for block in stretch.blocks:
        if was_table and isinstance(block.parts[0], TablePart):
            yield blank(Style.TABLE_GAP, desk)
        inside = _block(block, desk, lists)
        yield from control(block.key, inside, is_contents=isinstance(block.parts[0], Contents))
        was_table = isinstance(block.parts[-1], TablePart)


def _block(block: Block, desk: Desk, lists: HeadingLists) -> Iterator[str]:
    """The parts of a block as text; two tables that follow each other are kept apart."""
    before: Part | None = None
    for part in block.parts:
        if isinstance(before, TablePart) and isinstance(part, TablePart):
            yield blank(Style.TABLE_GAP, desk, "<w:keepNext/>" if before.rows[-1].keeps_next else "")
        yield from _part(part, desk, lists)
        before = part


def _part(part: Part, desk: Desk, lists: HeadingLists) -> Iterator[str]:
    match part:
        case Paragraph():
            yield paragraph(part, desk)
        case Heading():
            yield heading(part, desk, numbering=lists.properties(part))
        case TablePart():
            yield from table(part, desk)
        case Caption():
            yield caption(part, desk)
        case Contents():
            yield contents(part, desk)
        case CaptionList():
            yield caption_list(part, desk)
        case _:
            assert_never(part)
