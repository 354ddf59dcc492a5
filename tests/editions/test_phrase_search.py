"""Words and phrases found however a person writes them, and not where the letters only happen to stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("Ibertec", "Iber-tec"),
        ("Ibertec", "chez Iber tec"),
        ("Ibertec", "I b e r t e c"),
        ("Ibertec", "I.b.e.r.t.e.c a gagné"),
        ("Ibertec", "il y a I-B-E-R-T-E-C"),
        ("Quantor Ouest", "Quan-tor Ouest"),
        ("CT-08", "le contrat CT-8"),
        ("CT-08", "CT08, CT8"),
        ("Ibertec", "𝐈𝐛𝐞𝐫𝐭𝐞𝐜"),  # mathematical letters
        ("Ibertec", "Ｉｂｅｒｔｅｃ"),  # full width
        ("Ibertec", "Ibеrtес"),  # Cyrillic
        ("Ibertec", "ІВЕRTЕС"),  # Cyrillic capitals
        ("Ibertec", "Ibεrtec".replace("ε", "е")),
        ("Nordane", "Νοrdαne"),  # Greek
        ("Ibertec", "Iber͏tec️"),  # joiner of graphemes, variation selector
        ("Ibertec", "Iberㅤtec"),  # Korean filler
        ("Ibertec", "Iber‍⁠﻿tec"),
        ("Łukasz Bąk", "Lukasz Bak"),
        ("Сергей", "СЕРГЕЙ"),
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
        ("Ibertec", "Iber. Tec"),
        ("Ibertec", "a b c d e f"),
        ("Avecles", "avec les équipes"),  # words of their own
        ("CT-08", "CT-80, CT-18"),
        ("OPP-10", "OPP-1"),
        ("A-01", "il y a 1 site"),
        ("Mail", "Mall"),
        ("modern", "modem"),
    ],
)
def test_letters_that_only_stand_there_are_not(phrase: str, text: str) -> None:
    assert PhraseSearch([phrase]).found_in(text) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Gilles Fontaine", "FONTAINE Gilles"),
        ("Gilles Fontaine", "Fontaine, Gilles"),
        ("Gilles Fontaine", "vu G. Fontaine"),
        ("Gilles Fontaine", "Fontaine G. absent"),
        ("FONTAINE Gilles", "Gilles Fontaine"),
        ("FONTAINE Gilles", "G. Fontaine"),
        ("Anne de la Tour", "DE LA TOUR Anne"),
        ("Jean-Pierre Martin", "Martin, Jean-Pierre"),
        ("Jean-Pierre Martin", "J.-P. Martin"),
    ],
)
def test_a_person_is_found_however_the_name_is_put(name: str, text: str) -> None:
    assert PhraseSearch([name], people=[name]).found_in(text) == (name,)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anne Petit", "il y a petit budget"),
        ("Gilles Fontaine", "la fontaine"),
        ("Gilles Fontaine", "P. Fontaine"),
        ("Gilles Fontaine", "Gilles, puis la fontaine"),
        ("Guy Li", "G. Li"),  # too short a family name
    ],
)
def test_a_part_of_a_name_is_not_the_person(name: str, text: str) -> None:
    assert PhraseSearch([name], people=[name]).found_in(text) == ()


def test_a_person_whom_the_client_knows_may_be_written_like_one_it_does_not() -> None:
    contacts = (a_contact(name="Gilles Fontaine", active=False), a_contact(name="Guy Fontaine"))
    action = an_action(action="Voir G. Fontaine", share=Share.CLIENT)
    assert found_in(a_plan(contacts=contacts, actions=(action,))) == []
    assert found_in(a_plan(contacts=contacts[:1], actions=(action,))) == ["Gilles Fontaine"]


LETTERS = "abcdefghijklmnopqrstuvwxyz"
LOOKALIKES = str.maketrans("aceopxy", "асеорху")
DISGUISES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "styled": lambda word: word.translate({ord(letter): 0x1D41A + at for at, letter in enumerate(LETTERS)}),
    "full width": lambda word: word.translate({ord(letter): 0xFF41 + at for at, letter in enumerate(LETTERS)}),
    "Cyrillic": lambda word: word.translate(LOOKALIKES),
    "hidden signs": "\u200b".join,
    "variations": "\ufe0f".join,
    "spaced": " ".join,
    "dotted": ".".join,
    "accents": "\u0301".join,
}


@given(st.text(LETTERS, min_size=6, max_size=12), st.sampled_from(sorted(DISGUISES)))
def test_no_disguise_hides_a_name(word: str, disguise: str) -> None:
    assert PhraseSearch([word]).found_in(f"Vu {DISGUISES[disguise](word)}, mardi.") == (word,)


@given(
    st.lists(st.text(LETTERS, min_size=3, max_size=9), min_size=1, max_size=8), st.text(LETTERS, min_size=6, max_size=9)
)
def test_a_name_is_not_found_where_its_letters_do_not_stand_in_a_row(words: list[str], name: str) -> None:
    if name.rstrip("sx") not in "".join(words):
        assert PhraseSearch([name]).found_in(" ".join(words)) == ()


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
