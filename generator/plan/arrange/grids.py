"""Matrices as real tables, and the SWOT as two rows of two."""

from __future__ import annotations

from generator.charts.style import rag_style
from generator.measures.rag import Rag
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Edge, Paragraph, Part, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.tables import captioned, header_cell
from generator.plan.arrange.text import internal_spans, paragraph, toned
from generator.plan.arrange.widths import Need, fitted, need
from generator.story.blocks.grid import Matrix, MatrixCell, MatrixRow, Swot, SwotQuadrant
from generator.story.blocks.table import Align

_BETWEEN = " · "


def matrix_parts(matrix: Matrix, context: Context) -> tuple[Part, ...]:
    """People or activities by bodies or people, gaps tinted, the letters explained below."""
    if not matrix.rows:
        return ()
    head = (header_cell(matrix.corner), *(header_cell(title, Align.CENTRE) for title in matrix.columns))
    rows = tuple(_row(row, context) for row in matrix.rows)
    part = TablePart(
        key=matrix.key,
        style=TableStyle.DATA,
        widths_twips=fitted(matrix_needs(matrix, context), context.width_twips),
        rows=(TableRow(key="", cells=head, is_header=True, keeps_next=True), *rows),
        alt=matrix.alt,
    )
    legend = _BETWEEN.join(f"{letter} {words}" for letter, words in matrix.legend)
    return captioned(part, matrix.caption, _BETWEEN.join(filter(None, (legend, matrix.more))), context)


def matrix_needs(matrix: Matrix, context: Context) -> tuple[Need, ...]:
    """What each column needs; the first holds the names."""
    names = ["\n".join(filter(None, (row.name, row.detail))) for row in matrix.rows]
    first = need(names, matrix.corner, context.brand)
    columns = (
        need([row.cells[at].text for row in matrix.rows if at < len(row.cells)], title, context.brand)
        for at, title in enumerate(matrix.columns)
    )
    return (first, *columns)


def _row(row: MatrixRow, context: Context) -> TableRow:
    mark = internal_spans(context, is_internal=row.is_internal)
    has_detail = bool(row.detail) and not (row.is_internal and row.detail == context.story.internal_mark)
    detail = (paragraph(row.detail, Style.LABEL),) if has_detail else ()
    name = Paragraph(content=(Span(row.name, Style.STRONG if row.is_gap else None), *mark), style=Style.TABLE_TEXT)
    first = TableCell(paragraphs=(name, *detail))
    return TableRow(key=row.key, cells=(first, *(_cell(one, context) for one in row.cells)))


def _cell(one: MatrixCell, context: Context) -> TableCell:
    amber = rag_style(Rag.AMBER, context.brand.palette)
    content = (toned(one.text, one.tone),) if one.text else ()
    text = Paragraph(content=content, style=Style.TABLE_CENTRE)
    return TableCell(paragraphs=(text,), fill=amber.soft if one.is_gap and amber is not None else None)


def swot_parts(swot: Swot, context: Context) -> tuple[Part, ...]:
    """Strengths and weaknesses above, opportunities and threats below."""
    half = context.width_twips // 2
    rows = tuple(
        TableRow(
            key=pair[0].key,
            cells=tuple(_quadrant(one, context, is_right=at == 1) for at, one in enumerate(pair)),
            keeps_next=at == 0,
        )
        for at, pair in enumerate((swot.quadrants[:2], swot.quadrants[2:]))
    )
    part = TablePart(key=swot.key, style=TableStyle.CARD, widths_twips=(half, half), rows=rows, alt=swot.alt)
    return captioned(part, swot.caption, "", context)


def _quadrant(quadrant: SwotQuadrant, context: Context, *, is_right: bool) -> TableCell:
    palette = context.brand.palette
    title = Paragraph(content=(Span(quadrant.title, Style.STRONG),), style=Style.CARD_TEXT)
    statements = tuple(paragraph(one.text, Style.BULLET) for one in quadrant.statements)
    return TableCell(
        paragraphs=(title, *statements),
        fill=palette["card"],
        top=Edge(palette["message"], 2.25),
        left=Edge(palette["ground"], 6.0) if is_right else None,
    )
