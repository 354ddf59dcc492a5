"""A chart description as a drawing of a given width: the pure half of a picture."""

from __future__ import annotations

from typing import assert_never

from generator.brand import EMU_PER_PX, Brand
from generator.charts.canvas import Drawing
from generator.charts.plots.bars.drawn import arrange_bars, bars_height
from generator.charts.plots.columns.drawn import COLUMNS_HEIGHT, COLUMNS_WITH_LINE_HEIGHT, arrange_columns
from generator.charts.plots.lines.drawn import LINES_HEIGHT, arrange_lines
from generator.locales.language import Language
from generator.story.blocks.chart import BarChart, ColumnChart, LineChart

Chart = LineChart | ColumnChart | BarChart


def chart_height_emu(chart: Chart) -> int:
    """The height a chart wants, whatever its width."""
    return round(_height(chart) * EMU_PER_PX)


def arrange_chart(chart: Chart, width_emu: int, brand: Brand, *, language: Language, has_title: bool = True) -> Drawing:
    """The chart as marks over its preferred height; the same series have the same colours as in the deck."""
    width, height = width_emu / EMU_PER_PX, _height(chart)
    match chart:
        case LineChart():
            return arrange_lines(chart, width, height, brand, language=language, has_title=has_title)
        case ColumnChart():
            return arrange_columns(chart, width, height, brand)
        case BarChart():
            return arrange_bars(chart, width, height, brand)
        case _:
            assert_never(chart)


def _height(chart: Chart) -> float:
    match chart:
        case LineChart():
            return LINES_HEIGHT
        case ColumnChart():
            return COLUMNS_HEIGHT if chart.line is None else COLUMNS_WITH_LINE_HEIGHT
        case BarChart():
            return bars_height(chart)
        case _:
            assert_never(chart)
