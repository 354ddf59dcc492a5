"""Formulas that follow the cells they name."""

from __future__ import annotations

import pytest

from generator.workbook.rollover.formulas import Followed, followed
from generator.workbook.rollover.moves import Area, Moves

# `Mes actions`, rows 3 to 8 under headers on row 2, becomes `5 Actions` from row 6 on: row 5 was blank and is left out,
# columns B and C change places, D moves to F.
AREA = Area("Mes actions", "5 Actions", {2: 6, 3: 7, 4: 8, 6: 9, 7: 10, 8: 11}, {2: 3, 3: 2, 4: 6})
OTHER = Area("4 KPI", "4 KPI", {6: 6, 7: 7, 8: 8}, {2: 2, 3: 3, 30: 31})
MOVES = Moves(
    (AREA, OTHER),
    frozenset({"mes actions", "4 kpi"}),
    {"tableau1": "Actions"},
    {"tableau1": {"réf": "Ref", "avancement (%)": "Progress", "l'autre": "L'autre"}},
)


def on_a_sheet_of_mine(formula: str) -> Followed:
    return followed(formula, MOVES, home="À moi", new_home="À moi")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("='Mes actions'!B3", "='5 Actions'!C7"),
        ("='mes actions'!$b$3", "='5 Actions'!$C$7"),
        ("='Mes actions'!D$8*2+A1", "='5 Actions'!F$11*2+A1"),
        ("='4 KPI'!AD7", "='4 KPI'!AE7"),
        ("=SUM('4 KPI'!B7:AD8)", "=SUM('4 KPI'!B7:AE8)"),
        ("=SUM('Mes actions'!D5:D8)", "=SUM('5 Actions'!F9:F11)"),
        ("=SUM('Mes actions'!D3:D5)", "=SUM('5 Actions'!F7:F8)"),
        ("=SUM('Mes actions'!D3:D2000)", "=SUM('5 Actions'!F7:F2003)"),
        ("=SUM('Mes actions'!$D:$D)", "=SUM('5 Actions'!$F:$F)"),
        ("=SUM(B2:B9)&Autre!C3&'L''été'!D4", "=SUM(B2:B9)&Autre!C3&'L''été'!D4"),
        ("=IF(A1=\"'Mes actions'!B3\",TauxMaison,1.5)", "=IF(A1=\"'Mes actions'!B3\",TauxMaison,1.5)"),
        ("=COUNTA(Tableau1[Réf])", "=COUNTA(Actions[Ref])"),
        ("=Tableau1[[#This Row],[Avancement (%)]]", "=Actions[[#This Row],[Progress]]"),
        ("=SUM(Tableau1[[#All],[Réf]:[Avancement (%)]])", "=SUM(Actions[[#All],[Ref]:[Progress]])"),
        ("=SUM(Tableau1[L''autre])", "=SUM(Actions[L''autre])"),
        ("=ROWS(Tableau1[#Data])", "=ROWS(Actions[#Data])"),
        ("=SUM(MonSuivi[Heures])", "=SUM(MonSuivi[Heures])"),
        ("=TODAY()-1", "=TODAY()-1"),
    ],
)
def test_a_formula_names_the_new_places(formula: str, expected: str) -> None:
    assert on_a_sheet_of_mine(formula) == Followed(expected)


@pytest.mark.parametrize(
    "formula",
    [
        "='Mes actions'!A1",
        "='Mes actions'!B5",
        "=SUM('Mes actions'!A1:Z2000)",
        "=SUM('Mes actions'!B:D)+'4 KPI'!ZZ1",
        "=SUM('4 KPI'!3:7)",
        "=SUM('Mes actions:4 KPI'!B3)",
        "=INDIRECT(\"'Mes actions'!B\"&A1)",
        "=SUM(Tableau1[Perdue])",
        "=SUM('Mes actions'!B3:INDEX('Mes actions'!B3:B8,2))",
    ],
)
def test_what_nobody_can_follow_is_said(formula: str) -> None:
    assert not on_a_sheet_of_mine(formula).is_sure


@pytest.mark.parametrize("formula", ["=[1]Tarifs!A1*2", "='[2]Mes tarifs'!B$3", "=VLOOKUP(A1,[1]!Grille,2)"])
def test_a_formula_into_another_file_is_told_apart(formula: str) -> None:
    assert on_a_sheet_of_mine(formula).is_external


def test_a_formula_of_the_table_itself_keeps_its_short_form() -> None:
    assert followed("=B3+D3", MOVES, home="Mes actions", new_home="5 Actions") == Followed("=C7+F7")


def test_whole_rows_of_a_sheet_of_ours_cannot_be_followed() -> None:
    assert not followed("=SUM(3:3)", MOVES, home="Mes actions", new_home="5 Actions").is_sure
    assert on_a_sheet_of_mine("=SUM(3:3)") == Followed("=SUM(3:3)")


def test_a_formula_whose_table_went_elsewhere_names_the_sheet() -> None:
    assert followed("=D3", MOVES, home="Mes actions", new_home="4 KPI") == Followed("='5 Actions'!F7")


def test_a_formula_that_makes_no_sense_is_left_alone() -> None:
    assert on_a_sheet_of_mine('=SUM("a') == Followed('=SUM("a', is_sure=False)
