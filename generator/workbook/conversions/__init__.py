"""How every kind of cell is read: the one home of conversions. Each gives a value or the finding that says why not."""

from __future__ import annotations

from typing import assert_never

from generator.model.column import Kind
from generator.workbook.conversions.dates import clock, day, quarter_of_month
from generator.workbook.conversions.numbers import number
from generator.workbook.conversions.quarters import horizon, parse_quarter, quarter
from generator.workbook.conversions.reading import BLANK, Question, Reading, cleaned, failure, is_blank, shown, typed
from generator.workbook.conversions.words import choice, currency, text, texts, yes_no
from generator.workbook.raw import CellError, OverlongText, UncomputedFormula

__all__ = [
    "Question",
    "Reading",
    "cleaned",
    "convert",
    "is_blank",
    "parse_quarter",
    "quarter_of_month",
    "shown",
    "typed",
]


def convert(value: object, question: Question) -> Reading:
    """Read the raw value of a cell as its column asks."""
    if isinstance(value, (CellError, UncomputedFormula, OverlongText)):
        return _no_value(value, question)
    if is_blank(value):
        return BLANK
    match question.kind:
        case Kind.TEXT:
            return text(value, question)
        case Kind.CURRENCY:
            return currency(value, question)
        case Kind.MONEY | Kind.RATE | Kind.NUMBER | Kind.INTEGER | Kind.LEVEL | Kind.TERM:
            return number(value, question)
        case Kind.DATE:
            return day(value, question)
        case Kind.TIME:
            return clock(value, question)
        case Kind.QUARTER:
            return quarter(value, question)
        case Kind.HORIZON:
            return horizon(value, question)
        case Kind.CHOICE:
            return choice(value, question)
        case Kind.YES_NO:
            return yes_no(value, question)
        case Kind.TEXTS:
            return texts(value, question)
        case Kind.QUARTERS:
            raise ValueError("a series of quarters is many cells, each with a kind of its own")
        case _:
            assert_never(question.kind)


def _no_value(value: CellError | UncomputedFormula | OverlongText, question: Question) -> Reading:
    match value:
        case CellError(text):
            return failure("W118", question, text)
        case UncomputedFormula(text):
            return failure("W117", question, text)
        case OverlongText(start, length):
            return failure("V213", question, start, length=length)
