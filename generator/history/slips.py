"""Dates put off on rows still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum

from generator.history.difference import RowChange, Slip
from generator.model.choices import (
    ActionStatus,
    DecisionStatus,
    MeetingStatus,
    ObjectiveStatus,
    OpportunityStage,
    RiskStatus,
    TrainingStatus,
)

_DECIDED = {OpportunityStage.WON, OpportunityStage.LOST}
# what is still to come, by table: the promised date, the field that says where the row stands, what it says while open
_PROMISES: Mapping[str, tuple[str, str, frozenset[Enum]]] = {
    "objectives": ("due", "status", frozenset({ObjectiveStatus.NOT_STARTED, ObjectiveStatus.IN_PROGRESS})),
    "opportunities": ("decision_due", "stage", frozenset(OpportunityStage) - _DECIDED),
    "meetings": ("planned", "status", frozenset({MeetingStatus.PLANNED})),
    "decisions": ("due", "status", frozenset({DecisionStatus.PENDING, DecisionStatus.TAKEN})),
    "actions": ("due", "status", frozenset({ActionStatus.TO_DO, ActionStatus.IN_PROGRESS, ActionStatus.BLOCKED})),
    "risks": ("due", "status", frozenset({RiskStatus.OPEN})),
    "trainings": ("planned", "status", frozenset({TrainingStatus.PLANNED})),
}  # fmt: skip


def slips(rows: Iterable[RowChange]) -> tuple[Slip, ...]:
    """Return the promised dates that were put off, in the order of the rows."""
    return tuple(slip for change in rows for slip in _slips(change))


def _slips(change: RowChange) -> Iterator[Slip]:
    if change.table not in _PROMISES or change.new is None:
        return
    field, status, is_open = _PROMISES[change.table]
    if getattr(change.new, status, None) not in is_open:
        return
    for moved in change.fields:
        if (
            moved.field == field
            and isinstance(moved.old, date)
            and isinstance(moved.new, date)
            and moved.new > moved.old
        ):
            yield Slip(change.table, change.new, moved.old, moved.new)
