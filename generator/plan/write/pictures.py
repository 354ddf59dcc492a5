"""Pictures and native charts on the line of text: their size, their words; vectors with a raster fallback."""

from __future__ import annotations

from typing import assert_never

from generator.brand import Box
from generator.charts.canvas import Drawing
from generator.charts.drawingml.pieces import C
from generator.charts.plots.figures import NativeFigure
from generator.plan.arrange.document import Picture
from generator.plan.write.desk import Desk
from generator.plan.write.markup import NAMESPACES, attribute

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_VECTOR = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{relation}"/>'
    "</a:ext></a:extLst>"
)


def inline(picture: Picture, desk: Desk) -> str:
    """The drawing element of a picture or a chart, at the size it was drawn for."""
    match picture.drawing:
        case Drawing():
            box, uri, graphic = picture.drawing.box, NAMESPACES["pic"], _painted(picture, picture.drawing, desk)
            locks = '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        case NativeFigure():
            box, uri, locks = picture.drawing.frame, C, "<wp:cNvGraphicFramePr/>"
            graphic = f'<c:chart xmlns:c="{C}" r:id="{desk.chart_id(picture.drawing)}"/>'
        case _:
            assert_never(picture.drawing)
    told = f"descr={attribute(picture.alt)}/>" if picture.alt else f">{_DECORATIVE}</wp:docPr>"
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {_size(box)}/>'
        f'<wp:docPr id="{desk.drawing_ids[picture.key]}" name={attribute(picture.key)} {told}'
        f'{locks}<a:graphic><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _painted(picture: Picture, drawing: Drawing, desk: Desk) -> str:
    """The picture itself: dots, and lines for whoever reads them."""
    raster, vector = desk.picture_ids(drawing)
    return (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{desk.drawing_ids[picture.key]}" name={attribute(picture.key)}/>'
        "<pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{raster}">{_VECTOR.format(relation=vector)}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {_size(drawing.box)}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )


def _size(box: Box) -> str:
    return f'cx="{box.width_emu}" cy="{box.height_emu}"'
