"""What comes next as a table: months as groups, a dated event a row."""

from __future__ import annotations

from collections.abc import Iterator

from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Paragraph, Part, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.tables import captioned
from generator.plan.arrange.text import internal_spans, paragraph
from generator.plan.arrange.widths import fitted, need
from generator.story.blocks.calendar import Calendar, Event, Month


def calendar_parts(calendar: Calendar, context: Context) -> tuple[Part, ...]:
    """Day, kind, event and detail; a month without events is left out."""
    rows = tuple(row for month in calendar.months if month.events for row in _month(calendar, month, context))
    if not rows:
        return ()
    part = TablePart(
        key=calendar.key,
        style=TableStyle.DEFINITION,
        widths_twips=_widths(calendar, context),
        rows=rows,
        alt=calendar.alt,
        has_first_column=False,
    )
    return captioned(part, calendar.caption, calendar.more, context)


def _month(calendar: Calendar, month: Month, context: Context) -> Iterator[TableRow]:
    palette = context.brand.palette
    name = Paragraph(content=(Span(month.name, Style.STRONG),), style=Style.TABLE_TEXT, keeps_next=True)
    yield TableRow(
        key=month.key,
        cells=(TableCell(paragraphs=(name,), span=4, fill=palette["lt2"], padding_twips=(120, 120)),),
        keeps_next=True,
    )
    yield from (_event(calendar, event, context) for event in month.events)


def _event(calendar: Calendar, event: Event, context: Context) -> TableRow:
    mark = internal_spans(context, is_internal=event.is_internal)
    title = Paragraph(content=(Span(event.title, Style.STRONG), *mark), style=Style.TABLE_TEXT)
    kind = Paragraph(content=(Span(dict(calendar.kinds).get(event.kind, ""), Style.SECONDARY),), style=Style.TABLE_TEXT)
    texts = (paragraph(event.day_text, Style.TABLE_TEXT), kind, title, paragraph(event.detail, Style.TABLE_TEXT))
    cells = tuple(TableCell(paragraphs=(text,), padding_twips=(120, 120)) for text in texts)
    return TableRow(key=event.key, cells=cells)


def _widths(calendar: Calendar, context: Context) -> tuple[int, ...]:
    events = [event for month in calendar.months for event in month.events]
    words = dict(calendar.kinds)
    columns = (
        [event.day_text for event in events],
        [words.get(event.kind, "") for event in events],
        [event.title for event in events],
        [event.detail for event in events],
    )
    return fitted([need(texts, "", context.brand) for texts in columns], context.width_twips)
