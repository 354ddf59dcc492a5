"""How numbers, dates, times and lists look in a language, by the CLDR. Halves are rounded away from zero."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache, lru_cache

from babel import Locale as CldrLocale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal, get_currency_precision, get_currency_symbol, get_decimal_symbol

from generator.locales.catalogue import text
from generator.locales.characters import MINUS, NO_BREAK
from generator.locales.language import Language
from generator.locales.money_scale import MoneyScale
from generator.locales.typography import typeset

_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
_PAIR = 2
_LARGEST_SPELLED = 16
_LARGEST_ORDINAL_SPELLED = 12
_THOUSAND = 1000
_MOST_DECIMALS = 2
_LEAST_READABLE = Decimal("0.1")


@cache
def _cldr(language: Language) -> CldrLocale:
    """What the CLDR says of a language; found by its name it would be parsed anew for every number."""
    return CldrLocale(language.value)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round to so many decimals, halves away from zero (2.5 gives 3, -2.5 gives -3), at any size, never to -0."""
    result = value.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    return result or result.copy_abs()


def number(language: Language, value: Decimal | int, *, decimals: int | None = None, signed: bool = False) -> str:
    """Format a number; `decimals` None keeps every digit the value has, without trailing zeros."""
    exact = Decimal(value)
    value = rounded(exact, _decimals_of(exact) if decimals is None else decimals)
    return _sign(value, signed=signed) + _unsigned(language, value)


def money(language: Language, amount: Decimal, *, currency: str, signed: bool = False) -> str:
    """Format a whole amount, with cents only when there are some."""
    cents = rounded(amount, get_currency_precision(currency))
    shown = cents if cents % 1 else rounded(amount, 0)
    return _priced(language, shown, form="units", currency=currency, signed=signed)


def money_short(language: Language, amount: Decimal, *, currency: str, signed: bool = False) -> str:
    """Format an amount in millions, thousands or units with three significant digits and no trailing zeros."""
    scale = scale_of(amount)
    shown = _three_digits(amount.scaleb(-scale.value, context=_EXACT), whole=not scale.value)
    return _priced(language, shown, form=scale.name.lower(), currency=currency, signed=signed)


def scale_of(amount: Decimal) -> MoneyScale:
    """Return the unit that an amount is short in: the first that leaves fewer than four digits."""
    scales = (MoneyScale.UNITS, MoneyScale.THOUSANDS)
    shown = (
        (scale, _three_digits(amount.scaleb(-scale.value, context=_EXACT), whole=not scale.value)) for scale in scales
    )
    return next((scale for scale, digits in shown if abs(digits) < _THOUSAND), MoneyScale.MILLIONS)


def common_scale(amounts: Iterable[Decimal]) -> MoneyScale:
    """Return the unit that amounts shown side by side are printed in.

    That of the largest, or the one below where the smallest would be too small in it to be read.
    """
    sizes = sorted(abs(amount) for amount in amounts if amount)
    scale = scale_of(sizes[-1]) if sizes else MoneyScale.UNITS
    below = {MoneyScale.MILLIONS: MoneyScale.THOUSANDS, MoneyScale.THOUSANDS: MoneyScale.UNITS}
    if sizes and scale in below and sizes[0].scaleb(-scale.value, context=_EXACT) < _LEAST_READABLE:
        return below[scale]
    return scale


def money_scaled(language: Language, amount: Decimal, scale: MoneyScale, *, currency: str, signed: bool = False) -> str:
    """Format an amount in a unit given, with three significant digits and no more than two decimals."""
    shown = amount.scaleb(-scale.value, context=_EXACT)
    decimals = min(max(0, 2 - shown.adjusted()), _MOST_DECIMALS) if scale.value else 0
    return _priced(language, _trimmed(shown, decimals), form=scale.name.lower(), currency=currency, signed=signed)


def thousands(language: Language, amount: Decimal, *, currency: str, signed: bool = False) -> str:
    """Format an amount in whole thousands, however large."""
    shown = rounded(amount.scaleb(-3, context=_EXACT), 0)
    return _priced(language, shown, form="thousands", currency=currency, signed=signed)


def percent(language: Language, rate: Decimal, *, decimals: int | None = None, signed: bool = False) -> str:
    """Format a rate given as a share of 1; `decimals` None shows one decimal unless it is zero."""
    share = _trimmed(rate.scaleb(2, context=_EXACT), 1) if decimals is None else rate.scaleb(2, context=_EXACT)
    shown = number(language, share, decimals=decimals, signed=signed)
    return typeset(language, text(language, "locales.percent").format(number=shown))


def percent_exact(language: Language, rate: Decimal) -> str:
    """Format a rate given as a share of 1 with every digit it has, where two readings are compared."""
    share = rate.scaleb(2, context=_EXACT)
    return percent(language, rate, decimals=_decimals_of(share))


def points(language: Language, value: Decimal, *, decimals: int | None = None, signed: bool = False) -> str:
    """Format a difference already in points, such as two NPS or two percentages (not a share of 1)."""
    shown = _trimmed(value, 1) if decimals is None else rounded(value, decimals)
    pattern = text(language, "locales.points", plural=is_plural(language, shown))
    return typeset(language, pattern.format(number=number(language, shown, decimals=decimals, signed=signed)))


