"""A timeline of bars and marks (contracts), and a schedule of actions by fortnight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from generator.story.blocks.table import TableColumn, TableRow
from generator.story.blocks.text import Status


class MarkKind(Enum):
    """What a mark on a bar stands for."""

    AMENDMENT = auto()
    NOTICE_NEAR = auto()
    NOTICE_LATER = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated mark, its key its own on its row; an empty label prints none."""

    key: str
    day: date
    kind: MarkKind
    label: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A bar from ``start`` to ``end`` (None: open-ended, drawn to the edge).

    ``group`` is printed on its first row only; ``alt`` tells the row to those who do not see it.
    """

    key: str
    group: str
    title: str
    detail: str
    start: date
    end: date | None
    is_emphasised: bool
    is_past: bool
    marks: tuple[Mark, ...]
    status: Status
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Bars between two dates, cut by the today line; ``legend`` gives the words of what the rows use."""

    key: str
    group_title: str
    row_title: str
    status_title: str
    start: date
    end: date
    today: date
    today_label: str
    rows: tuple[TimelineRow, ...]
    emphasised_label: str
    plain_label: str
    mark_labels: tuple[tuple[MarkKind, str], ...]
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
