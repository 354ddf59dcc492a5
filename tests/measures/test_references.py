"""References sort as people read them."""

from __future__ import annotations

import pytest

from generator.measures.references import in_reading_order


@pytest.mark.parametrize(
    "in_order",
    [
        ["A-9", "A-43", "A-115"],
        ["A-2", "A-10", "B-1"],
        ["CT-01", "CT-1", "CT-02"],
        ["R-1-2", "R-1-10", "R-2"],
        ["", "7", "A", "A-1", "A-1b"],
    ],
)
def test_a_number_in_a_reference_sorts_as_a_number(in_order: list[str]) -> None:
    mixed = sorted(in_order, key=len, reverse=True)
    assert sorted(mixed, key=in_reading_order) == in_order
