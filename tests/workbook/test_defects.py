"""The workbook that shows the findings: each planted defect is found, and nothing else is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest
from openpyxl.utils import coordinate_to_tuple, get_column_letter

from generator.diagnostics import Findings, Severity
from generator.diagnostics.catalogue import CATALOGUE
from generator.model.field_path import FieldPath
from generator.pipeline import check
from generator.workbook.origins import Origins
from tests.workbook.books import bound, the_example
from tools.defects import with_defects

HEADER = ("",)
"""In place of a row's key: the finding stands on the header."""

Spot = tuple[str, str, tuple[str, ...], str]
"""A code, and the value of the model that it stands at."""

COMMITTED = Path(__file__).parents[2] / "inputs" / "defauts.xlsx"

UNREADABLE: set[Spot] = {
    ("V222", "account", (), "currency"),  # a sign for a currency
    ("V206", "team", ("Inès Marchal",), "role"),  # a role that is not in the list
    ("V202", "settings", (), "respondents_minimum"),  # a threshold in letters
    ("L301", "account", (), "sponsor"),  # a sponsor misspelt
    ("L303", "messages", ("kpis", "Client"), "section"),  # a message for no section
    (
        "L304",
        "messages",
        ("revenue", "Interne"),
        "section",
    ),  # an internal message for a section that only the client's deck has
    ("W113", "tickets", HEADER, "2024-T3"),  # a letter O in a quarter's header
    ("W114", "tickets", HEADER, "2024-T1"),  # a quarter twice
    ("V202", "tickets", ("Incident", "P1", "Ouverts"), "2023-T4"),  # a number in letters
    ("V218", "contracts", ("CT-01",), "renewal_months"),  # a year among months
    ("W117", "figures", ("Groupe", "Infogérance", "", "Budget"), "2024-T1"),  # a formula never computed
    ("V211", "amendments", ("AV-03",), "annual_impact"),  # thousands in a text
    ("W118", "figures", ("Groupe", "Infogérance", "", "Marge"), "2024-T2"),  # #REF!
    ("V203", "potential", ("Iberia", "Support"), "estimated_spend"),  # 50.000
    ("V208", "contacts", ("Philippe Arnoux",), "influence"),  # 6 on a scale of 5
    ("V216", "potential", ("Industrie", "Support"), "estimated_spend"),  # a percentage among amounts
    ("V215", "potential", ("Industrie", "Conseil"), "estimated_spend"),  # dollars in a workbook in euros
    ("V209", "contracts", ("CT-06",), "notice_months"),  # two months and a half
    ("V204", "contacts", ("Vincent Aubry",), "last_contact"),  # "fin août"
    ("L301", "contacts", ("Lars Engström",), "manager"),  # a manager misspelt, surname first
    ("V239", "client_goals", ("ENJ-02",), "horizon"),  # "fin 2028"
    ("V205", "contracts", ("CT-09",), "signed"),  # a date typed as text
    ("L307", "objectives", ("OBJ-03",), "contract"),  # two contracts of one objective
    ("L305", "bodies", ("Comité stratégique",), "supplier_members"),  # a comma between two names
    ("V206", "bodies", ("Revue contractuelle",), "cadence"),  # a cadence that is not in the list
    ("V212", "meetings", ("S-05",), "starts_at"),  # "matin"
    ("L302", "decisions", ("D-05",), "ref"),  # a reference twice
    ("L301", "decisions", ("D-08",), "meeting"),  # a decision of a meeting that is not there
    ("L306", "decisions", ("D-06",), "owner"),  # a decision of two people
    ("V237", "decisions", ("D-09",), "recommended"),  # a letter without options
    ("V236", "decisions", ("D-12",), "options"),  # options lettered B, A
    ("V230", "kpis", ("KPI-04",), "filter"),  # "COPIL" without its key
    ("V231", "kpis", ("KPI-04",), "filter"),  # a type that does not exist
    ("V232", "kpis", ("KPI-04",), "filter"),  # a window of two quarters
    ("V233", "kpis", ("KPI-04",), "filter"),  # meetings by offer
    ("V234", "kpis", ("KPI-04",), "filter"),  # the type twice
    ("V235", "kpis", ("KPI-05",), "filter"),  # a filter on typed values
    ("V202", "kpis", ("KPI-04",), "target"),  # a target in letters
    ("V202", "risks", ("R-02",), "probability"),  # a probability in words
    ("V204", "risks", ("R-04",), "due"),  # a 31 February
    ("L301", "actions", ("A-04",), "body"),  # a body misspelt
    ("V201", "risks", ("R-05",), "risk"),  # a risk without its words
    ("V207", "actions", ("A-05",), "progress"),  # 30 where a rate is expected
    ("V206", "actions", ("A-07",), "priority"),  # a priority that is not in the list
    ("W111", "trainings", HEADER, "person"),  # a required column renamed
    ("V210", "service_levels", ("Analyse d’un P1 remise", "2026-T3"), "period"),  # a season for a quarter
    ("W128", "approval_steps", HEADER, "threshold"),  # a header in thousands
    ("V217", "approval_steps", HEADER, "delay_days"),  # a header in weeks
    ("V220", "bodies", HEADER, "duration_minutes"),  # a header in a unit that nobody knows
}

