"""The outcome of reading a cell: a value, or why there is none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from generator.diagnostics import Finding, Place, finding
from generator.locales import Language, Phrase, catalogue, phrase
from generator.locales.formats import decimal_sign
from generator.model.choices import Allowed
from generator.model.column import Kind
from generator.workbook.conversions.units import Unit
from generator.workbook.matching import folded
from generator.workbook.raw import CellError, Face, UncomputedFormula
from generator.workbook.terms import term

_SHORT = 80
_HUNDRED = Decimal(100)
_KEPT = "\n\u200c\u200d"
_NO_CHARACTERS = "\ufffe\uffff"
_SPACES = re.compile(r"[^\S\n]+")
_BLANKS = {"", "n/a", "nc", "nd", "neant", "s/o", "sansobjet"}


@dataclass(frozen=True, slots=True)
class Question:
    """What a column asks of a cell, and where the cell stands.

    `unit` is what its column or its row counts in, `headed` what its header says instead; `currency` is the account's,
    None when that cannot be read. `face` is what the cell's format shows beside a number, `low` and `high` bound it.
    `cutoff` helps to suggest a date that lacks its year; `epoch_1904` is the date system.
    """

    place: Place
    kind: Kind
    language: Language = Language.FR
    choices: tuple[Allowed, ...] = ()
    is_long: bool = False
    unit: Unit | None = None
    headed: Unit | None = None
    currency: str | None = "EUR"
    face: Face | None = None
    low: int | None = None
    high: int | None = None
    cutoff: date | None = None
    epoch_1904: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A value (None for a blank) and what is to be said of it; `failed` when the cell holds something unreadable."""

    value: object = None
    findings: tuple[Finding, ...] = ()
    failed: bool = False


BLANK = Reading()


def failure(code: str, question: Question, value: object, *, suggestion: str | None = None, **args: object) -> Reading:
    """Return a reading without a value, and the finding that says why."""
    cited = _cited(value, question)
    told = {**args, **_expected(code, question)}
    said = finding(code, question.place, value=cited, suggestion=suggestion, severity=None, **told)
    return Reading(None, (said,), failed=True)


def _expected(code: str, question: Question) -> dict[str, Phrase]:
    """Return what a column of numbers expects; a scale is told with what its two ends mean."""
    is_level = question.kind is Kind.LEVEL
    match code:
        case "V202":
            return {"expected": phrase("workbook.expected.level" if is_level else "workbook.expected.number")}
        case "V209":
            return {"expected": phrase("workbook.expected.level" if is_level else "workbook.expected.whole")}
        case "V208" if is_level:
            return {"low": phrase("workbook.level.low"), "high": phrase("workbook.level.high")}
        case _:
            return {}


def remark(code: str, question: Question, raw: object, *, value: object, **args: object) -> Reading:
    """Return a value with a finding beside it."""
    said = finding(code, question.place, value=_cited(raw, question), suggestion=None, severity=None, **args)
    return Reading(value, (said,))


def _cited(value: object, question: Question) -> str:
    """Return the value of a cell as Excel shows it: a number in the percent of its format."""
    is_number = isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
    if not is_number or question.face is None or not question.face.is_percent:
        return shown(value, question.language)
    percent = shown(Decimal(f"{value:.15g}") * _HUNDRED, question.language)
    return catalogue.text(question.language, "locales.percent").format(number=percent)


def cleaned(text: str) -> str:
    """Return the text as a person means it; short texts, which come back on every row, are cleaned once."""
    return _cleaned_once(text) if len(text) <= _SHORT else _cleaned(text)


@lru_cache(maxsize=8192)
def _cleaned_once(text: str) -> str:
    return _cleaned(text)


def _cleaned(text: str) -> str:
    """Return the text without control characters, odd spaces and blank edges; line breaks stay.

    Joiners stay too: emoji and some scripts are made with them.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n"))
    text = _SPACES.sub(" ", text)
    text = "".join(char for char in text if char in _KEPT or not _means_nothing(char))
    return "\n".join(line for line in (line.strip() for line in text.split("\n")) if line)


def _means_nothing(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"} or char in _NO_CHARACTERS


def is_blank(value: object) -> bool:
    """Tell whether a cell says that it holds nothing: empty, `-`, `n/a`, `NC`, `néant`."""
    if not isinstance(value, str):
        return value is None
    return _says_nothing(value) if len(value) <= _SHORT else not value.strip()


@lru_cache(maxsize=8192)
def _says_nothing(text: str) -> bool:
    return folded(_cleaned(text)) in _BLANKS


def shown(value: object, language: Language = Language.FR) -> str:
    """Return a raw value as Excel shows it in a language, shortened: what a finding cites."""
    text = _numbered(value, language) if isinstance(value, (float, Decimal)) else typed(value, language)
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def typed(value: object, language: Language = Language.FR) -> str:
    """Return a raw value as the text that a column of texts keeps: numbers with a point, in any language."""
    match value:
        case bool():
            return term("true" if value else "false").in_(language)
        case datetime():
            return f"{value:%d/%m/%Y}" if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
        case timedelta():
            return _elapsed(value)
        case float() | Decimal():
            return f"{float(value):.15g}"
        case CellError() | UncomputedFormula():
            return value.text
        case _:
            return cleaned(str(value)).replace("\n", " ")


def _numbered(value: float | Decimal, language: Language) -> str:
    text = f"{float(value):.15G}"
    return text.replace(".", decimal_sign(language))


def _elapsed(span: timedelta) -> str:
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}"
