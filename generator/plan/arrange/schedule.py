"""The actions as a wide table with its narrow fortnight columns: cells filled from start to end, as in the deck."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brand.palette import Colour
from generator.measures.rag import Rag
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Edge, Paragraph, Part, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.tables import captioned, header_cells, row_cells
from generator.plan.arrange.widths import Need, fitted, need
from generator.story.blocks.table import Cell
from generator.story.blocks.timeline import Course, Fortnight, Pace, Schedule, ScheduleRow

_FORTNIGHT_TWIPS = 420


def schedule_parts(schedule: Schedule, context: Context) -> tuple[Part, ...]:
    """Every row with its cells and its fortnights; nothing without rows."""
    if not schedule.rows:
        return ()
    months = _FORTNIGHT_TWIPS * len(schedule.fortnights)
    fields = fitted(_needs(schedule, context), context.width_twips - months)
    rows = tuple(_row(schedule, row, context) for row in schedule.rows)
    part = TablePart(
        key=schedule.key,
        style=TableStyle.DATA,
        widths_twips=(*fields, *(_FORTNIGHT_TWIPS for _ in schedule.fortnights)),
        rows=(_header(schedule), *rows),
        alt=schedule.alt,
    )
    return captioned(part, schedule.caption, schedule.more, context)


def _needs(schedule: Schedule, context: Context) -> list[Need]:
    columns = zip(*(row.cells for row in schedule.rows), strict=True)
    return [
        need([_text(cell) for cell in cells], column.title, context.brand)
        for cells, column in zip(columns, schedule.columns, strict=True)
    ]


def _text(cell: Cell) -> str:
    return cell.text if cell.status is None else f"■ {cell.status.letter} {cell.status.text}"


def _header(schedule: Schedule) -> TableRow:
    marks = tuple(_month(fortnight) for fortnight in schedule.fortnights)
    return TableRow(key="", cells=(*header_cells(schedule), *marks), is_header=True, keeps_next=True)


def _month(fortnight: Fortnight) -> TableCell:
    """The month over its first half, the day of the month below."""
    lines = tuple(
        Paragraph(content=(Span(text),), style=Style.TABLE_HEADER_MARK) for text in (fortnight.month, fortnight.mark)
    )
    return TableCell(paragraphs=lines, padding_twips=(0, 0))


def _row(schedule: Schedule, row: ScheduleRow, context: Context) -> TableRow:
    return TableRow(
        key=row.key, cells=(*row_cells(row, schedule, context), *_fortnights(schedule, row.course, context))
    )


def _fortnights(schedule: Schedule, course: Course, context: Context) -> Iterator[TableCell]:
    """A filled cell for each fortnight the action spans; the cut-off is the border after the fortnight it falls in."""
    palette = context.brand.palette
    flank = Edge(palette["ground"], 4.0)
    for fortnight in schedule.fortnights:
        pace = course.pace_in(fortnight)
        is_now = fortnight.start <= schedule.today <= fortnight.end
        yield TableCell(
            paragraphs=(Paragraph(content=(), style=Style.TABLE_TEXT),),
            fill=None if pace is None else _pace_colour(pace, context),
            top=None if pace is None else flank,
            bottom=None if pace is None else flank,
            right=Edge(palette["ink"], 1.5) if is_now else None,
            padding_twips=(0, 0),
        )


def _pace_colour(pace: Pace, context: Context) -> Colour:
    palette = context.brand.palette
    match pace:
        case Pace.PLANNED:
            return palette["message"]
        case Pace.CLOSED:
            return palette["frame"]
        case Pace.OVERDUE:
            return palette.rag(Rag.RED.value).strong
        case Pace.BLOCKED:
            return palette.rag(Rag.AMBER.value).strong
