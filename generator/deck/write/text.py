"""Text bodies of shapes and cells: paddings, anchor, paragraphs."""

from __future__ import annotations

from generator.charts.canvas import TextBody
from generator.charts.drawingml.text import ANCHORS, body_properties, paragraphs


def shape_text(body: TextBody | None, language: str) -> str:
    """The ``p:txBody`` of a shape; a shape without text has an empty one."""
    if body is None:
        return f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{language}"/></a:p></p:txBody>'
    return f"<p:txBody>{body_properties(body)}<a:lstStyle/>{paragraphs(body, language)}</p:txBody>"


def cell_text(body: TextBody, language: str, *, lead: str = "") -> str:
    """The ``a:txBody`` of a table cell; ``lead`` stands before its first run."""
    told = paragraphs(body, language).replace("</a:pPr>", f"</a:pPr>{lead}", 1)
    return f"<a:txBody><a:bodyPr/><a:lstStyle/>{told}</a:txBody>"


def cell_frame(body: TextBody) -> str:
    """Paddings and anchor of a cell, as attributes of its properties."""
    sides = f'marL="{body.left_emu}" marR="{body.right_emu}" marT="{body.top_emu}" marB="{body.bottom_emu}"'
    return f'{sides} anchor="{ANCHORS[body.anchor]}"'
