"""Tables of the story as tables of the plan: header repeated, late rows tinted, totals ruled, caption above."""

from __future__ import annotations

from generator.charts.style import rag_style
from generator.measures.rag import Rag
from generator.plan.arrange.cells import below, drawn
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import (
    Caption,
    CaptionKind,
    Edge,
    Inline,
    Paragraph,
    Part,
    Span,
    TableCell,
    TablePart,
    TableRow,
)
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.text import change_spans, internal_spans, label, paragraph, status_span, toned
from generator.plan.arrange.widths import fitted, least_width, lines_in, table_needs
from generator.story.blocks.table import Align, Cell, Table
from generator.story.blocks.table import TableRow as StoryRow
from generator.story.blocks.timeline import Schedule

_MOST_LINES = 3.0  # of a row, on average, on an upright page
_CELLS = {Align.LEFT: Style.TABLE_TEXT, Align.CENTRE: Style.TABLE_CENTRE, Align.RIGHT: Style.TABLE_NUMBER}
_HEADERS = {
    Align.LEFT: Style.TABLE_HEADER,
    Align.CENTRE: Style.TABLE_HEADER_CENTRE,
    Align.RIGHT: Style.TABLE_HEADER_NUMBER,
}


def table_parts(
    table: Table, context: Context, *, has_label: bool = True, has_caption: bool = True
) -> tuple[Part, ...]:
    """The table under its caption, or else its label, and what it does not show; nothing for a table without rows."""
    if not table.rows:
        return ()
    widths = fitted(table_needs(table, context.brand), context.width_twips)
    head = TableRow(key="", cells=header_cells(table), is_header=True, keeps_next=True)
    rows = (head, *(TableRow(key=row.key, cells=row_cells(row, table, context)) for row in table.rows))
    part = TablePart(
        key=table.key,
        style=TableStyle.DATA,
        widths_twips=widths,
        rows=rows,
        alt=table.alt or table.caption or table.label,
    )
    caption = table.caption if has_caption else ""
    named = label(table.label) if has_label and not caption else ()
    return (*named, *captioned(part, caption, table.more, context))


def captioned(table: TablePart, caption: str, more: str, context: Context) -> tuple[Part, ...]:
    """A table under its caption, above the line that says what it does not show."""
    above = caption_part(table.key, CaptionKind.TABLE, caption, context)
    return (*above, table, *((paragraph(more, Style.SOURCE),) if more else ()))


def caption_part(key: str, kind: CaptionKind, text: str, context: Context) -> tuple[Caption, ...]:
    """A caption not numbered yet; none without a text."""
    word = context.story.figure_word if kind is CaptionKind.FIGURE else context.story.table_word
    return (Caption(key=key, kind=kind, word=word, text=text),) if text else ()


def needs_landscape(table: Table, context: Context) -> bool:
    """Whether an upright page would cut the words of a table, or make one that asks for a wide page hard to read."""
    needs, upright = table_needs(table, context.brand), context.brand.page.text_width_twips
    return least_width(needs) > upright or (table.is_wide and lines_in(needs, upright) > _MOST_LINES)


def header_cell(title: str, align: Align = Align.LEFT) -> TableCell:
    """A cell of the header row."""
    return TableCell(paragraphs=(Paragraph(content=(Span(title),), style=_HEADERS[align]),))


def header_cells(table: Table | Schedule) -> tuple[TableCell, ...]:
    """The titles of the columns."""
    return tuple(header_cell(column.title, column.align) for column in table.columns)


def row_cells(row: StoryRow, table: Table | Schedule, context: Context) -> tuple[TableCell, ...]:
    """The cells of a row, its marks after its name."""
    red = rag_style(Rag.RED, context.brand.palette)
    fill = red.soft if row.is_late and red is not None else None
    top = _top(row, context)
    cells = []
    for at, (column, value) in enumerate(zip(table.columns, row.cells, strict=False)):
        content: tuple[Inline, ...] = (
            *drawn(value, row.key, context),
            *_spans(value, row, context),
            *(_marks(row, context) if at == table.name_at else ()),
        )
        text = Paragraph(content=content, style=_CELLS[column.align])
        cells.append(TableCell(paragraphs=(text, *below(value)), fill=fill, top=top))
    missing = TableCell(paragraphs=(Paragraph(content=(), style=Style.TABLE_TEXT),), fill=fill)
    return (*cells, *(missing for _ in range(len(table.columns) - len(cells))))


def _marks(row: StoryRow, context: Context) -> tuple[Span, ...]:
    return (*change_spans(row.change), *internal_spans(context, is_internal=row.is_internal))


def _top(row: StoryRow, context: Context) -> Edge | None:
    if row.is_total:
        return Edge(context.brand.palette["strong"], 1.0)
    return Edge(context.brand.palette["connector"], 0.75) if row.starts_group else None


def _spans(value: Cell, row: StoryRow, context: Context) -> tuple[Span, ...]:
    parts: list[Span] = []
    if value.status is not None:
        parts.append(status_span(value.status, context.brand))
    if value.text:
        text = f" {value.text}" if parts else value.text
        if row.is_total:
            parts.append(Span(text, Style.STRONG))
        elif row.is_closed:
            parts.append(Span(text, Style.SECONDARY))
        else:
            parts.append(toned(text, value.tone))
    return tuple(parts)
