"""Charts as descriptions: values, printed labels and roles; both writers draw them from here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from generator.measures.rag import Rag


class ValueFormat(Enum):
    """What the values are, for axis and cell formats; rates run from 0 to 1.

    Amounts are in units of the currency, and printed in the unit that their labels share.
    """

    NUMBER = auto()
    DECIMAL = auto()
    RATE = auto()
    MONEY = auto()
    THOUSANDS = auto()
    MILLIONS = auto()


class SeriesRole(Enum):
    """What a series is to the message.

    ``RANKED`` takes its colour from ``rank`` (the offer's place in the workbook).
    """

    MESSAGE = auto()
    TARGET = auto()
    CONTEXT = auto()
    RANKED = auto()
    MARGIN = auto()


@dataclass(frozen=True, slots=True)
class Series:
    """Values by category (None is a gap), the text printed beside each value ("" prints none), and the series' role."""

    key: str
    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...] = ()
    role: SeriesRole = SeriesRole.MESSAGE
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A RAG band behind a line, from ``low`` to ``high`` (None: to the end of the axis), with the words beside it."""

    rag: Rag
    letter: str
    low: Decimal | None
    high: Decimal | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """Lines over categories; ``target`` is a series of its own; bands are for the plan."""

    key: str
    title: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    target: Series | None = None
    bands: tuple[Band, ...] = ()
    value_format: ValueFormat = ValueFormat.NUMBER
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChart:
    """Stacked columns over categories with printed totals above.

    And an optional line on its own band above the columns.
    """

    key: str
    title: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    totals: tuple[str, ...] = ()
    line: Series | None = None
    line_title: str = ""
    value_format: ValueFormat = ValueFormat.THOUSANDS
    emphasised: tuple[int, ...] = ()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar: signed value, printed value, and a secondary figure at the right."""

    key: str
    name: str
    value: Decimal
    label: str
    note: str = ""
    role: SeriesRole = SeriesRole.MESSAGE
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Horizontal bars from zero, one colour each by role; ``marker`` is a value to compare with (a target)."""

    key: str
    title: str
    alt: str
    bars: tuple[Bar, ...]
    value_format: ValueFormat = ValueFormat.THOUSANDS
    marker: Decimal | None = None
    marker_label: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparkline:
    """A line for a cell of a table: the values in order (None is a gap), and the level they aim at.

    It prints nothing: first and last value stand in the cells beside it. ``alt`` tells first, last and extreme.
    """

    key: str
    values: tuple[Decimal | None, ...]
    alt: str
    target: Decimal | None = None
