"""Decision circuits: a lane a kind of purchase, its steps in order with who holds which power, and the usual delays."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box
from generator.charts.canvas import Anchor, Connector, Drawing, Mark, Shape, Side, TextBody
from generator.charts.diagrams.legend import LegendItem, legend_height, legend_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, Scale, key_of, px
from generator.charts.diagrams.rows import paginate, spread, tops
from generator.charts.fitting import FittedText
from generator.ooxml.identity import continued
from generator.story.blocks.people import Lane, Lanes, LaneStep
from generator.story.blocks.table import Align

_BAND = px(24)
_PAD = px(8)
_LINE_GAP = px(22)
_NARROWEST, _WIDEST = px(120), px(240)
_TALLEST_BOX = px(84)
_LANE_AIR = px(14)
_Texts = tuple[FittedText, FittedText, FittedText]


@dataclass(frozen=True, slots=True)
class _Frame:
    """How lanes are cut: the column of their titles, the gaps that hold the delays, the boxes a line."""

    block: Lanes
    scale: Scale
    names: Box
    steps: Box
    gap: int
    box_width: int
    per_line: int


@dataclass(frozen=True, slots=True)
class _Lane:
    """A lane with its texts fitted, and the height of its boxes."""

    lane: Lane
    title: FittedText
    detail: FittedText
    steps: tuple[_Texts, ...]
    box_height: int
    lines: int

    @property
    def height(self) -> int:
        boxes = self.lines * self.box_height + (self.lines - 1) * _LINE_GAP
        return max(boxes, self.title.height_emu + self.detail.height_emu) + 2 * _LANE_AIR


def arrange_lanes(block: Lanes, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Lanes under each other; long ones take several lines; the legend of the letters below."""
    lanes = [lane for lane in block.lanes if lane.steps]
    if not lanes:
        return ()
    frame = _framed(block, lanes, box, pen)
    items = [LegendItem(f"power-{letter}", f"{letter} {word}") for letter, word in block.powers]
    legend = legend_height(pen, items, box.width_emu, frame.scale.detail[0])
    room = box.height_emu - (legend + px(10) if items else 0)
    fitted = [_fitted(lane, frame, room, pen) for lane in lanes]
    heights = [min(one.height, room) for one in fitted]
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate(heights, room), start=1):
        key = continued(block.key, part)
        tall = spread([heights[at] for at in page], room, px(130))
        marks: list[Mark] = [pen.rule(f"{key}/rule", box.left_emu, box.right_emu, box.top_emu, "dk2")]
        for at, top, height in zip(page, tops(tall, 0), tall, strict=True):
            marks.extend(_lane(key_of(block.key, fitted[at].lane.key), fitted[at], frame, box.band(top, height), pen))
        place = box.band(sum(tall) + px(10), legend)
        pages.append([*marks, *legend_marks(pen, f"{key}/legend", items, place, frame.scale.detail[0])])
    return drawings(block.key, box, block.alt, pages)


