"""Places, worked by hand."""

from decimal import Decimal

import pytest

from generator.charts.area import Area, spread, spread_upwards
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


def test_labels_stay_between_the_limits() -> None:
    assert spread([2, 50], 17, 8, 100) == [8, 50]
    assert spread([90, 95, 99], 20, 0, 60) == [20, 40, 60]


def test_names_of_a_column_are_spread_from_its_foot() -> None:
    assert spread_upwards([90, 85, 80], 20, 10, 90) == [90, 70, 50]
    assert spread_upwards([15, 12, 10], 20, 10, 90) == [50, 30, 10]
    assert spread_upwards([98, 40], 20, 10, 90) == [90, 40]


def test_areas_meet_when_they_share_a_point_inside() -> None:
    area = Area(0, 0, 10, 10)
    assert area.meets(Area(9, 9, 20, 20))
    assert not area.meets(Area(10, 0, 20, 10))
    assert not area.meets(Area(0, 10, 10, 20))
