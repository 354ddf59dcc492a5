"""The dashboard: a card a KPI, figures at the same heights across the row, and a native line chart in each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brand import Box, Brand
from generator.charts.canvas import Anchor, Drawing, Mark, Paragraph, Run, Shape, TextBody
from generator.charts.diagrams.pen import Pen, px
from generator.charts.diagrams.status import status_marks, status_width
from generator.charts.plots.lines.live import line_chart
from generator.charts.style import is_bold, rag_colour, tone_colour
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.slides import Element
from generator.story.blocks.kpi import KpiCard, KpiCards
from generator.story.blocks.table import Align
from generator.story.blocks.text import Fact

PER_SLIDE = 5
_PADDING = px(16)
_RULE = px(4)
_FACT = px(24)
_HEAD, _FIGURE, _FACTS, _CHART = px(12), px(38), px(104), px(172)
_COMMENT = px(86)
_ENDS = px(20)


def arrange_kpis(block: KpiCards, box: Box, brand: Brand, *, internal: str) -> tuple[Exhibit, ...]:
    """Up to five cards a slide, evenly spread when there are more."""
    slides = max(1, -(-len(block.cards) // PER_SLIDE))
    per_slide = -(-len(block.cards) // slides)
    pen = Pen(brand, internal)
    return tuple(
        _row(block, block.cards[at : at + per_slide], box, per_slide, pen)
        for at in range(0, len(block.cards), per_slide or 1)
    )


def _row(block: KpiCards, cards: tuple[KpiCard, ...], box: Box, per_slide: int, pen: Pen) -> Exhibit:
    places = pen.brand.grid.cards(per_slide, box)
    elements = (
        element for card, place in zip(cards, places, strict=False) for element in _card(block, card, place, pen)
    )
    return Exhibit(tuple(elements))


def _card(block: KpiCards, card: KpiCard, place: Box, pen: Pen) -> Iterator[Element]:
    key = f"{block.key}/{card.ref or card.key}"
    inner = Box(place.left_emu + _PADDING, place.top_emu, place.width_emu - 2 * _PADDING, place.height_emu)
    marks = (
        pen.fill(f"{key}/card", place, "card"),
        pen.fill(f"{key}/rule", place.band(0, _RULE), rag_colour(card.status.rag, pen.brand.palette)),
        *_head(key, card, inner, pen),
        _figure(key, card, inner, pen),
        *_facts(key, card.facts, inner, pen),
        *_ends(key, card, inner, pen),
        *_comment(key, card, inner, pen),
    )
    said = ", ".join(filter(None, (card.name, f"{card.figure}{card.unit}", card.status.text)))
    yield Drawing(key, place, marks, alt=said)
    if card.chart is not None:
        yield line_chart(card.chart, _chart_box(inner), pen.brand, is_small=True)


def _chart_box(inner: Box) -> Box:
    """The plot of a card, between its facts and the names of its ends."""
    return inner.band(_CHART, inner.height_emu - _CHART - _COMMENT - px(8) - _ENDS)


def _ends(key: str, card: KpiCard, inner: Box, pen: Pen) -> Iterator[Mark]:
    """The first and the last period, under the ends of the line."""
    if card.chart is None or not card.chart.categories:
        return
    row = inner.band(inner.height_emu - _COMMENT - px(8) - _ENDS, _ENDS)
    small, names = pen.brand.type.small, card.chart.categories
    ink = pen.colour("muted")
    yield pen.line_of(f"{key}/from", row, names[0], small, ink)
    if len(names) > 1:
        right = Box(row.left_emu, row.top_emu, _plot_width(card, inner, pen), row.height_emu)
        yield pen.line_of(f"{key}/to", right, names[-1], small, ink, align=Align.RIGHT)


def _plot_width(card: KpiCard, inner: Box, pen: Pen) -> int:
    """Up to where the line goes, and half a name more."""
    chart = line_chart(card.chart, _chart_box(inner), pen.brand, is_small=True) if card.chart else None
    end = chart.inner.left + chart.inner.width if chart else 1.0
    return min(inner.width_emu, round(end * inner.width_emu) + px(14))


def _head(key: str, card: KpiCard, inner: Box, pen: Pen) -> Iterator[Mark]:
    """Name at left on two lines at most, status at right."""
    size = pen.brand.type
    state = status_width(pen, card.status, size.label)
    corner = Box(inner.right_emu - state, inner.top_emu + _HEAD, state, px(24))
    yield from status_marks(pen, f"{key}/status", card.status, corner, size.label)
    width = inner.width_emu - state - px(8)
    sizes = (size.label, size.table, size.chart)
    name = pen.fit(card.name, width, sizes, is_bold=True, max_lines=1)
    if not name.fits:
        tall = px(34)
        name = pen.fit(card.name, width, sizes, is_bold=True, height_emu=tall, may_shorten=True, leading=1.1)
    tall = px(24) if len(name.lines) == 1 else px(34)
    yield pen.write(
        f"{key}/name", Box(inner.left_emu, corner.top_emu, width, tall), (name, "strong"), anchor=Anchor.MIDDLE
    )


def _figure(key: str, card: KpiCard, inner: Box, pen: Pen) -> Shape:
    """The value at full size, its unit at half, on one baseline; both smaller when the card is narrow."""
    scale, metrics = pen.brand.type, pen.brand.metrics
    unit_text = card.unit
    room = inner.width_pt
    for size in scale.steps(scale.figure, scale.label):
        wide = metrics.width_pt(card.figure, size, bold=True) + metrics.width_pt(unit_text, size / 2, bold=True)
        if wide <= room:
            break
    ink = pen.colour("strong")
    runs = (Run(card.figure, size, ink, is_bold=True), Run(unit_text, max(size / 2, scale.chart), ink, is_bold=True))
    body = TextBody((Paragraph(tuple(run for run in runs if run.text)),), Anchor.MIDDLE, wraps=False)
    return Shape(f"{key}/figure", inner.band(_FIGURE, px(58)), text=body)


def _facts(key: str, facts: tuple[Fact, ...], inner: Box, pen: Pen) -> Iterator[Mark]:
    """Two rows of label and value under a rule."""
    top = inner.top_emu + _FACTS
    yield pen.rule(f"{key}/facts/rule", inner.left_emu, inner.right_emu, top)
    for at, fact in enumerate(facts[:2]):
        row = Box(inner.left_emu, top + px(5) + at * _FACT, inner.width_emu, _FACT)
        yield from _fact(f"{key}/facts/{at + 1}", fact, row, pen, is_last=at == 1)


def _fact(key: str, fact: Fact, row: Box, pen: Pen, *, is_last: bool) -> Iterator[Mark]:
    size, palette = pen.brand.type, pen.brand.palette
    bold = is_last or is_bold(fact.tone)
    for size_pt in (size.label, size.table, size.chart, size.small):
        value = min(pen.width(fact.value, size_pt, is_bold=bold), row.width_emu)
        room = row.width_emu - value - px(6)
        if pen.width(fact.label, size_pt) <= room:
            break
    left = Box(row.left_emu, row.top_emu, max(room, px(20)), row.height_emu)
    words = pen.fit(fact.label, left.width_emu, (size_pt,), max_lines=1, may_shorten=True)
    yield pen.write(f"{key}/label", left, (words, "muted"), anchor=Anchor.MIDDLE)
    right = Box(row.right_emu - value, row.top_emu, value, row.height_emu)
    ink = tone_colour(fact.tone, palette)
    yield pen.line_of(f"{key}/value", right, fact.value, size_pt, ink, is_bold=bold, align=Align.RIGHT)


def _comment(key: str, card: KpiCard, inner: Box, pen: Pen) -> Iterator[Mark]:
    """What explains the value, under a rule at the foot of the card."""
    top = inner.bottom_emu - _COMMENT
    yield pen.rule(f"{key}/comment/rule", inner.left_emu, inner.right_emu, top)
    if not card.comment and not card.is_internal:
        return
    size = pen.brand.type
    room = inner.bottom_emu - top - px(18)
    box = Box(inner.left_emu, top + px(8), inner.width_emu, room)
    mark = pen.internal_mark if card.is_internal else ""
    sizes = (size.label, size.table, size.chart, size.small)
    lead = pen.fit(mark, inner.width_emu, (size.small,), is_bold=True, max_lines=1)
    text = pen.fit(card.comment, inner.width_emu, sizes, height_emu=room - lead.height_emu, may_shorten=True)
    yield pen.write(f"{key}/comment", box, (lead, "reserved"), (text, "ink"))