BESIDE = {
    ("V238", "settings", (), "escalation_days"): (1, 0),  # months beside a setting in days
    ("W124", "amendments", ("AV-07",), "annual_impact"): (0, 1),  # a sum below the amendments
    ("W125", "risks", ("R-10",), "risk"): (0, 3),  # a note below the risks, past a gap
    ("W123", "raci", ("Mettre à jour le plan de compte", "Maud Perrin", "R"), "activity"): (0, 1),  # a heading below
}
"""What stands in no row: columns to the right of a value, and rows below it."""

INCOHERENT: set[Spot] = {
    (
        "R413",
        "entities",
        ("Logistique",),
        "name",
    ),  # Logistique rests on one person, once Thierry Lambert is not covered
    ("R454", "team", ("Maud Perrin",), "name"),  # 5 of 27 open actions for a threshold of 15 %
    ("R409", "contacts", HEADER, "attitude"),  # no attitude is Moteur or Favorable
    ("R408", "contracts", ("CT-01",), "annual_amount"),  # 3 050 of 5 780 k€ a year
    ("R415", "contacts", ("Hélène Castaing",), "manager"),  # Hélène Castaing under Marc Oberlin, who is under her
    ("R464", "figures", ("Groupe", "Infogérance", "", "CA"), "2026-T4"),  # revenue in the quarter after the cut-off
    ("R459", "contracts", ("CT-05",), "signed"),  # CT-05 is active, and nobody wrote when it was signed
    ("R406", "contracts", ("CT-06",), "offers"),  # consulting under contract at Logistique, which buys none
    ("R405", "contracts", ("CT-07",), "status"),  # CT-07 active, ended on 31/12/2025, no longer replaced
    ("R416", "contracts", ("CT-04",), "notice_months"),  # CT-04: 90 months of notice for three years
    ("R407", "contracts", ("CT-08",), "offers"),  # CT-08 holds support, said ineligible at Iberia
    ("R404", "contracts", ("CT-09",), "notice_months"),  # CT-09: notice due on 31/10/2026
    ("R457", "contacts", ("Stéphane Girard",), "attitude"),  # Stéphane Girard: influence 4, Réservé
    (
        "R458",
        "contacts",
        ("Bruno Keller",),
        "last_contact",
    ),  # Bruno Keller was last met on 12/11/2026, after the cut-off
    (
        "R465",
        "contacts",
        ("Gilles Fontaine",),
        "decision_role",
    ),  # Gilles Fontaine has left, 12/05/2023 is 40 months ago
    ("R402", "figures", ("Logistique", "Support", "", "Marge"), "2026-T3"),  # a margin of 44 880 for 23 600
    ("R424", "objectives", ("OBJ-01",), "ref"),  # OBJ-01, whose two open actions went to OBJ-02
    ("R433", "opportunities", ("OPP-01",), "decider"),  # Marc Oberlin decides OPP-01, and has left the COPIL
    ("R422", "objectives", ("OBJ-02",), "due"),  # due on 30/06/2029
    ("R428", "objectives", ("OBJ-04",), "type"),  # 7 critical tickets after 5, and no quality objective any more
    ("R425", "objectives", ("OBJ-04",), "goal"),  # OBJ-04 without a goal of the client
    ("R432", "objectives", ("OBJ-05",), "ref"),  # OBJ-05, no longer followed by Suivi de production
    ("R421", "objectives", ("OBJ-05",), "baseline"),  # OBJ-05 without a baseline
    ("R426", "opportunities", ("OPP-02",), "offer"),  # and so does OPP-02
    ("R426", "objectives", ("OBJ-07",), "offer"),  # OBJ-07 sells the support that is ineligible at Iberia
    ("R434", "bodies", ("COPIL Valmonde",), "client_members"),  # a COPIL with the buyer only
    ("R455", "decisions", ("D-10",), "due"),  # D-10 due on 15/08/2026
    ("R437", "decisions", ("D-13",), "meeting"),  # D-13 to take at the COPIL of 16/07/2026
    ("R438", "meetings", ("S-11",), "minutes_sent"),  # minutes of 17/09/2026 never sent
    ("R441", "kpis", HEADER, "ref"),  # five KPIs for four at most
    ("R444", "kpis", ("KPI-01",), "2026-T3"),  # 250 000 typed, 333 000 computed
    ("R443", "kpis", ("KPI-02",), "2026-T3"),  # 96,4 % for a threshold of 98 %
    ("R442", "kpis", ("KPI-03",), "owner"),  # KPI-03 without an owner
    ("R414", "actions", ("A-08",), "addressee"),  # A-08 addressed to Gilles Fontaine
    ("R401", "actions", ("A-20",), "due"),  # A-20 starts on 05/03/2027 and ends on 12/02/2027
    ("R453", "actions", ("A-27",), "progress"),  # A-27 at 100 %, in progress
    ("R451", "actions", ("A-33",), "owner"),  # A-33 without an owner
    ("R461", "revisions", ("1.3",), "dated"),  # last revised on 31/05/2026: 122 days
    ("R402", "service_levels", ("Comptes rendus diffusés à temps", "2026-T3"), "achieved"),  # 120 % of minutes on time
    (
        "R463",
        "raci",
        ("Publier les SLA du mois", "Karim Belhadj", "R"),
        "role",
    ),  # two people accountable for one activity
}

