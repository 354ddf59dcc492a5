"""Filters that are not understood: told at their cell, with what was meant."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from generator.locales import Language
from generator.measures.kpis import kpi_readings
from generator.model.choices import Calculation, Unit
from generator.model.plan import AccountPlan
from generator.workbook.bind import Bound
from generator.workbook.raw import CellError
from tests.builders import a_figure_series, a_kpi, a_plan, an_account, an_entity, an_offer, quarters
from tests.workbook.in_memory import bound_plan, typed_over

SHEET, CELL = "4 KPI", "E7"


def a_book(typed: str | None, calculation: Calculation = Calculation.SEGMENT_REVENUE) -> AccountPlan:
    """One KPI with this filter; two segments, three offers, 100 of revenue for one segment and 20 for the other."""
    year = {"T4_2025": 25, "T1_2026": 25, "T2_2026": 25, "T3_2026": 25}
    return a_plan(
        entities=(an_entity(), an_entity(name="Roanne", segment="Usines")),
        offers=(an_offer(), an_offer(name="Cloud"), an_offer(name="Conseil, audit")),
        figures=(
            a_figure_series(quarters=quarters(**year)),
            a_figure_series(entity="Roanne", quarters=quarters(**dict.fromkeys(year, 5))),
        ),
        kpis=(a_kpi(calculation=calculation, filter=typed, unit=Unit.MONEY, target=10, quarters={}),),
    )


def read(typed: str | None, calculation: Calculation = Calculation.SEGMENT_REVENUE) -> Bound:
    return bound_plan(a_book(typed, calculation))


@pytest.mark.parametrize(
    ("typed", "value"), [(None, 120), ("Segment=Siège", 100), ("segment=usines", 20), ("Offre=Conseil, audit", 0)]
)
def test_what_is_understood_is_computed_and_nothing_is_said(typed: str | None, value: int) -> None:
    found = read(typed)
    assert [said.code for said in found.findings if said.code.startswith("V23")] == []
    assert found.plan is not None
    assert (kpi_readings(found.plan)[0].current.value or 0) == value


@pytest.mark.parametrize(
    ("typed", "code", "value", "suggestion"),
    [
        ("Siège", "V230", "Siège", "Segment=Siège"),
        ("usines", "V230", "usines", "Segment=Usines"),
        ("Cloud", "V230", "Cloud", "Offre=Cloud"),
        ("Roanne", "V230", "Roanne", "Entité=Roanne"),
        ("Segmnt=Siège", "V230", "Segmnt=Siège", "Segment=Siège"),
        ("Segment:Siège", "V230", "Segment:Siège", "Segment=Siège"),
        ("Segment=Siège; Usine", "V230", "Usine", "Segment=Usines"),
        ("Segment=", "V230", "Segment=", None),
        ("Segment=Usine", "V231", "Usine", "Segment=Usines"),
        ("Segment=Cloud", "V231", "Cloud", "Offre=Cloud"),
        ("Offre=Conseil", "V231", "Conseil", "Offre=Conseil, audit"),
        ("Offre=Plomberie", "V231", "Plomberie", None),
        ("Fenêtre=2", "V232", "2", None),
        ("Fenêtre=4 trimestres", "V232", "4 trimestres", "Fenêtre=4"),
        ("Type=COPIL", "V233", "Type=COPIL", None),
        ("Fenêtre=1; Fenêtre=4", "V234", "Fenêtre=4", None),
    ],
)
def test_what_is_not_understood_is_one_error_at_its_cell(
    typed: str, code: str, value: str, suggestion: str | None
) -> None:
    found = read(typed)
    (said,) = [said for said in found.findings if said.code.startswith("V23")]
    assert (said.code, said.severity, said.place.sheet, said.place.cell) == (code, Severity.ERROR, SHEET, CELL)
    assert (said.value, said.suggestion, said.place.key) == (value, suggestion, "KPI-01")
    assert found.plan is not None
    assert kpi_readings(found.plan) == ()


def test_a_filter_on_a_typed_kpi_is_said_and_the_kpi_told() -> None:
    found = read("Segment=Siège", Calculation.MANUAL)
    (said,) = [said for said in found.findings if said.code.startswith("V23")]
    assert (said.code, said.severity, said.place.cell) == ("V235", Severity.WARNING, CELL)
    assert found.plan is not None
    assert len(kpi_readings(found.plan)) == 1


def test_a_cell_that_cannot_be_read_is_not_taken_for_no_filter() -> None:
    found = typed_over(a_book(None), "kpis", "Filtre", CellError("#REF!"))
    assert [said.code for said in found.findings.errors] == ["W118"]
    assert found.plan is not None
    assert kpi_readings(found.plan) == ()


def test_a_name_whose_own_cell_cannot_be_read_is_told_there_only() -> None:
    found = typed_over(a_book("Segment=Siège"), "entities", "Segment", CellError("#N/A"))
    assert [said.code for said in found.findings.errors] == ["W118"]
    assert found.plan is not None
    assert kpi_readings(found.plan) == ()


def test_the_suggestion_speaks_the_workbooks_language() -> None:
    plan = a_plan(
        account=an_account(language=Language.EN),
        kpis=(a_kpi(calculation=Calculation.SEGMENT_REVENUE, filter="Cloud", unit=Unit.MONEY),),
    )
    found = bound_plan(plan, Language.EN)
    assert [said.suggestion for said in found.findings if said.code == "V230"] == ["Offer=Cloud"]


def test_a_cell_full_of_parts_is_told_in_few_words() -> None:
    found = read("; ".join(f"x{number}" for number in range(60)))
    assert len([said for said in found.findings if said.code == "V230"]) == 5
