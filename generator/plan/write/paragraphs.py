"""Paragraphs: a style, runs in character styles, pictures on the line."""

from __future__ import annotations

from generator.ooxml.identity import block_bookmark, row_bookmark
from generator.plan.arrange.document import Heading, Inline, Paragraph, Picture, Reference, ReferenceKind, Span
from generator.plan.arrange.styles import Style
from generator.plan.write.desk import Desk, caption_bookmark, heading_bookmark
from generator.plan.write.markup import bookmark, field, run
from generator.plan.write.pictures import inline
from generator.plan.write.running_title import CHAPTER_LOOK

_FLOWING = ('<w:pageBreakBefore w:val="0"/>', '<w:spacing w:before="480"/>')  # the style of a chapter breaks the page


def paragraph(part: Paragraph, desk: Desk, *, keeps_next: bool = False, row: str = "") -> str:
    """A paragraph; ``keeps_next`` when its row keeps with the next one, ``row`` the key of the row that it opens."""
    keep = "<w:keepNext/>" if part.keeps_next or keeps_next else ""
    style = "" if part.style is Style.BODY else f'<w:pStyle w:val="{desk.style(part.style)}"/>'
    properties = f"{style}{keep}"
    inside = "".join(_content(one, desk) for one in part.content)
    if row:
        inside = bookmark(row_bookmark(row), desk.row_ids[row], inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def heading(part: Heading, desk: Desk, *, numbering: str) -> str:
    """A heading under its bookmark; ``numbering`` is the list it leaves its style's for, "" to keep it."""
    page, top = _place(part)
    inside = bookmark(*heading_bookmark(part.key), run(part.text, CHAPTER_LOOK if part.level == 1 else ""))
    if part.mark:
        inside += run("  ") + run(f"\u00a0{part.mark}\u00a0", _look(Style.INTERNAL_MARK, desk))
    return f'<w:p><w:pPr><w:pStyle w:val="{_heading_style(part, desk)}"/>{page}{numbering}{top}</w:pPr>{inside}</w:p>'


def _place(part: Heading) -> tuple[str, str]:
    """What differs from its style's page break and space above."""
    if part.level > 1:
        return "", ""
    if part.opens_stretch:
        return _FLOWING[0], ""
    return ("", "") if part.starts_page else _FLOWING


def blank(style: Style, desk: Desk, properties: str = "") -> str:
    """A paragraph that shows nothing: Word needs one between two tables, after the last one, and to turn the page."""
    return f'<w:p><w:pPr><w:pStyle w:val="{desk.style(style)}"/>{properties}</w:pPr></w:p>'


def _heading_style(part: Heading, desk: Desk) -> str:
    if part.level == 1 and part.is_front:
        return desk.style("heading_front")
    if part.level == 1 and part.is_annex:
        return desk.style("heading_annex")
    return desk.style(f"heading{part.level}")


def _content(one: Inline, desk: Desk) -> str:
    match one:
        case Picture():
            return f"<w:r>{inline(one, desk)}</w:r>"
        case Reference():
            return _reference(one, desk)
        case Span():
            return _span(one, desk) if one.text else ""


def _span(span: Span, desk: Desk) -> str:
    if span.block:
        inside = run(span.text, _look(span.style, desk))
        return f'<w:hyperlink w:anchor="{block_bookmark(span.block)}" w:history="1">{inside}</w:hyperlink>'
    if not span.address:
        return run(span.text, _look(span.style, desk))
    link = desk.link_id(span.address)
    return f'<w:hyperlink r:id="{link}" w:history="1">{run(span.text, _look("hyperlink", desk))}</w:hyperlink>'


def _reference(one: Reference, desk: Desk) -> str:
    """The number as a field that follows the caption and keeps the look of the sentence."""
    look = _look(Style.REFERENCE, desk)
    match one.kind:
        case ReferenceKind.CAPTION:
            code = f"REF {caption_bookmark(one.key)[0]} \\h \\* MERGEFORMAT"
        case ReferenceKind.SECTION:
            code = f"REF {heading_bookmark(one.key)[0]} \\r \\h \\* MERGEFORMAT"
    return run(one.before, look) + field(code, one.number, look) + (run(one.after, look) if one.after else "")


def _look(style: Style | str | None, desk: Desk) -> str:
    return "" if style is None else f'<w:rStyle w:val="{desk.style(style)}"/>'
