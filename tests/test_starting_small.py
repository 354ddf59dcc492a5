"""A plan with one row of each thing and nothing optional is written, and what it lacks is warned of."""

from __future__ import annotations

from generator.diagnostics import Severity
from generator.editions.edition import Edition
from generator.locales import Language
from generator.model.choices import ContractStatus
from generator.pipeline.check import checked
from generator.workbook.author import author
from generator.workbook.bind import bind
from generator.workbook.read import read
from tests.builders import a_contract, a_plan, an_action, an_objective
from tests.workbook.books import COLOURS


def test_what_is_missing_warns_and_blocks_nothing() -> None:
    bare = {"measure": None, "baseline": None, "target": None, "owner": None, "due": None}
    plan = a_plan(
        contracts=(a_contract(signed=None, status=ContractStatus.DRAFT),),
        objectives=(an_objective(**bare),),
        actions=(an_action(owner=None, due=None),),
    )
    found = checked(bind(read(author(plan, Language.FR, colours=COLOURS))))
    assert not any(found.blocks(edition) for edition in Edition)
    severities = {said.code: said.severity for said in found.findings}
    assert {severities["R421"], severities["R451"]} == {Severity.WARNING}
    assert "R459" not in severities
