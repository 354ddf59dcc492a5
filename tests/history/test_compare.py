"""The difference of two plans: what changed and nothing else, each expectation worked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.editions import redact
from generator.history import compare
from generator.history.difference import ChangeKind, FieldChange
from generator.locales import Language
from generator.model.choices import (
    ActionStatus,
    Attitude,
    Calculation,
    ContractStatus,
    DecisionStatus,
    MeetingStatus,
    Share,
    Unit,
)
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.quarter import Quarter
from generator.workbook.example import example_plan
from tests.builders import (
    a_body,
    a_contact,
    a_contract,
    a_decision,
    a_figure_series,
    a_kpi,
    a_message,
    a_plan,
    a_planned_meeting,
    a_raci_assignment,
    a_score,
    a_team_member,
    an_account,
    an_action,
    an_amendment,
    an_entity,
    an_objective,
    quarters,
)

JUNE = date(2026, 6, 30)
Told = tuple[str, tuple[str, ...], str, tuple[tuple[str, object, object], ...]]


def june(**tables: Any) -> AccountPlan:
    """The plan as it was at 30/06/2026."""
    return a_plan(account=an_account(cutoff=JUNE), **tables)


def changes(old: SharedPlan, new: SharedPlan, **options: Any) -> list[Told]:
    """The changed rows but the account form's, in plain values."""
    return [
        (row.table, row.key, row.kind.value, tuple((field.field, field.old, field.new) for field in row.fields))
        for row in compare(old, new, **options).rows
        if row.table != "account"
    ]


def refs(rows: tuple[Any, ...]) -> list[str]:
    """The references of rows."""
    return [row.ref for row in rows]


def turned(plan: AccountPlan, steps: int) -> AccountPlan:
    """The plan with the rows of every table upside down, begun ``steps`` rows later."""
    tables = {name: rows for name, rows in plan if isinstance(rows, tuple)}
    return plan.model_copy(update={name: rows[steps::-1] + rows[:steps:-1] for name, rows in tables.items()})


def test_a_plan_compared_with_itself_has_not_changed() -> None:
    plan = example_plan(Language.FR)
    found = compare(plan, plan)
    assert found.rows == ()
    assert (found.actions, found.contracts, found.people) == (
        type(found.actions)(),
        type(found.contracts)(),
        type(found.people)(),
    )
    assert found.decisions_applied == ()
    assert {movement.change for movement in found.kpis} <= {Decimal(0), None}


def test_the_order_of_rows_says_nothing() -> None:
    plan = example_plan(Language.FR)
    for steps in range(3):
        assert compare(plan, turned(plan, steps)).rows == ()


def test_a_difference_says_between_which_cut_offs() -> None:
    found = compare(june(), a_plan())
    assert (found.since, found.since_cutoff) == (Quarter(2026, 2), JUNE)
    assert (found.until, found.until_cutoff) == (Quarter(2026, 3), date(2026, 9, 30))
    assert [(row.table, row.key, row.fields) for row in found.rows] == [
        ("account", (), (FieldChange("cutoff", JUNE, date(2026, 9, 30)),))
    ]


def test_rows_come_go_and_change_field_by_field() -> None:
    old = june(actions=(an_action(), an_action(ref="A-02")))
    new = a_plan(
        actions=(an_action(ref="A-03"), an_action(action="Former tous les référents", progress="0.5", addressee=None))
    )
    assert changes(old, new) == [
        ("actions", ("A-03",), "added", ()),
        (
            "actions",
            ("A-01",),
            "changed",
            (("action", "Former les référents", "Former tous les référents"), ("progress", None, Decimal("0.5"))),
        ),
        ("actions", ("A-02",), "removed", ()),
    ]
    removed = compare(old, new).rows[-1]
    assert (removed.kind, removed.old, removed.new) == (ChangeKind.REMOVED, old.actions[1], None)


def test_changes_follow_the_order_of_the_workbook() -> None:
    new = a_plan(actions=(an_action(),), contracts=(a_contract(),), kpis=(a_kpi(),), contacts=(a_contact(),))
    assert [row[0] for row in changes(june(), new)] == ["contracts", "contacts", "kpis", "actions"]


