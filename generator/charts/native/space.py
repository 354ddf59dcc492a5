"""The chart space: plots over one pair of axes, only the category axis drawn, transparent, no legend."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

from generator.charts.drawingml.pieces import A, C, R, fill, outline
from generator.charts.native.series import series_xml
from generator.charts.plots.chart import CategoryAxis, Inner, NativeChart, Plot, PlotKind

_CATEGORY, _VALUE = 1, 2
_AXES = f'<c:axId val="{_CATEGORY}"/><c:axId val="{_VALUE}"/>'
_GENERAL = '<c:numFmt formatCode="General" sourceLinked="0"/>'
_BARE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_DEFAULT_SIZE = '<a:defRPr sz="1000"/>'
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def chart_space(chart: NativeChart, language: str, *, relations: str = "") -> bytes:
    """The whole chart part; ``relations`` are the elements that lead to other parts."""
    plots = "".join(
        _plot(plot, chart, order, language) for plot, order in zip(chart.plots, _orders(chart), strict=True)
    )
    is_upright = chart.plots[0].kind is not PlotKind.BARS
    crosses = "min" if chart.plots[0].kind in (PlotKind.LINES, PlotKind.AREAS) else "autoZero"
    axes = _category_axis(chart.axis, language, crosses, is_upright=is_upright) + _value_axis(
        chart, is_upright=is_upright
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/><c:lang val="{language}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_inner(chart.inner)}{plots}{axes}{_BARE}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_BARE}{_text(_DEFAULT_SIZE, language)}{relations}</c:chartSpace>"
    ).encode()


def _orders(chart: NativeChart) -> list[int]:
    """Where the series of each plot begin in the workbook: what lies behind comes last in the data."""
    counts = [len(plot.series) for plot in chart.plots]
    ranked = sorted(range(len(counts)), key=lambda at: chart.plots[at].kind is PlotKind.AREAS)
    begins = dict(zip(ranked, accumulate((counts[at] for at in ranked), initial=0), strict=False))
    return [begins[at] for at in range(len(counts))]


def _plot(plot: Plot, chart: NativeChart, order: int, language: str) -> str:
    series = "".join(
        series_xml(one, chart.categories, plot.kind, order + at, language) for at, one in enumerate(plot.series)
    )
    if plot.kind is PlotKind.LINES:
        return (
            '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            f'{series}<c:marker val="1"/>{_AXES}</c:lineChart>'
        )
    if plot.kind is PlotKind.AREAS:
        return f'<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>{series}{_AXES}</c:areaChart>'
    grouping, overlap = ("stacked", 100) if plot.is_stacked else ("clustered", 0)
    return (
        f'<c:barChart><c:barDir val="{plot.kind.value}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{plot.gap_percent}"/><c:overlap val="{overlap}"/>{_AXES}</c:barChart>'
    )


def _inner(inner: Inner) -> str:
    sides = (("x", inner.left), ("y", inner.top), ("w", inner.width), ("h", inner.height))
    values = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in sides)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{values}</c:manualLayout></c:layout>"
    )


def _category_axis(axis: CategoryAxis, language: str, crosses: str, *, is_upright: bool) -> str:
    orientation = "maxMin" if axis.is_reversed else "minMax"
    labels = "low" if axis.has_labels else "none"
    look = f'<a:defRPr sz="{round(axis.size_pt * 100)}" b="0">{fill(axis.colour)}</a:defRPr>'
    return (
        f'<c:catAx><c:axId val="{_CATEGORY}"/><c:scaling><c:orientation val="{orientation}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"b" if is_upright else "l"}"/>{_GENERAL}'
        f'{_NO_TICKS}<c:tickLblPos val="{labels}"/><c:spPr>{outline(axis.line)}</c:spPr>{_text(look, language)}'
        f'<c:crossAx val="{_VALUE}"/><c:crosses val="{crosses}"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="{axis.skip}"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _text(look: str, language: str) -> str:
    end = f'<a:endParaRPr lang="{language}"/>'
    return f'<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr>{end}</a:p></c:txPr>'


def _value_axis(chart: NativeChart, *, is_upright: bool) -> str:
    between = "midCat" if chart.axis.is_edge_to_edge else "between"
    return (
        f'<c:valAx><c:axId val="{_VALUE}"/><c:scaling><c:orientation val="minMax"/><c:max val="{number(chart.high)}"/>'
        f'<c:min val="{number(chart.low)}"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{"l" if is_upright else "b"}"/>{_GENERAL}{_NO_TICKS}<c:tickLblPos val="none"/>'
        f'<c:crossAx val="{_CATEGORY}"/><c:crosses val="autoZero"/><c:crossBetween val="{between}"/>'
        f'<c:majorUnit val="{number(chart.major)}"/></c:valAx>'
    )


def number(value: Decimal) -> str:
    """A value as XML holds it, the same digits as in the workbook."""
    return repr(float(value))
