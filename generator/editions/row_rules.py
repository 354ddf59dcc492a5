"""Which rows of a table the client may see: each rule declared once, with the message that tells it to a lawyer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.locales import Phrase, phrase
from generator.measures.outline import is_for_client
from generator.model.choices import BodyType, Calculation, ContractStatus, FigureMeasure, Share
from generator.model.schema import TableSpec
from generator.model.sections import told_only_in
from generator.model.table import Row

INTERNAL_CALCULATIONS = frozenset({Calculation.COVERAGE, Calculation.PENETRATION})
"""Formulas that rest on the estimated potential: whoever reads them learns of it."""


@dataclass(frozen=True, slots=True)
class RowRule:
    """A condition on a row, in words and in code; a row is shared when every rule of its table keeps it."""

    told: Phrase
    keeps: Callable[[Any], bool]


_NEVER = RowRule(phrase("editions.rows.never"), lambda _: False)
_EVERY = RowRule(phrase("editions.rows.every"), lambda _: True)
_MARKED_CLIENT = RowRule(phrase("editions.rows.marked_client"), lambda row: row.share is Share.CLIENT)

_INTERNAL_SECTIONS = told_only_in(Share.INTERNAL)

_OWN_RULES: Mapping[str, RowRule] = {
    "messages": RowRule(
        phrase("editions.rows.messages", sections=tuple(sorted(_INTERNAL_SECTIONS))),
        lambda row: row.section.strip().casefold() not in _INTERNAL_SECTIONS,
    ),
    "outline": RowRule(phrase("editions.rows.outline", sections=tuple(sorted(_INTERNAL_SECTIONS))), is_for_client),
    "contracts": RowRule(
        phrase("editions.rows.contracts", status=ContractStatus.DRAFT.label),
        lambda row: row.status is not ContractStatus.DRAFT,
    ),
    "contacts": RowRule(phrase("editions.rows.contacts"), lambda row: row.active),
    "bodies": RowRule(
        phrase("editions.rows.bodies", type=BodyType.INTERNAL.label), lambda row: row.type is not BodyType.INTERNAL
    ),
    "figures": RowRule(
        phrase("editions.rows.figures", measure=FigureMeasure.REVENUE.label),
        lambda row: row.measure is FigureMeasure.REVENUE,
    ),
    "kpis": RowRule(
        phrase("editions.rows.kpis", first=Calculation.COVERAGE.label, second=Calculation.PENETRATION.label),
        lambda row: row.calculation not in INTERNAL_CALCULATIONS,
    ),
}


def rules_of(spec: TableSpec) -> tuple[RowRule, ...]:
    """Return the rules of a table: never without a shared class; marked Client where rows can be; and its own."""
    if spec.shared_row is None:
        return (_NEVER,)
    marked = (_MARKED_CLIENT,) if can_be_marked(spec) else ()
    own = (_OWN_RULES[spec.field],) if spec.field in _OWN_RULES else ()
    return (*marked, *own) or (_EVERY,)


def is_filtered(spec: TableSpec) -> bool:
    """Tell whether a table may have rows that its own rules leave out."""
    return rules_of(spec) != (_EVERY,)


def can_be_marked(spec: TableSpec) -> bool:
    """Tell whether a person says row by row what the client may see."""
    return "share" in spec.row.model_fields


def is_marked_client(row: Row) -> bool:
    """Tell whether a person gave this very row to the client."""
    return getattr(row, "share", None) is Share.CLIENT


def is_kept(spec: TableSpec, row: Row) -> bool:
    """Tell whether the rules of its table keep a row."""
    return all(rule.keeps(row) for rule in rules_of(spec))
