"""The workbook that shows the findings: each planted defect is found, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Severity
from tests.workbook.books import bound, the_example, told
from tools.defects import with_defects

COMMITTED = Path(__file__).parents[2] / "inputs" / "defauts.xlsx"

PLANTED = {
    ("V206", "0 Compte", "J9"),  # a role that is not in the list
    ("V207", "0 Compte", "AJ9"),  # 50 where a rate is expected
    ("L301", "0 Compte", "C11"),  # a sponsor misspelt
    ("L301", "0 Compte", "O11"),  # a parent that is no entity
    ("W113", "1 Cartographie", "CV6"),  # a letter O in a quarter's header
    ("W114", "1 Cartographie", "DB6"),  # a quarter twice
    ("V202", "1 Cartographie", "CS7"),  # a number in letters
    ("L301", "1 Cartographie", "S8"),  # an amendment to a contract that is not there
    ("W117", "1 Cartographie", "DT8"),  # a formula never computed
    ("V211", "1 Cartographie", "W9"),  # thousands in a text
    ("W118", "1 Cartographie", "DU9"),  # #REF!
    ("V203", "1 Cartographie", "J10"),  # 400.000
    ("V208", "1 Cartographie", "AI10"),  # 6 on a scale of 5
    ("V204", "1 Cartographie", "I11"),  # a 31 February
    ("V209", "1 Cartographie", "M12"),  # two months and a half
    ("V204", "1 Cartographie", "AL12"),  # "fin août"
    ("L301", "1 Cartographie", "AE14"),  # a manager misspelt, surname first
    ("V205", "1 Cartographie", "G15"),  # a date typed as text
    ("L302", "1 Cartographie", "B16"),  # a reference twice
    ("V207", "2 Objectifs", "AB8"),  # 30 where a rate is expected
    ("V201", "2 Objectifs", "C9"),  # an objective without its label
    ("V206", "3 Gouvernance", "D11"),  # a cadence that is not in the list
    ("V212", "3 Gouvernance", "P11"),  # "matin"
    ("L301", "3 Gouvernance", "Y14"),  # a decision of a meeting that is not there
    ("V202", "4 KPI", "I10"),  # a target in letters
    ("V202", "5 Actions", "W8"),  # a probability in words
    ("L301", "5 Actions", "H10"),  # an owner misspelt
    ("V206", "5 Actions", "M13"),  # a status that is not in the list
    ("W111", "6 Animation", "R6"),  # a required column renamed
    ("V210", "6 Animation", "N9"),  # a season for a quarter
}


@pytest.fixture(params=["planted now", "as committed"])
def defects(request: pytest.FixtureRequest) -> bytes:
    return with_defects(the_example()) if request.param == "planted now" else COMMITTED.read_bytes()


def test_every_planted_defect_is_found_and_nothing_else(defects: bytes) -> None:
    found = [item for item in told(bound(defects).findings) if not item[0].startswith("R")]
    assert len(found) == len(set(found))
    assert set(found) == PLANTED


def test_a_workbook_with_defects_still_gives_a_plan(defects: bytes) -> None:
    result = bound(defects)
    assert result.plan is not None
    assert [said.code for said in result.findings if said.severity is Severity.INFO] == ["W112"]


def test_the_committed_workbook_is_the_example_with_defects() -> None:
    assert bound(COMMITTED.read_bytes()).plan == bound(with_defects(the_example())).plan
