"""Captions, the table of contents and the lists of captions: fields with their results computed beforehand."""

from __future__ import annotations

from generator.plan.arrange.document import Caption, CaptionList, Contents, Entry, Style
from generator.plan.write.desk import Desk, caption_bookmark, heading_bookmark
from generator.plan.write.markup import FIELD_END, bookmark, field, field_start, run

_LEVELS = "1-2"


def caption(part: Caption, desk: Desk) -> str:
    """``Figure 7 – …``: the word and the number under the bookmark that references lead to."""
    number_look = f'<w:rStyle w:val="{desk.style(Style.CAPTION_NUMBER)}"/>'
    number = field(f"SEQ {part.word} \\* ARABIC", run(str(part.number), number_look))
    label = bookmark(*caption_bookmark(part.key), run(f"{part.word}\u00a0", number_look) + number)
    style = f'<w:pStyle w:val="{desk.style(Style.CAPTION)}"/>{"<w:keepNext/>" if part.keeps_next else ""}'
    return f"<w:p><w:pPr>{style}</w:pPr>{label}{run(f' – {part.text}')}</w:p>"


def contents(part: Contents, desk: Desk) -> str:
    """The table of contents, which Word can update, with the entries of today."""
    if not part.entries:
        return ""
    lines = [(f"toc{entry.level}", heading_bookmark(entry.key)[0], _entry(entry)) for entry in part.entries]
    listed = _listed(f'TOC \\o "{_LEVELS}" \\h \\z', lines, desk)
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{_title(part.title, desk)}{listed}</w:sdtContent></w:sdt>"


def caption_list(part: CaptionList, desk: Desk) -> str:
    """The list of the captions of one kind, on the page of the contents when there is room."""
    lines = [
        ("table_of_figures", caption_bookmark(one.key)[0], f"{one.word}\u00a0{one.number} – {one.text}")
        for one in part.captions
    ]
    title = _title(part.title, desk, page='<w:pageBreakBefore w:val="0"/>', before=20) if part.title else ""
    return title + _listed(f'TOC \\h \\z \\c "{part.word}"', lines, desk)


def _title(text: str, desk: Desk, *, page: str = "", before: int = 0) -> str:
    space = f'<w:spacing w:before="{before * 20}"/>' if before else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{desk.style(Style.TOC_HEADING)}"/>{page}{space}</w:pPr>{run(text)}</w:p>'


def _entry(entry: Entry) -> str:
    return f"{entry.number}\t{entry.text}" if entry.number else entry.text


def _listed(code: str, lines: list[tuple[str, str, str]], desk: Desk) -> str:
    """Paragraphs of links; the field opens in the first and closes in the last, so that none is empty."""
    last = len(lines) - 1
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{desk.style(style)}"/></w:pPr>{field_start(code) if at == 0 else ""}'
        f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(text)}</w:hyperlink>'
        f"{FIELD_END if at == last else ''}</w:p>"
        for at, (style, anchor, text) in enumerate(lines)
    )
