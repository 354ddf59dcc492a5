"""What the drawing concerns share while a plan is written: the styles, the ids, the pictures' relations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.brand import Brand
from generator.charts.canvas import Drawing
from generator.charts.plots.figures import NativeFigure
from generator.ooxml.identity import shape_id
from generator.plan.arrange.styles import Style, TableStyle


@dataclass(frozen=True)
class Desk:
    """``picture_ids`` gives a picture’s relations (raster, vector), ``drawing_ids`` the pictures’ unique ids by key.

    ``row_ids`` gives the unique ids of the rows’ bookmarks by key.

    ``chart_id`` gives the relation of a native chart, ``link_id`` that of an address, ``pages`` the page of a bookmark
    (None: pages are not told).
    """

    brand: Brand
    drawing_ids: dict[str, int]
    row_ids: dict[str, int]
    picture_ids: Callable[[Drawing], tuple[str, str]]
    chart_id: Callable[[NativeFigure], str]
    link_id: Callable[[str], str]
    pages: Mapping[str, int] | None = None

    def style(self, role: Style | str) -> str:
        """The id of the template's style for a role."""
        return self.brand.plan.styles[str(role)]

    def table_style(self, style: TableStyle) -> str:
        """The id of the template's table style."""
        plan = self.brand.plan
        return {
            TableStyle.DATA: plan.table_style,
            TableStyle.CARD: plan.card_style,
            TableStyle.DEFINITION: plan.definition_style,
        }[style]


def heading_bookmark(key: str) -> tuple[str, int]:
    """The name and the id of the bookmark of a heading."""
    number = shape_id(f"heading {key}")
    return f"_Toc{number:010d}", number


def caption_bookmark(key: str) -> tuple[str, int]:
    """The name and the id of the bookmark of a caption's number."""
    number = shape_id(f"caption {key}")
    return f"_Ref{number:010d}", number
