"""Places, worked by hand."""

from decimal import Decimal

import pytest

from generator.charts.area import Area, spread
from generator.charts.plots.printed import printed
from generator.charts.plots.scale import Scale
from generator.locales.language import Language
from generator.story.blocks.chart import ValueFormat


def test_a_place_is_in_proportion() -> None:
    assert Scale(0, 10, 260, 12).place(Decimal(4)) == pytest.approx(160.8)


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


def test_areas_meet_when_they_share_a_point_inside() -> None:
    area = Area(0, 0, 10, 10)
    assert area.meets(Area(9, 9, 20, 20))
    assert not area.meets(Area(10, 0, 20, 10))
    assert not area.meets(Area(0, 10, 10, 20))
