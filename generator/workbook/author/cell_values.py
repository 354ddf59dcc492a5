"""What is written in a cell for a value of the model, and the number format that shows it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import assert_never

from babel.numbers import get_currency_symbol

from generator.locales import Language
from generator.locales.catalogue import text
from generator.model.choices import Choice, Unit
from generator.model.column import Days, Kind
from generator.model.quarter import Quarter
from generator.workbook.author.arrangement import quarter_header
from generator.workbook.terms import term

CellValue = str | int | float | date | time | None

_PERCENTS = ("0 %", "0.0 %", "0.00 %")
_TEXT = "@"
_PLAIN = "General"


def cell_value(value: object, language: Language) -> CellValue:
    """Return a model value as a cell holds it; lists are joined with semicolons. TypeError for a value of no column."""
    match value:
        case None:
            return None
        case bool():
            return term("yes" if value else "no").in_(language)
        case Choice() | Language() | Days():
            return value.label.in_(language)
        case Quarter():
            return quarter_header(value, language)
        case tuple():
            return "; ".join(str(item) for item in value) or None
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case str() | int() | date() | time():
            return value
        case _:
            raise TypeError(f"no cell holds a {type(value).__name__}")


def number_format(kind: Kind, language: Language, currency: str, value: object = None) -> str:
    """Return the number format of a column, fitted to the decimals of a value when there is one."""
    match kind:
        case Kind.MONEY:
            return _money(language, currency, value)
        case Kind.RATE:
            return _percent(value)
        case Kind.DATE:
            return text(language, "locales.cell.date")
        case Kind.TIME:
            return "hh:mm"
        case Kind.INTEGER | Kind.LEVEL | Kind.TERM:
            return "0"
        case Kind.NUMBER:
            return "#,##0" if isinstance(value, Decimal) and value == value.to_integral_value() else _PLAIN
        case (
            Kind.TEXT
            | Kind.CURRENCY
            | Kind.HORIZON
            | Kind.QUARTER
            | Kind.CHOICE
            | Kind.YES_NO
            | Kind.TEXTS
            | Kind.QUARTERS
        ):
            return _PLAIN
        case _:
            assert_never(kind)


def kind_in_row(kind: Kind, row: object) -> Kind:
    """Return how a number shows in a row that names its unit: amounts and rates look like themselves."""
    unit = getattr(row, "unit", None)
    word = unit.label.key if isinstance(unit, Unit) else unit
    if kind is not Kind.NUMBER or not isinstance(word, str):
        return kind
    return {"%": Kind.RATE, "€": Kind.MONEY}.get(word, kind)


def _money(language: Language, currency: str, value: object) -> str:
    symbol = get_currency_symbol(currency, locale=language.value)
    digits = "#,##0.00" if isinstance(value, Decimal) and value != value.to_integral_value() else "#,##0"
    return text(language, "locales.money.units").format(number=digits, symbol=f'"{symbol}"').replace(" ", "\\ ")


def _percent(value: object) -> str:
    share = value * 100 if isinstance(value, Decimal) else Decimal(0)
    decimals = next((count for count in (0, 1) if share == round(share, count)), 2)
    return _PERCENTS[decimals]
