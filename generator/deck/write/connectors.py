"""The geometry of a glued connector: which preset, turned and flipped how, from one side of a shape to another's."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box
from generator.charts.canvas import Connector, Form, Shape, Side

_UPRIGHT = (Side.TOP, Side.BOTTOM)
_SITES_A_SIDE = {Form.ELLIPSE: 2, Form.OCTAGON: 2}
_QUARTER, _THREE_QUARTERS = 5_400_000, 16_200_000


@dataclass(frozen=True, slots=True)
class Way:
    """A connector's box before it is turned, its turns as attributes, its geometry and its two connection sites."""

    box: Box
    turns: str
    geometry: str
    source_site: int
    target_site: int


def path(connector: Connector, source: Shape, target: Shape) -> Way:
    """The way from a side of the source to a side of the target."""
    x1, y1 = _at(source.box, connector.source_side)
    x2, y2 = _at(target.box, connector.target_side)
    preset, bend = _preset(connector, x2 - x1, y2 - y1)
    turn, flips = _turns(connector, preset, x2 - x1, y2 - y1)
    box = _turned(Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)), turn)
    rotation = f' rot="{turn}"' if turn else ""
    guide = f'<a:gd name="adj1" fmla="val {bend}"/>' if preset == "bentConnector3" else ""
    return Way(
        box,
        rotation + flips,
        f'<a:prstGeom prst="{preset}"><a:avLst>{guide}</a:avLst></a:prstGeom>',
        _site(source, connector.source_side),
        _site(target, connector.target_side),
    )


def _at(box: Box, side: Side) -> tuple[int, int]:
    middle, centre = box.left_emu + box.width_emu // 2, box.top_emu + box.height_emu // 2
    return {
        Side.TOP: (middle, box.top_emu),
        Side.LEFT: (box.left_emu, centre),
        Side.BOTTOM: (middle, box.bottom_emu),
        Side.RIGHT: (box.right_emu, centre),
    }[side]


def _site(shape: Shape, side: Side) -> int:
    return side.value * _SITES_A_SIDE.get(shape.form, 1)


def _preset(connector: Connector, across: int, down: int) -> tuple[str, int]:
    bend = round(connector.bend * 100_000)
    source, target = connector.source_side in _UPRIGHT, connector.target_side in _UPRIGHT
    if source is not target:
        return ("bentConnector2", 0) if across and down else ("straightConnector1", 0)
    level = across if source else down
    folds_back = connector.source_side is connector.target_side
    return ("bentConnector3", bend) if level or folds_back else ("straightConnector1", 0)


def _turns(connector: Connector, preset: str, across: int, down: int) -> tuple[int, str]:
    """Rotation and flips that bring the preset's way (right, down, right) onto ours."""
    if connector.source_side not in _UPRIGHT or preset == "straightConnector1":
        return 0, ' flipH="1"' * (across < 0) + ' flipV="1"' * (down < 0)
    if preset == "bentConnector3":
        turn = _QUARTER if down >= 0 else _THREE_QUARTERS
        return turn, ' flipV="1"' * ((across > 0) is (down >= 0) and across != 0)
    turn = _THREE_QUARTERS if across > 0 else _QUARTER
    return turn, ' flipH="1"' * ((across > 0) is (down > 0))


def _turned(box: Box, turn: int) -> Box:
    """The box before a quarter turn about its centre."""
    if not turn:
        return box
    x, y = box.left_emu + box.width_emu / 2, box.top_emu + box.height_emu / 2
    wide, tall = box.height_emu, box.width_emu
    return Box(round(x - wide / 2), round(y - tall / 2), wide, tall)
