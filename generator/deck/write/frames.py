"""Graphic frames: what a table or a chart stands in."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.drawingml.pieces import C, transform
from generator.deck.write.drawings import Sheet, named

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def chart_frame(key: str, box: Box, alt: str, relation: str, sheet: Sheet) -> str:
    """The frame of a chart part."""
    return _frame(key, box, alt, C, f'<c:chart xmlns:c="{C}" r:id="{relation}"/>', sheet)


def table_frame(key: str, box: Box, alt: str, table: str, sheet: Sheet) -> str:
    """The frame of a table."""
    return _frame(key, box, alt, _TABLE, table, sheet)


def _frame(key: str, box: Box, alt: str, uri: str, inside: str, sheet: Sheet) -> str:
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{named(key, sheet, alt=alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform(box, tag="p:xfrm")}<a:graphic><a:graphicData uri="{uri}">{inside}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
