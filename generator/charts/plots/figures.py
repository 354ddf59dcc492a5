"""A chart of the plan as native charts: what stands beside a chart on a slide lies inside its frame here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from generator.brand import Box, Brand
from generator.charts.canvas import Drawing, Mark
from generator.charts.plots.arrange import Chart, chart_height_emu
from generator.charts.plots.bars.live import arrange_bars
from generator.charts.plots.chart import Inner, NativeChart
from generator.charts.plots.columns.band import BAND
from generator.charts.plots.columns.live import arrange_columns
from generator.charts.plots.lines.live import arrange_lines
from generator.charts.plots.lines.single import arrange_single_line, is_single
from generator.locales.language import Language
from generator.story.blocks.chart import BarChart, ColumnChart, LineChart

Laid = tuple[Drawing | NativeChart, ...]


@dataclass(frozen=True, slots=True)
class NativeFigure:
    """A native chart as large as its frame, and the marks that lie on it, in the coordinates of the frame."""

    chart: NativeChart
    frame: Box
    marks: tuple[Mark, ...]

    @property
    def alt(self) -> str:
        """What the chart says to a screen reader."""
        return self.chart.alt


def native_figures(
    chart: Chart, width_emu: int, brand: Brand, *, language: Language, has_title: bool = True
) -> tuple[NativeFigure, ...]:
    """The chart at the size of its picture; a line over columns is a chart of its own above them."""
    box = Box(0, 0, width_emu, chart_height_emu(chart))
    match chart:
        case LineChart():
            shown = chart if has_title else replace(chart, title="")
            if is_single(shown):
                return (_framed(arrange_single_line(shown, box, brand, language), box),)
            return (_framed(arrange_lines(shown, box, brand), box),)
        case ColumnChart():
            return _columns(chart, box, brand)
        case BarChart():
            return (_framed(arrange_bars(chart, box, brand), box),)
        case _:
            assert_never(chart)


def _columns(chart: ColumnChart, box: Box, brand: Brand) -> tuple[NativeFigure, ...]:
    laid = arrange_columns(chart, box, brand)
    if chart.line is None:
        return (_framed(laid, box),)
    above, below = box.band(0, BAND), box.band(BAND, box.height_emu - BAND)
    return _framed(laid[:2], above), _framed(laid[2:], below)


def _framed(laid: Laid, frame: Box) -> NativeFigure:
    """The only chart among what was laid out, grown to the frame, under the marks of the drawings."""
    chart = next(one for one in laid if isinstance(one, NativeChart))
    marks = tuple(mark for one in laid if isinstance(one, Drawing) for mark in one.marks)
    return NativeFigure(_grown(chart, frame), frame, marks)


def _grown(chart: NativeChart, frame: Box) -> NativeChart:
    """The same plot at the same place, its shares counted on the frame."""
    box, inner = chart.box, chart.inner
    across, down = box.width_emu / frame.width_emu, box.height_emu / frame.height_emu
    left, top = box.left_emu - frame.left_emu, box.top_emu - frame.top_emu
    return replace(
        chart,
        box=frame,
        inner=Inner(
            left / frame.width_emu + inner.left * across,
            top / frame.height_emu + inner.top * down,
            inner.width * across,
            inner.height * down,
        ),
        plots=tuple(
            replace(
                plot,
                series=tuple(
                    replace(one, labels=tuple(replace(label, shift=label.shift * down) for label in one.labels))
                    for one in plot.series
                ),
            )
            for plot in chart.plots
        ),
    )
