"""Typed values of computed KPIs: what the client sees of them depends on what it sees else, and on nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.editions import redact
from generator.model.choices import BodyType, Calculation, Share, SurveyType, Unit
from generator.model.quarter import Quarter
from tests.builders import a_body, a_kpi, a_meeting, a_plan, a_score, quarters

OURS = a_body(name="Revue interne", type=BodyType.INTERNAL)
TYPED = quarters(T4_2025="0.7", T2_2026="0.5")


def left(calculation: Calculation, kpi_filter: str = "Fenêtre=1", **tables: Any) -> Mapping[Quarter, Decimal]:
    """The typed values that the client sees of a KPI in percent."""
    kpi = a_kpi(calculation=calculation, unit=Unit.PERCENT, filter=kpi_filter, quarters=TYPED, share=Share.CLIENT)
    return redact(a_plan(kpis=(kpi,), **tables)).plan.kpis[0].quarters


def held_on(ref: str, day: date, body: str = "COPIL") -> Any:
    return a_meeting(ref=ref, body=body, planned=day, held=day)


def test_of_meetings_a_typed_value_stands_for_the_time_before_the_first_that_the_client_sees() -> None:
    seen = (held_on("S-01", date(2026, 2, 10)), held_on("S-02", date(2026, 8, 10)))
    bodies = (a_body(), OURS)
    assert left(Calculation.MEETINGS, bodies=bodies, meetings=seen) == quarters(T4_2025="0.7")


def test_an_internal_meeting_is_the_same_to_the_client_whatever_its_day() -> None:
    seen = (held_on("S-01", date(2026, 2, 10)), held_on("S-02", date(2026, 8, 10)))
    days = (date(2025, 11, 4), date(2026, 2, 11), date(2026, 5, 5), date(2026, 8, 11))
    found = [
        left(Calculation.MEETINGS, bodies=(a_body(), OURS), meetings=(*seen, held_on("S-03", day, OURS.name)))
        for day in days
    ]
    assert found == [quarters(T4_2025="0.7")] * 4


def test_where_no_meeting_is_for_the_client_none_of_their_rates_is() -> None:
    ours = (held_on("S-01", date(2026, 5, 5), OURS.name),)
    assert left(Calculation.MEETINGS, bodies=(a_body(), OURS), meetings=ours) == {}
    assert left(Calculation.MEETINGS, bodies=(a_body(), OURS)) == {}


def test_of_tickets_which_all_are_for_the_client_one_stands_where_nothing_is_computed() -> None:
    assert left(Calculation.SLA) == TYPED


def test_a_score_of_an_entity_does_not_stand_beside_answers_of_nobody_named() -> None:
    """Four people of Groupe answered: they lose their entity, and the score typed for it would give it back."""
    few = a_score(type=SurveyType.CSAT, entity="Groupe", measured=date(2026, 5, 4), score=4, scale_max=5, respondents=4)
    assert left(Calculation.CSAT, "Entité=Groupe; Fenêtre=1", satisfaction=(few,)) == quarters(T4_2025="0.7")
    promoters = few.model_copy(update={"type": SurveyType.NPS, "score": Decimal(50)})
    assert left(Calculation.CSAT, "Entité=Groupe; Fenêtre=1", satisfaction=(promoters,)) == TYPED
