"""Texts a person would call the same, and the nearest of those that are not."""

from __future__ import annotations

import pytest

from generator.model.column import Kind
from generator.model.schema import tables
from generator.workbook.matching import folded, folded_header, nearest

NAMES = ("Marie Dupont", "Marc Oberlin", "Hélène Castaing")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Échéance", "ECHEANCE"),
        ("Claire Vasseur", " claire  vasseur"),
        ("CT-01", "ct01"),
        ("Réf", "Ref."),
        ("cœur", "coeur"),
        ("l’an", "l'an"),
    ],
)
def test_the_same_to_a_person(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("CT-01", "CT-10"), ("€", "%"), ("A-1", "A-2"), ("KPI", "KP")])
def test_not_the_same(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_header_is_itself_without_its_unit_and_star() -> None:
    assert folded_header("Préavis (mois) *") == folded_header("préavis")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DUPONT Marie", "Marie Dupont"),
        ("Mari Dupond", "Marie Dupont"),
        ("Helene Castain", "Hélène Castaing"),
        ("Zoé Blanc", None),
        ("M. Dupont", "Marie Dupont"),
        ("Oberlin", "Marc Oberlin"),
        ("Mme CASTAING (DG)", "Hélène Castaing"),
        ("x" * 30_000, None),
    ],
)
def test_the_nearest_name(text: str, expected: str | None) -> None:
    assert nearest(text, NAMES) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("CT-1", "CT-01"), ("CT 001", "CT-01"), ("CT-02", None), ("CT-11", None)]
)
def test_a_reference_is_only_like_itself(text: str, expected: str | None) -> None:
    assert nearest(text, ("CT-01", "CT-10", "OBJ-01")) == expected


def test_no_header_of_a_table_can_be_taken_for_another() -> None:
    for spec in tables():
        owners: dict[str, str] = {}
        for column in spec.columns:
            for label in column.label if column.kind is not Kind.QUARTERS else ():
                assert owners.setdefault(folded_header(label), column.field) == column.field, (spec.table.name, label)


def test_a_part_that_two_names_have_is_nobody() -> None:
    assert nearest("Valmonde", ("Valmonde Industrie", "Valmonde Logistique")) is None
    assert nearest("Industrie", ("Valmonde Industrie", "Valmonde Logistique")) == "Valmonde Industrie"
