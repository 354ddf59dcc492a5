"""What a language is written like, and the labels that are in each."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.locales.language import Label, Language, said, same, tagged
from tools.labels_catalogue import declared, labels_catalogue, write


def test_a_label_has_its_words_in_every_language_and_one_that_keys_know() -> None:
    label = Label("Échéance", "Due date")
    assert [label.in_(language) for language in (Language.FR, Language.EN)] == ["Échéance", "Due date"]
    assert (list(label), label.key) == (["Échéance", "Due date"], "Échéance")


@pytest.mark.parametrize(
    ("days", "french", "english"), [(0, "0 jour", "0 days"), (1, "1 jour", "1 day"), (2, "2 jours", "2 days")]
)
def test_a_message_is_a_label_in_the_number_it_is_said_of(days: int, french: str, english: str) -> None:
    assert list(said("locales.days", days)) == [french, english]


def test_what_goes_by_one_word_is_that_word_in_every_language() -> None:
    assert set(same("kW")) == {"kW"}
    assert [list(language.label) for language in Language] == [
        [language.value] * len(Language) for language in Language
    ]


def test_a_document_is_marked_with_its_language_and_country() -> None:
    assert [language.manner.tag for language in Language] == ["fr-FR", "en-GB"]
    assert [tagged(language.manner.tag) for language in Language] == list(Language)


def test_the_words_of_the_model_are_asked_for_once_each_with_the_french_as_context() -> None:
    asked = labels_catalogue("de", {("Échéance", "Due"): "Frist"})
    assert 'msgctxt "Échéance"\nmsgid "Due"\nmsgstr "Frist"\n' in asked
    assert 'msgctxt "V"\nmsgid "G"\nmsgstr ""\n' in asked
    assert asked.count("msgctxt") == len(declared()) > 300


def test_what_is_to_translate_is_written_for_a_language_that_is_none_yet_and_its_words_kept(tmp_path: Path) -> None:
    file = tmp_path / "de" / "labels.po"
    write("de", tmp_path)
    assert 'msgctxt "Échéance"\nmsgid "Due"\nmsgstr ""\n' in file.read_text("utf-8")
    file.write_text('msgctxt "Échéance"\nmsgid "Due"\nmsgstr "Frist"\n', encoding="utf-8")
    write("de", tmp_path)
    asked = file.read_text("utf-8")
    assert 'msgctxt "Échéance"\nmsgid "Due"\nmsgstr "Frist"\n' in asked
    assert asked.count("msgctxt") == len(declared())
