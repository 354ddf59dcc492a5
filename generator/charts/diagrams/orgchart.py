"""The organisation chart: a hanging tree of boxes, role at left, attitude at right, glued connectors."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box
from generator.charts.canvas import Anchor, Connector, Drawing, Form, Mark, Shape, Side, TextBody
from generator.charts.diagrams.attitude import WIDEST, attitude_mark
from generator.charts.diagrams.hanging_tree import Room, Sheet, depth, in_order, sheets
from generator.charts.diagrams.legend import LegendItem, legend_height, legend_marks
from generator.charts.diagrams.pages import drawings, part_key
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.fitting import FittedText
from generator.story.blocks.people import OrgChart, OrgNode
from generator.story.blocks.table import Align

_COLUMN_GAP = px(14)
_TRUNK = px(16)
_DOT = px(4)
_CORNER = px(30)


@dataclass(frozen=True, slots=True)
class _Level:
    """A density: height of a box and gap under it in EMU, sizes of its three lines in points."""

    height: int
    gap: int
    under_root: int
    name: float
    function: float
    detail: float
    leading: float


@dataclass(frozen=True, slots=True)
class _Frame:
    """A chart at one density over a box."""

    block: OrgChart
    box: Box
    level: _Level
    band: int
    narrowest: int

    @property
    def indent(self) -> int:
        return self.band // 2 + px(10)

    @property
    def pitch(self) -> int:
        return self.level.height + self.level.gap

    def room(self) -> Room:
        """How many boxes go on a drawing."""
        height = self.box.height_emu
        columns = max(1, (self.box.width_emu + _COLUMN_GAP) // (self.narrowest + _COLUMN_GAP))
        below = height - self.level.height - self.level.under_root
        return Room(columns, max(1, (below + self.level.gap) // self.pitch), max(1, (height + self.level.gap) // self.pitch))


def arrange_org_chart(block: OrgChart, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """The densest chart that keeps to the fewest drawings; the legends of roles and attitudes below."""
    if not block.roots:
        return ()
    items = _legend(block, pen)
    text_pt = pen.scale(box).detail[0]
    legend = legend_height(pen, items, box.width_emu, text_pt)
    inner = Box(box.left_emu, box.top_emu, box.width_emu, box.height_emu - (legend + px(12) if items else 0))
    tries = [(frame, sheets(block.roots, frame.room())) for frame in _frames(block, inner, pen)]
    frame, cut = min(tries, key=lambda one: len(one[1]))
    pages: list[list[Mark]] = []
    for part, sheet in enumerate(cut, start=1):
        key = part_key(block.key, part)
        marks, bottom = _sheet(key, sheet, frame, pen)
        place = Box(box.left_emu, bottom + px(12), box.width_emu, legend)
        pages.append([*marks, *legend_marks(pen, f"{key}/legend", items, place, text_pt)])
    return drawings(block.key, box, block.alt, pages)


def _frames(block: OrgChart, box: Box, pen: Pen) -> list[_Frame]:
    size = pen.brand.type
    compact = pen.scale(box).is_compact
    everyone = [node for root in block.roots for node, _, _ in in_order(root)]
    band = px(24) if any(node.role for node in everyone) else px(10)
    narrowest = px(126) if compact else px(166)
    dense = _Level(px(50), px(8), px(30), size.chart, size.small, size.small, 1.15)
    levels = (
        (_Level(px(60), px(10), px(34), size.chart, size.chart, size.small, 1.2), dense)
        if compact
        else (
            _Level(px(70), px(14), px(46), size.table, size.table, size.chart, 1.25),
            _Level(px(58), px(10), px(36), size.table, size.chart, size.chart, 1.15),
            dense,
        )
    )
    deepest = max(depth(root) for root in block.roots)
    frames: list[_Frame] = []
    for level in levels:
        width = _text_width(narrowest, max(0, deepest - 1), band, pen, has_corner=any(node.attitude for node in everyone))
        tall = max(sum(one.height_emu for one in _texts(node, width, level, pen)) for node in everyone) + px(8)
        grown = _Level(max(level.height, tall), level.gap, level.under_root, level.name, level.function, level.detail, level.leading)
        frames.append(_Frame(block, box, grown, band, narrowest))
    return frames


def _text_width(box_width: int, level: int, band: int, pen: Pen, *, has_corner: bool) -> int:
    del pen
    indent = min(level * (band // 2 + px(10)), box_width // 2)
    return max(box_width - indent - _TRUNK - band - px(9) - (_CORNER if has_corner else px(4)), px(48))


def _texts(node: OrgNode, width: int, level: _Level, pen: Pen) -> tuple[FittedText, FittedText, FittedText]:
    """The name is never shortened: it takes a second line rather; the two others stay on one."""
    floor = pen.brand.type.small
    wide = width + (_CORNER - px(4) if node.attitude else 0)
    name = pen.fit(node.name, width, pen.brand.type.steps(level.name, floor), is_bold=True, max_lines=1, leading=level.leading)
    return (
        name,
        pen.fit(node.function, width, pen.brand.type.steps(level.function, floor), max_lines=1, may_shorten=True, leading=level.leading),
        pen.fit(node.detail, wide, pen.brand.type.steps(level.detail, floor), is_bold=node.is_detail_alert, max_lines=1, may_shorten=True, leading=level.leading),
    )


def _sheet(key: str, sheet: Sheet, frame: _Frame, pen: Pen) -> tuple[list[Mark], int]:
    columns = max(1, len(sheet.columns))
    width = min((frame.box.width_emu - (columns - 1) * _COLUMN_GAP) // columns, px(250))
    left = frame.box.left_emu + (frame.box.width_emu - columns * width - (columns - 1) * _COLUMN_GAP) // 2
    places = [Box(left + at * (width + _COLUMN_GAP), frame.box.top_emu, width, frame.box.height_emu) for at in range(columns)]
    boxes: list[Mark] = []
    links: list[Mark] = []
    start = frame.box.top_emu
    root_key = ""
    if sheet.root:
        root_key = key_of(key, sheet.root.key)
        boxes.extend(_root(root_key, sheet, places, frame, pen))
        start += frame.level.height + frame.level.under_root
    for at, (column, place) in enumerate(zip(sheet.columns, places, strict=False)):
        drawn, glued = _column(key, (sheet, at), root_key if column.is_attached else "", Box(place.left_emu, start, width, 0), frame, pen)
        boxes.extend(drawn)
        links.extend(glued)
    bottom = max(shape.box.bottom_emu for shape in boxes if isinstance(shape, Shape))
    return [*boxes, *links], bottom


def _root(key: str, sheet: Sheet, places: list[Box], frame: _Frame, pen: Pen) -> list[Mark]:
    attached = [place for column, place in zip(sheet.columns, places, strict=False) if column.is_attached] or places
    middle = (attached[0].left_emu + attached[-1].right_emu) // 2
    width = min(attached[0].width_emu, px(202)) if sheet.columns else min(px(202), frame.box.width_emu)
    place = Box(middle - width // 2, frame.box.top_emu, width, frame.level.height)
    return _person(key, sheet.root, place, frame, pen) if sheet.root else []


def _column(key: str, at: tuple[Sheet, int], root_key: str, place: Box, frame: _Frame, pen: Pen) -> tuple[list[Mark], list[Mark]]:
    sheet, index = at
    column = sheet.columns[index]
    hung = sheet.is_packed and bool(root_key)
    boxes: list[Mark] = []
    links: list[Mark] = []
    trunk = f"{key}/trunk-{index + 1}"
    if hung:
        dot = Box(place.left_emu + _TRUNK // 2 - _DOT // 2, place.top_emu - px(8), _DOT, _DOT)
        boxes.append(pen.fill(trunk, dot, "accent3", form=Form.ELLIPSE))
        links.append(_glue(f"{trunk}/link", (root_key, Side.BOTTOM), (trunk, Side.TOP), pen))
    top = place.top_emu
    for branch in column.branches:
        chief_key = key_of(key, branch.key)
        for node, level, chief in in_order(branch):
            own = key_of(key, node.key)
            inset = (_TRUNK if hung else 0) + min(level * frame.indent, place.width_emu // 2)
            boxes.extend(_person(own, node, Box(place.left_emu + inset, top, place.width_emu - inset, frame.level.height), frame, pen))
            if chief:
                links.append(_glue(f"{own}/link", (f"{key_of(key, chief.key)}/role", Side.BOTTOM), (own, Side.LEFT), pen))
            top += frame.pitch
        if hung:
            links.append(_glue(f"{chief_key}/link", (trunk, Side.BOTTOM), (chief_key, Side.LEFT), pen))
        elif root_key:
            links.append(_glue(f"{chief_key}/link", (root_key, Side.BOTTOM), (chief_key, Side.TOP), pen))
    return boxes, links


def _glue(key: str, source: tuple[str, Side], target: tuple[str, Side], pen: Pen) -> Connector:
    return Connector(key, *source, *target, pen.colour("accent3"), 1.2)


def _person(key: str, node: OrgNode, box: Box, frame: _Frame, pen: Pen) -> list[Mark]:
    right = _CORNER if node.attitude else px(4)
    width = box.width_emu - frame.band - px(9) - right
    fitted = _texts(node, width, frame.level, pen)
    colours = ("dk2", "dk1", "accent5" if node.is_detail_alert else "accent6")
    written = pen.write(key, box, *zip(fitted, colours, strict=True))
    paragraphs = written.text.paragraphs if written.text else ()
    body = TextBody(paragraphs, Anchor.MIDDLE, left_emu=frame.band + px(9), right_emu=px(4))
    marks: list[Mark] = [Shape(key, box, fill=pen.colour("lt1"), outline=pen.colour("accent4"), text=body, alt=written.alt)]
    marks.append(_role(f"{key}/role", node, Box(box.left_emu, box.top_emu, frame.band, box.height_emu), pen))
    if node.attitude:
        corner = Box(box.right_emu - px(4) - WIDEST, box.top_emu + px(3), WIDEST, max(px(20), px(fitted[0].leading_pt * 96 / 72) + px(8)))
        marks.append(attitude_mark(pen, f"{key}/attitude", node.attitude, corner))
    return marks


def _role(key: str, node: OrgNode, box: Box, pen: Pen) -> Shape:
    colour = pen.colour("dk2" if node.is_decision_maker else "accent3")
    if not node.role:
        return Shape(key, box, fill=colour)
    fitted = pen.fit(node.role, box.width_emu, (pen.brand.type.label,), is_bold=True)
    paragraph = pen.paragraph(fitted, pen.brand.palette.text_on(colour), align=Align.CENTRE)
    return Shape(key, box, fill=colour, text=TextBody((paragraph,), Anchor.MIDDLE))


def _legend(block: OrgChart, pen: Pen) -> list[LegendItem]:
    items: list[LegendItem] = []
    near = px(16)
    everyone = [node for root in block.roots for node, _, _ in in_order(root)]
    if block.roles and any(node.role for node in everyone):
        items.append(LegendItem("roles", block.role_title, is_bold=True, colour="dk2", gap_emu=px(12)))
        items.extend(LegendItem(f"role-{letter}", f"{letter} {word}", gap_emu=near) for letter, word in block.roles)
    if block.attitudes and any(node.attitude for node in everyone):
        lead = px(20) if items else 0
        items.append(LegendItem("attitudes", block.attitude_title, lead, (lambda _key, _place: ()) if lead else None, is_bold=True, colour="dk2", gap_emu=px(12)))
        items.extend(_attitude_item(letter, word, pen) for letter, word in block.attitudes)
    return items


def _attitude_item(letter: str, word: str, pen: Pen) -> LegendItem:
    def symbol(key: str, place: Box) -> list[Mark]:
        return [attitude_mark(pen, key, letter, place)]

    return LegendItem(f"attitude-{letter}", word, WIDEST, symbol, gap_emu=px(12))


