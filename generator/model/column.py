"""What a model field says of the workbook column it comes from: declared once, in the field's metadata."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Annotated

from pydantic import Field

from generator.locales.language import Label, said


class Kind(Enum):
    """How the values of a column are read, written and formatted."""

    TEXT = auto()
    CURRENCY = auto()
    MONEY = auto()
    RATE = auto()
    NUMBER = auto()
    INTEGER = auto()
    LEVEL = auto()
    TERM = auto()
    DATE = auto()
    TIME = auto()
    QUARTER = auto()
    HORIZON = auto()
    CHOICE = auto()
    YES_NO = auto()
    TEXTS = auto()
    QUARTERS = auto()


LONGEST_IN_DAYS = 36_600


@dataclass(frozen=True, slots=True)
class Days:
    """A term of exactly that many days, where months are the rule."""

    days: Annotated[int, Field(ge=0, le=LONGEST_IN_DAYS)]

    @property
    def label(self) -> Label:
        """The term in words."""
        return said("locales.days", self.days)


MOST = 10**15
"""Beyond it neither way, a figure is a slip of the hand."""

# Kinds that the Python type alone does not tell apart travel as metadata of these aliases, with their bounds.
Currency = Annotated[str, Kind.CURRENCY]
Money = Annotated[Decimal, Kind.MONEY, Field(ge=-MOST, le=MOST)]
Amount = Annotated[Decimal, Kind.MONEY, Field(ge=0, le=MOST)]
Rate = Annotated[Decimal, Kind.RATE, Field(ge=0, le=1)]
Number = Annotated[Decimal, Kind.NUMBER, Field(ge=-MOST, le=MOST)]
Tally = Annotated[Decimal, Kind.NUMBER, Field(ge=0, le=MOST)]
Level = Annotated[int, Kind.LEVEL, Field(ge=1, le=5)]
Count = Annotated[int, Kind.INTEGER, Field(ge=0, le=1_000_000)]
DayCount = Annotated[int, Kind.INTEGER, Field(ge=0, le=LONGEST_IN_DAYS)]
Months = Annotated[int, Kind.INTEGER, Field(ge=0, le=1_200)]
Term = Annotated[Annotated[int, Field(ge=0, le=1_200)] | Days, Kind.TERM]


@dataclass(frozen=True, slots=True)
class Column:
    """The words of a column, and what it refers to.

    ``refs`` names the fields of the plan whose keys the value must be one of; ``after`` places an internal column behind
    another field where the workbook shows it there; ``unit`` is printed with the help, or beside a form's value;
    ``since`` numbers the first form of a kept plan that has it; ``listed`` names the list of the workbook that its cells
    offer, among other things that may be typed.
    """

    fr: str
    en: str
    help_fr: str
    help_en: str
    example: str = ""
    refs: tuple[str, ...] = ()
    unit: Label | None = None
    after: str | None = None
    long: bool = False
    since: int = 1
    listed: str = ""

    @property
    def label(self) -> Label:
        """The header in every language."""
        return Label(self.fr, self.en)

    @property
    def help(self) -> Label:
        """The note on the header in every language."""
        return Label(self.help_fr, self.help_en)
