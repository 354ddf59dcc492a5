"""What can be told of one figure, in no language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.locales import Label
from generator.locales.phrase import Phrase
from generator.model.choices import Unit
from generator.model.field_path import FieldPath
from generator.model.quarter import Quarter

Value = Decimal | int | date | str | Label | Phrase | Quarter | None


class Form(Enum):
    """How a number is printed; what is no number prints itself."""

    PLAIN = "plain"
    MONEY = "money"
    PERCENT = "percent"
    DAYS = "days"


UNIT_FORMS = {Unit.MONEY: Form.MONEY, Unit.PERCENT: Form.PERCENT, Unit.DAYS: Form.DAYS}


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure told beside the result: `name` is a word of the catalogue, `explain.detail.<name>`."""

    name: str
    value: Value
    form: Form = Form.PLAIN


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure: `key` is what it is asked by, `formula` a word of the catalogue, `explain.formula.<formula>`.

    `window` is empty for what has none. A rate is a number from 0 to 1, amounts are in the account's currency.
    """

    key: str
    title: str | Phrase
    formula: str
    result: Value
    form: Form
    sources: tuple[FieldPath, ...]
    window: tuple[Quarter, ...] = ()
    filter: str | None = None
    details: tuple[Detail, ...] = ()


def told(*details: Detail) -> tuple[Detail, ...]:
    """Return the details that have a value."""
    return tuple(detail for detail in details if detail.value is not None)
