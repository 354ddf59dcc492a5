"""What a KPI's filter keeps of a plan."""

from __future__ import annotations

from generator.measures.kpi_filter import entities_kept, filter_names, keeps, offers_kept
from generator.model.choices import BodyType, Calculation, Priority, TicketType
from generator.model.kpi_filter import KpiFilter, read_filter
from generator.model.plan import SharedPlan
from tests.builders import a_plan, an_entity, an_offer


def read(plan: SharedPlan, text: str, calculation: Calculation = Calculation.SEGMENT_REVENUE) -> KpiFilter:
    return read_filter(text, calculation, filter_names(plan))


def test_values_match_the_plan_without_case_or_accents() -> None:
    plan = a_plan(offers=(an_offer(name="Cybersécurité"), an_offer(name="Cloud")))
    assert offers_kept(read(plan, "Offre=CYBERSECURITE")) == frozenset({"Cybersécurité"})
    assert offers_kept(read(plan, "")) is None


def test_segment_and_entity_narrow_together() -> None:
    plan = a_plan(
        entities=(
            an_entity(name="Groupe", segment="Siège"),
            an_entity(name="Industrie", segment="Usines"),
            an_entity(name="Roanne", segment="usines"),
        )
    )
    assert entities_kept(plan, read(plan, "Segment=usines")) == frozenset({"Industrie", "Roanne"})
    assert entities_kept(plan, read(plan, "Segment=Usines; Entité=Roanne,Groupe")) == frozenset({"Roanne"})
    assert entities_kept(plan, read(plan, "Entité=Groupe")) == frozenset({"Groupe"})
    assert entities_kept(plan, read(plan, "Offre=Cloud")) is None


def test_type_keeps_a_choice_by_its_word_in_either_language() -> None:
    plan = a_plan()
    steering, both = (
        read(plan, text, Calculation.MEETINGS) for text in ("Type=Steering committee", "Type=COPIL,Suivi")
    )
    critical = read(plan, "Type=P1", Calculation.SLA)
    assert keeps(steering, BodyType.STEERING)
    assert not keeps(steering, BodyType.FOLLOW_UP)
    assert keeps(both, BodyType.FOLLOW_UP)
    assert keeps(critical, TicketType.INCIDENT, Priority.P1)
    assert not keeps(critical, TicketType.INCIDENT, None)
    assert keeps(KpiFilter(), None)
