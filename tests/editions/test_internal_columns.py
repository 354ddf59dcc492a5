"""Every internal column bears a mark: none is in the redacted plan, and a redaction that lets one go is caught."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from pydantic import create_model

from generator.editions import redact, redaction, row_rules
from generator.model.choices import BodyType, Calculation, ContractStatus, FigureMeasure, Share
from generator.model.column import Kind
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import ColumnSpec, TableSpec, table_of, tables
from generator.model.table import Layout, Row
from tests import builders
from tests.builders import a_plan

BUILDERS: dict[str, Callable[..., Row]] = {
    "account": builders.an_account,
    "messages": builders.a_message,
    "outline": builders.an_outline_row,
    "forbidden_words": builders.a_forbidden_word,
    "settings": builders.some_settings,
    "contacts": builders.a_contact,
    "approval_steps": builders.an_approval_step,
    "third_parties": builders.a_third_party,
    "client_goals": builders.a_client_goal,
    "swot": builders.a_swot_statement,
    "potential": builders.a_potential,
    "satisfaction": builders.a_score,
    "objectives": builders.an_objective,
    "opportunities": builders.an_opportunity,
    "decisions": builders.a_decision,
    "kpis": builders.a_kpi,
    "actions": builders.an_action,
    "risks": builders.a_risk,
    "raci": builders.a_raci_assignment,
    "service_levels": builders.a_service_level,
    "trainings": builders.a_training,
    "revisions": builders.a_revision,
}
INTERNAL = [(spec, column) for spec in tables() for column in spec.columns if not column.shared]
SEARCHABLE = [
    (spec, column)
    for spec, column in INTERNAL
    if column.kind in {Kind.TEXT, Kind.TEXTS, Kind.MONEY, Kind.NUMBER, Kind.DATE, Kind.RATE}
]
PARTLY = [(spec, column) for spec, column in SEARCHABLE if spec.shared_row is not None]

FILTERED: dict[str, tuple[Row, str]] = {
    "messages": (builders.a_message(section="pipeline", title="zqx-message", share=Share.CLIENT), "zqx-message"),
    "outline": (builders.an_outline_row(title="zqx-outline", client=False), "zqx-outline"),
    "contracts": (builders.a_contract(ref="zqx-draft", status=ContractStatus.DRAFT), "zqx-draft"),
    "contacts": (builders.a_contact(name="zqx-gone", active=False), "zqx-gone"),
    "bodies": (builders.a_body(name="zqx-ours", type=BodyType.INTERNAL), "zqx-ours"),
    "figures": (
        builders.a_figure_series(measure=FigureMeasure.MARGIN, quarters=builders.quarters(T3_2026=731_911_111)),
        "731911111",
    ),
    "kpis": (builders.a_kpi(name="zqx-kpi", calculation=Calculation.COVERAGE, share=Share.CLIENT), "zqx-kpi"),
}
"""A row that the own rule of each table keeps back, and what tells it."""

by_name = pytest.mark.parametrize(
    ("spec", "column"), INTERNAL, ids=[f"{spec.field}.{column.field}" for spec, column in INTERNAL]
)


def mark(spec: TableSpec, column: ColumnSpec) -> Any:
    """A value of this column that stands nowhere else."""
    rank = next(at for at, (one, other) in enumerate(SEARCHABLE) if (one, other) == (spec, column))
    match column.kind:
        case Kind.TEXT:
            return f"zqx{rank}w"
        case Kind.TEXTS:
            return (f"zqx{rank}w",)
        case Kind.DATE:
            return date(1911, 1, 1) + timedelta(days=rank)
        case Kind.RATE:
            return Decimal("0.731900017") + Decimal(rank) / 1_000_000
        case _:
            return Decimal(731_900_017 + rank)


def printed(value: Any) -> str:
    return value[0] if isinstance(value, tuple) else str(value)


@cache
def marked_plan() -> AccountPlan:
    """One row a table, given to the client where it can be, with a mark in every internal column."""
    given: dict[str, Any] = {}
    for spec in tables():
        if spec.field in BUILDERS:
            row = _marked(spec)
            given[spec.field] = row if spec.table.layout is Layout.FORM else (row,)
    return a_plan(
        contracts=(builders.a_contract(),),
        bodies=(builders.a_body(),),
        meetings=(builders.a_planned_meeting(),),
        **given,
    )


def _marked(spec: TableSpec) -> Row:
    marks = {column.field: mark(spec, column) for one, column in SEARCHABLE if one is spec}
    share = {"share": Share.CLIENT} if "share" in spec.row.model_fields else {}
    return BUILDERS[spec.field](**marks, **share)


def everything_in(plan: SharedPlan) -> str:
    """All that a plan holds, what the classes of its rows do not declare included."""
    return json.dumps(json.loads(plan.model_dump_json(serialize_as_any=True)), ensure_ascii=False)


def test_every_internal_column_is_tried() -> None:
    assert {spec.field for spec, _ in INTERNAL} <= set(BUILDERS)
    assert len(SEARCHABLE) > 40


def test_the_marks_are_in_the_whole_plan() -> None:
    held = everything_in(marked_plan())
    assert [printed(mark(*one)) for one in SEARCHABLE if printed(mark(*one)) not in held] == []


@by_name
def test_an_internal_column_is_not_in_the_redacted_plan(spec: TableSpec, column: ColumnSpec) -> None:
    plan = redact(marked_plan()).plan
    if spec.shared_row is None:
        assert not hasattr(plan, spec.field)
    else:
        rows = getattr(plan, spec.field)
        for row in rows if isinstance(rows, tuple) else (rows,):
            assert not hasattr(row, column.field)
    if (spec, column) in SEARCHABLE:
        assert printed(mark(spec, column)) not in everything_in(plan)


def test_every_table_that_is_shared_in_part_still_has_its_row() -> None:
    plan = redact(marked_plan()).plan
    assert [spec.field for spec, _ in INTERNAL if spec.shared_row is not None and not getattr(plan, spec.field)] == []


@pytest.mark.parametrize(("spec", "column"), PARTLY, ids=[f"{spec.field}.{column.field}" for spec, column in PARTLY])
def test_a_column_let_go_is_caught(monkeypatch: pytest.MonkeyPatch, spec: TableSpec, column: ColumnSpec) -> None:
    """The mutation: the shared class declares the column, the redaction lets it through, the search finds its mark."""
    assert spec.shared_row is not None
    field = spec.row.model_fields[column.field]
    declared: Any = {column.field: (field.annotation, field)}
    loose: dict[str, Any] = {"shared_row": create_model("Loose", __base__=spec.shared_row, **declared)}
    columns = tuple(replace(one, shared=one.shared or one == column) for one in spec.columns)
    mutant = replace(spec, columns=columns, **loose)
    monkeypatch.setattr(redaction, "table_of", lambda name: mutant if name == spec.field else table_of(name))
    assert printed(mark(spec, column)) in everything_in(redact(marked_plan()).plan)


def test_every_filter_is_tried() -> None:
    assert set(FILTERED) == set(row_rules._OWN_RULES)


@pytest.mark.parametrize("field", FILTERED)
def test_a_filter_taken_away_is_caught(monkeypatch: pytest.MonkeyPatch, field: str) -> None:
    """The mutation: the table loses its own rule, and the search finds the row that the rule keeps back."""
    row, word = FILTERED[field]
    plan = a_plan(**{field: (row,)})
    assert word not in everything_in(redact(plan).plan)
    monkeypatch.delitem(row_rules._OWN_RULES, field)
    assert word in everything_in(redact(plan).plan)


@pytest.mark.parametrize(
    "spec", [spec for spec in tables() if row_rules.can_be_marked(spec)], ids=lambda spec: spec.field
)
def test_a_row_is_kept_back_for_its_mark_alone(monkeypatch: pytest.MonkeyPatch, spec: TableSpec) -> None:
    """The mutation: rows are shared whatever they say of it."""
    plan = marked_plan()
    rows = tuple(row.model_copy(update={"share": Share.INTERNAL}) for row in getattr(plan, spec.field))
    hidden = plan.model_copy(update={spec.field: rows})
    assert getattr(redact(hidden).plan, spec.field) == ()
    monkeypatch.setattr(row_rules, "_MARKED_CLIENT", row_rules._EVERY)
    assert getattr(redact(hidden).plan, spec.field) != ()
