"""Whatever a plan shares and keeps: no word of a hidden row is left, and every reference leads to a shared row."""

from __future__ import annotations

from itertools import count
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.editions import redact
from generator.model.choices import BodyType, Calculation, ContractStatus, Share
from generator.model.plan import AccountPlan
from generator.model.schema import tables
from generator.model.table import Layout
from tests import builders

COUNT = 3


def _names(table: str) -> list[str]:
    return [f"{table}{rank}zq" for rank in range(COUNT)]


CONTACTS, CONTRACTS, BODIES, MEETINGS = _names("person"), _names("contract"), _names("body"), _names("meeting")
GOALS, OBJECTIVES, KPIS, RISKS = _names("goal"), _names("objective"), _names("kpi"), _names("risk")


@st.composite
def plans(draw: st.DrawFn) -> AccountPlan:
    """Plans of three rows a table, each with a word of its own, that refer to each other in every way."""

    ranks = count()

    def one_of(names: list[str]) -> str | None:
        return draw(st.sampled_from([None, *names]))

    def some_of(names: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(names), unique=True)))

    def rows(build: Any, names: list[str], **columns: Any) -> tuple[Any, ...]:
        return tuple(
            build(ref=name, **{field: value() if callable(value) else value for field, value in columns.items()})
            for name in names
        )

    def word() -> str:
        return f"texte{next(ranks)}zq"

    def share() -> Share:
        given_to: Share = draw(st.sampled_from(Share))
        return given_to

    def status() -> ContractStatus:
        return draw(st.sampled_from([ContractStatus.DRAFT, ContractStatus.ACTIVE]))

    def calculation() -> Calculation:
        return draw(st.sampled_from([Calculation.MANUAL, Calculation.COVERAGE, Calculation.PENETRATION]))

    def person() -> str | None:
        return one_of(CONTACTS)

    return builders.a_plan(
        contacts=tuple(
            builders.a_contact(name=name, active=draw(st.booleans()), manager=one_of(CONTACTS)) for name in CONTACTS
        ),
        contracts=rows(builders.a_contract, CONTRACTS, title=word, status=status, replaces=lambda: one_of(CONTRACTS)),
        amendments=rows(
            builders.an_amendment,
            _names("amendment"),
            contract=lambda: draw(st.sampled_from(CONTRACTS)),
            description=word,
        ),
        bodies=tuple(
            builders.a_body(
                name=name,
                type=draw(st.sampled_from([BodyType.INTERNAL, BodyType.STEERING])),
                chair=person(),
                client_members=some_of(CONTACTS),
                objectives=some_of(OBJECTIVES),
            )
            for name in BODIES
        ),
        meetings=rows(
            builders.a_meeting,
            MEETINGS,
            body=lambda: draw(st.sampled_from(BODIES)),
            attendees=lambda: some_of(CONTACTS),
        ),
        decisions=rows(
            builders.a_decision,
            _names("decision"),
            meeting=lambda: draw(st.sampled_from(MEETINGS)),
            decision=word,
            owner=person,
            share=share,
        ),
        client_goals=rows(builders.a_client_goal, GOALS, goal=word, owner=person, share=share),
        objectives=rows(
            builders.an_objective,
            OBJECTIVES,
            label=word,
            goal=lambda: one_of(GOALS),
            contract=lambda: one_of(CONTRACTS),
            share=share,
        ),
        kpis=rows(
            builders.a_kpi,
            KPIS,
            name=word,
            calculation=calculation,
            owner=person,
            objectives=lambda: some_of(OBJECTIVES),
            share=share,
        ),
        risks=rows(builders.a_risk, RISKS, risk=word, owner=person, share=share),
        actions=rows(
            builders.an_action,
            _names("action"),
            action=word,
            objective=lambda: one_of(OBJECTIVES),
            risk=lambda: one_of(RISKS),
            kpi=lambda: one_of(KPIS),
            contract=lambda: one_of(CONTRACTS),
            owner=person,
            addressee=person,
            body=lambda: one_of(BODIES),
            share=share,
        ),
    )


@given(plans())
def test_no_word_of_a_hidden_row_is_left(plan: AccountPlan) -> None:
    redaction = redact(plan)
    told = redaction.plan.model_dump_json(serialize_as_any=True)
    for spec in tables():
        for row in getattr(plan, spec.field) if spec.table.layout is not Layout.FORM else ():
            if (spec.field, row.key) in redaction.hidden:
                texts = [value for _, value in row if isinstance(value, str) and value.endswith("zq")]
                refs = {column.field for column in spec.columns if column.column.refs}
                own = [value for name, value in row if name not in refs and value in texts]
                assert own, spec.field
                assert [text for text in own if f'"{text}"' in told] == []


@given(plans())
def test_every_reference_left_leads_to_a_shared_row(plan: AccountPlan) -> None:
    shared = redact(plan).plan
    names = {
        spec.field: {getattr(row, spec.table.key[0]) for row in getattr(shared, spec.field)}
        for spec in tables()
        if spec.shared_row is not None and len(spec.table.key) == 1
    }
    for spec in tables():
        for row in getattr(shared, spec.field) if spec.shared_row and spec.table.layout is not Layout.FORM else ():
            for column in spec.columns:
                value = getattr(row, column.field, None) if column.column.refs else None
                targets = set[str]().union(*(names.get(field, set()) for field in column.column.refs))
                for name in value if isinstance(value, tuple) else filter(None, (value,)):
                    assert name in targets, (spec.field, column.field)


@given(plans())
def test_every_reference_dropped_from_a_shared_row_is_told(plan: AccountPlan) -> None:
    redaction = redact(plan)
    told = {(item.path.table, item.path.key, item.path.field) for item in redaction.breaches if item.code == "E501"}
    for spec in tables():
        if spec.shared_row is None or spec.table.layout is Layout.FORM:
            continue
        after = {
            row.key if hasattr(row, "table") else _key(spec.table.key, row): row
            for row in getattr(redaction.plan, spec.field)
        }
        for row in getattr(plan, spec.field):
            for column in spec.columns if row.key in after else ():
                if (
                    column.shared
                    and column.column.refs
                    and getattr(row, column.field) != getattr(after[row.key], column.field)
                ):
                    assert (spec.field, row.key, column.field) in told


def _key(fields: tuple[str, ...], row: Any) -> tuple[str, ...]:
    return tuple(str(getattr(row, field)) for field in fields)
