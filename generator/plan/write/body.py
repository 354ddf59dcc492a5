"""The body: blocks in their controls, stretches of pages, section breaks between them; parsed once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from docx.document import Document as WordDocument
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

_MARKER = "sectionBreak"


def fill_body(word: WordDocument, document: Document, desk: Desk) -> None:
    """Replace the template's document element, whose namespaces cannot be added to, by one with the plan's body."""
    old = word.element
    lists = HeadingLists(word, desk)
    turn = blank(Style.SECTION_END, desk, f"<w:{_MARKER}/>")
    inside = turn.join("".join(_stretch(stretch, desk, lists)) for stretch in document.stretches)
    end = blank(Style.SECTION_END, desk) if isinstance(document.parts[-1], TablePart) else ""
    body = f"<w:body>{inside}{end}<w:{_MARKER}/></w:body>"
    new = parse_xml(f'<w:document {BODY_DECLARATIONS} mc:Ignorable="w15">{body}</w:document>')
    sections = _sections(word, document, desk)
    for marker, section in zip(list(new.iter(f"{W}{_MARKER}")), sections, strict=True):
        parent = marker.getparent()
        if parent is not None:
            parent.replace(marker, section)
    for child in list(old):
        if child.tag != f"{W}body":
            new.insert(0, child)
    word.part._element = new  # noqa: SLF001  python-docx has no public way to replace it


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
        inside = "".join(_block(block, desk, lists))
        if inside:
            yield control(block.key, inside, is_contents=isinstance(block.parts[0], Contents))
        was_table = isinstance(block.parts[-1], TablePart)


def _block(block: Block, desk: Desk, lists: HeadingLists) -> Iterator[str]:
    """The parts of a block as text; two tables that follow each other are kept apart."""
    was_table = False
    for part in block.parts:
        is_table = isinstance(part, TablePart)
        if was_table and is_table:
            yield blank(Style.TABLE_GAP, desk)
        yield _part(part, desk, lists)
        was_table = is_table


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
