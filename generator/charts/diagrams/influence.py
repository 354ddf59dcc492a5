"""People by influence and attitude, as initials in a grid; the framed zone is what has to be won."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark, Paragraph, Run, Shape, TextBody
from generator.charts.diagrams.attitude import attitude_mark
from generator.charts.diagrams.cell_list import cell_paragraphs
from generator.charts.diagrams.heading import heading_height, heading_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, px
from generator.charts.fitting import FittedText
from generator.story.blocks.people import GridPerson, InfluenceGrid
from generator.story.blocks.table import Align

_SCALE = px(24)
_AIR = px(2)
_LARGEST, _SMALLEST = px(56), px(30)
_TARGET_ROWS, _TARGET_COLUMNS = 2, 3
_FEET = px(24) + px(20)
_SHARE = 55  # of a page's width, the rest is the note's
_WIDE, _SLIDE = px(560), px(1000)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the grid stands, how large a cell is, where the note goes."""

    grid: Box
    cell_width: int
    cell_height: int
    note: Box

    def cell(self, influence: int, attitude: int) -> Box:
        """The cell of an influence (5 on top) and an attitude (0 at left)."""
        left = self.grid.left_emu + attitude * self.cell_width + _AIR // 2
        top = self.grid.top_emu + (5 - influence) * self.cell_height + _AIR // 2
        return Box(left, top, self.cell_width - _AIR, self.cell_height - _AIR)


