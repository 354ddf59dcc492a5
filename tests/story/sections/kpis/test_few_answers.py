"""The respondents' minimum of the settings is obeyed wherever a score is told, to us and to the client."""

from __future__ import annotations

import pytest

from generator.editions import redact
from generator.locales import Language, Locale
from generator.model.choices import Calculation, Share, Unit
from generator.model.plan import AccountPlan
from generator.story import Story, tell_client
from generator.story.blocks.bar_table import BarTable
from tests.builders import a_kpi, a_plan, a_score, an_entity, some_settings
from tests.story.outline import outline
from tests.story.telling import section, seen, tell


def to_client(plan: AccountPlan) -> Story:
    found = redact(plan)
    return tell_client(
        found.plan,
        Locale(Language.FR),
        shows_notices=found.shows_notices,
        respondents_minimum=found.respondents_minimum,
    )


def scored(*, answers: int, minimum: int) -> AccountPlan:
    """Two entities that answered alike in the quarter, and the KPI of their score."""
    names = ("Groupe", "Iberia")
    return a_plan(
        entities=tuple(an_entity(name=name) for name in names),
        satisfaction=tuple(a_score(entity=name, score=50, respondents=answers) for name in names),
        kpis=(a_kpi(calculation=Calculation.NPS, name="NPS", unit=Unit.POINTS, target=40, share=Share.CLIENT),),
        settings=some_settings(respondents_minimum=minimum),
    )


def entities_told(story: Story) -> list[str]:
    quality = section(story, "quality")
    assert quality is not None
    tables = [block for block in quality.chapter_blocks if isinstance(block, BarTable)]
    return [row.key.rpartition("/")[2] for table in tables for row in table.rows if not row.is_total]


@pytest.mark.parametrize(("answers", "told"), [(2, []), (3, ["Groupe", "Iberia"]), (4, ["Groupe", "Iberia"])])
def test_a_minimum_of_three_shows_the_client_breakdowns_of_three(answers: int, told: list[str]) -> None:
    assert entities_told(to_client(scored(answers=answers, minimum=3))) == told


def test_a_minimum_of_six_hides_what_five_would_show() -> None:
    assert entities_told(to_client(scored(answers=5, minimum=6))) == []
    assert entities_told(tell(scored(answers=5, minimum=6))) == ["Groupe", "Iberia"]


@pytest.mark.parametrize("of", [tell, to_client])
def test_a_score_of_few_answers_is_shown_as_such(of: object) -> None:
    story = of(scored(answers=2, minimum=5))  # type: ignore[operator]
    quality = section(story, "quality")
    assert quality is not None
    assert seen(quality.headline) == "Le NPS est à_50 au T3_2026 (4 réponses seulement)"
    told = seen(outline(story))
    assert "cible tenue (40) (4 réponses seulement)." in told
    assert "l’écart est de +10 (4 réponses seulement)." in told


def test_a_score_of_enough_answers_needs_no_word() -> None:
    for story in (tell(scored(answers=3, minimum=6)), to_client(scored(answers=2, minimum=4))):
        assert "réponses seulement" not in outline(story)
