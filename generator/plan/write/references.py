"""Captions, the table of contents and the lists of captions: fields with their results computed beforehand."""

from __future__ import annotations

from generator.plan.arrange.document import Caption, CaptionKind, CaptionList, Contents, Entry
from generator.plan.arrange.styles import Style
from generator.plan.write.desk import Desk, caption_bookmark, heading_bookmark
from generator.plan.write.markup import FIELD_END, bookmark, field, field_start, run
from generator.plan.write.running_title import CHAPTER_LOOK

_LEVELS = "1-2"
_UNKNOWN_PAGE = "00"  # as wide as most page numbers


def caption(part: Caption, desk: Desk) -> str:
    """``Figure 7 – …``: the number under the bookmark that references show and lead to."""
    number_look = f'<w:rStyle w:val="{desk.style(Style.CAPTION_NUMBER)}"/>'
    number = field(f"SEQ {part.word} \\* ARABIC", str(part.number), number_look)
    label = run(f"{part.word}\u00a0", number_look) + bookmark(*caption_bookmark(part.key), number)
    role = Style.CAPTION if part.kind is CaptionKind.FIGURE else Style.TABLE_CAPTION
    style = f'<w:pStyle w:val="{desk.style(role)}"/>{"<w:keepNext/>" if part.keeps_next else ""}'
    return f"<w:p><w:pPr>{style}</w:pPr>{label}{run(f' – {part.text}')}</w:p>"


def contents(part: Contents, desk: Desk) -> str:
    """The table of contents, which Word can update, with the entries of today."""
    if not part.entries:
        return ""
    lines = [(f"toc{entry.level}", heading_bookmark(entry.key)[0], _entry(entry)) for entry in part.entries]
    return _title(part.title, Style.TOC_HEADING, desk) + _listed(f'TOC \\o "{_LEVELS}" \\h \\z \\u', lines, desk)


def caption_list(part: CaptionList, desk: Desk) -> str:
    """The list of the captions of one kind, on the page of the contents when there is room."""
    lines = [
        ("table_of_figures", caption_bookmark(one.key)[0], f"{one.word}\u00a0{one.number} – {one.text}")
        for one in part.captions
    ]
    title = _title(part.title, Style.LISTS_HEADING, desk) if part.title else ""
    return title + _listed(f'TOC \\h \\z \\c "{part.word}"', lines, desk)


def _title(text: str, style: Style, desk: Desk) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{desk.style(style)}"/></w:pPr>{run(text, CHAPTER_LOOK)}</w:p>'


def _entry(entry: Entry) -> str:
    """What has no number stands at the margin when it is a chapter, with the others when it is a section."""
    return f"{entry.number}\t{entry.text}" if entry.number or entry.level > 1 else entry.text


def _listed(code: str, lines: list[tuple[str, str, str]], desk: Desk) -> str:
    """Paragraphs of links; the field opens in the first and closes in the last, so that none is empty."""
    last, opens = len(lines) - 1, field_start(code, is_dirty=desk.pages is None)
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{desk.style(style)}"/></w:pPr>{opens if at == 0 else ""}'
        f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(text)}{_page(anchor, desk)}</w:hyperlink>'
        f"{FIELD_END if at == last else ''}</w:p>"
        for at, (style, anchor, text) in enumerate(lines)
    )


def _page(anchor: str, desk: Desk) -> str:
    """The page a line leads to, at the right, when pages are told."""
    if desk.pages is None:
        return ""
    number = desk.pages.get(anchor)
    return "<w:r><w:tab/></w:r>" + field(f"PAGEREF {anchor} \\h", _UNKNOWN_PAGE if number is None else str(number))
