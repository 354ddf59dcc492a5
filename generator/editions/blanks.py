"""Cells of shared rows that are emptied all the same, since the client could work something internal out of them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from generator.editions.anonymity import is_told, told_by_entity
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan

Blanks = Mapping[int, Mapping[str, None]]
"""Fields to empty, by the identity of the row."""


def blanked_columns(plan: AccountPlan) -> tuple[FieldPath, ...]:
    """Return the columns emptied in every row: notice periods, since with the end they give the notice date."""
    return () if plan.settings.notice_visible_to_client else (FieldPath("contracts", (), "notice_months"),)


def blanked_cells(plan: AccountPlan) -> Blanks:
    """Return the cells to empty: those of `blanked_columns`, and the entity of satisfaction told by too few people."""
    told = told_by_entity(plan.satisfaction, plan.settings.respondents_minimum)
    few = {id(score): {"entity": None} for score in plan.satisfaction if not is_told(score, told)}
    whole = {id(row): {path.field: None} for path in blanked_columns(plan) for row in getattr(plan, path.table)}
    return dict(chain(few.items(), whole.items()))
