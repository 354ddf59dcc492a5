"""The units that words beside a number say: `k€`, `USD`, `%`, `mois`, `HT`; in a cell, a number format or a header."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from generator.locales import Label
from generator.locales.currencies import meant_by
from generator.workbook.matching import folded


class Span(Enum):
    """A length of time: the shorter one it is counted in exactly, and how many of these it lasts."""

    MINUTE = ("minute", 1)
    HOUR = ("minute", 60)
    DAY = ("day", 1)
    WEEK = ("day", 7)
    MONTH = ("month", 1)
    QUARTER = ("month", 3)
    YEAR = ("month", 12)

    def per(self, other: Span) -> Decimal | None:
        """Return how many of another span this one lasts; None where no calendar can tell, as for days and months."""
        return Decimal(self.value[1]) / other.value[1] if self.value[0] == other.value[0] else None


@dataclass(frozen=True, slots=True)
class Unit:
    """What words beside a number say of it. `words` are these; with nothing else, they name things such as tickets.

    `power` is that of ten: 3 for thousands; `currencies` are those a sign may stand for.
    """

    words: str
    power: int = 0
    currencies: frozenset[str] = frozenset()
    span: Span | None = None
    is_percent: bool = False
    has_tax: bool = False
    label: Label | None = None

    @property
    def told(self) -> Label | str:
        """The unit in the reader's words where a column declares it, else as typed."""
        return self.label or self.words

    @property
    def is_money(self) -> bool:
        """Whether it counts a currency, or thousands and millions of who knows what."""
        return bool(self.currencies or self.power)

    @property
    def is_things(self) -> bool:
        """Whether it only names what is counted."""
        return not (self.is_money or self.span or self.is_percent or self.has_tax)

    def names_as(self, other: Unit) -> bool:
        """Tell whether both name the same things, in full or cut short: `jours` for `jours ouvrés`, `€` for `€/an`."""
        one, two = sorted((folded(self.words).rstrip("s"), folded(other.words).rstrip("s")), key=len)
        return two.startswith(one) or (one, two) == ("pt", "point")


_SPANS = {
    Span.MINUTE: "min mn minute minutes",
    Span.HOUR: "h hr hrs heure heures hour hours",
    Span.DAY: "j jr jrs jour jours d day days",
    Span.WEEK: "sem semaine semaines wk wks week weeks",
    Span.MONTH: "mois month months",
    Span.QUARTER: "trimestre trimestres quarter quarters",
    Span.YEAR: "an ans annee annees yr yrs year years",
}
_BY_SPAN = {word: span for span, words in _SPANS.items() for word in words.split()}
_PERCENT = {"%", "pct", "pourcent", "percent", "enpourcent", "pourcentage", "percentage"}
_POWERS = {
    **dict.fromkeys(("k", "millier", "milliers", "mille", "thousand", "thousands"), 3),
    **dict.fromkeys(("m", "mio", "million", "millions"), 6),
    **dict.fromkeys(("md", "mds", "mrd", "mrds", "bn", "milliard", "milliards", "billion", "billions"), 9),
}
_POWER = re.compile(rf"({'|'.join(sorted(_POWERS, key=len, reverse=True))})(.*)")
_LINKS = ("", "de", "d", "of")
_TAX = re.compile(
    r"(ht|horstaxes?|horstva|excltax|excludingtax|exclvat|ttc|tvaincluse|taxescomprises|incltax|inclvat)$"
)
_WITH_TAX = {"ttc", "tvaincluse", "taxescomprises", "incltax", "inclvat"}
_BESIDE = re.compile(r"[()\[\]]+")
_LONGEST = 40


@lru_cache(maxsize=4096)
def unit(words: str) -> Unit | None:
    """Return the unit that words say; None when they say none that is known."""
    text = " ".join(words.split())
    if not text or len(text) > _LONGEST:
        return None
    plain = _BESIDE.sub("", folded(text))
    plain = plain.removeprefix("en") if len(plain) > len("enx") and not meant_by(plain) else plain
    if plain in _BY_SPAN:
        return Unit(text, span=_BY_SPAN[plain])
    if plain in _PERCENT:
        return Unit(text, is_percent=True)
    return _amount(text, plain)


def named(words: str) -> Unit | None:
    """Return the unit that words say, or the things that they name; None for no words."""
    text = " ".join(words.split())
    return unit(text) or (Unit(text) if text else None)


def unit_of(label: Label | None) -> Unit | None:
    """Return the unit that a column declares."""
    said = unit(label.key) if label else None
    return replace(said, label=label) if said else None


def _amount(text: str, plain: str) -> Unit | None:
    tax = _TAX.search(plain)
    has_tax = tax is not None and tax[1] in _WITH_TAX
    worth = plain[: tax.start()] if tax else plain
    power, worth = (0, worth) if meant_by(worth) else _scaled(worth)
    currencies = meant_by(worth)
    is_known = power or currencies or (tax and not worth)
    return Unit(text, power, currencies, has_tax=has_tax) if is_known else None


def _scaled(worth: str) -> tuple[int, str]:
    """Return the power of ten that words begin with, and the currency behind it."""
    found = _POWER.fullmatch(worth)
    rests = [found[2].removeprefix(link) for link in _LINKS if found[2].startswith(link)] if found else []
    rest = next((rest for rest in rests if not rest or meant_by(rest)), None)
    return (_POWERS[found[1]], rest) if found and rest is not None else (0, worth)