def arrange_influence(block: InfluenceGrid, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Grid above its note in a side panel and over a whole slide, where it has names; beside it on a page."""
    if not block.people:
        return ()
    note = _note(block, _note_room(block, box, pen), pen)
    layout = _layout(block, box, note, pen)
    marks: list[Mark] = [
        *heading_marks(pen, f"{block.key}/title", block.title, box, has_rule=False),
        *_grid(block, layout, pen),
        *_feet(block, layout, pen),
    ]
    if note.text:
        place = layout.note
        marks.append(pen.rule(f"{block.key}/note/rule", place.left_emu, place.right_emu, place.top_emu))
        marks.append(_note_shape(block, note, place, pen))
    return drawings(block.key, box, block.alt, [marks])


def _is_beside(box: Box) -> bool:
    """Whether the note stands beside the grid: on a page, which is wider than a panel and narrower than a slide."""
    return _WIDE <= box.width_emu < _SLIDE


def _note_room(block: InfluenceGrid, box: Box, pen: Pen) -> Box:
    head = heading_height(pen, block.title, box.width_emu) + px(6)
    if not _is_beside(box):
        return box
    left = box.left_emu + box.width_emu * _SHARE // 100 + px(28)
    return Box(left, box.top_emu + head, box.right_emu - left, box.height_emu - head)


def _layout(block: InfluenceGrid, box: Box, note: FittedText, pen: Pen) -> _Layout:
    head = heading_height(pen, block.title, box.width_emu) + px(6)
    is_beside, is_slide = _is_beside(box), box.width_emu >= _SLIDE
    across = box.width_emu * _SHARE // 100 if is_beside else box.width_emu
    below = 0 if is_beside or not note.text else note.height_emu + px(28)
    width = (across - _SCALE) // 5
    height = min((box.height_emu - head - _FEET - below) // 5, px(72) if is_beside or is_slide else _LARGEST)
    height = max(height if is_slide else min(width, height), _SMALLEST)
    width = width if is_slide else height
    grid = Box(box.left_emu + _SCALE, box.top_emu + head, 5 * width, 5 * height)
    under = Box(box.left_emu, grid.bottom_emu + _FEET + px(14), box.width_emu, note.height_emu + px(12))
    return _Layout(grid, width, height, _note_room(block, box, pen) if is_beside else under)


def _grid(block: InfluenceGrid, layout: _Layout, pen: Pen) -> list[Mark]:
    marks: list[Mark] = []
    grid, size = layout.grid, pen.brand.type.table
    has_names = pen.widest([one.name for one in block.people], size, is_bold=True) <= layout.cell_width - px(8)
    for influence in range(5, 0, -1):
        row = layout.cell(influence, 0)
        scale = Box(grid.left_emu - _SCALE, row.top_emu, _SCALE - px(8), row.height_emu)
        marks.append(
            pen.line_of(f"{block.key}/scale-{influence}", scale, str(influence), size, "accent6", align=Align.RIGHT)
        )
        for column in range(5):
            people = [one for one in block.people if one.influence == influence and one.attitude == column]
            is_target = influence > 5 - _TARGET_ROWS and column < _TARGET_COLUMNS
            fill, key = "accent5_light" if is_target else "lt2", f"{block.key}/cell-{influence}-{column}"
            marks.append(_cell(key, people, layout.cell(influence, column), fill, pen, has_names=has_names))
    zone = Box(grid.left_emu, grid.top_emu, _TARGET_COLUMNS * layout.cell_width, _TARGET_ROWS * layout.cell_height)
    return [*marks, pen.frame(f"{block.key}/zone", zone, "accent5", fill=None, width_pt=1.2)]


def _cell(key: str, people: list[GridPerson], place: Box, fill: str, pen: Pen, *, has_names: bool) -> Shape:
    entries = [
        (
            one.name if has_names else one.initials,
            "accent5" if one.is_target else "dk1",
            one.is_target or one.is_decision_maker,
        )
        for one in people
    ]
    body, is_whole = cell_paragraphs(pen, entries, place)
    text = TextBody(body, Anchor.MIDDLE) if body else None
    alt = "" if is_whole else " · ".join(one.name for one in people)
    return Shape(key, place, fill=pen.colour(fill), text=text, alt=alt)


def _feet(block: InfluenceGrid, layout: _Layout, pen: Pen) -> list[Mark]:
    size, grid, cell = pen.brand.type.chart, layout.grid, layout.cell_width
    all_fit = all(pen.width(one.word, size) <= cell for one in block.attitudes)
    marks: list[Mark] = []
    for column, one in enumerate(block.attitudes):
        left = grid.left_emu + column * cell
        key = f"{block.key}/attitude/{one.attitude.name.lower()}"
        marks.append(attitude_mark(pen, key, one, Box(left, grid.bottom_emu + px(4), cell, px(24))))
        if one.word and (all_fit or column % 2 == 0):
            place = Box(left, grid.bottom_emu + px(28), cell, px(16))
            marks.append(_foot(f"{key}/word", one.word, place, (column, size), grid, pen))
    return marks


def _foot(key: str, text: str, place: Box, at: tuple[int, float], grid: Box, pen: Pen) -> Shape:
    column, size = at
    width = min(max(pen.width(text, size), place.width_emu), place.width_emu * 2 - px(4))
    left = place.left_emu + (place.width_emu - width) // 2
    align = Align.CENTRE
    if width > place.width_emu and column == 0:
        left, align = grid.left_emu, Align.LEFT
    if width > place.width_emu and column == 4:
        left, align = grid.right_emu - width, Align.RIGHT
    fitted = pen.fit(text, width, (size, pen.brand.type.small), max_lines=1, may_shorten=True, leading=1.15)
    return pen.write(
        key, Box(left, place.top_emu, width, place.height_emu), (fitted, "accent6"), align=align, anchor=Anchor.MIDDLE
    )


def _note(block: InfluenceGrid, box: Box, pen: Pen) -> FittedText:
    """Measured in bold throughout, so that the bold lead never makes it longer than planned."""
    size = pen.brand.type
    text = f"{block.note_lead} {block.note}".strip()
    tallest = (
        box.height_emu - px(12) if box.width_emu < px(300) and box.height_emu < px(200) else box.height_emu * 2 // 5
    )
    return pen.fit(
        text, box.width_emu, size.steps(size.label, size.table), is_bold=True, height_emu=tallest, may_shorten=True
    )


def _note_shape(block: InfluenceGrid, note: FittedText, place: Box, pen: Pen) -> Shape:
    lead = block.note_lead if note.text.startswith(block.note_lead) else ""
    rest = note.text[len(lead) :].strip()
    runs = [Run(f"{lead} " if rest else lead, note.size_pt, pen.colour("accent5"), is_bold=True)] if lead else []
    if rest:
        runs.append(Run(rest, note.size_pt, pen.colour("dk1")))
    body = TextBody((Paragraph(tuple(runs), leading_pt=note.leading_pt),))
    box = Box(place.left_emu, place.top_emu + px(10), place.width_emu, note.height_emu)
    return Shape(f"{block.key}/note", box, text=body, alt=note.full if note.is_shortened else "")
