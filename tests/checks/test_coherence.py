"""The order of breaches, and the findings they become."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from generator.checks import Breach, check_coherence, to_findings
from generator.diagnostics import Findings, Place, Severity, wording
from generator.locales import Language, Locale
from generator.model.breach import breach
from generator.model.choices import Calculation, Unit
from generator.model.field_path import FieldPath
from generator.model.schema import table_of
from tests.builders import (
    a_body,
    a_contact,
    a_contract,
    a_figure_series,
    a_kpi,
    a_meeting,
    a_plan,
    an_action,
    an_amendment,
    an_objective,
    an_opportunity,
    quarters,
)
from tests.checks.cases import BROKEN

LOCALES = (Locale(Language.FR), Locale(Language.EN))


def placed(path: FieldPath) -> Place:
    return Place(
        table=table_of(path.table).table.name, column=path.field, key=" · ".join(filter(None, path.key)) or None
    )


def message(item: Breach, locale: Locale) -> str:
    (found,) = to_findings([item], placed, locale)
    return wording.message(found, locale)


def told() -> str:
    """Every case with its messages in both languages, in the order of the codes."""
    lines = []
    for case in sorted(BROKEN, key=lambda case: case.code):
        lines += ["", f"{case.code} {case.about}"]
        for item in check_coherence(case.plan):
            if item.code == case.code:
                lines += [f"  {locale.language.value}  {message(item, locale)}" for locale in LOCALES]
    return "\n".join(lines).lstrip("\n") + "\n"


def test_messages(golden: Callable[[str, str], None]) -> None:
    golden("checks/messages.txt", told().translate({0x00A0: " ", 0x202F: " ", 0x2011: "-"}))


def test_the_gravest_come_first_then_the_order_of_rules_then_the_weight() -> None:
    plan = a_plan(
        objectives=(an_objective(due=None),),
        actions=(
            an_action(due=date(2026, 9, 1)),
            an_action(ref="A-02", due=date(2026, 8, 1)),
            an_action(ref="A-03", owner=None),
        ),
    )
    found = check_coherence(plan)
    assert [item.code for item in found if item.code in {"R421", "R451"}] == ["R421", "R451"]
    assert [item.path.key for item in found if item.code == "R452"] == [("A-02",), ("A-01",)]
    gravity = [list(Severity).index(item.severity) for item in found]
    assert gravity == sorted(gravity)


def test_a_finding_stands_where_the_file_says() -> None:
    cell = Place(sheet="5 Actions", cell="J12", key="A-01")
    item = breach("R455", FieldPath("decisions", ("D-01",), "due"), value=date(2026, 9, 29), due=date(2026, 9, 29))
    (found,) = to_findings([item], lambda _: cell, LOCALES[0])
    assert (found.place, found.value, found.severity) == (cell, "29/09/2026", Severity.WARNING)


def test_a_finding_without_a_place_still_names_its_row() -> None:
    item = breach("R432", FieldPath("objectives", ("OBJ-01",), "ref"))
    (found,) = to_findings([item], lambda _: None, LOCALES[0])
    assert found.place == Place(key="OBJ-01")


def test_an_empty_plan_can_be_checked() -> None:
    found = to_findings(check_coherence(a_plan(team=(), entities=(), offers=())), placed, LOCALES[0])
    assert isinstance(found, Findings)
    assert found.errors == ()


def test_names_that_no_table_holds_break_nothing() -> None:
    plan = a_plan(
        contracts=(a_contract(entity="Ailleurs", offers=("Autre",), replaces="CT-99"),),
        figures=(a_figure_series(entity="Ailleurs", offer="Autre", quarters=quarters(T3_2026=5)),),
        contacts=(a_contact(manager="Personne", counterpart="Personne"),),
        bodies=(a_body(client_members=("Personne",), objectives=("OBJ-99",)),),
        meetings=(a_meeting(body="Nulle part"),),
        actions=(an_action(objective="OBJ-99", contract="CT-99", kpi="KPI-99", owner="Personne"),),
        opportunities=(an_opportunity(objective="OBJ-99", decider="Personne", entity="Ailleurs"),),
        kpis=(a_kpi(calculation=Calculation.SLA, filter="Offre=Rien; ???", unit=Unit.PERCENT),),
        amendments=(an_amendment(contract="CT-99", new_end=date(2027, 1, 1)),),
    )
    assert to_findings(check_coherence(plan), placed, LOCALES[1]).errors == ()
