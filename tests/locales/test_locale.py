"""What a message makes of its arguments."""

from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

import pytest

from generator.locales import Label, Language, Locale, phrase
from generator.locales import locale as locale_module

FR, EN = Locale(Language.FR), Locale(Language.EN)

TEXTS = {
    "x.one": ("{x}", "{x}"),
    "x.count": ("{n} contrat à {x:money_short}", "{n} contrats à {x:money_short}"),
    "x.forms": ("{a:percent} {b:money} {c:date_long} {d:word}", ""),
}


class Quarter(NamedTuple):
    year: int
    number: int


class Colour(Enum):
    RED = "red"

    @property
    def label(self) -> Label:
        return Label("rouge", "red")


@pytest.fixture(autouse=True)
def _texts(monkeypatch: pytest.MonkeyPatch) -> None:
    def text(_language: Language, key: str, *, plural: bool = False) -> str:
        return TEXTS[key][plural]

    monkeypatch.setattr(locale_module, "text", text)


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        ("tel {quel}", "tel {quel}", "tel {quel}"),
        (1234, "1\u202f234", "1,234"),
        (Decimal("0.5"), "0,5", "0.5"),
        (date(2026, 9, 30), "30/09/2026", "30\u00a0Sep\u00a02026"),
        (time(10), "10\u00a0h", "10:00"),
        (Label("oui", "yes"), "oui", "yes"),
        (Colour.RED, "rouge", "red"),
        (phrase("x.one", x=Label("oui", "yes")), "oui", "yes"),
        (Quarter(2026, 3), "T3\u00a02026", "Q3\u00a02026"),
        (("a", Label("oui", "yes")), "a et oui", "a and yes"),
    ],
)
def test_values_are_formatted_by_their_type(value: object, fr: str, en: str) -> None:
    assert FR.say("x.one", x=value) == fr
    assert EN.say("x.one", x=value) == en


@pytest.mark.parametrize("value", [1.5, None, True])
def test_values_of_other_types_are_our_bug(value: object) -> None:
    with pytest.raises(TypeError):
        FR.say("x.one", x=value)


def test_plural_follows_the_language() -> None:
    amount = Decimal(12500)
    assert FR.say("x.count", n=0, x=amount) == "0 contrat à\u00a012,5\u00a0k€"
    assert FR.say("x.count", n=2, x=amount) == "2 contrats à\u00a012,5\u00a0k€"
    assert EN.say("x.count", n=0, x=amount).startswith("0 contrats")


def test_a_message_may_ask_for_a_form() -> None:
    said = FR.say("x.forms", a=Decimal("0.5"), b=Decimal(1000), c=date(2026, 10, 15), d=3)
    assert said == "50\u202f% 1\u202f000\u202f€ jeudi 15 octobre 2026 trois"


def test_the_whole_of_a_count_is_named() -> None:
    assert (FR.all_of(2), EN.all_of(2)) == ("les deux", "both")
    assert (FR.none_of(2), EN.none_of(2)) == ("aucun des deux", "neither of the two")
    assert (FR.none_of(3), EN.none_of(30)) == ("aucun des trois", "none of the 30")
    assert (FR.all_of(3), EN.all_of(30)) == ("les trois", "all 30")


def test_a_missing_key_or_argument_is_our_bug() -> None:
    with pytest.raises(KeyError):
        FR.say("x.nothing")
    with pytest.raises(KeyError):
        FR.say("x.one")
