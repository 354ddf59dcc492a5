"""Paragraphs in DrawingML: runs with their language, size, colour; « 1er » with its ending raised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from generator.charts.canvas import Anchor, Paragraph, Run, TextBody
from generator.charts.drawingml.pieces import fill, words
from generator.story.blocks.table import Align

ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
_ALIGNS = {Align.LEFT: "l", Align.RIGHT: "r", Align.CENTRE: "ctr"}
_FIRST = re.compile(r"(?<=(?<!\w)1)(er)(?!\w)")


def body_properties(body: TextBody) -> str:
    """The ``a:bodyPr`` of a text at its own size: paddings, anchor, whether it wraps."""
    insets = f'lIns="{body.left_emu}" tIns="{body.top_emu}" rIns="{body.right_emu}" bIns="{body.bottom_emu}"'
    wrap = "square" if body.wraps else "none"
    return f'<a:bodyPr wrap="{wrap}" {insets} rtlCol="0" anchor="{ANCHORS[body.anchor]}"><a:normAutofit/></a:bodyPr>'


def paragraphs(body: TextBody, language: str) -> str:
    """The paragraphs of a body; there is always one, as the format wants it."""
    told = "".join(_paragraph(one, language) for one in body.paragraphs)
    return told or f'<a:p><a:endParaRPr lang="{language}"/></a:p>'


def raised(run: Run) -> Iterator[Run]:
    """A run cut so that the ending of « 1er » stands higher."""
    for at, part in enumerate(_FIRST.split(run.text)):
        if part:
            yield replace(run, text=part, is_superscript=run.is_superscript or at % 2 == 1)


def right_to_left(text: str) -> str:
    """The attribute of a paragraph whose letters mostly read from the right; nothing for any other."""
    kinds = [unicodedata.bidirectional(character) for character in text]
    turned = sum(kind in ("R", "AL") for kind in kinds)
    return ' rtl="1"' if turned > kinds.count("L") else ""


def _paragraph(paragraph: Paragraph, language: str) -> str:
    leading = "" if paragraph.leading_pt is None else _points("lnSpc", paragraph.leading_pt)
    spacing = f"{leading}{_points('spcBef', 0)}{_points('spcAft', paragraph.after_pt)}"
    runs = "".join(_run(piece, language) for run in paragraph.runs for piece in raised(run))
    last = paragraph.runs[-1].size_pt if paragraph.runs else 0
    end = "" if runs else f'<a:endParaRPr lang="{language}"{_size(last)}/>'
    turned = right_to_left("".join(run.text for run in paragraph.runs))
    return f'<a:p><a:pPr algn="{_ALIGNS[paragraph.align]}"{turned}>{spacing}</a:pPr>{runs}{end}</a:p>'


def _run(run: Run, language: str) -> str:
    flags = f'lang="{language}"{_size(run.size_pt)} b="{int(run.is_bold)}"' + ' baseline="30000"' * run.is_superscript
    pieces = words(run.text).split("\n")
    look = f'<a:rPr {flags} dirty="0">{fill(run.colour)}</a:rPr>'
    return f"<a:br>{look}</a:br>".join(f"<a:r>{look}<a:t>{piece}</a:t></a:r>" for piece in pieces)


def _points(tag: str, points: float) -> str:
    return f'<a:{tag}><a:spcPts val="{round(points * 100)}"/></a:{tag}>'


def _size(points: float) -> str:
    return f' sz="{round(points * 100)}"' if points else ""
