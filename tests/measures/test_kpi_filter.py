"""The column Filtre, as people type it."""

from __future__ import annotations

import pytest

from generator.measures.kpi_filter import KpiFilter, entities_kept, keeps, offers_kept, parse_filter
from generator.model.choices import BodyType, Priority, TicketType
from tests.builders import a_plan, an_entity, an_offer


@pytest.mark.parametrize("text", [None, "", "  ", ";", " ; "])
def test_no_filter_keeps_everything_over_four_quarters(text: str | None) -> None:
    assert parse_filter(text) == KpiFilter(window=4)


@pytest.mark.parametrize(
    "text",
    [
        "Segment=Usines; Offre=Cloud, Cybersécurité; Entité=Industrie; Type=Incident; Fenêtre=1",
        "SEGMENT = Usines;OFFRE=Cloud,Cybersécurité;entite=Industrie;type=Incident;fenetre=1;",
        "Segment=Usines; Offer=Cloud, Cybersécurité; Entity=Industrie; Type=Incident; Window=1",
    ],
)
def test_keys_are_read_in_both_languages_without_case_or_accents(text: str) -> None:
    assert parse_filter(text) == KpiFilter(
        segments=("Usines",), offers=("Cloud", "Cybersécurité"), entities=("Industrie",), types=("Incident",), window=1
    )


@pytest.mark.parametrize("part", ["Couleur=rouge", "Fenêtre=2", "Fenêtre=", "Cloud", "Offre=", "=Cloud"])
def test_what_cannot_be_read_is_kept_as_typed(part: str) -> None:
    assert parse_filter(f"Segment=Usines; {part}") == KpiFilter(segments=("Usines",), unknown=(part,))


def test_values_match_the_plan_without_case_or_accents() -> None:
    plan = a_plan(offers=(an_offer(name="Cybersécurité"), an_offer(name="Cloud")))
    assert offers_kept(plan, parse_filter("Offre=CYBERSECURITE")) == frozenset({"Cybersécurité"})
    assert offers_kept(plan, parse_filter("Offre=Clod")) == frozenset()
    assert offers_kept(plan, parse_filter("")) is None


def test_segment_and_entity_narrow_together() -> None:
    plan = a_plan(
        entities=(
            an_entity(name="Groupe", segment="Siège"),
            an_entity(name="Industrie", segment="Usines"),
            an_entity(name="Roanne", segment="Usines"),
        )
    )
    assert entities_kept(plan, parse_filter("Segment=usines")) == frozenset({"Industrie", "Roanne"})
    assert entities_kept(plan, parse_filter("Segment=Usines; Entité=Roanne,Groupe")) == frozenset({"Roanne"})
    assert entities_kept(plan, parse_filter("Entité=Groupe")) == frozenset({"Groupe"})
    assert entities_kept(plan, parse_filter("Offre=Cloud")) is None


def test_type_keeps_a_choice_by_its_word_in_either_language() -> None:
    assert keeps(parse_filter("Type=Steering committee"), BodyType.STEERING)
    assert keeps(parse_filter("Type=COPIL,Suivi"), BodyType.FOLLOW_UP)
    assert not keeps(parse_filter("Type=COPIL"), BodyType.FOLLOW_UP)
    assert keeps(parse_filter("Type=P1"), TicketType.INCIDENT, Priority.P1)
    assert not keeps(parse_filter("Type=P1"), TicketType.INCIDENT, None)
    assert keeps(parse_filter(""), None)
