"""Figures as exports give them: one row a period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.locales import Language
from generator.model.field_path import FieldPath
from generator.model.quarter import Quarter
from generator.workbook.bind import Bound
from tests.workbook import layouts
from tests.workbook.books import bound, fill, saved, told

KEY = ("Industrie", "Support", "", "CA")
PATH = FieldPath("figures", KEY, "2026-T3")


def stacked(*rows: list[Any], headers: tuple[str, ...] = ("Entité", "Offre", "Mesure", "Période", "Montant")) -> Bound:
    """The example with the figures replaced by these rows, from row 2 of a sheet of their own."""
    book = layouts.on_own_sheets()
    del book["Chiffres clés"]
    fill(book.create_sheet("Export ERP"), [headers, *rows])
    return bound(saved(book))


def series(result: Bound) -> list[tuple[tuple[str, ...], dict[Quarter, Decimal]]]:
    assert result.plan is not None
    return [(row.key, dict(row.quarters)) for row in result.plan.figures]


@pytest.mark.parametrize(
    "period",
    [
        "T3 2026",
        "2026-T3",
        "Q3 2026",
        "3e trimestre 2026",
        date(2026, 9, 30),
        "30/09/2026",
        "2026-08",
        "08/2026",
        "août 2026",
    ],
    ids=str,
)
def test_a_period_is_a_quarter_a_date_or_a_month(period: object) -> None:
    result = stacked(["Industrie", "Support", "CA", period, 100])
    assert told(result.findings) == []
    assert series(result) == [(KEY, {Quarter(2026, 3): Decimal(100)})]


def test_the_months_of_a_quarter_add_up() -> None:
    rows = [["Industrie", "Support", "CA", date(2026, month, 1), f"{month} 000,10 €"] for month in (7, 8, 9, 10)]
    result = stacked(*rows)
    assert series(result) == [(KEY, {Quarter(2026, 3): Decimal("24000.30"), Quarter(2026, 4): Decimal("10000.10")})]


def test_each_value_leads_back_to_its_cell() -> None:
    result = stacked(
        ["Industrie", "Support", "CA", "T2 2026", 90],
        ["Industrie", "Support", "Budget", "T3 2026", 80],
        ["Industrie", "Support", "CA", "T3 2026", 100],
    )
    place = result.origins.place(PATH)
    assert place is not None
    assert (place.sheet, place.cell) == ("Export ERP", "E4")
    assert result.origins.raw(PATH) == 100


def test_a_value_that_cannot_be_read_is_named_with_its_cell() -> None:
    result = stacked(["Industrie", "Support", "CA", "T2 2026", 90], ["Industrie", "Support", "CA", "T3 2026", "cent"])
    assert told(result.findings) == [("V202", "Export ERP", "E3")]


def test_periods_that_are_none_or_blank_and_the_same_period_twice() -> None:
    result = stacked(
        ["Industrie", "Support", "CA", "l’été", 90],
        ["Industrie", "Support", "CA", None, 90],
        ["Industrie", "Support", "CA", "T3 2026", 1],
        ["industrie", "SUPPORT", "CA", "2026-T3", 2],
        ["Industrie", "Support", "CA", date(2026, 8, 31), 3],
        ["Total", None, None, None, 186],
        [None, None, None, None, None],
    )
    assert told(result.findings) == [
        ("V210", "Export ERP", "D2"),
        ("V201", "Export ERP", "D3"),
        ("L302", "Export ERP", "E5"),
        ("L302", "Export ERP", "E6"),
    ]
    assert series(result) == [(KEY, {Quarter(2026, 3): Decimal(1)})]


def test_english_words() -> None:
    result = stacked(
        ["Industrie", "Support", "Revenue", "Q3 2026", 100], headers=("Entity", "Offer", "Measure", "Period", "Value")
    )
    assert told(result.findings) == []
    assert series(result) == [(KEY, {Quarter(2026, 3): Decimal(100)})]


def test_a_crosstab_of_quarters_is_left_as_it_is() -> None:
    result = bound(saved(layouts.on_own_sheets(language=Language.FR)))
    place = result.origins.place(FieldPath("figures", next(iter(result.origins.rows["figures"])), "2026-T2"))
    assert place is not None
    assert place.sheet == "Chiffres clés"
