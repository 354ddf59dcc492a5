"""Round limits and places, worked by hand."""

from decimal import Decimal

import pytest

from generator.charts.plots.printed import printed
from generator.charts.plots.scale import Scale, round_limits, step_for
from generator.charts.sketch import spread
from generator.locales.language import Language
from generator.story.blocks.chart import ValueFormat


def decimals(*values: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, values))


@pytest.mark.parametrize(
    ("values", "limits"),
    [
        (("4", "9"), (0, 10)),
        (("0.949", "0.968"), (0.945, 0.97)),
        (("-45", "55"), (-60, 60)),
        (("0", "0"), (0, 1)),
        ((), (0, 1)),
    ],
)
def test_limits_are_round_and_never_of_no_extent(values: tuple[str, ...], limits: tuple[float, float]) -> None:
    assert round_limits(decimals(*values), from_zero=False) == pytest.approx(limits)


def test_bars_start_from_zero() -> None:
    assert round_limits(decimals("90", "100"), from_zero=True) == pytest.approx((0, 100))


def test_a_place_is_in_proportion() -> None:
    assert Scale(0, 10, 260, 12).place(Decimal(4)) == pytest.approx(160.8)


def test_steps_are_round() -> None:
    assert [step_for(extent, 5) for extent in (10, 12, 0.02, 43)] == pytest.approx([2, 2.5, 0.005, 10])


def test_an_axis_prints_by_language_and_format() -> None:
    assert printed(Decimal("0.95"), ValueFormat.RATE, Language.FR) == "95\u202f%"
    assert printed(Decimal("7.5"), ValueFormat.DECIMAL, Language.FR) == "7,5"
    assert printed(Decimal(120_000), ValueFormat.THOUSANDS, Language.EN) == "120"
    assert printed(Decimal(1_250_000), ValueFormat.MILLIONS, Language.FR) == "1,25"
    assert printed(Decimal(800), ValueFormat.MONEY, Language.FR) == "800"


def test_labels_are_spread_as_little_as_it_takes() -> None:
    assert spread([10, 50], 17, 0, 100) == [10, 50]
    assert spread([50, 45], 17, 0, 100) == [62, 45]
    assert spread([95, 99], 17, 0, 100) == [83, 100]
    assert spread([], 17, 0, 100) == []
