"""The pages that the contents tell are those of a layout: computed until none moves, refused when they cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.brand import load
from generator.ooxml.repack import Parts
from generator.plan import write_plan
from generator.plan.layout import LayoutError, pages
from generator.plan.layout.office import office, pdf_of
from tests.plan.outline import W, part, text
from tests.plan.samples import story


def laid_out(monkeypatch: pytest.MonkeyPatch, *passes: dict[str, int]) -> list[Mapping[str, int]]:
    """Replace LibreOffice by these pages, one after the other; what is written is noted."""
    found: Iterator[dict[str, int]] = iter(passes)
    monkeypatch.setattr(pages, "pdf_of", lambda _, folder: folder)
    monkeypatch.setattr(pages, "bookmark_pages", lambda _: next(found))
    return []


def test_the_plan_is_written_again_with_its_pages_until_none_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    written = laid_out(monkeypatch, {"_Toc1": 103}, {"_Toc1": 104}, {"_Toc1": 104})

    def write(numbers: Mapping[str, int]) -> Parts:
        written.append(numbers)
        return {"word/document.xml": str(numbers).encode()}

    assert pages.paged(write) == {"word/document.xml": b"{'_Toc1': 104}"}
    assert written == [{}, {"_Toc1": 103}, {"_Toc1": 104}]


def test_numbers_as_wide_as_those_laid_out_move_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    written = laid_out(monkeypatch, {"_Toc1": 3})

    def write(numbers: Mapping[str, int]) -> Parts:
        written.append(numbers)
        return {"word/document.xml": str(numbers).encode()}

    assert pages.paged(write) == {"word/document.xml": b"{'_Toc1': 3}"}
    assert written == [{}, {"_Toc1": 3}]


def test_pages_that_keep_moving_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out(monkeypatch, *({"_Toc1": page} for page in range(101, 109)))
    with pytest.raises(LayoutError) as refused:
        pages.paged(lambda _: {})
    assert refused.value.reason.key == "cli.refused.pages_moving"


def test_a_machine_without_libreoffice_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LayoutError) as refused:
        pdf_of(b"", tmp_path)
    assert refused.value.reason.key == "cli.refused.pages_office"


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
def test_each_line_of_the_contents_tells_the_page_its_heading_stands_on(tmp_path: Path) -> None:
    from pypdf import PdfReader

    package = write_plan(story("summary", "governance", "annexes"), load(), pages=True)
    with PdfReader(pdf_of(package, tmp_path)) as reader:
        sheets = [squeezed(page.extract_text()) for page in reader.pages]
    lines = (text(one) for one in part(package).iter(f"{W}p") if "PAGEREF" in text(one))
    told = {words: int(page) for words, page in (re.sub(r"\{.*?\}", "", line).split(" → ")[-2:] for line in lines)}
    assert set(told) >= {"Synthèse", "Gouvernance", "Couverture", "Annexes", "Décisions"}
    contents = told["Synthèse"] - 1  # what is told before the first chapter is told in the contents
    for heading, page in told.items():
        found = [at for at, sheet in enumerate(sheets, 1) if at > contents and squeezed(heading) in sheet]
        assert page in found, heading


def squeezed(words: str) -> str:
    """A text without the spaces and hyphens that a PDF and a document write each their own way."""
    return re.sub(r"[\s\u2010\u2011-]+", "", words)
