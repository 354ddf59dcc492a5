"""What a finding rests on: a cell or a row that was lost may undo it, and then it is not told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from generator.checks import check_coherence
from generator.checks.facts import Facts
from generator.checks.rests import Rests
from generator.checks.rule import Rule
from generator.checks.rules import rules
from generator.model.breach import Breach
from generator.model.choices import AmendmentSubject, ObjectiveType
from generator.model.gap import Gap, Gaps
from generator.model.schema import table_of
from tests.builders import a_contract, a_plan, an_amendment
from tests.checks.cases import BROKEN

AMENDED = a_plan(contracts=(a_contract(),), amendments=(an_amendment(new_end=date(2027, 3, 31)),))
"""Ends within the horizon by its amendment AV-01, at whose cell it is told."""


def told_of() -> Iterator[tuple[Rule, Rests, Breach]]:
    """What each rule tells of the cases that break it, with each thing that it rests on."""
    for case in BROKEN:
        for rule in (rule for rule in rules() if rule.code == case.code):
            for item in rule.check(Facts(case.plan)):
                yield from ((rule, rest, item) for rest in rule.rests)


def test_what_a_rule_rests_on_is_sought_by_words_that_it_says() -> None:
    unsaid = {(rule.code, rest.named) for rule, rest, item in told_of() if rest.named and rest.named not in item.args}
    assert unsaid == set()


def test_what_a_rule_rests_on_is_sought_by_the_row_it_tells_of() -> None:
    """A column sought by the key of a breach refers to the table that the breach stands in."""
    astray = {
        (rule.code, rest.table, rest.by, item.path.table)
        for rule, rest, item in told_of()
        if rest.by and not rest.named and item.path.table not in table_of(rest.table).column(rest.by).column.refs
    }
    assert astray == set()


def lost(table: str, key: str, *fields: str, is_kept: bool = True, **values: object) -> Gaps:
    return Gaps([Gap(table, (key,), values, frozenset(fields), is_kept=is_kept)])


@pytest.mark.parametrize(
    "gaps",
    [
        lost("objectives", "OBJ-01", "due", is_kept=False, contract="CT-01", type=ObjectiveType.RENEWAL),
        lost("contracts", "CT-02", "status", is_kept=False, replaces="CT-01"),
        lost("amendments", "AV-02", "signed", is_kept=False, contract="CT-01", new_end=date(2030, 12, 31)),
        lost("contracts", "CT-01", "end", ref="CT-01"),
        lost("contracts", "CT-01", "renewal_months", ref="CT-01"),
        lost("amendments", "AV-01", "new_end", contract="CT-01"),
    ],
)
def test_an_end_that_an_amendment_sets_is_not_told_when_what_answers_it_is_lost(gaps: Gaps) -> None:
    assert "R403" not in {item.code for item in check_coherence(AMENDED, gaps)}


@pytest.mark.parametrize(
    "gaps",
    [
        lost("objectives", "OBJ-01", "due", is_kept=False, contract="CT-02", type=ObjectiveType.RENEWAL),
        lost("objectives", "OBJ-01", "due", is_kept=False, contract="AV-01", type=ObjectiveType.RENEWAL),
        lost("contracts", "CT-02", "status", is_kept=False, replaces="CT-03"),
        lost("contracts", "CT-02", "end", ref="CT-02"),
        lost("contracts", "CT-01", "scope", ref="CT-01"),
        lost("amendments", "AV-02", "subject", is_kept=False, contract="CT-01", subject=AmendmentSubject.SCOPE),
    ],
)
def test_an_end_that_an_amendment_sets_is_told_whatever_else_is_lost(gaps: Gaps) -> None:
    assert "R403" in {item.code for item in check_coherence(AMENDED, gaps)}
