"""Stacked columns under their title, their totals above, their series named at the right, a line on a band on top."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.plots.categories import stride
from generator.charts.plots.chart import CategoryAxis, NativeChart, Plot, PlotKind, PlotSeries
from generator.charts.plots.columns.band import BAND, margin_band
from generator.charts.plots.columns.labels import names, segment_labels, totals
from generator.charts.plots.columns.plot import GAP_PERCENT, Frame, frame_of
from generator.charts.plots.heading import TITLE, title_of
from generator.charts.plots.plotted import plotted
from generator.charts.style import column_colour, series_colour
from generator.story.blocks.chart import ColumnChart, Series

_NAME_GAP_PT = 4


def arrange_columns(block: ColumnChart, box: Box, brand: Brand) -> tuple[Drawing | NativeChart, ...]:
    """The columns under their title; a line stands in a chart of its own above them, on the same categories."""
    top = BAND if block.line else 0
    lower = Box(box.left_emu, box.top_emu + top, box.width_emu, box.height_emu - top)
    head = (title_of(block.key, block.title, lower, brand),) if block.title else ()
    offset = TITLE if block.title else 0
    room = Box(lower.left_emu, lower.top_emu + offset, lower.width_emu, lower.height_emu - offset)
    frame = frame_of(block, room, brand)
    return (*margin_band(block, box, frame, brand), *head, _chart(block, frame, brand), *names(block, frame, brand))


def _chart(block: ColumnChart, frame: Frame, brand: Brand) -> NativeChart:
    is_stacked = len(block.series) > 1
    columns = Plot(
        PlotKind.COLUMNS,
        tuple(_column(one, block, frame, brand) for one in block.series),
        GAP_PERCENT,
        is_stacked=is_stacked,
    )
    above = Plot(PlotKind.LINES, (totals(block, frame, brand),)) if block.totals else None
    return NativeChart(
        key=f"{block.key}/chart",
        box=frame.box,
        alt=block.alt,
        categories=block.categories,
        plots=(columns, above) if above else (columns,),
        axis=_axis(block, frame, brand),
        low=frame.low,
        high=frame.high,
        inner=frame.inner,
    )


def _axis(block: ColumnChart, frame: Frame, brand: Brand) -> CategoryAxis:
    pitch = frame.plot.width_pt / max(1, len(block.categories))
    return CategoryAxis(
        size_pt=brand.type.chart,
        colour=brand.palette["muted"],
        line=brand.palette["muted"],
        skip=stride(brand, block.categories, pitch, _NAME_GAP_PT),
    )


def _column(series: Series, block: ColumnChart, frame: Frame, brand: Brand) -> PlotSeries:
    colour = series_colour(series, brand.palette)
    return replace(
        plotted(series, block.value_format, colour),
        labels=tuple(segment_labels(series, block, frame, colour, brand)),
        separator=brand.palette["ground"],
        points=tuple(
            (at, told) for at in block.emphasised if (told := column_colour(block, series, at, brand.palette)) != colour
        ),
    )
