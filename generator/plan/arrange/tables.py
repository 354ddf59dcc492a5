"""Tables of the story as tables of the plan: header repeated, late rows tinted, totals ruled, caption below."""

from __future__ import annotations

from generator.charts.style import rag_style
from generator.measures.rag import Rag
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import (
    Caption,
    CaptionKind,
    Edge,
    Paragraph,
    Part,
    Span,
    Style,
    TableCell,
    TablePart,
    TableRow,
    TableStyle,
)
from generator.plan.arrange.text import internal_spans, label, status_span, toned
from generator.plan.arrange.widths import fitted, least_width, table_needs
from generator.story.blocks.table import Align, Cell, Table
from generator.story.blocks.table import TableRow as StoryRow

_SMALL = 6  # rows of a table that is never broken over two pages
_TOGETHER = 3  # rows at the end of a larger one: fewer would look lost on a page


def table_parts(
    table: Table, context: Context, *, has_label: bool = True, has_caption: bool = True
) -> tuple[Part, ...]:
    """The table under its label, with its caption and what it does not show; nothing for a table without rows."""
    if not table.rows:
        return ()
    widths = fitted(table_needs(table, context.brand), context.width_twips)
    caption = table.caption if has_caption else ""
    rows = (_header(table), *_rows(table, context, has_caption=bool(caption)))
    part = TablePart(
        key=table.key,
        style=TableStyle.DATA,
        widths_twips=widths,
        rows=rows,
        alt=table.alt or table.caption,
    )
    named = label(table.label, context) if has_label else ()
    return (*named, part, *table_foot(table.key, caption, table.more, context))


def table_foot(key: str, caption: str, more: str, context: Context) -> tuple[Part, ...]:
    """The caption of a table, and the line that says what it does not show."""
    captions = caption_part(key, CaptionKind.TABLE, caption, context)
    return (*captions, *((Paragraph(content=(Span(more),), style=Style.SOURCE),) if more else ()))


def caption_part(key: str, kind: CaptionKind, text: str, context: Context) -> tuple[Caption, ...]:
    """A caption not numbered yet; none without a text."""
    word = context.story.figure_word if kind is CaptionKind.FIGURE else context.story.table_word
    return (Caption(key=key, kind=kind, word=word, text=text),) if text else ()


def needs_landscape(table: Table, context: Context) -> bool:
    """Whether a table asks for a wide page, or would have its words cut on an upright one."""
    return table.is_wide or least_width(table_needs(table, context.brand)) > context.brand.page.text_width_twips


def cell_style(align: Align) -> Style:
    """The paragraph style of a cell by its alignment."""
    return Style.TABLE_NUMBER if align is Align.RIGHT else Style.TABLE_TEXT


def header_cell(title: str, align: Align = Align.LEFT) -> TableCell:
    """A cell of the header row."""
    return TableCell(paragraphs=(Paragraph(content=(Span(title),), style=Style.TABLE_HEADER, align=align),))


def kept_rows(count: int, *, has_caption: bool) -> range:
    """The rows that stay with the next one: all of a small table, the last few of a large one, and its caption."""
    last = count if has_caption else count - 1
    return range(last) if count <= _SMALL else range(count - _TOGETHER, last)


def _header(table: Table) -> TableRow:
    cells = tuple(header_cell(column.title, column.align) for column in table.columns)
    return TableRow(cells=cells, is_header=True, keeps_next=True)


def _rows(table: Table, context: Context, *, has_caption: bool) -> tuple[TableRow, ...]:
    kept = kept_rows(len(table.rows), has_caption=has_caption)
    return tuple(_row(table, row, context, keeps_next=at in kept) for at, row in enumerate(table.rows))


def _row(table: Table, row: StoryRow, context: Context, *, keeps_next: bool) -> TableRow:
    palette = context.brand.palette
    red = rag_style(Rag.RED, palette)
    fill = red.soft if row.is_late and red is not None else None
    top = _top(row, context)
    cells = []
    for at, (column, value) in enumerate(zip(table.columns, row.cells, strict=False)):
        mark = internal_spans(context, is_internal=row.is_internal and at == _marked(row))
        content = (*_spans(value, row, context), *mark)
        align = Align.LEFT if column.align is Align.RIGHT else column.align
        text = Paragraph(content=content, style=cell_style(column.align), align=align, keeps_next=keeps_next)
        cells.append(TableCell(paragraphs=(text,), fill=fill, top=top))
    cells.extend(
        TableCell(paragraphs=(Paragraph(content=()),), fill=fill) for _ in range(len(table.columns) - len(cells))
    )
    return TableRow(cells=tuple(cells), keeps_next=keeps_next)


def _marked(row: StoryRow) -> int:
    """Where the mark goes: to the longest text of the row, which is its title."""
    lengths = [len(value.text) for value in row.cells]
    return lengths.index(max(lengths))


def _top(row: StoryRow, context: Context) -> Edge | None:
    if row.is_total:
        return Edge(context.brand.palette["dk2"], 1.0)
    return Edge(context.brand.palette["accent3"], 0.75) if row.starts_group else None


def _spans(value: Cell, row: StoryRow, context: Context) -> tuple[Span, ...]:
    parts: list[Span] = []
    if value.status is not None:
        parts.append(status_span(value.status, context.brand))
    if value.text:
        text = f" {value.text}" if parts else value.text
        if row.is_total:
            parts.append(Span(text, is_bold=True))
        elif row.is_closed:
            parts.append(Span(text, Style.SECONDARY))
        else:
            parts.append(toned(text, value.tone, context.brand))
    return tuple(parts)
