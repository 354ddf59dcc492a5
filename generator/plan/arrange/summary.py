"""The synthesis: weather tiles in a row, facts with their figures, what we ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.charts.canvas import Anchor
from generator.charts.style import rag_colour
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Edge, Paragraph, Part, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.prose import BAR_TWIPS
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.text import cell, label, labelled, paragraph, status_span
from generator.plan.arrange.widths import need
from generator.story.blocks.summary import KeyFact, KeyFacts, Request, Requests, Tile, Tiles

_GAP_PT = 6.0
_FIGURE_TWIPS = 1680
_FIGURE_PT = 15.0


def tile_table(tiles: Tiles, context: Context) -> TablePart:
    """Tiles side by side, each ruled in its status."""
    palette = context.brand.palette
    gap = Edge(palette["ground"], _GAP_PT)
    cells = tuple(
        TableCell(
            paragraphs=_tile(tile, context),
            fill=palette["card"],
            top=Edge(rag_colour(tile.status.rag, palette), 3.0),
            left=gap if at else None,
            padding_twips=(140, 100),
        )
        for at, tile in enumerate(tiles.tiles)
    )
    share = context.width_twips // len(cells)
    return TablePart(
        key=tiles.key,
        style=TableStyle.CARD,
        widths_twips=(share,) * len(cells),
        rows=(TableRow(key="tiles", cells=cells),),
        alt=tiles.alt,
    )


def _tile(tile: Tile, context: Context) -> tuple[Paragraph, ...]:
    return (
        Paragraph(content=(Span(tile.title, Style.STRONG),), style=Style.TABLE_TEXT),
        Paragraph(content=(status_span(tile.status, context.brand),), style=Style.TABLE_TEXT),
        paragraph(tile.figure, Style.VALUE),
        paragraph(tile.caption, Style.TABLE_TEXT),
        paragraph(tile.detail, Style.LABEL),
    )


def fact_table(facts: KeyFacts, context: Context) -> Iterator[Part]:
    """A figure and its sentence a row."""
    yield from label(facts.label)
    rows = tuple(
        TableRow(key=fact.key, cells=tuple(replace(cell(one), anchor=Anchor.MIDDLE) for one in _fact(fact)))
        for fact in facts.facts
    )
    if rows:
        widest = max(context.brand.metrics.width_pt(fact.figure, _FIGURE_PT, bold=True) for fact in facts.facts)
        first = max(_FIGURE_TWIPS, round(widest * 20) + 240)
        widths = (first, context.width_twips - first)
        yield TablePart(key=facts.key, style=TableStyle.DEFINITION, widths_twips=widths, rows=rows)


def _fact(fact: KeyFact) -> tuple[Paragraph, Paragraph]:
    return paragraph(fact.figure, Style.VALUE), paragraph(fact.text, Style.CARD_TEXT)


def request_table(requests: Requests, context: Context) -> Iterator[Part]:
    """What we ask, tinted: the eye ends here."""
    yield from label(requests.label)
    if requests.requests:
        refs = need([request.ref for request in requests.requests], "", context.brand)
        first = max(refs.natural + 200, 900)
        rows = tuple(_request(request, requests, context) for request in requests.requests)
        last = (context.width_twips - first - BAR_TWIPS) // 4
        widths = (first, context.width_twips - first - BAR_TWIPS - last, last)
        yield TablePart(key=requests.key, style=TableStyle.CARD, widths_twips=widths, rows=rows)
    if requests.more:
        yield paragraph(requests.more, Style.SOURCE)


def _request(request: Request, requests: Requests, context: Context) -> TableRow:
    palette = context.brand.palette
    ref = Paragraph(content=(Span(request.ref, Style.ACCENT),), style=Style.CARD_TEXT)
    title = Paragraph(content=(Span(request.title, Style.STRONG),), style=Style.CARD_TEXT)
    inaction = labelled(requests.inaction_label, request.inaction)
    terms = ((request.stake, Style.STRONG), (request.owner, Style.SECONDARY), (request.due, Style.STRONG))
    fill = palette["highlight"]
    return TableRow(
        key=request.ref,
        cells=(
            TableCell(paragraphs=(ref,), fill=fill, left=Edge(palette["message"], 3.0)),
            TableCell(paragraphs=(title, *inaction), fill=fill),
            TableCell(
                paragraphs=tuple(
                    Paragraph(content=(Span(text, style),), style=Style.TABLE_NUMBER) for text, style in terms if text
                ),
                fill=fill,
            ),
        ),
    )
