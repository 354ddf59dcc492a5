"""Words and phrases found however a person writes them, and not where the letters only happen to stand."""

from __future__ import annotations

from typing import Any

import pytest

from generator.editions import redact
from generator.editions.phrase_search import PhraseSearch
from generator.model.choices import BodyType, Share
from generator.model.plan import AccountPlan
from tests.builders import a_body, a_contact, a_kpi, a_plan, a_third_party, an_action, an_entity, an_opportunity


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Projet Falcon", "le projet-falcon"),
        ("Projet Falcon", "Projet « Falcon »"),
        ("Projet Falcon", "Projet “Falcon”"),
        ("Projet Falcon", "Projet\u202fFalcon"),
        ("Projet Falcon", "Projet\nFalcon"),
        ("Projet Falcon", "Pro\u00adjet Fal\u200bcon"),
        ("Projet Falcon", "ProjetFalcon"),
        ("Projet Falcon", "les Projets Falcon"),
        ("Marge", "sur nos marges"),
        ("marges", "la marge"),
        ("Falcon 2", "Falcon2, Falcon-2"),
        ("CT-08", "le contrat CT 08"),
        ("OPP-01", "OPP\u201101"),
        ("Ibertec", "ibertec_2026.xlsx"),
        ("Straße", "STRASSE"),
        ("L'Oréal", "l’oreal"),
        ("C++", "en C++."),
        ("R&D", "(R&D)"),
        ("3M", "chez 3M"),
        ("SAP", "sous SAP"),
    ],
)
def test_a_phrase_is_found_however_it_is_written(phrase: str, text: str) -> None:
    assert PhraseSearch([phrase]).found_in(text) == (phrase,)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("A-1", "il y a 1 site"),
        ("CT-08", "CT-081"),
        ("OPP-01", "OPP-012"),
        ("SAP", "un sapin"),
        ("Mars", "la marque"),
        ("Falcon", "Falconnier"),
        ("C++", "le plan C"),
        ("R&D", "R, D"),
    ],
)
def test_letters_that_only_stand_there_are_not(phrase: str, text: str) -> None:
    assert PhraseSearch([phrase]).found_in(text) == ()


def test_a_phrase_is_told_once_as_it_was_given() -> None:
    assert PhraseSearch(["Ibertec", "Projet Falcon"]).found_in("IBERTEC, ibertec, ProjetFalcon, projet falcon") == (
        "Ibertec",
        "Projet Falcon",
    )


@pytest.mark.parametrize(
    "tables",
    [
        {"bodies": (a_body(name="Revue de service"), a_body(name="Revue", type=BodyType.INTERNAL))},
        {"contacts": (a_contact(name="Anne Petit-Renard"), a_contact(name="Anne Petit", active=False))},
        {"third_parties": (a_third_party(name="Valmonde"), a_third_party(name="Nordane"))},
    ],
)
def test_a_part_of_a_name_that_the_client_sees_is_no_secret(tables: dict[str, Any]) -> None:
    names = [row.name for rows in tables.values() for row in rows]
    plan = a_plan(**tables, actions=(an_action(action=f"Voir {' et '.join(names)}", share=Share.CLIENT),))
    assert found_in(plan) == []


def test_a_competitor_is_one_in_the_name_of_anything_else() -> None:
    plan = a_plan(entities=(an_entity(), an_entity(name="Ibertec Sud")), third_parties=(a_third_party(),))
    assert found_in(plan) == ["Ibertec"]


def test_what_an_internal_kpi_measures_may_be_spoken_of() -> None:
    action = an_action(action="Traiter les incidents P1", share=Share.CLIENT)
    assert found_in(a_plan(kpis=(a_kpi(name="Incidents P1"),), actions=(action,))) == []
    assert found_in(a_plan(opportunities=(an_opportunity(title="Incidents P1"),), actions=(action,))) == [
        "Incidents P1"
    ]


def found_in(plan: AccountPlan) -> list[object]:
    """What E502 finds."""
    return [item.args["found"] for item in redact(plan).breaches if item.code == "E502"]
