"""Figures as they are printed: found in a sentence of either language, and compared with what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.model.quarter import Quarter


class Kind(Enum):
    """What a figure counts; a date is its ordinal, a quarter the number of quarters before it."""

    MONEY = "money"
    RATE = "rate"
    NUMBER = "number"
    DAY = "day"
    QUARTER = "quarter"


@dataclass(frozen=True)
class Figure:
    """A figure and how far what it stands for may be from it, by the digits printed."""

    kind: Kind
    value: Decimal
    slack: Decimal = Decimal(0)

    def tells(self, other: Figure) -> bool:
        """Whether this printed figure may stand for the other."""
        return self.kind is other.kind and abs(self.value - other.value) <= self.slack + other.slack


WORDS = {
    word: at
    for words in (
        "zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        "zero - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    )
    for at, word in enumerate(words.split())
    if word != "-"
}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SCALES = {"": 1, "k": 1_000, "M": 1_000_000}
_NUMBER = r"[+−-]?\d{1,3}(?:[ ,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|[+−-]?\d+(?:[.,]\d+)?"
_FOUND = re.compile(
    r"(?P<skip>\b[A-Z]{1,4}-\d+\b|\b[A-Z]\d+s?\b(?! \d)|\(\d+/\d+\)$)"
    r"|(?P<slashed>\b\d{2}/\d{2}/\d{4}\b)"
    rf"|(?P<spelled>\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b)"
    r"|(?P<quarter>\b[TQ][1-4] (?:\d{4}|\d{2})\b)"
    rf"|(?P<sign>[+−-]?)€(?P<pounds>{_NUMBER})(?P<scale>[kM]?)"
    rf"|(?P<euros>{_NUMBER}) ?(?P<unit>[kM]?)€"
    rf"|(?P<rate>{_NUMBER}) ?%"
    rf"|(?P<number>{_NUMBER})"
    r"|(?P<one>(?:^|(?<=; ))(?:une?|one)\b)"  # elsewhere it is an article
    rf"|(?P<word>\b(?:{'|'.join(WORDS)})\b)",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """A text with plain spaces and hyphens, and no joiners."""
    return text.replace("\u2060", "").replace("\u202f", " ").replace("\u00a0", " ").replace("\u2011", "-")


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text, in order; references (``CT-01``), names (``P1``) and the end ``(1/2)`` are none."""
    for found in _FOUND.finditer(plain(text)):
        told = {name: value for name, value in found.groupdict().items() if value}
        if "skip" in told:
            continue
        yield _figure(told)


def number(value: Decimal | int) -> Figure:
    """A count."""
    return Figure(Kind.NUMBER, Decimal(value))


def money(value: Decimal | None) -> Figure:
    """An amount."""
    assert value is not None
    return Figure(Kind.MONEY, value)


def rate(value: Decimal | None) -> Figure:
    """A rate, 1 for the whole."""
    assert value is not None
    return Figure(Kind.RATE, value)


def day(value: date | None) -> Figure:
    """A date."""
    assert value is not None
    return Figure(Kind.DAY, Decimal(value.toordinal()))


def quarter(value: Quarter) -> Figure:
    """A quarter."""
    return Figure(Kind.QUARTER, Decimal(value.year * 4 + value.number))


def _figure(told: dict[str, str]) -> Figure:
    match told:
        case {"slashed": text}:
            return day(date(*(int(part) for part in reversed(text.split("/")))))
        case {"spelled": text}:
            at, month, year = text.split()
            return day(date(int(year), MONTHS.index(month) + 1, int(at)))
        case {"quarter": text}:
            full = int(text.split()[1])
            return quarter(Quarter(full if full > 99 else 2000 + full, int(text[1])))
        case {"pounds": text}:
            return _scaled(Kind.MONEY, told.get("sign", "") + text, Decimal(SCALES[told.get("scale", "")]))
        case {"euros": text}:
            return _scaled(Kind.MONEY, text, Decimal(SCALES[told.get("unit", "")]))
        case {"rate": text}:
            return _scaled(Kind.RATE, text, Decimal("0.01"))
        case {"number": text}:
            return _scaled(Kind.NUMBER, text, Decimal(1))
        case {"one": _}:
            return number(1)
        case {"word": text}:
            return number(WORDS[text.lower()])
        case _:
            raise AssertionError(told)


def _scaled(kind: Kind, text: str, scale: Decimal) -> Figure:
    bare = re.sub(r"[ ,](?=\d{3}(?!\d))", "", text).replace("−", "-").replace(",", ".")
    value = Decimal(bare)
    _, _, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    slack = Decimal(0) if kind is Kind.NUMBER else Decimal(1).scaleb(exponent) * scale / 2
    return Figure(kind, value * scale, slack)
