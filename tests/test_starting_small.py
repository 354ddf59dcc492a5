"""A plan with one row of each thing and nothing optional is written, and what it lacks is warned of."""

from __future__ import annotations

import re

import pytest

from generator.diagnostics import Severity
from generator.editions.edition import Edition
from generator.locales import Language
from generator.model.choices import ContractStatus
from generator.pipeline.check import checked
from generator.workbook.author import author
from generator.workbook.bind import bind
from generator.workbook.read import read
from tests.builders import a_contract, a_plan, an_action, an_objective
from tests.story.outline import outline
from tests.story.telling import tell
from tests.workbook.books import COLOURS

BARE = {"measure": None, "baseline": None, "target": None, "owner": None, "due": None}


def test_what_is_missing_warns_and_blocks_nothing() -> None:
    plan = a_plan(
        contracts=(a_contract(signed=None, status=ContractStatus.DRAFT),),
        objectives=(an_objective(**BARE),),
        actions=(an_action(owner=None, due=None),),
    )
    found = checked(bind(read(author(plan, Language.FR, colours=COLOURS))))
    assert not any(found.blocks(edition) for edition in Edition)
    severities = {said.code: said.severity for said in found.findings}
    assert {severities["R421"], severities["R451"]} == {Severity.WARNING}
    assert "R459" not in severities


@pytest.mark.parametrize(
    ("language", "priority"),
    [
        (Language.FR, "OBJ-01 : Gagner le cloud, échéance à compléter."),
        (Language.EN, "OBJ-01: Gagner le cloud, due date to be completed."),
    ],
)
def test_a_sentence_says_that_a_date_is_to_be_completed(language: Language, priority: str) -> None:
    plan = a_plan(objectives=(an_objective(label="Gagner le cloud", **BARE),))
    lines = outline(tell(plan, language)).splitlines()
    assert [line for line in lines if priority in line]
    assert not [line for line in lines if re.search(r"–\.|\.\.", line)]
