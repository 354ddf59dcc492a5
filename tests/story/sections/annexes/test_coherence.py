"""What the slide of coherence says first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.diagnostics import Findings, Place, finding
from generator.locales import Language, Locale
from generator.story import tell_internal
from tests.builders import a_plan, a_team_member
from tests.story.telling import section, seen

NAME = "Tanguy Noël"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.FR, "Un point du plan est à connaître~: Tanguy Noël porte 60~% des actions ouvertes (6 actions)"),
        (Language.EN, "One point of the plan is worth knowing: Tanguy Noël owns 60% of the open actions (6 actions)"),
    ],
)
def test_a_name_that_opens_the_first_finding_keeps_its_capital(language: Language, said: str) -> None:
    plan = a_plan(team=(a_team_member(name=NAME),))
    found = finding("R454", Place(key=NAME), share=Decimal("0.6"), n=6)
    told = section(tell_internal(plan, Locale(language), Findings.of([found])), "coherence")
    assert told is not None
    assert seen(told.headline) == said