def test_crosstabs_are_compared_by_quarter() -> None:
    old = june(figures=(a_figure_series(quarters=quarters(T1_2026=10, T2_2026=20)),))
    new = a_plan(figures=(a_figure_series(quarters=quarters(T3_2026=30, T2_2026=21)),))
    key = ("Groupe", "Support", "", "CA")
    expected = (
        ("2026-T1", Decimal(10), None),
        ("2026-T2", Decimal(20), Decimal(21)),
        ("2026-T3", None, Decimal(30)),
    )
    assert changes(old, new) == [("figures", key, "changed", expected)]


def test_new_quarters_alone_are_no_change() -> None:
    old = a_plan(figures=(a_figure_series(quarters=quarters(T2_2026=20)),))
    new = a_plan(figures=(a_figure_series(quarters=quarters(T2_2026="20.00", T3_2026=30)),))
    found = compare(old, new)
    assert [row.is_update_only for row in found.rows] == [True]
    assert found.rows[0].fields == (FieldChange("2026-T3", None, Decimal(30)),)
    assert [row.is_update_only for row in compare(new, old).rows] == [False]


def test_respondents_who_share_a_key_are_counted() -> None:
    old = june(satisfaction=(a_score(), a_score(), a_score(score=4)))
    assert changes(old, a_plan(satisfaction=(a_score(score=4), a_score(), a_score()))) == []
    key = ("2026-09-15", "NPS", "")
    assert changes(old, a_plan(satisfaction=(a_score(), a_score(score=4)))) == [("satisfaction", key, "removed", ())]
    assert changes(old, a_plan(satisfaction=(a_score(), a_score(), a_score(score=5)))) == [
        ("satisfaction", key, "changed", (("score", Decimal(4), Decimal(5)),))
    ]
    assert changes(old, a_plan(satisfaction=(a_score(score=1), a_score(score=2), a_score()))) == [
        ("satisfaction", key, "added", ()),
        ("satisfaction", key, "added", ()),
        ("satisfaction", key, "removed", ()),
        ("satisfaction", key, "removed", ()),
    ]


def test_a_person_whose_name_is_corrected_is_one_change() -> None:
    def plan(contact: str, member: str, cutoff: date) -> AccountPlan:
        return a_plan(
            account=an_account(cutoff=cutoff, manager=member),
            team=(a_team_member(name=member, ref="P-01"),),
            contacts=(a_contact(name=contact, ref="C-01"), a_contact(name="Marc Oberlin", manager=contact)),
            bodies=(a_body(chair=member, client_members=("Marc Oberlin", contact)),),
            actions=(an_action(owner=member, addressee=contact),),
            raci=(a_raci_assignment(person=contact), a_raci_assignment(person=member)),
        )

    found = compare(plan("Hélène Castain", "Claire Vaseur", JUNE), plan("Hélène Castaing", "Claire Vasseur", JUNE))
    assert [(row.table, row.key, row.fields) for row in found.rows] == [
        ("team", ("Claire Vasseur",), (FieldChange("name", "Claire Vaseur", "Claire Vasseur"),)),
        ("contacts", ("Hélène Castaing",), (FieldChange("name", "Hélène Castain", "Hélène Castaing"),)),
    ]
    assert found.people == type(found.people)()


def test_a_reference_that_changes_more_than_the_name_keeps_the_former_name() -> None:
    old = june(team=(a_team_member(name="Claire Vaseur", ref="P-01"),), actions=(an_action(owner="Claire Vaseur"),))
    new = a_plan(
        team=(a_team_member(ref="P-01"), a_team_member(name="Karim Belhadj")),
        actions=(an_action(owner="Karim Belhadj"),),
    )
    assert changes(old, new)[-1] == ("actions", ("A-01",), "changed", (("owner", "Claire Vaseur", "Karim Belhadj"),))


