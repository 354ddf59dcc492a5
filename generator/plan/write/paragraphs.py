"""Paragraphs: a style, runs in character styles, pictures on the line."""

from __future__ import annotations

from generator.plan.arrange.document import Heading, Paragraph, Picture, Span, Style
from generator.plan.write.desk import Desk, heading_bookmark
from generator.plan.write.markup import bookmark, colour_element, run
from generator.plan.write.pictures import inline
from generator.story.blocks.table import Align

_FRONT_SPACE_PT = 20
_ALIGNS = {Align.CENTRE: '<w:jc w:val="center"/>', Align.RIGHT: '<w:jc w:val="right"/>', Align.LEFT: ""}


def paragraph(part: Paragraph, desk: Desk, *, keeps_next: bool = False) -> str:
    """A paragraph; ``keeps_next`` when its row keeps with the next one."""
    keep = "<w:keepNext/>" if part.keeps_next or keeps_next else ""
    space = "" if part.before_pt is None else f'<w:spacing w:before="{round(part.before_pt * 20)}"/>'
    style = "" if part.style is Style.BODY else f'<w:pStyle w:val="{desk.style(part.style)}"/>'
    properties = f"{style}{keep}{space}{_ALIGNS[part.align]}"
    inside = "".join(_content(one, desk) for one in part.content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def heading(part: Heading, desk: Desk, *, numbering: str) -> str:
    """A heading under its bookmark; ``numbering`` is the list it leaves its style's for, "" to keep it.

    What stands before the first chapter goes on the page where the lists of the contents end.
    """
    page, top = "", ""
    if part.starts_page:
        page, top = "<w:pageBreakBefore/>", '<w:spacing w:before="0"/>'
    elif part.level == 1 and part.is_front:
        page, top = '<w:pageBreakBefore w:val="0"/>', f'<w:spacing w:before="{_FRONT_SPACE_PT * 20}"/>'
    inside = bookmark(*heading_bookmark(part.key), run(part.text))
    if part.mark:
        inside += run("  ") + run(f"\u00a0{part.mark}\u00a0", f'<w:rStyle w:val="{desk.style(Style.INTERNAL_MARK)}"/>')
    return f'<w:p><w:pPr><w:pStyle w:val="{_heading_style(part, desk)}"/>{page}{numbering}{top}</w:pPr>{inside}</w:p>'


def separator() -> str:
    """What Word needs between two tables, which would otherwise become one."""
    return '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/></w:pPr></w:p>'


def _heading_style(part: Heading, desk: Desk) -> str:
    if part.level == 1 and part.is_front:
        return desk.style("heading_front")
    if part.level == 1 and part.is_annex:
        return desk.style("heading_annex")
    return desk.style(f"heading{part.level}")


def _content(one: Span | Picture, desk: Desk) -> str:
    match one:
        case Picture():
            return f"<w:r>{inline(one, desk)}</w:r>"
        case Span():
            return run(one.text, _look(one, desk)) if one.text else ""


def _look(span: Span, desk: Desk) -> str:
    parts = []
    if span.style is not None:
        parts.append(f'<w:rStyle w:val="{desk.style(span.style)}"/>')
    if span.is_bold:
        parts.append("<w:b/><w:bCs/>")
    if span.colour is not None:
        parts.append(colour_element(span.colour))
    if span.size_pt is not None:
        half = round(span.size_pt * 2)
        parts.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    return "".join(parts)
