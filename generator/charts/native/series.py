"""A series: its references and caches, line or fill, markers, and the labels of its points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.charts.drawingml.pieces import attribute, colour, fill, outline, words
from generator.charts.native.numbers import label_code
from generator.charts.plots.chart import PlotKind, PlotSeries, PointLabel
from generator.locales.formats import percent_space
from generator.locales.language import tagged

_HIDDEN = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_ROUND = ' cap="rnd"'
_LEAST_MARKER = 2  # points, as the format allows


def series_xml(series: PlotSeries, categories: Sequence[str], kind: PlotKind, order: int, language: str) -> str:
    """The ``c:ser`` of a series; ``order`` is its index in the chart and its column in the workbook."""
    column, last = chr(ord("B") + order), len(categories) + 1
    head = (
        f'<c:idx val="{order}"/><c:order val="{order}"/><c:tx>{_strings(f"Sheet1!${column}$1", (series.name,))}</c:tx>'
    )
    names = _strings(f"Sheet1!$A$2:$A${last}", categories)
    data = f"<c:cat>{names}</c:cat><c:val>{_numbers(series, column, last)}</c:val>"
    labels = _labels(series, language)
    if kind is PlotKind.LINES:
        return f'<c:ser>{head}{_line_look(series)}{labels}{data}<c:smooth val="0"/></c:ser>'
    if kind is PlotKind.AREAS:
        return f"<c:ser>{head}<c:spPr>{fill(series.colour)}{outline(None)}</c:spPr>{labels}{data}</c:ser>"
    return f"<c:ser>{head}{_bar_look(series)}{labels}{data}</c:ser>"


def localised(code: str, language: str) -> str:
    """A number format in a language, given by its tag: its locale first, the space it sets before a percent sign."""
    spoken = tagged(language)
    space = percent_space(spoken)
    return f"[$-{spoken.manner.office_id:X}]" + code.replace("%", f'"{space}"%' if space else "%")


def _strings(reference: str, texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{words(text)}</c:v></c:pt>' for at, text in enumerate(texts))
    return (
        f'<c:strRef><c:f>{reference}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(series: PlotSeries, column: str, last: int) -> str:
    known = [(at, float(value)) for at, value in enumerate(series.values) if value is not None]
    points = "".join(f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>' for at, value in known)
    return (
        f"<c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef>'
    )


def _line_look(series: PlotSeries) -> str:
    dash = "dash" if series.is_dashed else ""
    line = outline(series.colour, series.width_pt, dash=dash, extra=_ROUND)
    return f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>{"".join(_markers(series))}'


def _markers(series: PlotSeries) -> Iterator[str]:
    for marker in series.markers:
        size = max(_LEAST_MARKER, round(marker.size_pt))
        look = f"<c:spPr>{fill(series.colour)}{outline(series.colour)}</c:spPr>"
        line = f"<c:spPr>{outline(series.colour, series.width_pt, extra=_ROUND)}</c:spPr>"
        symbol = f'<c:symbol val="circle"/><c:size val="{size}"/>{look}'
        yield f'<c:dPt><c:idx val="{marker.index}"/><c:marker>{symbol}</c:marker><c:bubble3D val="0"/>{line}</c:dPt>'


def _bar_look(series: PlotSeries) -> str:
    edge = outline(series.separator, 0.75) if series.separator else ""
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{fill(tone)}</c:spPr></c:dPt>"
        for at, tone in series.points
    )
    return f'<c:spPr>{fill(series.colour)}{edge}</c:spPr><c:invertIfNegative val="0"/>{points}'


def _labels(series: PlotSeries, language: str) -> str:
    if not series.labels:
        return ""
    shown = "".join(_label(label, _code(label, series), language) for label in series.labels)
    return f"<c:dLbls>{shown}{_HIDDEN}{_NO_LEADERS}</c:dLbls>"


def _code(label: PointLabel, series: PlotSeries) -> str:
    return label_code(label.text, series.values[label.index] or Decimal(0), series.value_format)


def _label(label: PointLabel, code: str, language: str) -> str:
    shift = f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{label.shift:.5f}"/></c:manualLayout></c:layout>'
    look = (
        f'<a:defRPr sz="{round(label.size_pt * 100)}" b="{int(label.is_bold)}"><a:solidFill>{colour(label.colour)}'
        "</a:solidFill></a:defRPr>"
    )
    name = "<c:separator> </c:separator>" if label.with_name else ""
    return (
        f'<c:dLbl><c:idx val="{label.index}"/>{shift if label.shift else ""}'
        f'<c:numFmt formatCode={attribute(localised(code, language))} sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:txPr><a:bodyPr wrap="none" lIns="38100" tIns="19050" rIns="38100" bIns="19050" anchor="ctr"/>'
        f'<a:lstStyle/><a:p><a:pPr>{look}</a:pPr><a:endParaRPr lang="{language}"/></a:p></c:txPr>'
        f'<c:dLblPos val="{label.spot.value}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        f'<c:showCatName val="0"/><c:showSerName val="{int(label.with_name)}"/>'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/>{name}</c:dLbl>'
    )