def test_people_without_a_ref_go_by_name() -> None:
    old = june(contacts=(a_contact(name="Hélène Castaing", ref="C-01"), a_contact(name="Marc Oberlin")))
    new = a_plan(
        contacts=(
            a_contact(name="Hélène Castaing"),
            a_contact(name="Marc Oberlin", ref="C-02"),
            a_contact(name="Ana Ruiz", ref="C-03"),
        )
    )
    assert changes(old, new) == [
        ("contacts", ("Hélène Castaing",), "changed", (("ref", "C-01", None),)),
        ("contacts", ("Marc Oberlin",), "changed", (("ref", None, "C-02"),)),
        ("contacts", ("Ana Ruiz",), "added", ()),
    ]


def test_another_spelling_of_a_name_is_one_change_too() -> None:
    old = june(entities=(an_entity(name="GROUPE"),), contracts=(a_contract(entity="GROUPE"),))
    new = a_plan(entities=(an_entity(name="Groupe"),), contracts=(a_contract(entity="Groupe"),))
    assert changes(old, new) == [("entities", ("Groupe",), "changed", (("name", "GROUPE", "Groupe"),))]


def test_the_order_of_references_in_a_list_says_nothing_that_of_options_does() -> None:
    old = june(bodies=(a_body(client_members=("A", "B")),), decisions=(a_decision(options=("A", "B")),))
    new = a_plan(bodies=(a_body(client_members=("B", "A")),), decisions=(a_decision(options=("B", "A")),))
    assert changes(old, new) == [("decisions", ("D-01",), "changed", (("options", ("A", "B"), ("B", "A")),))]


def test_kpis_are_read_each_at_its_own_period() -> None:
    old = june(kpis=(a_kpi(quarters=quarters(T2_2026=5)), a_kpi(ref="KPI-02", quarters=quarters(T2_2026=1))))
    new = a_plan(
        kpis=(
            a_kpi(quarters=quarters(T2_2026=6, T3_2026=8)),
            a_kpi(ref="KPI-02", unit=Unit.DAYS, quarters=quarters(T3_2026=2)),
            a_kpi(ref="KPI-03", quarters=quarters(T3_2026=3)),
            a_kpi(ref="KPI-04"),
        )
    )
    found = compare(old, new).kpis
    assert [(movement.kpi.ref, movement.change) for movement in found] == [
        ("KPI-01", Decimal(3)),
        ("KPI-02", None),
        ("KPI-03", None),
        ("KPI-04", None),
    ]
    assert [movement.old is None for movement in found] == [False, False, True, True]
    assert (found[0].old and found[0].old.current.value, found[0].new.current.value) == (Decimal(5), Decimal(8))


def test_a_kpi_reckoned_otherwise_has_no_movement() -> None:
    old = june(kpis=(a_kpi(quarters=quarters(T2_2026=5)),))
    new = a_plan(kpis=(a_kpi(quarters=quarters(T3_2026=5), calculation=Calculation.NPS),))
    assert compare(old, new).kpis[0].change is None


def test_a_kpi_whose_former_filter_was_not_understood_is_not_new() -> None:
    figures = (a_figure_series(quarters=quarters(T4_2025=1, T1_2026=1, T2_2026=1, T3_2026=1)),)
    revenue = {"calculation": Calculation.SEGMENT_REVENUE, "unit": Unit.MONEY}
    old = june(kpis=(a_kpi(filter="Siège", **revenue),), figures=figures)
    new = a_plan(kpis=(a_kpi(filter="Segment=Siège", **revenue),), figures=figures)
    (movement,) = compare(old, new).kpis
    assert movement.old is not None
    assert (movement.old.current.value, movement.new.current.value, movement.change) == (None, Decimal(4), None)
    assert compare(new, old).kpis == ()


