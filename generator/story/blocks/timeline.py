"""Bars over the quarters to come (contracts), the way back from a date, and a schedule of actions by fortnight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from generator.story.blocks.people import AttitudeMark
from generator.story.blocks.table import TableColumn, TableRow


class MarkKind(Enum):
    """What a mark over a bar stands for."""

    NOTICE_NEAR = auto()
    NOTICE_LATER = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated mark, its key its own on its row; an empty label prints none."""

    key: str
    day: date
    kind: MarkKind
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """A bar from ``start`` to ``end`` (None: open-ended, drawn to the edge), with ``end_label`` printed at its end.

    ``detail`` stands under the title of an emphasised row; ``is_past`` is one whose end has passed; ``alt`` tells the
    row to those who do not see it.
    """

    key: str
    title: str
    detail: str
    amount: str
    start: date
    end: date | None
    end_label: str
    is_emphasised: bool
    is_past: bool
    marks: tuple[Mark, ...]
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter of the axis: its days, its year and its own name."""

    start: date
    end: date
    year: str
    name: str


@dataclass(frozen=True, slots=True)
class EndingValue:
    """What ends in a quarter: of the emphasised rows, and of the others; ``label`` prints the sum ("" when nothing)."""

    emphasised: Decimal
    other: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class EndingStrip:
    """Under the bars, a value a period of the axis; ``note`` says of how much in all, and what ends after the axis."""

    title: str
    note: str
    values: tuple[EndingValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Bars over the quarters that are to come, cut by the today line."""

    key: str
    row_title: str
    periods: tuple[Period, ...]
    today: date
    today_label: str
    rows: tuple[TimelineRow, ...]
    strip: EndingStrip | None
    alt: str
    caption: str

    @property
    def start(self) -> date:
        """The first day of the axis."""
        return self.periods[0].start

    @property
    def end(self) -> date:
        """The last day of the axis."""
        return self.periods[-1].end


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A day on the way, with its words."""

    key: str
    day: date
    label: str


@dataclass(frozen=True, slots=True)
class PathStep:
    """A step on the way to a signature: its power, its days, who stands there and how they look at us."""

    key: str
    power: str
    days: int
    days_label: str
    person: str
    attitude: AttitudeMark | None
    resists: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPlan:
    """The way back from a notice: the steps end on ``due``, begin on ``launch``; ``events`` are dated meetings."""

    key: str
    title: str
    note: str
    today: date
    today_label: str
    launch: date
    launch_label: str
    margin: str
    due: date
    due_label: str
    events: tuple[DatedEvent, ...]
    steps: tuple[PathStep, ...]
    alt: str
    caption: str


class Pace(Enum):
    """What the schedule cells of an action say."""

    PLANNED = auto()
    OVERDUE = auto()
    BLOCKED = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True)
class Fortnight:
    """A half month: first and last day, its mark (``1`` or ``16``), the month printed over its first half."""

    start: date
    end: date
    mark: str
    month: str


@dataclass(frozen=True, slots=True)
class Course:
    """When an action runs: its first and last day (None where a date is unknown), and at which pace.

    The cells of an overdue action are overdue once ``due_day`` is past; without it, all of them.
    """

    start: date | None
    end: date | None
    pace: Pace
    due_day: date | None = None

    def covers(self, fortnight: Fortnight) -> bool:
        """Whether the action runs on a day of the fortnight."""
        if self.start is None or self.end is None:
            return False
        return self.start <= fortnight.end and fortnight.start <= self.end

    def pace_in(self, fortnight: Fortnight) -> Pace | None:
        """What the cell of a fortnight says; None where the action does not run. Nothing is late before its due day."""
        if not self.covers(fortnight):
            return None
        is_early = self.due_day is not None and fortnight.end <= self.due_day
        return Pace.PLANNED if self.pace is Pace.OVERDUE and is_early else self.pace


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRow(TableRow):
    """An action: a row of the table, and the course that its fortnights show."""

    course: Course


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A table of actions with its narrow fortnight columns; the cut-off falls between two columns or inside one."""

    key: str
    columns: tuple[TableColumn, ...]
    fortnights: tuple[Fortnight, ...]
    today: date
    rows: tuple[ScheduleRow, ...]
    more: str
    alt: str
    caption: str
    name_at: int = 0
