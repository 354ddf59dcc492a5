"""Sheets of definitions and strips of values."""

from __future__ import annotations

from generator.brand.palette import Colour
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Edge, Paragraph, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.text import cell, internal_spans, paragraph, status_span, toned
from generator.plan.arrange.widths import Need, fitted
from generator.story.blocks.prose import FactSheet
from generator.story.blocks.text import Fact, Status

_TERM_TWIPS = 1680
_STRIP_PADDING = 320  # twips: 180 before, 120 after, and a breath


def definition_table(sheet: FactSheet, context: Context) -> tuple[TablePart, ...]:
    """Two columns of term and text; nothing for a sheet without rows."""
    if not sheet.rows:
        return ()
    rows = tuple(
        TableRow(
            key=term.key,
            cells=(cell(paragraph(term.label, Style.CARD_TERM)), cell(paragraph(term.text, Style.CARD_TEXT))),
        )
        for term in sheet.rows
    )
    widths = (_TERM_TWIPS, context.width_twips - _TERM_TWIPS)
    return (
        TablePart(key=sheet.key, style=TableStyle.DEFINITION, widths_twips=widths, rows=rows, has_first_column=True),
    )


def value_strip(
    key: str, facts: tuple[Fact, ...], status: tuple[str, Status] | None, top: Colour, context: Context
) -> TablePart:
    """Labelled values side by side on a card ruled in ``top``, the status last when it has a label."""
    cells = [_value_cell(fact.label, (toned(fact.value, fact.tone),), context) for fact in facts]
    if status is not None:
        cells.append(_value_cell(status[0], (status_span(status[1], context.brand),), context))
    return _strip(key, TableStyle.CARD, cells, Edge(top, 3.0), context)


def fact_strip(
    key: str, facts: tuple[Fact, ...], status: tuple[str, Status], context: Context, *, marked: int = -1
) -> TablePart:
    """Labelled facts side by side between two rules; ``marked`` bears the internal mark."""
    cells = [
        _fact_cell(fact.label, Span(fact.value, Style.STRONG), context, is_internal=at == marked)
        for at, fact in enumerate(facts)
    ]
    cells.append(_fact_cell(status[0], status_span(status[1], context.brand), context, is_internal=False))
    return _strip(key, TableStyle.DEFINITION, cells, None, context)


def even(count: int, width_twips: int) -> tuple[int, ...]:
    """Equal columns that add up; the last takes the rounding."""
    share = width_twips // count
    return (*(share for _ in range(count - 1)), width_twips - share * (count - 1))


def _widths(cells: list[TableCell], context: Context) -> tuple[int, ...]:
    """Room for each fact on one line where it goes."""
    scale, metrics = context.brand.plan_type, context.brand.metrics
    lines = [
        ["".join(one.text for one in part.content if isinstance(one, Span)) for part in one.paragraphs] for one in cells
    ]
    natural = [
        round(max(metrics.width_pt(text, scale.body, bold=True) for text in texts) * 20) + _STRIP_PADDING
        for texts in lines
    ]
    least = [
        round(max(metrics.width_pt(word, scale.body, bold=True) for text in texts for word in text.split(" ")) * 20)
        for texts in lines
    ]
    return fitted(
        [Need(low + _STRIP_PADDING, high, high) for low, high in zip(least, natural, strict=True)], context.width_twips
    )


def _value_cell(name: str, value: tuple[Span, ...], context: Context) -> TableCell:
    value_paragraph = Paragraph(content=value, style=Style.VALUE)
    return TableCell(paragraphs=(paragraph(name, Style.LABEL), value_paragraph), fill=context.brand.palette["lt2"])


def _fact_cell(name: str, value: Span, context: Context, *, is_internal: bool) -> TableCell:
    mark = internal_spans(context, is_internal=is_internal)
    head = Paragraph(content=(Span(name), *mark), style=Style.LABEL)
    return cell(head, Paragraph(content=(value,), style=Style.CARD_TEXT))


def _strip(key: str, style: TableStyle, cells: list[TableCell], top: Edge | None, context: Context) -> TablePart:
    rule = Edge(context.brand.palette["rule"], 0.75)
    first = 0 if style is TableStyle.DEFINITION else 180
    ruled = tuple(
        TableCell(
            paragraphs=one.paragraphs,
            fill=one.fill,
            top=top,
            left=rule if at else None,
            padding_twips=(180 if at else first, 120),
        )
        for at, one in enumerate(cells)
    )
    widths = _widths(cells, context) if style is TableStyle.DEFINITION else even(len(cells), context.width_twips)
    return TablePart(key=key, style=style, widths_twips=widths, rows=(TableRow(key="values", cells=ruled),))
