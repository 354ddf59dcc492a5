"""NPS and CSAT, worked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.measures.satisfaction import SurveyResult, SurveyTable
from generator.model.choices import SurveyType
from generator.model.mapping import SatisfactionScore
from generator.model.quarter import Quarter
from tests.builders import PERIOD, a_plan, a_score, an_entity

NPS, CSAT = SurveyType.NPS, SurveyType.CSAT


def result(*rows: SatisfactionScore, survey: SurveyType = NPS) -> tuple[Decimal | None, int]:
    found = SurveyTable(a_plan(satisfaction=rows)).result(survey, (PERIOD,))
    return found.measure.value, found.respondents


def test_nps_is_the_share_of_promoters_less_that_of_detractors() -> None:
    scores = (10, 9, 9, 8, 7, 6, 0, 10)
    # 4 promoters, 2 detractors, 8 answers: 50 % − 25 %
    assert result(*(a_score(score=score) for score in scores)) == (Decimal(25), 8)


@pytest.mark.parametrize(("score", "points"), [(0, -100), (6, -100), (7, 0), (8, 0), (9, 100), (10, 100)])
def test_one_answer(score: int, points: int) -> None:
    assert result(a_score(score=score)) == (Decimal(points), 1)
    assert result(a_score(score=score, respondents=1)) == (Decimal(points), 1)


def test_typed_scores_weigh_by_their_respondents() -> None:
    # (40 × 30 − 20 × 10 + 100 × 1) ÷ 41
    rows = (a_score(score=40, respondents=30), a_score(score=-20, respondents=10), a_score(score=9))
    assert result(*rows) == (Decimal(1100) / 41, 41)


def test_what_cannot_be_counted_is_left_out() -> None:
    rows = (a_score(score=42), a_score(score=-1), a_score(score=50, respondents=0), a_score(score=120, respondents=9))
    assert result(*rows) == (None, 0)


def test_csat_is_a_rate_weighted_by_respondents() -> None:
    rows = (
        a_score(type=CSAT, score=4, scale_max=5, respondents=3),
        a_score(type=CSAT, score=9, scale_max=10),
        a_score(type=CSAT, score=3, respondents=50),
    )
    # (0.8 × 3 + 0.9 × 1) ÷ 4; the last has no highest mark
    assert result(*rows, survey=CSAT) == (Decimal("0.825"), 4)


def test_answers_after_the_cutoff_do_not_count() -> None:
    table = SurveyTable(a_plan(satisfaction=(a_score(measured=date(2026, 10, 1)),)))
    assert table.quarters(NPS) == ()


def test_by_quarter_and_by_entity() -> None:
    plan = a_plan(
        entities=(an_entity(name="Groupe"), an_entity(name="Industrie"), an_entity(name="Logistique")),
        satisfaction=(
            a_score(entity="Industrie", score=21, respondents=12),
            a_score(entity="Groupe", score=58, respondents=10),
            a_score(score=10),
            a_score(measured=date(2026, 4, 2), score=30, respondents=20),
        ),
    )
    table = SurveyTable(plan)
    assert {quarter: found.respondents for quarter, found in table.by_quarter(NPS).items()} == {
        Quarter(2026, 2): 20,
        PERIOD: 23,
    }
    by_entity = table.by_entity(NPS, (PERIOD,))
    assert [str(found.measure.value) for found in by_entity.values()] == ["58", "21"]
    assert list(by_entity) == ["Groupe", "Industrie"]
    assert table.result(NPS, (PERIOD,), entities=("Logistique",)) == SurveyResult()
