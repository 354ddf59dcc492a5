"""A table block as native tables, at the most comfortable pitch that keeps it whole, else over several slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.typeset import label
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.tables.cells import native
from generator.deck.arrange.tables.columns import firm, share
from generator.deck.arrange.tables.draft import DraftCell, minimums, naturals, row_height, whole
from generator.deck.arrange.tables.pages import paginate
from generator.deck.arrange.tables.rows import draft_header, draft_row
from generator.deck.slides import Border, Element, NativeCell, NativeRow, NativeTable
from generator.ooxml.identity import continued, told_apart
from generator.story.blocks.table import Table, TableRow

HEADER = 44 * EMU_PER_PX
HEADER_KEY = "header"
PITCHES = tuple(pixels * EMU_PER_PX for pixels in (43, 36, 28))
_SHORT = 112 * EMU_PER_PX
LABEL = 26 * EMU_PER_PX
_RULE_PT = 0.75


@dataclass(frozen=True, slots=True)
class Measured:
    """A table with its widths, its drafts and its rows' heights at a pitch."""

    widths: tuple[int, ...]
    header: tuple[DraftCell, ...]
    rows: tuple[tuple[DraftCell, ...], ...]
    header_height: int
    heights: tuple[int, ...]

    @property
    def height(self) -> int:
        """All of it on one slide."""
        return self.header_height + sum(self.heights)


def arrange_table(block: Table, box: Box, brand: Brand, *, internal: str) -> tuple[Exhibit, ...]:
    """The table over as many slides as it needs; ``internal`` marks the rows the client does not see."""
    top = LABEL if block.label else 0
    room = Box(box.left_emu, box.top_emu + top, box.width_emu, box.height_emu - top)
    measured = measure(block, room, brand, internal=internal)
    pages = paginate(measured.heights, room.height_emu - measured.header_height) if block.rows else (range(0),)
    head = (label_of(block, box, brand),) if block.label else ()
    return tuple(
        Exhibit((*head, _native(block, measured, page, part, room, brand)), block.more)
        for part, page in enumerate(pages, start=1)
    )


def table_height(block: Table, box: Box, brand: Brand, *, pitch_emu: int) -> int:
    """The height the whole table would take over the box's width at a pitch, label included."""
    return _measured(block, box.width_emu, brand, pitch_emu, "").height + (LABEL if block.label else 0)


def measure(block: Table, room: Box, brand: Brand, *, internal: str) -> Measured:
    """The table at the most comfortable pitch that takes no slide more than the tightest one."""
    tries = [_measured(block, room.width_emu, brand, pitch, internal) for pitch in PITCHES]
    slides = [len(paginate(found.heights, room.height_emu - found.header_height)) for found in tries]
    return tries[slides.index(min(slides))]


def label_of(block: Table, box: Box, brand: Brand) -> Drawing:
    """The words above the table."""
    place = box.band(0, LABEL)
    return Drawing(f"{block.key}/label", place, (label(f"{block.key}/label/text", place, block.label, brand),), alt="")


def header_cells(titles: Sequence[DraftCell], brand: Brand) -> tuple[NativeCell, ...]:
    """The header row."""
    return tuple(native(title, fill=brand.palette["dk2"]) for title in titles)


def _measured(block: Table, width: int, brand: Brand, pitch: int, internal: str) -> Measured:
    header = draft_header(block, brand)
    rows = tuple(draft_row(row, block, brand, internal=internal) for row in block.rows)
    everything = (header, *rows)
    wished = naturals(everything, brand)
    least = firm(width, naturals=wished, minimums=minimums(everything, brand), short_emu=_SHORT)
    widths = share(width, naturals=wished, minimums=least, weights=[column.weight for column in block.columns])
    header_height = row_height(header, widths, brand, least_emu=min(HEADER, pitch + EMU_PER_PX))
    most = brand.grid.body.height_emu - header_height - LABEL
    rows = tuple(whole(row, widths, brand, most_emu=most) for row in rows)
    heights = tuple(row_height(row, widths, brand, least_emu=pitch) for row in rows)
    return Measured(widths, header, rows, header_height, heights)


def _native(block: Table, measured: Measured, page: range, part: int, room: Box, brand: Brand) -> Element:
    rows = [NativeRow(HEADER_KEY, measured.header_height, header_cells(measured.header, brand))]
    keys = told_apart(row.key for row in block.rows)
    rows += [NativeRow(keys[at], measured.heights[at], _row(block, measured, at, brand)) for at in page]
    height = sum(row.height_emu for row in rows)
    box = Box(room.left_emu, room.top_emu, room.width_emu, height)
    return NativeTable(
        key=continued(f"{block.key}/table", part),
        box=box,
        widths_emu=measured.widths,
        rows=tuple(rows),
        alt=block.alt or block.caption,
    )


def _row(block: Table, measured: Measured, at: int, brand: Brand) -> tuple[NativeCell, ...]:
    fill = brand.palette.rag("R").soft if block.rows[at].is_late else None
    top, bottom = _rule_above(block.rows, at, brand), _rule_above(block.rows, at + 1, brand)
    return tuple(native(draft, fill=fill, top=top, bottom=bottom) for draft in measured.rows[at])


def _rule_above(rows: Sequence[TableRow], at: int, brand: Brand) -> Border | None:
    """The rule between two rows when it is stronger than the table style's."""
    if not 0 < at < len(rows):
        return None
    if rows[at].is_total:
        return Border(brand.palette["dk2"], 1.0)
    return Border(brand.palette["accent3"], _RULE_PT) if rows[at].starts_group else None
