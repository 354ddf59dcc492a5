"""Native tables as one string: real rows, a header flag, the brand's style, only the borders that differ from it."""

from __future__ import annotations

from generator.charts.drawingml.pieces import colour, fill, outline
from generator.deck.slides import Border, CellBar, NativeCell, NativeRow, NativeTable
from generator.deck.write.drawings import Sheet
from generator.deck.write.frames import table_frame
from generator.deck.write.text import cell_frame, cell_text
from generator.ooxml.identity import row_ids

_GAP = 4
_ROW_ID = (
    '<a:extLst><a:ext uri="{{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}}">'
    '<a16:rowId xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" val="{}"/></a:ext></a:extLst>'
)
_FLAT = ' cap="flat" cmpd="sng" algn="ctr"'


def table_xml(table: NativeTable, style: str, sheet: Sheet) -> str:
    """The table in its frame; ``style`` is the brand's table style id."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in table.widths_emu)
    ids = row_ids(row.key for row in table.rows)
    rows = "".join(_row(row, ids[row.key], sheet.language) for row in table.rows)
    told = (
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
    )
    return table_frame(table.key, table.box, table.alt, told, sheet)


def _row(row: NativeRow, number: int, language: str) -> str:
    cells = "".join(_cell(cell, language) for cell in row.cells)
    return f'<a:tr h="{row.height_emu}">{cells}{_ROW_ID.format(number)}</a:tr>'


def _cell(cell: NativeCell, language: str) -> str:
    spans = "".join(
        f' {name}="{count}"' for name, count in (("rowSpan", cell.rows), ("gridSpan", cell.columns)) if count > 1
    )
    covered = f" {cell.span.value}" if cell.span.value else ""
    sides = (("lnL", cell.left), ("lnR", cell.right), ("lnT", cell.top), ("lnB", cell.bottom))
    borders = "".join(_border(tag, border) for tag, border in sides if border)
    inside = fill(cell.fill) if cell.fill else ""
    return (
        f"<a:tc{spans}{covered}>{cell_text(cell.text, language, lead=_bar(cell.bar, language))}"
        f"<a:tcPr {cell_frame(cell.text)}>{borders}{inside}</a:tcPr></a:tc>"
    )


def _bar(bar: CellBar | None, language: str) -> str:
    """Highlighted no-break spaces: the share done, then the rest of the track, then a plain gap."""
    if bar is None:
        return ""
    parts = ((bar.filled, bar.colour), (bar.steps - bar.filled, bar.track))
    done = "".join(
        _spaces(count, bar.size_pt, language, f"<a:highlight>{colour(tone)}</a:highlight>")
        for count, tone in parts
        if count
    )
    return done + _spaces(_GAP, bar.size_pt, language, "")


def _spaces(count: int, size_pt: float, language: str, look: str) -> str:
    text = "\u00a0" * count
    return f'<a:r><a:rPr lang="{language}" sz="{round(size_pt * 100)}" dirty="0">{look}</a:rPr><a:t>{text}</a:t></a:r>'


def _border(tag: str, border: Border) -> str:
    return outline(border.colour, border.width_pt, tag=tag, extra=_FLAT)
