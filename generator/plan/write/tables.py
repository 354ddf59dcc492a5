"""Tables: fixed columns, header rows repeated, rows that do not split."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.canvas import Anchor
from generator.plan.arrange.document import Paragraph, TableCell, TablePart, TableRow
from generator.plan.write.desk import Desk
from generator.plan.write.markup import attribute, edge_element, shade_element
from generator.plan.write.paragraphs import paragraph

_ANCHORS = {Anchor.TOP: "", Anchor.MIDDLE: '<w:vAlign w:val="center"/>', Anchor.BOTTOM: '<w:vAlign w:val="bottom"/>'}


def table(part: TablePart, desk: Desk) -> Iterator[str]:
    """A table in its style, a row at a time; the width of a cell is that of the columns it spans."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in part.widths_twips)
    yield f"<w:tbl>{_properties(part, desk)}<w:tblGrid>{columns}</w:tblGrid>"
    yield from (_row(row, part, desk) for row in part.rows)
    yield "</w:tbl>"


def _properties(part: TablePart, desk: Desk) -> str:
    has_header = any(row.is_header for row in part.rows)
    look = (
        f'<w:tblLook w:val="{0x0020 * has_header + 0x0080 * part.has_first_column + 0x0600:04X}"'
        f' w:firstRow="{int(has_header)}" w:lastRow="0" w:firstColumn="{int(part.has_first_column)}"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    alt = f"<w:tblDescription w:val={attribute(part.alt)}/>" if part.alt else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{desk.table_style(part.style)}"/>'
        f'<w:tblW w:w="{sum(part.widths_twips)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}{alt}</w:tblPr>'
    )


def _row(row: TableRow, part: TablePart, desk: Desk) -> str:
    header = "<w:tblHeader/>" if row.is_header else ""
    cells = "".join(_cells(row, part, desk))
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _cells(row: TableRow, part: TablePart, desk: Desk) -> Iterator[str]:
    column, opens = 0, row.key
    for cell in row.cells:
        width = sum(part.widths_twips[column : column + cell.span])
        column += cell.span
        first, *others = cell.paragraphs or (Paragraph(content=()),)
        inside = paragraph(first, desk, keeps_next=row.keeps_next, row=opens)
        inside += "".join(paragraph(one, desk, keeps_next=row.keeps_next) for one in others)
        yield f"<w:tc>{_cell_properties(cell, width)}{inside}</w:tc>"
        opens = ""


def _cell_properties(cell: TableCell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    fill = "" if cell.fill is None else shade_element(cell.fill)
    return (
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{_borders(cell)}{fill}{_margins(cell)}'
        f"{_ANCHORS[cell.anchor]}</w:tcPr>"
    )


def _borders(cell: TableCell) -> str:
    edges = (("top", cell.top), ("left", cell.left), ("bottom", cell.bottom), ("right", cell.right))
    drawn = "".join(edge_element(side, edge.colour, edge.width_pt) for side, edge in edges if edge is not None)
    return f"<w:tcBorders>{drawn}</w:tcBorders>" if drawn else ""


def _margins(cell: TableCell) -> str:
    if cell.padding_twips is None:
        return ""
    left, right = cell.padding_twips
    return f'<w:tcMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tcMar>'
