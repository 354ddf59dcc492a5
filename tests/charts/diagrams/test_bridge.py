"""A bridge: each step from where the one before it ends, levels as lines, in one scale."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.brand import Box, Brand, load
from generator.charts.canvas import Drawing, Line, Shape
from generator.charts.diagrams import arrange_diagram
from generator.charts.diagrams.pen import px
from tests.charts.diagrams import samples
from tests.charts.diagrams.geometry import texts

ROOM = Box(px(48), px(152), px(744), px(484))


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    brand: Brand = load()
    (drawn,) = arrange_diagram(samples.bridge(), ROOM, brand)
    return drawn


def bars(drawing: Drawing) -> list[Box]:
    return [mark.box for mark in drawing.marks if isinstance(mark, Shape) and mark.key.endswith("/bar")]


def level(drawing: Drawing, name: str) -> int:
    (line,) = [mark for mark in drawing.marks if isinstance(mark, Line) and mark.key == f"b/{name}"]
    return line.y1_emu


def test_steps_stand_on_one_another(drawing: Drawing) -> None:
    """1 000, 1 060, 1 040, 1 100, 1 080, 1 140: a rise ends at its top, a fall at its foot."""
    first, second, third, fourth, fifth = bars(drawing)

    assert first.bottom_emu == level(drawing, "start/level")
    assert second.top_emu == first.top_emu
    assert third.bottom_emu == second.bottom_emu
    assert fourth.top_emu == third.top_emu
    assert fifth.bottom_emu == fourth.bottom_emu
    assert fifth.top_emu == level(drawing, "end/level")


def test_a_step_is_as_tall_as_its_change(drawing: Drawing) -> None:
    rise, fall, *_ = bars(drawing)

    assert fall.height_emu == pytest.approx(rise.height_emu / 3, abs=2)


def test_the_reference_stands_over_the_end_by_what_lacks(drawing: Drawing) -> None:
    """7 above the end, where 60 make the first step."""
    (line,) = [mark for mark in drawing.marks if isinstance(mark, Line) and mark.key == "b/reference"]
    rise = bars(drawing)[0]

    assert level(drawing, "end/level") - line.y1_emu == pytest.approx(rise.height_emu * 7 / 60, abs=3)


def test_every_step_is_linked_to_the_next(drawing: Drawing) -> None:
    assert len([mark for mark in drawing.marks if "/link/" in mark.key]) == 6


def test_changes_and_levels_are_printed(drawing: Drawing) -> None:
    assert {"1 000", "+60", "-20", "1140", "budget 1147 (−7)"} <= set(texts(drawing))
    assert Decimal(1000) + 60 - 20 + 60 - 20 + 60 == 1140
