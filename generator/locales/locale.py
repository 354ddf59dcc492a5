"""A language and a currency: the one way to turn keys and values into words for people."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.locales import formats
from generator.locales.catalogue import text
from generator.locales.language import Label, Language
from generator.locales.money_scale import MoneyScale
from generator.locales.phrase import Phrase
from generator.locales.shapes import CalendarQuarter, Labelled
from generator.locales.typography import typeset
from generator.locales.verbatim import Verbatim

_PRIVATE = 0xE000  # a plane of characters that no text uses stands for what is printed letter by letter


@dataclass(frozen=True)
class Locale:
    """Says messages and formats values for one reader. Every result is typeset."""

    language: Language
    currency: str = "EUR"

    def say(self, key: str, /, n: int | None = None, **args: object) -> str:
        """Return the message of `key` with its `{names}` filled in; `n` chooses the plural and fills `{n}`.

        A text keeps its words, a `Verbatim` each of its letters; numbers, dates, times, quarters, labels, phrases and
        lists of them are formatted by the locale (so a year goes in as text, or it gets a thousands space).
        The message may ask for a form: `{amount:money_short}`, `{rate:percent}`, `{day:date_long}`, `{count:word}`.
        KeyError for an unknown key or a missing argument, TypeError for a value of another type: our bugs.
        """
        pattern = text(self.language, key, plural=n is not None and formats.is_plural(self.language, n))
        if n is not None:
            args["n"] = n
        marks = {name: chr(_PRIVATE + at) for at, name in enumerate(args) if isinstance(args[name], Verbatim)}
        spoken = {name: _Spoken(self, marks.get(name, value)) for name, value in args.items()}
        told = self.typeset(pattern.format_map(spoken))
        for name, mark in marks.items():
            told = told.replace(mark, str(args[name]))
        return told

    def value(self, value: object) -> str:
        """Format a value by its type: text, Label, Phrase, int, Decimal, date, time, quarter, or a list of these."""
        match value:
            case Label():
                return self.label(value)
            case Phrase():
                return self.say(value.key, value.n, **dict(value.named))
            case str():
                return value
            case bool():
                pass
            case int() | Decimal():
                return self.number(value)
            case dt.date():
                return self.date(value)
            case dt.time():
                return self.time(value)
            case Labelled():
                return self.label(value.label)
            case CalendarQuarter():
                return self.quarter(value.year, value.number)
            case tuple() | list() | frozenset():
                return self.join([self.value(item) for item in value])
            case _:
                pass
        raise TypeError(f"no words for a {type(value).__name__}")

    def typeset(self, line: str) -> str:
        """Set spaces, dashes and apostrophes as the language wants them."""
        return typeset(self.language, line)

    def label(self, label: Label) -> str:
        """Return a label in the language."""
        return self.typeset(label.in_(self.language))

    def number(self, value: Decimal | int, decimals: int | None = None, *, signed: bool = False) -> str:
        """`1 234,5`; `decimals` None keeps all the digits the value has."""
        return formats.number(self.language, value, decimals=decimals, signed=signed)

    def money(self, amount: Decimal, *, signed: bool = False) -> str:
        """`1 650 000 €`; cents only when there are some."""
        return formats.money(self.language, amount, currency=self.currency, signed=signed)

    def money_short(self, amount: Decimal, *, signed: bool = False) -> str:
        """`1,65 M€`, `333 k€`, `850 €`: three significant digits."""
        return formats.money_short(self.language, amount, currency=self.currency, signed=signed)

    def money_scaled(self, amount: Decimal, scale: MoneyScale, *, signed: bool = False) -> str:
        """`0,95 M€` beside `1,25 M€`: in the unit that the amounts of an exhibit share."""
        return formats.money_scaled(self.language, amount, scale, currency=self.currency, signed=signed)

    def thousands(self, amount: Decimal, *, signed: bool = False) -> str:
        """`1 650 k€`: whole thousands, however large."""
        return formats.thousands(self.language, amount, currency=self.currency, signed=signed)

    def percent(self, rate: Decimal, decimals: int | None = None, *, signed: bool = False) -> str:
        """`96,4 %` for 0.964; `decimals` None shows one decimal unless it is zero."""
        return formats.percent(self.language, rate, decimals=decimals, signed=signed)

    def percent_exact(self, rate: Decimal) -> str:
        """`0,45 %` for 0.0045: every digit the rate has."""
        return formats.percent_exact(self.language, rate)

    def points(self, value: Decimal, decimals: int | None = None, *, signed: bool = False) -> str:
        """`4,2 pts` for 4.2: a difference already in points."""
        return formats.points(self.language, value, decimals=decimals, signed=signed)

    def date(self, day: dt.date) -> str:
        """`30/09/2026`, `30 Sep 2026`."""
        return formats.short_date(self.language, day)

    def date_long(self, day: dt.date) -> str:
        """`jeudi 15 octobre 2026`."""
        return self.typeset(formats.long_date(self.language, day))

    def month_short(self, day: dt.date) -> str:
        """`sept.`, `Sep`."""
        return formats.month_short(self.language, day)

    def month_long(self, day: dt.date) -> str:
        """`octobre 2026`, `October 2026`."""
        return formats.month_long(self.language, day)

    def time(self, moment: dt.time) -> str:
        """`11 h 30`, `11:30`."""
        return formats.clock(self.language, moment)

    def quarter(self, year: int, number: int) -> str:
        """`T3 2026`, `Q3 2026`."""
        return formats.quarter(self.language, year, number)

    def quarter_short(self, year: int, number: int) -> str:
        """`T3 26`, `Q3 26`."""
        return self.quarter(year, number)[:-4] + f"{year % 100:02d}"

    def count_word(self, count: int, *, feminine: bool = False) -> str:
        """Spell a count out up to sixteen, in lower case."""
        return formats.count_word(self.language, count, feminine=feminine)

    def all_of(self, count: int) -> str:
        """`les deux`, `both`, `all three`: the whole of a count above one."""
        return formats.all_of(self.language, count)

    def none_of(self, count: int) -> str:
        """`aucun des deux`, `neither of the two`, `none of the three`: no one of a count above one."""
        return formats.none_of(self.language, count)

    def ordinal_word(self, rank: int, *, feminine: bool = False) -> str:
        """Spell a rank out up to the twelfth, in lower case."""
        return formats.ordinal_word(self.language, rank, feminine=feminine)

    def join(self, items: Sequence[str]) -> str:
        """`a, b et c`."""
        return formats.join(self.language, items)


@dataclass(frozen=True)
class _Spoken:
    """A value waiting for the form its message asks for."""

    locale: Locale
    value: object

    def __format__(self, form: str) -> str:
        return _FORMS[form](self.locale, self.value) if form else self.locale.value(self.value)


_FORMS: dict[str, Callable[..., str]] = {
    "money": Locale.money,
    "money_short": Locale.money_short,
    "thousands": Locale.thousands,
    "percent": Locale.percent,
    "percent_exact": Locale.percent_exact,
    "points": Locale.points,
    "date_long": Locale.date_long,
    "month_short": Locale.month_short,
    "month_long": Locale.month_long,
    "word": Locale.count_word,
    "all": Locale.all_of,
    "none": Locale.none_of,
    "ordinal": Locale.ordinal_word,
}
