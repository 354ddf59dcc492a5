"""Cells of shared rows that are emptied all the same, since the client could work something internal out of them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.editions.anonymity import is_told, told_by_entity
from generator.locales import Phrase, phrase
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan

Blanks = Mapping[int, Mapping[str, None]]
"""Fields to empty, by the identity of the row."""

# With the end of the contract it gives the notice date.
_NOTICE = FieldPath("contracts", field="notice_months")
_SURVEYED = FieldPath("satisfaction", field="entity")

CONDITIONS: Mapping[FieldPath, Phrase] = {
    _NOTICE: phrase("editions.cells.notice"),
    _SURVEYED: phrase("editions.cells.respondents"),
    FieldPath("kpis", field="quarters"): phrase("editions.cells.typed"),
}
"""The columns that are shared on a condition, with the message that tells it."""


def blanked_columns(plan: AccountPlan) -> tuple[FieldPath, ...]:
    """Return the columns emptied in every row."""
    return () if plan.settings.notice_visible_to_client else (_NOTICE,)


def blanked_cells(plan: AccountPlan) -> Blanks:
    """Return the cells to empty: those of `blanked_columns`, and the entity of satisfaction told by too few people."""
    told = told_by_entity(plan.satisfaction, plan.settings.respondents_minimum)
    few = {id(score): {_SURVEYED.field: None} for score in plan.satisfaction if not is_told(score, told)}
    whole = {id(row): {path.field: None} for path in blanked_columns(plan) for row in getattr(plan, path.table)}
    return {**few, **whole}
