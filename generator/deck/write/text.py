"""Text bodies of shapes and cells: paddings, anchor, paragraphs."""

from __future__ import annotations

from generator.charts.canvas import Anchor, TextBody
from generator.charts.drawingml.text import paragraphs

_ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}


def shape_text(body: TextBody | None, language: str) -> str:
    """The ``p:txBody`` of a shape; a shape without text has an empty one."""
    if body is None:
        return f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{language}"/></a:p></p:txBody>'
    insets = f'lIns="{body.left_emu}" tIns="{body.top_emu}" rIns="{body.right_emu}" bIns="{body.bottom_emu}"'
    wrap = "square" if body.wraps else "none"
    frame = f'<a:bodyPr wrap="{wrap}" {insets} rtlCol="0" anchor="{_ANCHORS[body.anchor]}"><a:normAutofit/></a:bodyPr>'
    return f"<p:txBody>{frame}<a:lstStyle/>{paragraphs(body, language)}</p:txBody>"


def cell_text(body: TextBody, language: str, *, lead: str = "") -> str:
    """The ``a:txBody`` of a table cell; ``lead`` stands before its first run."""
    told = paragraphs(body, language).replace("</a:pPr>", f"</a:pPr>{lead}", 1)
    return f"<a:txBody><a:bodyPr/><a:lstStyle/>{told}</a:txBody>"


def cell_frame(body: TextBody) -> str:
    """Paddings and anchor of a cell, as attributes of its properties."""
    sides = f'marL="{body.left_emu}" marR="{body.right_emu}" marT="{body.top_emu}" marB="{body.bottom_emu}"'
    return f'{sides} anchor="{_ANCHORS[body.anchor]}"'
