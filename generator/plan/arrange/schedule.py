"""The actions as a wide table with its narrow fortnight columns: cells filled from start to end, as in the deck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.brand.palette import Colour
from generator.charts.style import rag_style
from generator.measures.rag import Rag
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Edge, Paragraph, Part, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.tables import captioned, header_cell
from generator.plan.arrange.text import change_spans, internal_spans, status_span
from generator.plan.arrange.widths import Need, fitted, need
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import Fortnight, Pace, Schedule, ScheduleRow

_FORTNIGHT_TWIPS = 420
_ALIGNS = (Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT)


def schedule_parts(schedule: Schedule, context: Context) -> tuple[Part, ...]:
    """Every row with its seven fields and its fortnights; nothing without rows."""
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
    columns = zip(*(_fields(row) for row in schedule.rows), strict=True)
    return [need(texts, title, context.brand) for texts, title in zip(columns, schedule.headers, strict=True)]


def _fields(row: ScheduleRow) -> tuple[str, ...]:
    status = f"■ {row.status.letter} {row.status.text}"
    return (row.ref, row.title, row.owner, row.addressee, row.due, row.progress_text, status)


def _header(schedule: Schedule) -> TableRow:
    heads = tuple(header_cell(title, align) for title, align in zip(schedule.headers, _ALIGNS, strict=True))
    marks = tuple(_month(fortnight) for fortnight in schedule.fortnights)
    return TableRow(cells=(*heads, *marks), is_header=True, keeps_next=True)


def _month(fortnight: Fortnight) -> TableCell:
    """The month over its first half, the day of the month below."""
    lines = tuple(
        Paragraph(content=(Span(text),), style=Style.TABLE_HEADER_MARK) for text in (fortnight.month, fortnight.mark)
    )
    return TableCell(paragraphs=lines, padding_twips=(0, 0))


def _row(schedule: Schedule, row: ScheduleRow, context: Context) -> TableRow:
    red = rag_style(Rag.RED, context.brand.palette)
    fill = red.soft if row.is_late and red is not None else None
    mark = (*change_spans(row.change), *internal_spans(context, is_internal=row.is_internal))
    grey = Style.SECONDARY if row.is_closed else None
    texts = [Span(text, grey) for text in _fields(row)[:6]]
    contents: list[tuple[Span, ...]] = [(text,) for text in texts]
    contents[1] = (replace(texts[1], style=Style.STRONG) if row.is_late else texts[1], *mark)
    contents.append((status_span(row.status, context.brand),))
    cells = [
        TableCell(
            paragraphs=(
                Paragraph(
                    content=content,
                    style=Style.TABLE_NUMBER if align is Align.RIGHT else Style.TABLE_TEXT,
                ),
            ),
            fill=fill,
        )
        for content, align in zip(contents, _ALIGNS, strict=True)
    ]
    return TableRow(cells=(*cells, *_fortnights(schedule, row, context)))


def _fortnights(schedule: Schedule, row: ScheduleRow, context: Context) -> Iterator[TableCell]:
    """A filled cell for each fortnight the action spans; the cut-off is the border after the fortnight it falls in."""
    palette = context.brand.palette
    flank = Edge(palette["ground"], 4.0)
    for fortnight in schedule.fortnights:
        is_on = (
            row.start is not None and row.end is not None and row.start <= fortnight.end and fortnight.start <= row.end
        )
        is_now = fortnight.start <= schedule.today <= fortnight.end
        yield TableCell(
            paragraphs=(Paragraph(content=(), style=Style.TABLE_TEXT),),
            fill=_pace_colour(row.pace, context) if is_on else None,
            top=flank if is_on else None,
            bottom=flank if is_on else None,
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