def _framed(block: Lanes, lanes: list[Lane], box: Box, pen: Pen) -> _Frame:
    scale = pen.scale(box)
    wanted = pen.widest([lane.title for lane in lanes], scale.title[0], is_bold=True)
    names = min(max(wanted, px(90)), box.width_emu * 17 // 100)
    delays = [step.delay for lane in lanes for step in lane.steps]
    gap = min(max(pen.widest(delays, scale.detail[0]) + px(10), px(28)), px(96))
    left = box.left_emu + names + px(8)
    steps = Box(left, box.top_emu, box.right_emu - left, box.height_emu)
    narrowest = px(96) if scale.is_compact else _NARROWEST
    most = max(1, steps.width_emu // (narrowest + gap))
    longest = max(len(lane.steps) for lane in lanes)
    lines = -(-longest // most)
    per_line = -(-longest // lines)
    width = min(steps.width_emu // per_line - gap, _WIDEST)
    return _Frame(block, scale, Box(box.left_emu, box.top_emu, names, box.height_emu), steps, gap, width, per_line)


def _fitted(lane: Lane, frame: _Frame, room: int, pen: Pen) -> _Lane:
    scale = frame.scale
    lines = -(-len(lane.steps) // frame.per_line)
    tallest = (room - 2 * _LANE_AIR - (lines - 1) * _LINE_GAP) // lines
    steps = tuple(_step_texts(step, frame, tallest, pen) for step in lane.steps)
    box_height = min(max(sum(one.height_emu for one in texts) for texts in steps) + 2 * _PAD, tallest)
    detail = pen.fit(lane.detail, frame.names.width_emu, scale.detail, max_lines=3, may_shorten=True)
    left = max(room - 2 * _LANE_AIR - detail.height_emu, px(20))
    title = pen.fit(
        lane.title, frame.names.width_emu, scale.title, is_bold=True, height_emu=min(left, px(120)), may_shorten=True
    )
    return _Lane(lane, title, detail, steps, max(box_height, px(44)), lines)


def _step_texts(step: LaneStep, frame: _Frame, tallest: int, pen: Pen) -> _Texts:
    width = frame.box_width - _BAND - 2 * _PAD
    quiet = (*frame.scale.detail, pen.brand.type.chart, pen.brand.type.small)
    return (
        pen.fit(step.person, width, (*frame.scale.title, pen.brand.type.small), is_bold=True, max_lines=2, leading=1.2),
        pen.fit(step.function, width, quiet[:1], max_lines=2 if tallest > px(80) else 1, may_shorten=True, leading=1.2),
        pen.fit(step.power, width, quiet[:1], max_lines=2 if tallest > px(100) else 1, may_shorten=True, leading=1.2),
    )


def _lane(key: str, one: _Lane, frame: _Frame, place: Box, pen: Pen) -> list[Mark]:
    names = Box(frame.names.left_emu, place.top_emu, frame.names.width_emu, place.height_emu)
    marks: list[Mark] = [
        pen.write(f"{key}/title", names, (one.title, "dk2"), (one.detail, "accent6"), anchor=Anchor.MIDDLE),
        pen.rule(f"{key}/rule", place.left_emu, place.right_emu, place.bottom_emu),
    ]
    block_height = one.lines * one.box_height + (one.lines - 1) * _LINE_GAP
    top = place.top_emu + (place.height_emu - block_height) // 2
    keys = [key_of(key, step.key) for step in one.lane.steps]
    links: list[Mark] = []
    for at, (step, texts) in enumerate(zip(one.lane.steps, one.steps, strict=True)):
        line, column = divmod(at, frame.per_line)
        left = frame.steps.left_emu + column * (frame.box_width + frame.gap) + frame.gap
        box = Box(left, top + line * (one.box_height + _LINE_GAP), frame.box_width, one.box_height)
        marks.extend(_step(keys[at], step, texts, box, pen))
        links.extend(_link(keys, at, column, step, box, frame, pen))
    return [*marks, *links]


def _step(key: str, step: LaneStep, texts: _Texts, box: Box, pen: Pen) -> list[Mark]:
    person, function, power = texts
    written = pen.write(key, box, (person, "dk2"), (function, "dk1"), (power, "accent6"), anchor=Anchor.MIDDLE)
    paragraphs = written.text.paragraphs if written.text else ()
    body = TextBody(
        paragraphs, Anchor.MIDDLE, left_emu=_BAND + _PAD, right_emu=_PAD, top_emu=_PAD // 2, bottom_emu=_PAD // 2
    )
    frame = Shape(key, box, fill=pen.colour("lt1"), outline=pen.colour("accent4"), text=body, alt=written.alt)
    band = Box(box.left_emu, box.top_emu, _BAND, box.height_emu)
    is_decider = step.letter == "D"
    colour = "dk2" if is_decider else "accent3"
    fitted = pen.fit(step.letter, _BAND, (pen.brand.type.label,), is_bold=True)
    letter = TextBody(
        (pen.paragraph(fitted, pen.brand.palette.text_on(pen.colour(colour)), align=Align.CENTRE),), Anchor.MIDDLE
    )
    return [frame, Shape(f"{key}/power", band, fill=pen.colour(colour), text=letter if step.letter else None)]


def _link(keys: list[str], at: int, column: int, step: LaneStep, box: Box, frame: _Frame, pen: Pen) -> list[Mark]:
    """The way into a step: from the one before it, or from the edge of the lane; its usual delay above the line."""
    key = f"{keys[at]}/link"
    middle = box.top_emu + box.height_emu // 2
    marks: list[Mark] = []
    if at == 0:
        marks.append(pen.rule(key, box.left_emu - frame.gap + px(4), box.left_emu, middle, "accent3", width_pt=1.5))
    elif column == 0:
        marks.append(Connector(key, keys[at - 1], Side.BOTTOM, keys[at], Side.TOP, pen.colour("accent3"), 1.5))
    else:
        marks.append(Connector(key, keys[at - 1], Side.RIGHT, keys[at], Side.LEFT, pen.colour("accent3"), 1.5))
    if step.delay:
        room = Box(box.left_emu - frame.gap + px(2), middle - px(34), frame.gap - px(4), px(32))
        fitted = pen.fit(
            step.delay,
            room.width_emu,
            (*frame.scale.detail, pen.brand.type.small),
            height_emu=room.height_emu,
            may_shorten=True,
            leading=1.1,
        )
        marks.append(pen.write(f"{key}/delay", room, (fitted, "accent6"), align=Align.CENTRE, anchor=Anchor.BOTTOM))
    return marks
