"""The outlines of shapes and the ways of connectors, as points in EMU. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from generator.brand import Box
from generator.charts.canvas import Connector, Form, Side

Point = tuple[float, float]

# Corners as shares of the box, clockwise; an ellipse has none.
_CORNERS: Mapping[Form, tuple[Point, ...]] = {
    Form.RECTANGLE: ((0, 0), (1, 0), (1, 1), (0, 1)),
    Form.TRIANGLE: ((0.5, 0), (1, 1), (0, 1)),
    Form.TRIANGLE_DOWN: ((0, 0), (1, 0), (0.5, 1)),
    Form.DIAMOND: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    Form.HEXAGON: ((0.25, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0.25, 1), (0, 0.5)),
    Form.OCTAGON: ((0.29, 0), (0.71, 0), (1, 0.29), (1, 0.71), (0.71, 1), (0.29, 1), (0, 0.71), (0, 0.29)),
    Form.TRAPEZOID_DOWN: ((0, 0), (1, 0), (0.75, 1), (0.25, 1)),
}


def corners(form: Form, box: Box) -> tuple[Point, ...] | None:
    """The corners of a shape; None for an ellipse."""
    shares = _CORNERS.get(form)
    if shares is None:
        return None
    return tuple((box.left_emu + x * box.width_emu, box.top_emu + y * box.height_emu) for x, y in shares)


def way(connector: Connector, boxes: Mapping[str, Box]) -> tuple[Point, ...]:
    """The points of a connector: straight when its ends are level, else through an elbow on the way."""
    start = site(boxes[connector.source], connector.source_side)
    end = site(boxes[connector.target], connector.target_side)
    vertical = (connector.source_side in (Side.TOP, Side.BOTTOM), connector.target_side in (Side.TOP, Side.BOTTOM))
    if start[0] == end[0] or start[1] == end[1]:
        return (start, end)
    if vertical[0] and vertical[1]:
        middle = start[1] + (end[1] - start[1]) * connector.bend
        return (start, (start[0], middle), (end[0], middle), end)
    if vertical[0]:
        return (start, (start[0], end[1]), end)
    if vertical[1]:
        return (start, (end[0], start[1]), end)
    middle = start[0] + (end[0] - start[0]) * connector.bend
    return (start, (middle, start[1]), (middle, end[1]), end)


def site(box: Box, side: Side) -> Point:
    """The connection site of a box."""
    middle_x, middle_y = box.left_emu + box.width_emu / 2, box.top_emu + box.height_emu / 2
    return {
        Side.TOP: (middle_x, box.top_emu),
        Side.LEFT: (box.left_emu, middle_y),
        Side.BOTTOM: (middle_x, box.bottom_emu),
        Side.RIGHT: (box.right_emu, middle_y),
    }[side]
