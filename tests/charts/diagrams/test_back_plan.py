"""The way back from a notice: steps as long as their days, and who resists told by colour."""

from __future__ import annotations

from datetime import date

import pytest

from generator.brand import Box, Brand, load
from generator.charts.canvas import Drawing, Line, Shape
from generator.charts.diagrams import arrange_diagram
from generator.charts.diagrams.pen import px
from tests.charts.diagrams import samples
from tests.charts.diagrams.geometry import texts

SLIDE = Box(px(48), px(152), px(1464), px(484))  # 24 pixels a day from 30 September to 30 November


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load()


def _shapes(drawing: Drawing) -> dict[str, Shape]:
    return {mark.key: mark for mark in drawing.marks if isinstance(mark, Shape)}


def _x(drawing: Drawing, name: str) -> float:
    (line,) = (mark for mark in drawing.marks if isinstance(mark, Line) and mark.key == f"contracts/back-plan/{name}")
    return (line.x1_emu - SLIDE.left_emu) / px(1)


def test_each_step_is_as_long_as_its_days_and_the_last_ends_on_the_notice(brand: Brand) -> None:
    """61 days over 1 464 px: 24 px a day, less 2 px at each side of a box; 21 days lie before the launch."""
    (drawing,) = arrange_diagram(samples.back_plan(), SLIDE, brand)
    boxes = [_shapes(drawing)[f"contracts/back-plan/{at}"].box for at in range(1, 6)]

    assert [round(box.width_emu / px(1)) for box in boxes] == [116, 236, 236, 236, 116]
    assert boxes[-1].right_emu + px(2) == SLIDE.right_emu
    assert _x(drawing, "launch") == pytest.approx(21 * 24, abs=1)


def test_a_meeting_stands_on_its_day(brand: Brand) -> None:
    """15 October is the 15th of the 21 days before the launch."""
    (drawing,) = arrange_diagram(samples.back_plan(), SLIDE, brand)
    box = _shapes(drawing)["contracts/back-plan/committee"].box

    assert (box.left_emu + box.width_emu / 2 - SLIDE.left_emu) / px(1) == pytest.approx(360, abs=1)


def test_steps_too_short_for_their_words_grow_at_the_cost_of_the_days_before(brand: Brand) -> None:
    (drawing,) = arrange_diagram(samples.back_plan(launch=date(2026, 12, 20), days=(1, 1, 1)), SLIDE, brand)
    boxes = [_shapes(drawing)[f"contracts/back-plan/{at}"].box for at in range(1, 4)]

    assert all(box.width_emu > px(60) for box in boxes)
    assert boxes[-1].right_emu + px(2) == SLIDE.right_emu
    assert {"Marc Oberlin", "Camille Joly", "Olivier Brun"} <= set(texts(drawing))


def test_who_resists_stands_out(brand: Brand) -> None:
    (drawing,) = arrange_diagram(samples.back_plan(), SLIDE, brand)
    outlines = [_shapes(drawing)[f"contracts/back-plan/{at}"].outline for at in range(1, 6)]

    soft, plain = brand.palette["reserved"], brand.palette["frame"]
    assert outlines == [plain, plain, soft, soft, plain]


def test_a_launch_that_has_passed_leaves_no_days_before(brand: Brand) -> None:
    """From 1 September, 29 of 40 days are gone today."""
    (drawing,) = arrange_diagram(samples.back_plan(launch=date(2026, 9, 1)), SLIDE, brand)

    assert _x(drawing, "launch") == 0
    assert _x(drawing, "today") == pytest.approx(1464 * 29 / 40, abs=1)
    assert "21 jours de marge" not in texts(drawing)
