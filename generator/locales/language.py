"""The languages that copil speaks, and the value that holds one text in all of them.

Another language is a member, its manner, and its catalogues.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import assert_never

from generator.locales.catalogue import labels, text
from generator.locales.characters import HYPHEN, MINUS, NARROW, NO_BREAK, SPACE
from generator.locales.manner import Manner


class Language(Enum):
    """A language documents and messages can be written in; its value names the folder of its catalogues."""

    FR = "fr"
    EN = "en"

    @property
    def manner(self) -> Manner:
        """How the language is written."""
        match self:
            case Language.FR:
                return _FRENCH
            case Language.EN:
                return _ENGLISH
            case _:
                assert_never(self)

    @property
    def label(self) -> "Label":
        """What the language is called in a list of languages: the same everywhere."""
        return same(self.value)


_FRENCH = Manner(
    "fr-FR",
    office_id=0x40C,
    is_plural=lambda count: count >= 2,
    typography=(
        (re.compile(rf"«{SPACE}+"), f"«{NARROW}"),
        (re.compile(rf"(?<!{SPACE}){SPACE}+(?=[:;!?%€»])"), NARROW),
        (re.compile(rf"(?<=\d){SPACE}(?=(?:j|pts?|h|min|ans?|mois|[kM](?:€|£|\$\w*|[A-Z]{{3}}))(?!\w))"), NO_BREAK),
        (re.compile(rf"(?<=\d{NO_BREAK}h){SPACE}(?=\d\d(?!\d))"), NO_BREAK),
        (
            re.compile(rf"(?<!\w)(à|de|le|au|du|sur|pour|la|en){SPACE}(?=[+{MINUS}]?\d)", re.IGNORECASE),
            rf"\1{NO_BREAK}",
        ),
        (
            re.compile(rf"(?<![\w,.{HYPHEN}-])[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+(?!\d)"),
            lambda match: re.sub(SPACE, NARROW, match[0]),
        ),
    ),
)
_ENGLISH = Manner(
    "en-GB",
    office_id=0x809,
    is_plural=lambda count: count != 1,
    typography=(
        (re.compile(rf"(?<=\S){SPACE}+(?=[:;!?])"), ""),
        (re.compile(rf"(?<=\d){SPACE}+(?=%)"), ""),
    ),
    reads_month_first=True,
)


def tagged(tag: str) -> Language:
    """Return the language that a document is marked with. StopIteration for a tag of none of ours."""
    return next(language for language in Language if language.manner.tag == tag)


@dataclass(frozen=True, slots=True)
class Label:
    """One short text in every language: the name of a column, of a table, of an allowed value.

    It is declared in French and in English; any other language has it in its catalogue ``labels``, under these two.
    Going through it gives its words, a language after the other.
    """

    fr: str
    en: str

    @property
    def key(self) -> str:
        """The word that keys and filters know it by, whatever language is read: the French one."""
        return self.fr

    def in_(self, language: Language) -> str:
        """Return the text in this language; KeyError, naming the label, where the catalogue lacks it: our bug."""
        declared = {Language.FR: self.fr, Language.EN: self.en}.get(language)
        return labels(language)[self.fr, self.en] if declared is None else declared

    def __iter__(self) -> Iterator[str]:
        return (self.in_(language) for language in Language)


@dataclass(frozen=True, slots=True)
class _Same(Label):
    """A label that is the same in every language, as a code is."""

    def in_(self, language: Language) -> str:  # noqa: ARG002 - whatever it is
        """Return the word."""
        return self.fr


def same(word: str) -> Label:
    """Return the label of what goes by one word everywhere."""
    return _Same(word, word)


@dataclass(frozen=True, slots=True)
class _Said(Label):
    """A label that is a message of the catalogues; ``n`` chooses its plural and fills ``{n}``."""

    message: str
    n: int | None

    def in_(self, language: Language) -> str:
        """Return the message in this language."""
        return _worded(language, self.message, self.n)


def said(message: str, n: int | None = None) -> Label:
    """Return what a message says, as a label; KeyError when French or English lack it."""
    return _Said(_worded(Language.FR, message, n), _worded(Language.EN, message, n), message, n)


def _worded(language: Language, message: str, n: int | None) -> str:
    if n is None:
        return text(language, message)
    return text(language, message, plural=language.manner.is_plural(abs(Decimal(n)))).format(n=n)