def test_dates_put_off_are_told_in_days_while_the_row_is_open() -> None:
    late = date(2027, 1, 14)
    old = june(
        objectives=(an_objective(),),
        meetings=(a_planned_meeting(), a_planned_meeting(ref="S-03")),
        actions=(an_action(), an_action(ref="A-02"), an_action(ref="A-03"), an_action(ref="A-04", due=None)),
    )
    new = a_plan(
        objectives=(an_objective(due=date(2027, 1, 1)),),
        meetings=(
            a_planned_meeting(planned=date(2026, 10, 22)),
            a_planned_meeting(ref="S-03", planned=late, status=MeetingStatus.CANCELLED),
        ),
        actions=(
            an_action(due=late),
            an_action(ref="A-02", due=date(2026, 12, 1)),
            an_action(ref="A-03", due=late, status=ActionStatus.DONE),
            an_action(ref="A-04", due=late),
        ),
    )
    found = compare(old, new)
    assert [(slip.table, slip.row.key[0], slip.days) for slip in found.slips] == [
        ("objectives", "OBJ-01", 1),
        ("meetings", "S-02", 7),
        ("actions", "A-01", 14),
    ]
    assert found.actions.slipped == found.slips[-1:]


def test_actions_are_closed_new_and_late() -> None:
    done, opened = ActionStatus.DONE, ActionStatus.TO_DO
    old = june(
        actions=(
            an_action(ref="A-01"),
            an_action(ref="A-02", status=done, done=date(2026, 5, 1)),
            an_action(ref="A-03", due=date(2026, 6, 1)),
            an_action(ref="A-04", due=date(2026, 8, 1)),
            an_action(ref="A-05"),
            an_action(ref="A-06"),
        )
    )
    new = a_plan(
        actions=(
            an_action(ref="A-01", status=done, done=date(2026, 9, 1)),
            an_action(ref="A-02", status=done, done=date(2026, 5, 1)),
            an_action(ref="A-03", due=date(2026, 6, 1)),
            an_action(ref="A-04", due=date(2026, 8, 1)),
            an_action(ref="A-05", status=ActionStatus.CANCELLED),
            an_action(ref="A-07", status=opened),
            an_action(ref="A-08", status=done, done=date(2026, 7, 15)),
            an_action(ref="A-09", status=done, done=date(2026, 3, 1)),
            an_action(ref="A-10", due=date(2026, 9, 1)),
        )
    )
    found = compare(old, new).actions
    assert refs(found.closed) == ["A-01", "A-08"]
    assert refs(found.new) == ["A-07", "A-10"]
    assert refs(found.late) == ["A-04", "A-10"]


def test_contracts_are_signed_amended_and_ended() -> None:
    old = june(
        contracts=(
            a_contract(ref="CT-01"),
            a_contract(ref="CT-02", status=ContractStatus.DRAFT, signed=date(2026, 6, 1)),
            a_contract(ref="CT-03", end=date(2026, 8, 31)),
            a_contract(ref="CT-04"),
        ),
        amendments=(an_amendment(),),
    )
    new = a_plan(
        contracts=(
            a_contract(ref="CT-01"),
            a_contract(ref="CT-02", signed=date(2026, 6, 1)),
            a_contract(ref="CT-03", end=date(2026, 8, 31), status=ContractStatus.EXPIRED),
            a_contract(ref="CT-04"),
            a_contract(ref="CT-05", signed=date(2026, 7, 1), start=date(2026, 9, 1), replaces="CT-04"),
            a_contract(ref="CT-06", signed=date(2020, 7, 1)),
            a_contract(ref="CT-07", status=ContractStatus.DRAFT, signed=date(2026, 9, 1)),
            a_contract(ref="CT-08", signed=date(2026, 10, 1)),
        ),
        amendments=(an_amendment(), an_amendment(ref="AV-02", signed=date(2026, 9, 30))),
    )
    found = compare(old, new).contracts
    assert refs(found.signed) == ["CT-02", "CT-05"]
    assert refs(found.amended) == ["AV-02"]
    assert refs(found.ended) == ["CT-03"]


