"""The names that a person gives to sections: free texts of the client's where it is told the section, else ours."""

from __future__ import annotations

import pytest

from generator.editions import redact
from generator.model.choices import Inclusion
from generator.model.plan import AccountPlan
from tests.builders import a_forbidden_word, a_plan, an_outline_row

WORD = "Falcon"
NO = Inclusion.NO


def named(**changes: object) -> AccountPlan:
    row = an_outline_row(**{"section": "kpis", "title": f"Projet {WORD}", **changes})
    return a_plan(outline=(row,), forbidden_words=(a_forbidden_word(word=WORD),))


@pytest.mark.parametrize("changes", [{}, {"client": True}, {"deck": NO}, {"section": "intertitre", "client": True}])
def test_a_name_that_the_client_reads_passes_the_rule_of_free_texts(changes: dict[str, object]) -> None:
    redaction = redact(named(**changes))
    (said,) = [item for item in redaction.breaches if item.code == "E502"]
    assert (said.path.table, said.path.field) == ("outline", "title")
    assert [row.title for row in redaction.plan.outline] == [f"Projet {WORD}"]


@pytest.mark.parametrize(
    "changes",
    [{"client": False}, {"deck": NO, "plan": NO}, {"section": "people", "client": True}, {"section": "intertitre"}],
)
def test_a_name_that_the_client_does_not_read_is_no_part_of_its_plan(changes: dict[str, object]) -> None:
    redaction = redact(named(**changes))
    assert redaction.plan.outline == ()
    assert [item for item in redaction.breaches if item.code == "E502"] == []


def test_of_a_row_the_client_s_plan_holds_the_name_and_not_the_rest() -> None:
    (row,) = redact(a_plan(outline=(an_outline_row(title="Nos chiffres", order=7, lines=3),))).plan.outline
    assert row.model_dump() == {"section": "kpis", "title": "Nos chiffres"}
