"""Figures carry their sources, and never invent a value."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.citation import cite
from generator.measures.measure import NOT_AVAILABLE, Measure, difference, ratio, total
from generator.model.field_path import FieldPath
from generator.model.kpis import SharedKpi
from generator.model.quarter import Quarter
from tests.builders import a_figure_series, a_kpi, a_score

ONE = FieldPath("figures", ("A",), "2026-T1")
TWO = FieldPath("figures", ("A",), "2026-T2")


def test_a_total_adds_what_is_known_and_names_each_source_once() -> None:
    measures = [Measure(Decimal("0.1"), (ONE,)), NOT_AVAILABLE, Measure(Decimal("0.2"), (TWO, ONE))]
    assert total(measures) == Measure(Decimal("0.3"), (ONE, TWO))


def test_a_total_of_nothing_known_is_not_zero() -> None:
    assert total([]).value is None
    assert total([NOT_AVAILABLE]).value is None


def test_a_total_of_zeros_is_zero() -> None:
    assert total([Measure(Decimal(0), (ONE,))]) == Measure(Decimal(0), (ONE,))


def test_a_ratio_divides_and_keeps_both_sides_sources() -> None:
    assert ratio(Measure(Decimal(3), (ONE,)), Measure(Decimal(4), (TWO,))) == Measure(Decimal("0.75"), (ONE, TWO))


def test_a_zero_denominator_gives_no_value() -> None:
    assert ratio(Measure(Decimal(3)), Measure(Decimal(0))).value is None
    assert ratio(Measure(Decimal(3)), NOT_AVAILABLE).value is None
    assert ratio(NOT_AVAILABLE, Measure(Decimal(3))).value is None


def test_a_zero_numerator_is_a_value() -> None:
    assert ratio(Measure(Decimal(0)), Measure(Decimal(3))).value == 0


def test_a_difference_needs_both_values() -> None:
    assert difference(Measure(Decimal(5)), Measure(Decimal(7))) == -2
    assert difference(Measure(Decimal(5)), NOT_AVAILABLE) is None


def test_a_source_is_addressed_by_the_row_key_and_the_quarter() -> None:
    row = a_figure_series(entity="Industrie", offer="Cloud")
    assert cite("figures", row, Quarter(2026, 3)) == FieldPath("figures", ("Industrie", "Cloud", "", "CA"), "2026-T3")
    assert cite("satisfaction", a_score(), "score").key == ("2026-09-15", "NPS", "")


def test_a_row_that_the_client_sees_has_the_same_address() -> None:
    full = a_kpi()
    shared = SharedKpi.model_validate(full.model_dump(exclude={"share"}))
    assert cite("kpis", shared, "target") == cite("kpis", full, "target") == FieldPath("kpis", ("KPI-01",), "target")
