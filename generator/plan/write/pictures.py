"""Pictures on the line of text: their size, their alternative text, a vector with its raster fallback."""

from __future__ import annotations

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
    """The drawing element of a picture, at the size it was drawn for."""
    box = picture.drawing.box
    size = f'cx="{box.width_emu}" cy="{box.height_emu}"'
    number, name = desk.drawing_ids[picture.key], attribute(picture.key)
    raster, vector = desk.picture_ids(picture)
    told = f"descr={attribute(picture.alt)}/>" if picture.alt else f">{_DECORATIVE}</wp:docPr>"
    graphic = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name={name}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{raster}">{_VECTOR.format(relation=vector)}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name={name} {told}'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}">{graphic}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
