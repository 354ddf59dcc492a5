"""People by influence and attitude, as initials in a grid; the framed zone is what has to be won."""

from __future__ import annotations

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
_WIDE = px(560)


def arrange_influence(block: InfluenceGrid, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Grid above its note in a side panel; grid beside its note where there is width."""
    if not block.people:
        return ()
    is_wide = box.width_emu >= _WIDE
    across = box.width_emu * 55 // 100 if is_wide else box.width_emu
    head = heading_height(pen, block.title, box.width_emu) + px(6)
    beside = Box(
        box.left_emu + across + px(28), box.top_emu + head, box.width_emu - across - px(28), box.height_emu - head
    )
    note = _note(block, beside if is_wide else box, pen)
    below = 0 if is_wide or not (block.note or block.note_lead) else note.height_emu + px(28)
    cell = min((across - _SCALE) // 5, (box.height_emu - head - _FEET - below) // 5, px(72) if is_wide else _LARGEST)
    cell = max(cell, _SMALLEST)
    grid = Box(box.left_emu + _SCALE, box.top_emu + head, 5 * cell, 5 * cell)
    marks: list[Mark] = [
        *heading_marks(pen, f"{block.key}/title", block.title, box, has_rule=False),
        *_grid(block, grid, cell, pen),
    ]
    marks.extend(_feet(block, grid, cell, pen))
    if block.note or block.note_lead:
        place = (
            beside
            if is_wide
            else Box(box.left_emu, grid.bottom_emu + _FEET + px(14), box.width_emu, note.height_emu + px(12))
        )
        marks.append(pen.rule(f"{block.key}/note/rule", place.left_emu, place.right_emu, place.top_emu))
        marks.append(_note_shape(block, note, place, pen))
    return drawings(block.key, box, block.alt, [marks])


def _grid(block: InfluenceGrid, grid: Box, cell: int, pen: Pen) -> list[Mark]:
    marks: list[Mark] = []
    size = pen.brand.type.table
    for row in range(5):
        influence = 5 - row
        scale = Box(grid.left_emu - _SCALE, grid.top_emu + row * cell, _SCALE - px(8), cell)
        marks.append(
            pen.line_of(f"{block.key}/scale-{influence}", scale, str(influence), size, "accent6", align=Align.RIGHT)
        )
        for column in range(5):
            place = Box(
                grid.left_emu + column * cell + _AIR // 2,
                grid.top_emu + row * cell + _AIR // 2,
                cell - _AIR,
                cell - _AIR,
            )
            is_target = row < _TARGET_ROWS and column < _TARGET_COLUMNS
            people = [one for one in block.people if one.influence == influence and one.attitude == column]
            marks.append(
                _cell(
                    f"{block.key}/cell-{influence}-{column}",
                    people,
                    place,
                    "accent5_light" if is_target else "lt2",
                    pen,
                )
            )
    zone = Box(grid.left_emu, grid.top_emu, _TARGET_COLUMNS * cell, _TARGET_ROWS * cell)
    return [*marks, pen.frame(f"{block.key}/zone", zone, "accent5", fill=None, width_pt=1.2)]


def _cell(key: str, people: list[GridPerson], place: Box, fill: str, pen: Pen) -> Shape:
    entries = [
        (one.initials, "accent5" if one.is_target else "dk1", one.is_target or one.is_decision_maker) for one in people
    ]
    body, is_whole = cell_paragraphs(pen, entries, place)
    text = TextBody(body, Anchor.MIDDLE) if body else None
    alt = "" if is_whole else " · ".join(one.name for one in people)
    return Shape(key, place, fill=pen.colour(fill), text=text, alt=alt)


def _feet(block: InfluenceGrid, grid: Box, cell: int, pen: Pen) -> list[Mark]:
    size = pen.brand.type.chart
    all_fit = all(pen.width(one.word, size) <= cell for one in block.attitudes)
    marks: list[Mark] = []
    for column, one in enumerate(block.attitudes):
        left = grid.left_emu + column * cell
        key = f"{block.key}/attitude-{column}"
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