def test_people_arrive_leave_come_back_and_change_role() -> None:
    old = june(
        contacts=(
            a_contact(name="A", function="Acheteur"),
            a_contact(name="B"),
            a_contact(name="C"),
            a_contact(name="D", active=False),
            a_contact(name="E", attitude=Attitude.NEUTRAL),
            a_contact(name="G", last_contact=JUNE),
        )
    )
    new = a_plan(
        contacts=(
            a_contact(name="A", function="Directeur des achats"),
            a_contact(name="B", active=False),
            a_contact(name="D"),
            a_contact(name="E", attitude=Attitude.SUPPORTER),
            a_contact(name="F"),
            a_contact(name="G", last_contact=date(2026, 9, 1)),
        )
    )
    people = compare(old, new).people
    assert [person.name for person in people.arrived] == ["D", "F"]
    assert [(person.name, person.active) for person in people.left] == [("B", False), ("C", True)]
    assert [(change.new.name, change.fields) for change in people.changed] == [
        ("A", (FieldChange("function", "Acheteur", "Directeur des achats"),)),
        ("E", (FieldChange("attitude", Attitude.NEUTRAL, Attitude.SUPPORTER),)),
    ]


def test_opinions_about_people_who_left_are_not_compared() -> None:
    old = june(contacts=(a_contact(), a_contact(name="B", active=False, influence=4)))
    new = a_plan(contacts=(a_contact(active=False, attitude=Attitude.RESERVED), a_contact(name="B", active=False)))
    assert changes(old, new) == [("contacts", ("Hélène Castaing",), "changed", (("active", True, False),))]


def test_decisions_applied() -> None:
    applied, taken = DecisionStatus.APPLIED, DecisionStatus.TAKEN
    old = june(decisions=(a_decision(status=taken), a_decision(ref="D-02", status=applied), a_decision(ref="D-03")))
    new = a_plan(
        decisions=(
            a_decision(status=applied),
            a_decision(ref="D-02", status=applied),
            a_decision(ref="D-03", status=taken),
            a_decision(ref="D-04", status=applied),
        )
    )
    assert refs(compare(old, new).decisions_applied) == ["D-01", "D-04"]


def as_shared(plan: AccountPlan) -> SharedPlan:
    """What the client may see of a plan."""
    return redact(plan).plan


def test_with_a_shared_plan_only_what_the_client_sees_is_compared() -> None:
    shared = an_action(share=Share.CLIENT)
    before = june(actions=(shared, an_action(ref="A-02", share=Share.CLIENT), an_action(ref="A-03")))
    after = a_plan(
        account=an_account(ambition="Doubler"),
        actions=(shared.model_copy(update={"progress": Decimal(1)}), an_action(ref="A-02"), an_action(ref="A-04")),
    )
    expected = [("actions", ("A-01",), "changed", (("progress", None, Decimal(1)),))]
    assert changes(as_shared(before), after) == expected
    # without the plan that says what became internal, its going cannot be kept silent
    gone = ("actions", ("A-02",), "removed", ())
    assert changes(before, as_shared(after)) == [*expected, gone]
    assert changes(before, as_shared(after), silent=redact(after).hidden) == expected


def test_what_became_internal_is_silent() -> None:
    """An action and an objective become internal, with the headline of a section; another objective takes its place."""
    kept = an_action(share=Share.CLIENT, objective="OBJ-01")
    goals = tuple(an_objective(ref=ref, share=Share.CLIENT) for ref in ("OBJ-01", "OBJ-02"))
    before = june(
        actions=(kept, an_action(ref="A-02", share=Share.CLIENT)),
        objectives=goals,
        messages=(a_message(share=Share.CLIENT),),
    )
    after = a_plan(
        actions=(kept, an_action(ref="A-02", status=ActionStatus.DONE)),
        objectives=(an_objective(), goals[1]),
        messages=(a_message(),),
    )
    found = compare(as_shared(before), after)
    assert [row.table for row in found.rows] == ["account"]
    assert found.actions.closed == ()
    replaced = after.model_copy(update={"actions": (kept.model_copy(update={"objective": "OBJ-02"}),)})
    assert changes(as_shared(before), replaced, silent=frozenset({("actions", ("A-02",))})) == [
        ("actions", ("A-01",), "changed", (("objective", None, "OBJ-02"),))
    ]
