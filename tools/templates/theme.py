"""The theme of both templates, and colours written as theme references."""

from xml.sax.saxutils import escape

from generator.brand import Brand, Colour
from generator.brand.palette import SHEET_NAMES, SLOTS

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = (
    '<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">'
    + _FILL
    + '<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
)


def theme(brand: Brand) -> str:
    """The theme part: palette, fonts, and flat formats without gradient or shadow."""
    slots = "".join(f'<a:{slot}><a:srgbClr val="{brand.palette.slots[slot]}"/></a:{slot}>' for slot in SLOTS)
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{escape(face)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, face in (("major", brand.fonts.major), ("minor", brand.fonts.minor))
    )
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        f'<a:theme xmlns:a="{_NS}" name="copil"><a:themeElements><a:clrScheme name="copil">{slots}</a:clrScheme>'
        f'<a:fontScheme name="copil">{fonts}</a:fontScheme><a:fmtScheme name="copil">{formats}</a:fmtScheme>'
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def scheme(colour: Colour) -> str:
    """The colour as `a:schemeClr` with its modifiers, a literal as `a:srgbClr`."""
    if colour.tint is None:
        return f'<a:srgbClr val="{colour.hex}"/>'
    children = "".join(f'<a:{name} val="{value}"/>' for name, value in colour.tint.modifiers)
    slot = SHEET_NAMES.get(colour.tint.slot, colour.tint.slot)
    return f'<a:schemeClr val="{slot}">{children}</a:schemeClr>' if children else f'<a:schemeClr val="{slot}"/>'


def fill(colour: Colour) -> str:
    """A solid fill of this colour."""
    return f"<a:solidFill>{scheme(colour)}</a:solidFill>"
