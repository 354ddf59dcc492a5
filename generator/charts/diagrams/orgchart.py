"""The organisation chart: a hanging tree of boxes, role at left, attitude at right, glued connectors."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.brand import Box
from generator.charts.canvas import Anchor, Connector, Drawing, Form, Mark, Shape, Side, TextBody
from generator.charts.diagrams.attitude import WIDEST, attitude_mark
from generator.charts.diagrams.hanging_tree import Cluster, Room, Sheet, in_order, sheets
from generator.charts.diagrams.legend import LegendItem, legend_height, legend_marks
from generator.charts.diagrams.pages import drawings, part_key
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.fitting import FittedText
from generator.story.blocks.people import AttitudeMark, OrgChart, OrgNode
from generator.story.blocks.table import Align

_COLUMN_GAP = px(14)
_TRUNK = px(16)
_DOT = px(4)
_CORNER = px(30)
_TALLEST = px(80)


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
    """A chart at one density over a box; ``shortened`` counts the lines that lose words in its narrowest column."""

    block: OrgChart
    box: Box
    level: _Level
    band: int
    narrowest: int
    shortened: int = 0

    @property
    def indent(self) -> int:
        return self.band // 2 + px(10)

    @property
    def pitch(self) -> int:
        return self.level.height + self.level.gap

    def room_for_text(self, node: OrgNode, deep: int) -> int:
        """The width of a person's lines in the narrowest column, so many levels below its top."""
        inset = min(max(deep - 1, 0) * self.indent, self.narrowest // 2)
        return max(self.narrowest - inset - self.band - px(9) - (_CORNER if node.attitude else px(4)), px(48))

    def room(self) -> Room:
        """How many boxes go on a drawing."""
        height = self.box.height_emu
        columns = max(1, (self.box.width_emu + _COLUMN_GAP) // (self.narrowest + _COLUMN_GAP))
        below = height - self.level.height - self.level.under_root
        return Room(
            columns, max(1, (below + self.level.gap) // self.pitch), max(1, (height + self.level.gap) // self.pitch)
        )


def arrange_org_chart(block: OrgChart, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """The densest chart that keeps to the fewest drawings; the legends of roles and attitudes below."""
    if not block.roots:
        return ()
    items = _legend(block, pen)
    text_pt = pen.scale(box).detail[0]
    legend = legend_height(pen, items, box.width_emu, text_pt)
    inner = Box(box.left_emu, box.top_emu, box.width_emu, box.height_emu - (legend + px(12) if items else 0))
    tries = [(frame, sheets(block.roots, frame.room())) for frame in _frames(block, inner, pen)]
    frame, cut = min(tries, key=lambda one: (len(one[1]), one[0].shortened))
    pages: list[list[Mark]] = []
    for part, sheet in enumerate(cut, start=1):
        key = part_key(block.key, part)
        marks, bottom = _sheet(key, sheet, frame, pen)
        place = Box(box.left_emu, bottom + px(12), box.width_emu, legend)
        pages.append([*marks, *legend_marks(pen, f"{key}/legend", items, place, text_pt)])
    return drawings(block.key, box, block.alt, pages)


def _frames(block: OrgChart, box: Box, pen: Pen) -> list[_Frame]:
    """The densities to try, from the airiest; narrow boxes only where names keep to two lines in them."""
    everyone = [(node, level) for root in block.roots for node, level, _ in in_order(root)]
    band = px(24) if any(node.role for node, _ in everyone) else px(10)
    compact = pen.scale(box).is_compact
    frames: list[_Frame] = []
    for narrowest in (px(136), px(166), px(196)) if compact else (px(166), px(196), px(226)):
        for level in _levels(pen, is_compact=compact):
            frame = _Frame(block, box, level, band, narrowest)
            lines = [_texts(node, frame.room_for_text(node, deep), level, pen) for node, deep in everyone]
            tall = max(sum(one.height_emu for one in three) for three in lines) + px(8)
            shortened = sum(one.is_shortened for three in lines for one in three)
            frames.append(replace(frame, level=replace(level, height=max(level.height, tall)), shortened=shortened))
    return [frame for frame in frames if frame.level.height <= _TALLEST] or frames[-1:]


def _levels(pen: Pen, *, is_compact: bool) -> tuple[_Level, ...]:
    size = pen.brand.type
    dense = _Level(px(50), px(8), px(30), size.chart, size.small, size.small, 1.15)
    if is_compact:
        return _Level(px(60), px(10), px(34), size.chart, size.chart, size.small, 1.2), dense
    airy = _Level(px(70), px(12), px(36), size.table, size.table, size.chart, 1.25)
    return airy, _Level(px(58), px(10), px(36), size.table, size.chart, size.chart, 1.15), dense


def _texts(node: OrgNode, width: int, level: _Level, pen: Pen) -> tuple[FittedText, FittedText, FittedText]:
    """The name is never shortened: it takes a second line rather; the two others stay on one.

    The third passes under the attitude, unless the name took its place.
    """
    floor = pen.brand.type.small
    name = pen.fit(
        node.name,
        width,
        pen.brand.type.steps(level.name, floor),
        is_bold=True,
        max_lines=1,
        leading=level.leading,
    )
    wide = width + _under_corner(node, name)
    return (
        name,
        pen.fit(
            node.function,
            width,
            pen.brand.type.steps(level.function, floor),
            max_lines=1,
            may_shorten=True,
            leading=level.leading,
        ),
        pen.fit(
            node.detail,
            wide,
            pen.brand.type.steps(level.detail, floor),
            is_bold=node.is_detail_alert,
            max_lines=1,
            may_shorten=True,
            leading=level.leading,
        ),
    )


def _under_corner(node: OrgNode, name: FittedText) -> int:
    return _CORNER - px(4) if node.attitude and len(name.lines) == 1 else 0


def _sheet(key: str, sheet: Sheet, frame: _Frame, pen: Pen) -> tuple[list[Mark], int]:
    """The clusters side by side, centred; and where the lowest box ends."""
    columns = sum(cluster.width for cluster in sheet)
    width = min((frame.box.width_emu - (columns - 1) * _COLUMN_GAP) // columns, px(250))
    left = frame.box.left_emu + (frame.box.width_emu - columns * width - (columns - 1) * _COLUMN_GAP) // 2
    boxes: list[Mark] = []
    links: list[Mark] = []
    for at, cluster in enumerate(sheet):
        places = tuple(
            Box(left + column * (width + _COLUMN_GAP), frame.box.top_emu, width, frame.box.height_emu)
            for column in range(cluster.width)
        )
        drawn, glued = _cluster(key if at == 0 else f"{key}/cluster-{at + 1}", cluster, places, frame, pen)
        boxes.extend(drawn)
        links.extend(glued)
        left += cluster.width * (width + _COLUMN_GAP)
    return [*boxes, *links], max(shape.box.bottom_emu for shape in boxes if isinstance(shape, Shape))


def _cluster(
    key: str, cluster: Cluster, places: tuple[Box, ...], frame: _Frame, pen: Pen
) -> tuple[list[Mark], list[Mark]]:
    boxes: list[Mark] = []
    links: list[Mark] = []
    start = frame.box.top_emu
    root_key = ""
    if cluster.root:
        root_key = key_of(key, cluster.root.key)
        width = min(places[0].width_emu, px(220))
        middle = (places[0].left_emu + places[-1].right_emu) // 2
        place = Box(middle - width // 2, start, width, frame.level.height)
        boxes.extend(_person(root_key, cluster.root, place, frame, pen))
        start += frame.level.height + frame.level.under_root
    for at, (column, place) in enumerate(zip(cluster.columns, places, strict=False)):
        trunk = f"{key}/trunk-{at + 1}" if cluster.is_packed and root_key else ""
        top = Box(place.left_emu, start, place.width_emu, 0)
        drawn, glued = _column(key, column, (root_key, trunk), top, frame, pen)
        boxes.extend(drawn)
        links.extend(glued)
    return boxes, links


def _column(
    key: str, branches: tuple[OrgNode, ...], above: tuple[str, str], place: Box, frame: _Frame, pen: Pen
) -> tuple[list[Mark], list[Mark]]:
    """Branches under each other, hung from the root, or from an upright of their own when there is a trunk."""
    root_key, trunk = above
    boxes: list[Mark] = []
    links: list[Mark] = []
    if trunk:
        dot = Box(place.left_emu + _TRUNK // 2 - _DOT // 2, place.top_emu - px(8), _DOT, _DOT)
        boxes.append(pen.fill(trunk, dot, "accent3", form=Form.ELLIPSE))
        links.append(_glue(f"{trunk}/link", (root_key, Side.BOTTOM), (trunk, Side.TOP), pen))
    top = place.top_emu
    for branch in branches:
        for node, level, chief in in_order(branch):
            own = key_of(key, node.key)
            inset = (_TRUNK if trunk else 0) + min(level * frame.indent, place.width_emu // 2)
            box = Box(place.left_emu + inset, top, place.width_emu - inset, frame.level.height)
            boxes.extend(_person(own, node, box, frame, pen))
            if chief:
                links.append(
                    _glue(f"{own}/link", (f"{key_of(key, chief.key)}/role", Side.BOTTOM), (own, Side.LEFT), pen)
                )
            top += frame.pitch
        branch_key = key_of(key, branch.key)
        if trunk:
            links.append(_glue(f"{branch_key}/link", (trunk, Side.BOTTOM), (branch_key, Side.LEFT), pen))
        elif root_key:
            links.append(_glue(f"{branch_key}/link", (root_key, Side.BOTTOM), (branch_key, Side.TOP), pen))
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
    right -= _under_corner(node, fitted[0])
    body = TextBody(paragraphs, Anchor.MIDDLE, left_emu=frame.band + px(9), right_emu=right)
    marks: list[Mark] = [
        Shape(key, box, fill=pen.colour("lt1"), outline=pen.colour("accent4"), text=body, alt=written.alt)
    ]
    marks.append(_role(f"{key}/role", node, Box(box.left_emu, box.top_emu, frame.band, box.height_emu), pen))
    if node.attitude:
        corner = Box(
            box.right_emu - px(4) - WIDEST,
            box.top_emu + px(3),
            WIDEST,
            max(px(20), px(fitted[0].leading_pt * 96 / 72) + px(8)),
        )
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
    near, lead = px(12), px(8)
    everyone = [node for root in block.roots for node, _, _ in in_order(root)]
    if block.roles and any(node.role for node in everyone):
        items.append(LegendItem("roles", block.role_title, is_bold=True, colour="dk2", gap_emu=near))
        items.extend(LegendItem(f"role-{letter}", f"{letter} {word}", gap_emu=near) for letter, word in block.roles)
        items[-1] = replace(items[-1], gap_emu=px(28))
    if block.attitudes and any(node.attitude for node in everyone):
        items.append(
            LegendItem("attitudes", block.attitude_title, is_bold=True, colour="dk2", gap_emu=lead, starts_group=True)
        )
        items.extend(_attitude_item(mark, pen) for mark in block.attitudes)
    return items


def _attitude_item(mark: AttitudeMark, pen: Pen) -> LegendItem:
    def symbol(key: str, place: Box) -> list[Mark]:
        return [attitude_mark(pen, key, mark, place)]

    return LegendItem(f"attitude-{mark.attitude.name.lower()}", mark.word, WIDEST, symbol, gap_emu=px(8))