TELLING: set[Spot] = {
    ("E503", "kpis", ("KPI-03",), "share"),  # KPI-03 is shared, and now computes the coverage of the whitespace
    ("E502", "risks", ("R-03",), "response"),  # the answer to R-03 names a competitor
    ("E501", "actions", ("A-08",), "addressee"),  # A-08, shared, is addressed to Gilles Fontaine, who has left
    ("E501", "actions", ("A-18",), "kpi"),  # put KPI-03 right
    ("E501", "actions", ("A-21",), "kpi"),
    ("E501", "actions", ("A-24",), "kpi"),
}

CONSEQUENCES: set[Spot] = {
    ("R431", "contacts", ("Marc Oberlin",), "decision_role"),  # of the COPIL's members: Marc Oberlin sits nowhere else
    ("R403", "contracts", ("CT-09",), "end"),  # of the end of CT-09, which sets its notice
    (
        "R412",
        "contacts",
        ("Stéphane Girard",),
        "counterpart",
    ),  # of the influence of Stéphane Girard: no counterpart, 111 days
    ("W112", "trainings", HEADER, "topic"),  # of the column renamed
}

OF_THE_EXAMPLE: set[Spot] = {
    ("R431", "contacts", ("Philippe Arnoux",), "decision_role"),
    ("R412", "contacts", ("Philippe Arnoux",), "last_contact"),
    ("R403", "contracts", ("CT-06",), "end"),
    ("R427", "objectives", ("OBJ-07",), "target"),
    ("R423", "objectives", ("OBJ-07",), "ref"),
    ("R435", "bodies", ("CODEV Valmonde",), "cadence"),
    ("R436", "bodies", ("Revue interne de compte",), "name"),
    ("R452", "actions", ("A-03",), "due"),
    ("R452", "actions", ("A-07",), "due"),
    ("R456", "risks", ("R-09",), "response"),
    ("R452", "actions", ("A-12",), "due"),
}

HIDDEN: set[Spot] = {
    ("R436", "bodies", ("Revue contractuelle",), "name"),  # the body's cadence cannot be read
    ("R455", "decisions", ("D-08",), "due"),  # the decision's meeting is not there
}
"""What the example is told and this workbook is not: the row has a worse fault."""

