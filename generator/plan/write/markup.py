"""WordprocessingML as text: escaping, colours bound to the theme, runs and fields; parsed once for the whole body."""

from __future__ import annotations

from xml.sax.saxutils import escape

from generator.brand.palette import PAGE_NAMES, Colour
from generator.ooxml.text import clean

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_NEWER = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
DECLARATIONS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
BODY_DECLARATIONS = " ".join((DECLARATIONS, *(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NEWER.items())))
_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
W = f"{{{NAMESPACES['w']}}}"


def attribute(text: str) -> str:
    """A text as a quoted attribute value."""
    return f'"{escape(clean(text), _IN_QUOTES)}"'


def shade_element(colour: Colour) -> str:
    """The fill of a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour.hex}"{_theme(colour, "themeFill")}/>'


def edge_element(side: str, colour: Colour, width_pt: float) -> str:
    """A border of a cell; Word counts its width in eighths of a point."""
    theme = _theme(colour, "themeColor")
    return f'<w:{side} w:val="single" w:sz="{round(width_pt * 8)}" w:space="0" w:color="{colour.hex}"{theme}/>'


def run(text: str, properties: str = "") -> str:
    """A run of text; line ends and tabs become their elements."""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = clean(text).replace("\t", "\n\t\n").split("\n")
    inside = []
    for at, piece in enumerate(pieces):
        if piece == "\t":
            inside.append("<w:tab/>")
            continue
        if at and pieces[at - 1] != "\t":
            inside.append("<w:br/>")
        if piece:
            inside.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return f"<w:r>{shown}{''.join(inside)}</w:r>"


def field_start(code: str, look: str = "", *, is_dirty: bool = False) -> str:
    """The opening of a field, up to where its result begins; Word works a dirty one out when it opens the document."""
    dirty = ' w:dirty="true"' if is_dirty else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(code: str, result: str, properties: str = "") -> str:
    """A whole field with its computed result, a text in the look that the field keeps."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    end = f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    return field_start(code, look) + run(result, properties) + end


def bookmark(name: str, number: int, inside: str) -> str:
    """Content under a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def _theme(colour: Colour, name: str) -> str:
    """The theme reference of a plain slot: Word has no luminance offset, so that tints are written as they look."""
    if colour.tint is None or colour.tint.modifiers:
        return ""
    return f' w:{name}="{PAGE_NAMES.get(colour.tint.slot, colour.tint.slot)}"'
