"""Objectives: linked to the client's goals on a slide, a SMART card each in the plan."""

from __future__ import annotations

from dataclasses import dataclass

from generator.story.blocks.progress import Progress
from generator.story.blocks.table import Table
from generator.story.blocks.text import Fact, Status


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """An objective on the linked slide."""

    key: str
    ref: str
    title: str
    progress: Progress
    status: Status
    due: str
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A client goal and the objectives that serve it.

    ``ref`` is empty for objectives tied to no goal, which have no box.
    """

    key: str
    ref: str
    title: str
    detail: str
    objectives: tuple[ObjectiveLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLinks:
    """Two linked columns: goals at left, objectives at right; goals without an objective are counted in ``more``."""

    key: str
    goals_title: str
    objectives_title: str
    due_title: str
    goals: tuple[GoalLine, ...]
    more: str
    alt: str


@dataclass(frozen=True, slots=True)
class SmartLine:
    """A row of the SMART card: its letter, its word, its text, a quieter second text, whether only we see it."""

    letter: str
    name: str
    text: str
    detail: str = ""
    is_internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveCard:
    """The SMART card of an objective with its indicators and actions; ``progress`` is drawn in the row of letter M."""

    key: str
    ref: str
    title: str
    facts: tuple[Fact, ...]
    status_label: str
    status: Status
    lines: tuple[SmartLine, ...]
    progress: Progress
    indicators: Table | None
    actions: Table | None
    comment: tuple[str, ...]
    comment_label: str = ""
    is_internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveCards:
    """One card an objective."""

    key: str
    cards: tuple[ObjectiveCard, ...]
