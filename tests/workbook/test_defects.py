"""The workbook that shows the findings: each planted defect is found, and nothing else is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.diagnostics import Findings, Severity
from generator.diagnostics.catalogue import CATALOGUE
from generator.pipeline import check
from tests.workbook.books import bound, the_example
from tools.defects import with_defects

COMMITTED = Path(__file__).parents[2] / "inputs" / "defauts.xlsx"

UNREADABLE = {
    ("V222", "0 Compte", "C15"),  # a sign for a currency
    ("V206", "0 Compte", "J9"),  # a role that is not in the list
    ("V202", "0 Compte", "AJ20"),  # a threshold in letters
    ("L301", "0 Compte", "C11"),  # a sponsor misspelt
    ("L303", "0 Compte", "Z7"),  # a message for no section
    ("L304", "0 Compte", "Z8"),  # an internal message for a section that only the client's deck has
    ("V238", "0 Compte", "AK11"),  # months beside a setting in days
    ("W113", "1 Cartographie", "CV6"),  # a letter O in a quarter's header
    ("W114", "1 Cartographie", "CT6"),  # a quarter twice
    ("V202", "1 Cartographie", "CS7"),  # a number in letters
    ("V218", "1 Cartographie", "L7"),  # a year among months
    ("W117", "1 Cartographie", "DT8"),  # a formula never computed
    ("V211", "1 Cartographie", "W9"),  # thousands in a text
    ("W118", "1 Cartographie", "DU9"),  # #REF!
    ("V203", "1 Cartographie", "BZ28"),  # 50.000
    ("V208", "1 Cartographie", "AI10"),  # 6 on a scale of 5
    ("V216", "1 Cartographie", "BZ13"),  # a percentage among amounts
    ("V215", "1 Cartographie", "BZ14"),  # dollars in a workbook in euros
    ("V209", "1 Cartographie", "M12"),  # two months and a half
    ("V204", "1 Cartographie", "AL12"),  # "fin août"
    ("L301", "1 Cartographie", "AE14"),  # a manager misspelt, surname first
    ("V239", "1 Cartographie", "BJ8"),  # "fin 2028"
    ("V205", "1 Cartographie", "G15"),  # a date typed as text
    ("L307", "2 Objectifs", "N9"),  # two contracts of one objective
    ("L305", "3 Gouvernance", "I10"),  # a comma between two names
    ("V206", "3 Gouvernance", "D11"),  # a cadence that is not in the list
    ("V212", "3 Gouvernance", "P11"),  # "matin"
    ("L302", "3 Gouvernance", "X11"),  # a reference twice
    ("L301", "3 Gouvernance", "Y14"),  # a decision of a meeting that is not there
    ("L306", "3 Gouvernance", "AB12"),  # a decision of two people
    ("V237", "3 Gouvernance", "AE15"),  # a letter without options
    ("V236", "3 Gouvernance", "AD18"),  # options lettered B, A
    ("V230", "4 KPI", "E10"),  # "COPIL" without its key
    ("V231", "4 KPI", "E10"),  # a type that does not exist
    ("V232", "4 KPI", "E10"),  # a window of two quarters
    ("V233", "4 KPI", "E10"),  # meetings by offer
    ("V234", "4 KPI", "E10"),  # the type twice
    ("V235", "4 KPI", "E11"),  # a filter on typed values
    ("V202", "4 KPI", "I10"),  # a target in letters
    ("V202", "5 Actions", "W8"),  # a probability in words
    ("V204", "5 Actions", "AA10"),  # a 31 February
    ("L301", "5 Actions", "O10"),  # a body misspelt
    ("V201", "5 Actions", "V11"),  # a risk without its words
    ("V207", "5 Actions", "L11"),  # 30 where a rate is expected
    ("V206", "5 Actions", "N13"),  # a priority that is not in the list
    ("W111", "6 Animation", "R6"),  # a required column renamed
    ("V210", "6 Animation", "N9"),  # a season for a quarter
    ("W124", "1 Cartographie", "W14"),  # a sum below the amendments
    ("W128", "1 Cartographie", "AR6"),  # a header in thousands
    ("V217", "1 Cartographie", "AV6"),  # a header in weeks
    ("V220", "3 Gouvernance", "E6"),  # a header in a unit that nobody knows
    ("W125", "5 Actions", "V19"),  # a note below the risks, past a gap
    ("W123", "6 Animation", "B37"),  # a heading among the RACI's rows
}

INCOHERENT = {
    ("R413", "0 Compte", "N10"),  # Logistique rests on one person, once Thierry Lambert is not covered
    ("R454", "0 Compte", "G12"),  # 5 of 27 open actions for a threshold of 15 %
    ("R409", "1 Cartographie", "AJ6"),  # no attitude is Moteur or Favorable
    ("R408", "1 Cartographie", "J7"),  # 3 050 of 5 780 k€ a year
    ("R415", "1 Cartographie", "AE7"),  # Hélène Castaing under Marc Oberlin, who is under her
    ("R464", "1 Cartographie", "EE7"),  # revenue in the quarter after the cut-off
    ("R459", "1 Cartographie", "G11"),  # CT-05 is active, and nobody wrote when it was signed
    ("R406", "1 Cartographie", "E12"),  # consulting under contract at Logistique, which buys none
    ("R405", "1 Cartographie", "N13"),  # CT-07 active, ended on 31/12/2025, no longer replaced
    ("R416", "1 Cartographie", "M14"),  # CT-08: 90 months of notice for three years
    ("R407", "1 Cartographie", "E14"),  # CT-08 holds support, said ineligible at Iberia
    ("R404", "1 Cartographie", "M15"),  # CT-09: notice due on 31/10/2026
    ("R457", "1 Cartographie", "AJ23"),  # Stéphane Girard: influence 4, Réservé
    ("R458", "1 Cartographie", "AL27"),  # Bruno Keller was last met on 12/11/2026, after the cut-off
    ("R465", "1 Cartographie", "AH25"),  # Gilles Fontaine has left, 12/05/2023 is 40 months ago
    ("R402", "1 Cartographie", "ED54"),  # a margin of 44 880 for 23 600
    ("R424", "2 Objectifs", "B7"),  # OBJ-01, whose two open actions went to OBJ-02
    ("R433", "2 Objectifs", "AE7"),  # Marc Oberlin decides OPP-01, and has left the COPIL
    ("R422", "2 Objectifs", "J8"),  # due on 30/06/2029
    ("R428", "2 Objectifs", "D10"),  # 7 critical tickets after 5, and no quality objective any more
    ("R425", "2 Objectifs", "M10"),  # OBJ-04 without a goal of the client
    ("R432", "2 Objectifs", "B11"),  # OBJ-05, no longer followed by Suivi de production
    ("R421", "2 Objectifs", "G11"),  # OBJ-05 without a baseline
    ("R426", "2 Objectifs", "Z8"),  # and so does OPP-02
    ("R426", "2 Objectifs", "O13"),  # OBJ-07 sells the support that is ineligible at Iberia
    ("R434", "3 Gouvernance", "H7"),  # a COPIL with the buyer only
    ("R455", "3 Gouvernance", "AC16"),  # D-10 due on 15/08/2026
    ("R437", "3 Gouvernance", "Y19"),  # D-13 to take at the COPIL of 16/07/2026
    ("R438", "3 Gouvernance", "U17"),  # minutes of 17/09/2026 never sent
    ("R441", "4 KPI", "B6"),  # five KPIs for four at most
    ("R444", "4 KPI", "Z7"),  # 250 000 typed, 333 000 computed
    ("R443", "4 KPI", "Z8"),  # 96,4 % for a threshold of 98 %
    ("R442", "4 KPI", "K9"),  # KPI-03 without an owner
    ("R414", "5 Actions", "I14"),  # A-08 addressed to Gilles Fontaine
    ("R401", "5 Actions", "K26"),  # A-20 starts on 05/03/2027 and ends on 12/02/2027
    ("R453", "5 Actions", "L33"),  # A-27 at 100 %, in progress
    ("R451", "5 Actions", "H39"),  # A-33 without an owner
    ("R461", "6 Animation", "Z11"),  # last revised on 31/05/2026: 122 days
    ("R402", "6 Animation", "M11"),  # 120 % of minutes on time
    ("R463", "6 Animation", "D24"),  # two people accountable for one activity
}

TELLING = {
    ("E503", "4 KPI", "N9"),  # KPI-03 is shared, and now computes the coverage of the whitespace
    ("E502", "5 Actions", "Y9"),  # the answer to R-03 names a competitor
    ("E501", "5 Actions", "I14"),  # A-08, shared, is addressed to Gilles Fontaine, who has left
    ("E501", "5 Actions", "F24"),  # put KPI-03 right
    ("E501", "5 Actions", "F27"),
    ("E501", "5 Actions", "F30"),
}

CONSEQUENCES = {
    ("R431", "1 Cartographie", "AH8"),  # of the COPIL's members: Marc Oberlin sits nowhere else
    ("R403", "1 Cartographie", "I15"),  # of the end of CT-09, which sets its notice
    ("R412", "1 Cartographie", "AF23"),  # of the influence of Stéphane Girard: no counterpart, 111 days
    ("W112", "6 Animation", "S6"),  # of the column renamed
}

OF_THE_EXAMPLE = {
    ("R431", "1 Cartographie", "AH10"),
    ("R412", "1 Cartographie", "AL10"),
    ("R403", "1 Cartographie", "I12"),
    ("R427", "2 Objectifs", "H13"),
    ("R423", "2 Objectifs", "B13"),
    ("R435", "3 Gouvernance", "D9"),
    ("R436", "3 Gouvernance", "B12"),
    ("R452", "5 Actions", "K9"),
    ("R452", "5 Actions", "K13"),
    ("R456", "5 Actions", "Y15"),
    ("R452", "5 Actions", "K18"),
}

HIDDEN = {
    ("R436", "3 Gouvernance", "B11"),  # the body's cadence cannot be read
    ("R455", "3 Gouvernance", "AC14"),  # the decision's meeting is not there
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


def test_every_planted_defect_is_found_and_nothing_else(defects: Path) -> None:
    assert spots(check(defects).findings) == Counter(
        [*UNREADABLE, *INCOHERENT, *TELLING, *CONSEQUENCES, *OF_THE_EXAMPLE]
    )


def test_what_is_not_planted_is_what_the_example_is_told(tmp_path: Path) -> None:
    example = tmp_path / "exemple.xlsx"
    example.write_bytes(the_example())
    assert set(spots(check(example).findings)) == OF_THE_EXAMPLE | HIDDEN


def test_every_code_is_shown_or_cannot_be() -> None:
    shown = {code for code, _, _ in UNREADABLE | INCOHERENT | TELLING | CONSEQUENCES | OF_THE_EXAMPLE}
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