_NOT_READ_AT_ALL = "the file is refused, and nothing else is told"
_IN_THE_PACKAGE = "stands in the package, not in a cell"
_CLIENT_EDITION = "told when the client edition is built, not when a workbook is checked"
_PREDECESSOR = "told when a plan is compared with an earlier one, not when a workbook is checked"
_FOLDER = "it is about the folder that documents are written to"
NOT_SHOWN = {
    **dict.fromkeys(("W101", "W102", "W103", "W104", "W105", "W106", "W107", "W108", "W109"), _NOT_READ_AT_ALL),
    **dict.fromkeys(("W120", "W121", "W122"), _NOT_READ_AT_ALL),
    **dict.fromkeys(("W115", "W126", "W127"), _IN_THE_PACKAGE),
    "W110": "a required table away takes along the rows that other defects need",
    "W116": "two Excel tables of one name: Excel repairs such a file",
    "W119": "an empty stage takes along the rows that other defects need",
    "W129": "every column of an Excel table has a header",
    **dict.fromkeys(("W130", "W131", "W132", "W133"), _PREDECESSOR),
    **dict.fromkeys(("W134", "W135", "W136", "W137", "W138", "W139"), _FOLDER),
    **dict.fromkeys(("W140", "W144", "W145", "W147", "W156"), "a table away takes along what other defects need"),
    **dict.fromkeys(("W141", "W143"), "a sheet more would stand in every list of sheets"),
    "W142": "a cell beside the tables is no value of a row",
    "W146": "every column of an Excel table has a name of its own",
    **dict.fromkeys(("W148", "W149", "W150", "W151", "W152", "W153"), "is a look of cells, not a value"),
    "W154": "an error that takes a quarter along",
    "W155": "a list with an Excel name has its header",
    "W160": "told when a workbook is taken over into the next quarter, not when it is checked",
    **dict.fromkeys(("L308", "L309", "L310", "L311", "L312", "L313"), "the outline says nothing of the account"),
    "V213": "Excel repairs a file with so long a text",
    "V219": "a number format says it, not what a cell holds",
    "V221": "without a currency no amount is foreign, and other defects are",
    "R470": "so deep a chain would be the whole of the workbook",
    "V240": "so long a name would hide the rest of its sheet",
    "V214": "only an English workbook has dates to be read two ways",
    "E504": _CLIENT_EDITION,
    **dict.fromkeys(("E505", "E506"), "a sentence copied over stands in cells that other defects need"),
}
"""Codes that this workbook cannot show, and why."""


@pytest.fixture(params=["planted now", "as committed"])
def defects(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "as committed":
        return COMMITTED
    file = tmp_path / "defauts.xlsx"
    file.write_bytes(with_defects(the_example()))
    return file


def spots(findings: Findings) -> Counter[tuple[str, str | None, str | None]]:
    return Counter((said.code, said.place.sheet, said.place.cell) for said in findings)


@cache
def origins() -> Origins:
    return bound(the_example()).origins


def cells(expected: Collection[Spot]) -> list[tuple[str, str | None, str | None]]:
    """The same spots in the workbook's words."""
    return [cell_at(spot) for spot in expected]


def cell_at(spot: Spot, right: int = 0, down: int = 0) -> tuple[str, str | None, str | None]:
    code, table, key, field = spot
    place = origins().place(FieldPath(table, key, field))
    assert place is not None
    assert place.cell is not None
    row, column = coordinate_to_tuple(place.cell)
    return code, place.sheet, f"{get_column_letter(column + right)}{row + down}"


def test_every_planted_defect_is_found_and_nothing_else(defects: Path) -> None:
    planted = [*cells(UNREADABLE | INCOHERENT | TELLING), *(cell_at(spot, *BESIDE[spot]) for spot in BESIDE)]
    assert spots(check(defects).findings) == Counter([*planted, *cells(CONSEQUENCES | OF_THE_EXAMPLE)])


def test_what_is_not_planted_is_what_the_example_is_told(tmp_path: Path) -> None:
    example = tmp_path / "exemple.xlsx"
    example.write_bytes(the_example())
    assert set(spots(check(example).findings)) == set(cells(OF_THE_EXAMPLE | HIDDEN))


def test_every_code_is_shown_or_cannot_be() -> None:
    shown = {code for code, *_ in UNREADABLE | set(BESIDE) | INCOHERENT | TELLING | CONSEQUENCES | OF_THE_EXAMPLE}
    assert shown.isdisjoint(NOT_SHOWN)
    assert shown | set(NOT_SHOWN) == set(CATALOGUE)


def test_a_workbook_with_defects_still_gives_a_plan(defects: Path) -> None:
    checked = check(defects)
    assert checked.plan is not None
    assert checked.findings.blocking()
    infos = [said.code for said in checked.findings if said.severity is Severity.INFO]
    assert sorted(infos) == ["L305", "R408", "R425", "R438", "R453", "R454", "R461", "R465", "V222", "W112"]


def test_the_committed_workbook_is_the_example_with_defects() -> None:
    assert bound(COMMITTED.read_bytes()).plan == bound(with_defects(the_example())).plan
