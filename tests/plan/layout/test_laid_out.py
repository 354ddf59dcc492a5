"""The example's plan as LibreOffice lays it out: no heading left alone, nothing off the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from generator.pipeline import Built, DocumentKind
from generator.plan.layout.office import office, pdf_of
from tests.documents import path_of

MARGIN, FOOT = 62.0, 62.0  # points: the sides of the text, and what stands above the footer
HEADING = 30.0  # from the top of a heading to what follows it
NEVER_LAST = ("Tableau", "Table")

pytestmark = pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")


@dataclass(frozen=True)
class Words:
    """Words on a page, from its lower left corner, in points."""

    left: float
    bottom: float
    text: str


@pytest.fixture(scope="module")
def pages(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PdfReader]:
    pdf = pdf_of(path_of(built, DocumentKind.PLAN).read_bytes(), tmp_path_factory.mktemp("laid_out"))
    with PdfReader(pdf) as reader:
        yield reader


@pytest.fixture(scope="module")
def said(pages: PdfReader) -> list[list[Words]]:
    return [list(words_of(page)) for page in pages.pages]


def words_of(page: PageObject) -> Iterator[Words]:
    found: list[Words] = []

    def note(text: str, _: Any, matrix: list[float], *__: Any) -> None:
        if text.strip():
            found.append(Words(matrix[4], matrix[5], text.strip()))

    page.extract_text(visitor_text=note)
    yield from found


def has_picture(page: Any) -> bool:
    """Whether a page shows more than words."""
    return "/XObject" in page["/Resources"]


def test_no_heading_stands_alone_at_the_foot_of_a_page(pages: PdfReader, said: list[list[Words]]) -> None:
    headings = {name: one for name, one in pages.named_destinations.items() if re.match("/(?:_|5F)Toc", name)}
    assert len(headings) > 30
    for name, heading in headings.items():
        page = pages.get_destination_page_number(heading)
        assert page is not None
        below = float(heading.top or 0) - HEADING
        follows = any(FOOT < one.bottom < below for one in said[page])
        assert follows or has_picture(pages.pages[page]), name


def test_no_caption_of_a_table_ends_a_page_without_it(said: list[list[Words]]) -> None:
    for number, words in enumerate(said[3:], 4):  # after the lists of the contents
        last = min((one for one in words if one.bottom > FOOT), key=lambda one: one.bottom, default=None)
        assert last is None or not last.text.startswith(NEVER_LAST), number


def test_nothing_begins_off_the_page(pages: PdfReader, said: list[list[Words]]) -> None:
    for number, (page, words) in enumerate(zip(pages.pages, said, strict=True), 1):
        right = float(page.mediabox.width) - MARGIN
        assert [one for one in words if not MARGIN - 2 < one.left < right] == [], number


def test_no_page_but_the_cover_is_nearly_empty(pages: PdfReader, said: list[list[Words]]) -> None:
    for number, (page, words) in enumerate(zip(pages.pages, said, strict=True), 1):
        body = [one for one in words if FOOT < one.bottom < float(page.mediabox.height) - FOOT]
        assert len(body) > 3 or has_picture(page), number
