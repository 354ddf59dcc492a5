"""The agenda of a meeting and the calendar of what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A line of the agenda: the section it leads to, its minutes (empty when untimed)."""

    section: str
    title: str
    minutes: str


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person expected at the meeting."""

    name: str
    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Timed items, and people on both sides under the companies' names."""

    key: str
    items_title: str
    items: tuple[AgendaItem, ...]
    client_title: str
    client: tuple[Attendee, ...]
    supplier_title: str
    supplier: tuple[Attendee, ...]
    alt: str


class EventKind(Enum):
    """What happens on a day."""

    MEETING = auto()
    ACTION = auto()
    NOTICE = auto()
    DECISION = auto()


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event: printed day, title, who or where."""

    key: str
    day: date
    day_text: str
    kind: EventKind
    title: str
    detail: str
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar with its events in order."""

    name: str
    start: date
    end: date
    events: tuple[Event, ...]

    @property
    def key(self) -> str:
        """The year and the month, ``2026-10``."""
        return f"{self.start:%Y-%m}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Months side by side; ``kinds`` gives the words of the kinds used."""

    key: str
    months: tuple[Month, ...]
    kinds: tuple[tuple[EventKind, str], ...]
    more: str
    alt: str
    caption: str
