"""Drawings as groups of native shapes, lines and connectors glued to their ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from generator.brand import Box
from generator.charts.canvas import Connector, Drawing, Line, Mark, Shape
from generator.charts.drawingml.pieces import FORMS, attribute, fill, outline, transform
from generator.deck.write.connectors import path
from generator.deck.write.text import shape_text

# On the shape, not on its text: a theme would underline the words and change their colour.
_LINK = '<a:hlinkClick r:id="{}" action="ppaction://hlinksldjump"/>'


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the shapes of a slide need to know of it: their ids by key, its language, relationship ids by section."""

    ids: Mapping[str, int]
    language: str
    links: Mapping[str, str]


def keys(drawing: Drawing) -> tuple[str, ...]:
    """The keys of a drawing: its own, then its marks'."""
    return (drawing.key, *(mark.key for mark in drawing.marks))


def decorative(drawing: Drawing) -> tuple[str, ...]:
    """The keys of what carries no information: lines, connectors, shapes without words, a group of nothing else."""
    bare = tuple(mark.key for mark in drawing.marks if not isinstance(mark, Shape) or _is_bare(mark))
    return (drawing.key, *bare) if len(bare) == len(drawing.marks) and not drawing.alt else bare


def group_xml(drawing: Drawing, sheet: Sheet) -> str:
    """The drawing as one named group."""
    shapes = {mark.key: mark for mark in drawing.marks if isinstance(mark, Shape)}
    inside = "".join(_mark(mark, shapes, sheet) for mark in drawing.marks)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named(drawing.key, sheet, alt=_told(drawing))}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{transform(drawing.box, child=True)}</p:grpSpPr>{inside}</p:grpSp>"
    )


def named(key: str, sheet: Sheet, *, alt: str = "", inside: str = "") -> str:
    """A shape's id, name and alternative text."""
    told = f" descr={attribute(alt)}" if alt else ""
    return f'<p:cNvPr id="{sheet.ids[key]}" name={attribute(key)}{told}>{inside}</p:cNvPr>'


def _told(drawing: Drawing) -> str:
    """What a screen reader says of a group: its alternative text, else its words; nothing of one that is bare."""
    bodies = (mark.text for mark in drawing.marks if isinstance(mark, Shape) and mark.text is not None)
    lines = ("".join(run.text for run in one.runs) for body in bodies for one in body.paragraphs)
    pieces = (piece.strip(" ") for line in lines for piece in line.split("  "))
    return drawing.alt or " · ".join(piece for piece in pieces if piece)


def _is_bare(shape: Shape) -> bool:
    return shape.text is None and not shape.alt


def _mark(mark: Mark, shapes: Mapping[str, Shape], sheet: Sheet) -> str:
    match mark:
        case Shape():
            return _shape(mark, sheet)
        case Line():
            return _line(mark, sheet)
        case Connector():
            return _connector(mark, shapes, sheet)
        case _:
            assert_never(mark)


def _shape(shape: Shape, sheet: Sheet) -> str:
    link = "".join(_LINK.format(relation) for relation in (sheet.links.get(shape.link),) if relation)
    box_kind = ' txBox="1"' if shape.fill is None and shape.outline is None else ""
    look = f"{fill(shape.fill)}{outline(shape.outline, shape.outline_pt)}"
    return (
        f"<p:sp><p:nvSpPr>{named(shape.key, sheet, alt=shape.alt, inside=link)}"
        f"<p:cNvSpPr{box_kind}/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{transform(shape.box)}<a:prstGeom prst="{FORMS[shape.form]}"><a:avLst/></a:prstGeom>{look}</p:spPr>'
        f"{shape_text(shape.text, sheet.language)}</p:sp>"
    )


def _line(line: Line, sheet: Sheet) -> str:
    left, top = min(line.x1_emu, line.x2_emu), min(line.y1_emu, line.y2_emu)
    box = Box(left, top, abs(line.x2_emu - line.x1_emu), abs(line.y2_emu - line.y1_emu))
    rises = (line.x2_emu - line.x1_emu) * (line.y2_emu - line.y1_emu) < 0
    flips = ' flipV="1"' * rises
    look = outline(line.colour, line.width_pt, dash="dash" * line.is_dashed)
    return _cxn(
        line.key, sheet, transform(box, attributes=flips), '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>', look
    )


def _connector(connector: Connector, shapes: Mapping[str, Shape], sheet: Sheet) -> str:
    way = path(connector, shapes[connector.source], shapes[connector.target])
    glue = (
        f'<a:stCxn id="{sheet.ids[connector.source]}" idx="{way.source_site}"/>'
        f'<a:endCxn id="{sheet.ids[connector.target]}" idx="{way.target_site}"/>'
    )
    look = outline(connector.colour, connector.width_pt)
    return _cxn(connector.key, sheet, transform(way.box, attributes=way.turns), way.geometry, look, glue=glue)


def _cxn(key: str, sheet: Sheet, place: str, geometry: str, look: str, *, glue: str = "") -> str:
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{named(key, sheet)}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{place}{geometry}{look}</p:spPr></p:cxnSp>"
    )
