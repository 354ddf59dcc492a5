"""The unit beside a setting says how its value is read; beside another one no value is read, and that is told once."""

from __future__ import annotations

import pytest

from tests.workbook.books import a_blank, bound, opened, saved


@pytest.mark.parametrize(
    ("typed", "codes"), [("mois", []), ("MOIS", []), ("months", []), (None, []), ("jours", ["V238"]), ("ans", ["V238"])]
)
def test_another_unit_is_told_once(typed: str | None, codes: list[str]) -> None:
    book = opened(a_blank())
    assert book["0 Compte"]["AU7"].value == "mois"
    book["0 Compte"]["AU7"] = typed
    said = [said for said in bound(saved(book)).findings if said.place.table == "Parametres"]
    assert [one.code for one in said] == codes
    assert [(one.place.cell, one.place.column, one.value) for one in said] == [
        ("AU7", "Horizon renouvellement", typed) for _ in codes
    ]


def test_a_value_in_another_unit_is_lost_and_not_blank() -> None:
    book = opened(a_blank())
    book["0 Compte"]["AT7"], book["0 Compte"]["AU7"] = 2, "ans"
    assert bound(saved(book)).gaps.holds("settings", (), "renewal_horizon_months")
