"""People: organisation chart, influence × attitude grid, lanes of approval circuits."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.choices import Attitude


@dataclass(frozen=True, slots=True)
class AttitudeMark:
    """An attitude as it is drawn: its shape follows ``attitude``, ``letter`` stands in it.

    ``word`` is for the legend.
    """

    attitude: Attitude
    letter: str
    word: str


@dataclass(frozen=True, slots=True)
class OrgNode:
    """A person's box: three lines, and in the internal edition role letter, attitude letter; children in order.

    ``role`` is a letter; empty, and ``attitude`` None, in the client edition or when unknown.
    """

    key: str
    name: str
    function: str
    detail: str
    is_detail_alert: bool
    role: str
    attitude: AttitudeMark | None
    is_decision_maker: bool
    entity: str
    children: tuple[OrgNode, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgChart:
    """A forest of boxes, with the legends of its letters, both empty in the client edition."""

    key: str
    roots: tuple[OrgNode, ...]
    role_title: str
    roles: tuple[tuple[str, str], ...]
    attitude_title: str
    attitudes: tuple[AttitudeMark, ...]
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class GridPerson:
    """A person on the influence × attitude grid.

    Initials, influence 1 to 5, attitude column 0 (opponent) to 4 (champion).
    """

    key: str
    initials: str
    name: str
    influence: int
    attitude: int
    is_decision_maker: bool
    is_target: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InfluenceGrid:
    """Influence upwards, attitude rightwards (``attitudes`` from opponent to champion).

    ``note`` says whom to win over, its lead part in bold.
    """

    key: str
    title: str
    people: tuple[GridPerson, ...]
    attitudes: tuple[AttitudeMark, ...]
    note_lead: str
    note: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class LaneStep:
    """A step of a lane: who, with which power (letter and word), usually in how long."""

    key: str
    person: str
    function: str
    letter: str
    power: str
    delay: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A kind of purchase and its steps in order."""

    key: str
    title: str
    detail: str
    steps: tuple[LaneStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Approval circuits, a lane each, with the legend of power letters."""

    key: str
    lanes: tuple[Lane, ...]
    powers: tuple[tuple[str, str], ...]
    alt: str
    caption: str
