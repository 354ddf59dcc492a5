"""Headers and footers: account, chapter and edition above, version and page below, on upright and wide pages."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from generator.ooxml.supplier_name import put_supplier_name
from generator.plan.arrange.document import Document
from generator.plan.arrange.styles import Style
from generator.plan.write.desk import Desk
from generator.plan.write.markup import DECLARATIONS, field, run
from generator.plan.write.running_title import running_title

_NO_BREAK = "\u00a0"


def fill_upright(word: WordDocument, document: Document, desk: Desk) -> None:
    """Fill the template's header and footer; that of its first page, the cover, gets the supplier's name."""
    section = word.sections[0]
    cover = section.first_page_header._element  # noqa: SLF001  likewise
    put_supplier_name(cover, qn("w:t"), document.supplier)
    for part, inside in ((section.header, _header(document, desk)), (section.footer, _footer(document, desk))):
        old = part.paragraphs[0]._p  # noqa: SLF001  python-docx has no public way to replace a paragraph
        old.getparent().replace(old, parse_xml(inside))


def add_wide(word: WordDocument, document: Document, desk: Desk) -> tuple[str, str]:
    """A header and a footer for the wide pages; their relations."""
    header, header_id = word.part.add_header_part()  # type: ignore[no-untyped-call]
    footer, footer_id = word.part.add_footer_part()  # type: ignore[no-untyped-call]
    header.element[:] = [parse_xml(_header(document, desk, is_wide=True))]
    footer.element[:] = [parse_xml(_footer(document, desk, is_wide=True))]
    return header_id, footer_id


def _header(document: Document, desk: Desk, *, is_wide: bool = False) -> str:
    right = ""
    if document.confidential:
        right = run(document.confidential, f'<w:rStyle w:val="{desk.style(Style.RESERVED)}"/>')
    left = run(document.header) + running_title(f'<w:rStyle w:val="{desk.style(Style.STRONG)}"/>')
    return _line(desk.style("header_wide" if is_wide else "header"), left, right)


def _footer(document: Document, desk: Desk, *, is_wide: bool = False) -> str:
    page = run(f"{document.page_word}{_NO_BREAK}") + field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1")
    return _line(desk.style("footer_wide" if is_wide else "footer"), run(document.footer), page)


def _line(style: str, left: str, right: str) -> str:
    return f'<w:p {DECLARATIONS}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{left}<w:r><w:tab/></w:r>{right}</w:p>'
