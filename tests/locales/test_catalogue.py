"""Reading the message catalogues."""

import pytest

from generator.locales.catalogue import domains, messages, text
from generator.locales.language import Language


def test_both_languages_have_the_same_domains() -> None:
    assert domains(Language.FR) == domains(Language.EN)
    assert "locales" in domains(Language.FR)


def test_a_plural_message_has_two_forms() -> None:
    assert messages(Language.FR, "locales")["locales.points"] == ("{number} pt", "{number} pts")
    assert text(Language.FR, "locales.points", plural=True) == "{number} pts"


@pytest.mark.parametrize("key", ["locales.nothing", "nowhere.at.all"])
def test_an_unknown_key_is_our_bug(key: str) -> None:
    with pytest.raises(KeyError):
        text(Language.EN, key)