@lru_cache(maxsize=4096)
def short_date(language: Language, day: date) -> str:
    """Format a date: `30/09/2026`, `30 Sep 2026`."""
    return format_date(day, text(language, "locales.date.short"), locale=_cldr(language)).replace(" ", NO_BREAK)


def long_date(language: Language, day: date) -> str:
    """Format a date with its weekday: `jeudi 15 octobre 2026`; the first of a month is `1er` in French."""
    shown = format_date(day, text(language, "locales.date.long"), locale=_cldr(language))
    return shown.replace(" 1 ", f" {text(language, 'locales.date.first')} ", 1) if day.day == 1 else shown


def month_short(language: Language, day: date) -> str:
    """Format the month alone: `sept.`, `Sep`."""
    return format_date(day, "MMM", locale=_cldr(language))


def month_long(language: Language, day: date) -> str:
    """Format the month and year: `octobre 2026`."""
    return format_date(day, "MMMM y", locale=_cldr(language)).replace(" ", NO_BREAK)


def clock(language: Language, moment: time) -> str:
    """Format a time of day: `10 h`, `11 h 30`; `10:00`, `11:30`."""
    pattern = text(language, "locales.clock.minutes" if moment.minute else "locales.clock.hour")
    return format_time(moment, pattern, locale=_cldr(language)).replace(" ", NO_BREAK)


def quarter(language: Language, year: int, number: int) -> str:
    """Format a calendar quarter: `T3 2026`, `Q3 2026`."""
    return text(language, "locales.quarter").format(number=number, year=year).replace(" ", NO_BREAK)


def join(language: Language, items: Sequence[str]) -> str:
    """Join items into an enumeration: `a, b et c`, `a, b and c`; nothing gives an empty text."""
    return format_list(list(items), locale=language.manner.tag.replace("-", "_"))


def count_word(language: Language, count: int, *, feminine: bool = False) -> str:
    """Spell a count out up to sixteen, in digits beyond."""
    if not 0 <= count <= _LARGEST_SPELLED:
        return number(language, count)
    return text(language, f"locales.count.{count}{'f' if feminine and count == 1 else ''}")


def all_of(language: Language, count: int) -> str:
    """Name the whole of a count above one."""
    if count == _PAIR:
        return text(language, "locales.all.two")
    return text(language, "locales.all.more").format(count=count_word(language, count))


def none_of(language: Language, count: int) -> str:
    """Name no one of a count above one."""
    if count == _PAIR:
        return text(language, "locales.none.two")
    return text(language, "locales.none.more").format(count=count_word(language, count))


def ordinal_word(language: Language, rank: int, *, feminine: bool = False) -> str:
    """Spell a rank out up to the twelfth, in digits beyond."""
    if not 1 <= rank <= _LARGEST_ORDINAL_SPELLED:
        return text(language, "locales.ordinal.beyond").format(rank=number(language, rank))
    return text(language, f"locales.ordinal.{rank}{'f' if feminine and rank == 1 else ''}")


def is_plural(language: Language, count: Decimal | int) -> bool:
    """Tell whether a count takes the plural: in French from 2, in English for everything but 1."""
    return language.manner.is_plural(Decimal(count).copy_abs())


def percent_space(language: Language) -> str:
    """Return what stands between a number and its percent sign: a space, nothing."""
    return typeset(language, text(language, "locales.percent")).removeprefix("{number}").removesuffix("%")


def decimal_sign(language: Language) -> str:
    """Return the sign before the decimals: a comma, a point."""
    return get_decimal_symbol(_cldr(language))


def _decimals_of(value: Decimal) -> int:
    exponent = value.normalize(_EXACT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _trimmed(value: Decimal, decimals: int) -> Decimal:
    return rounded(value, min(decimals, _decimals_of(rounded(value, decimals))))


def _three_digits(value: Decimal, *, whole: bool) -> Decimal:
    integer_digits = max(1, value.adjusted() + 1)
    return _trimmed(value, 0 if whole else max(0, 3 - integer_digits))


def _sign(value: Decimal, *, signed: bool) -> str:
    if value < 0:
        return MINUS
    return "+" if signed and value > 0 else ""


def _unsigned(language: Language, value: Decimal) -> str:
    pattern = "#,##0" + ("." + "0" * _scale(value) if _scale(value) else "")
    with localcontext(_EXACT):
        return format_decimal(abs(value), pattern, locale=_cldr(language))


def _scale(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _priced(language: Language, shown: Decimal, *, form: str, currency: str, signed: bool) -> str:
    symbol = get_currency_symbol(currency, locale=_cldr(language))
    pattern = text(language, f"locales.money.{form}")
    if "{symbol}{number}" in pattern and symbol[-1].isalpha():
        symbol += NO_BREAK
    priced = pattern.format(number=_unsigned(language, shown), symbol=symbol)
    return typeset(language, _sign(shown, signed=signed) + priced)
