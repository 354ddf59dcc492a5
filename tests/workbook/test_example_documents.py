"""The English example as people get it: a workbook without an error, both documents in English with no option asked."""

from __future__ import annotations

import re

import pytest

from generator.brand import load
from generator.cli.new import workbook_colours
from generator.diagnostics import Severity
from generator.locales import Language
from generator.pipeline import BuildOptions, Built, DocumentKind, build
from generator.workbook.author import author
from generator.workbook.example import example_plan
from tests.documents import deck_text, path_of, plan_text
from tests.validity import complaints

FRENCH_WORDS = re.compile(r".{0,30}\b(?:le|les|des|du|et|pour|avec|une|au|sont|T[1-4] 20\d\d|M€|k€)\b.{0,30}")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("example")
    file = folder / "example.xlsx"
    file.write_bytes(author(example_plan(Language.EN), Language.EN, colours=workbook_colours(load().palette)))
    return build(file, BuildOptions(output=folder))


def test_it_has_warnings_and_no_error(english: Built) -> None:
    assert {item.severity for item in english.checked.findings} == {Severity.WARNING}
    assert len(list(english.checked.findings)) == 13


def test_both_documents_are_sound_packages(english: Built) -> None:
    assert [complaints(document.path) for document in english.documents] == [[]] * 4
    assert set(english.left_out.values()) == {()}


@pytest.mark.parametrize("kind", [DocumentKind.DECK, DocumentKind.PLAN])
def test_a_document_speaks_english_alone(english: Built, kind: DocumentKind) -> None:
    path = path_of(english, kind)
    text = deck_text(path) if kind is DocumentKind.DECK else plan_text(path)
    assert "Valmonde Group" in text
    assert "Three of five KPIs are on target" in text
    assert FRENCH_WORDS.findall(text) == []
