"""Every code has its words, in both languages, and they name what the entry declares."""

from string import Formatter

import pytest

from generator.diagnostics.catalogue import CATALOGUE, Entry
from generator.diagnostics.wording import IMPLICIT_ARGS, explanation
from generator.locales import Language, Locale
from generator.locales.catalogue import messages

PARTS = ("message", "why", "help")
FAMILIES = "WVLREDT"


def named(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE)
def test_a_code_has_its_words(entry: Entry, language: Language) -> None:
    texts = messages(language, "diagnostics")
    for part in PARTS:
        forms = texts[f"diagnostics.{entry.code}.{part}"]
        assert all(form.strip() for form in forms), f"{entry.code}.{part} is empty in {language}"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE)
def test_a_message_names_exactly_its_arguments(entry: Entry, language: Language) -> None:
    forms = messages(language, "diagnostics")[f"diagnostics.{entry.code}.message"]
    for form in forms:
        assert named(form) - set(IMPLICIT_ARGS) == set(entry.args), form
    assert (len(forms) == 2) is ("n" in entry.args)


@pytest.mark.parametrize("language", Language)
def test_no_words_without_a_code(language: Language) -> None:
    codes = {key.split(".")[1] for key in messages(language, "diagnostics") if key.endswith(PARTS)}
    assert {code for code in codes if code[1:].isdigit()} == set(CATALOGUE)


def test_codes_are_in_order_of_their_families() -> None:
    codes = list(CATALOGUE)
    assert codes == sorted(codes, key=lambda code: (FAMILIES.index(code[0]), code))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", CATALOGUE)
def test_a_code_can_be_explained(code: str, language: Language) -> None:
    lines = explanation(code, Locale(language)).splitlines()
    assert lines[0].startswith(code)
    assert len(lines) == 5
    assert "…" not in lines[2]  # an example leaves nothing open
    assert "{" not in "".join(lines)
