"""Placeholders of a layout, found by what they are, and filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from generator.brand import Box
from generator.charts.drawingml.pieces import A, fill, transform, words
from generator.charts.drawingml.text import right_to_left
from generator.deck.slides import Place, PlaceLine, PlaceText
from generator.deck.write.drawings import Sheet, named
from generator.deck.write.xml import P

if TYPE_CHECKING:
    from pptx.slide import SlideLayout

_TYPES = {"title": ("title", "ctrTitle"), "footer": ("ftr",), "number": ("sldNum",)}
_PAGE_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_KEPT = ("type", "orient", "sz", "idx")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a slide takes from its layout: the ``p:ph`` of each role, and the ``p:clrMapOvr``."""

    places: Mapping[str, str]
    colour_map: str


def ground(layout: SlideLayout, numbers: Mapping[str, int]) -> Ground:
    """What the slides of a layout take from it; ``numbers`` gives the brand's places."""
    own = layout.element.find(f"{{{P}}}clrMapOvr/{{{A}}}overrideClrMapping")
    mapping = "<a:masterClrMapping/>" if own is None else etree.tostring(own, encoding="unicode", with_tail=False)
    return Ground(references(layout, numbers), f"<p:clrMapOvr>{mapping}</p:clrMapOvr>")


def references(layout: SlideLayout, numbers: Mapping[str, int]) -> dict[str, str]:
    """The ``p:ph`` that points at the layout's place of each role; ``numbers`` gives the brand's places."""
    found: dict[str, str] = {}
    for element in layout.element.iter(f"{{{P}}}ph"):
        kept = "".join(f' {name}="{element.get(name)}"' for name in _KEPT if element.get(name) is not None)
        reference = f"<p:ph{kept}/>"
        roles = [role for role, types in _TYPES.items() if element.get("type") in types]
        roles += [role for role, number in numbers.items() if not roles and element.get("idx") == str(number)]
        found.update(dict.fromkeys(roles, reference))
    return found


def place_xml(place: Place, reference: str, sheet: Sheet) -> str:
    """A filled placeholder; its place and look are the layout's."""
    lines = "".join(_line(line, sheet.language) for line in place.lines)
    return (
        f'<p:sp><p:nvSpPr>{named(place.key, sheet)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{reference}</p:nvPr></p:nvSpPr>{_place(place.box)}"
        f"<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{lines}</p:txBody></p:sp>"
    )


def _place(box: Box | None) -> str:
    return f"<p:spPr>{transform(box)}</p:spPr>" if box else "<p:spPr/>"


def _line(line: PlaceLine, language: str) -> str:
    pitch = f'<a:lnSpc><a:spcPts val="{round(line.leading_pt * 100)}"/></a:lnSpc>' if line.leading_pt else ""
    level = f' lvl="{line.level}"' if line.level else ""
    turned = right_to_left("".join(text.text for text in line.texts))
    return f"<a:p><a:pPr{level}{turned}>{pitch}</a:pPr>{''.join(_text(text, language) for text in line.texts)}</a:p>"


def _text(text: PlaceText, language: str) -> str:
    look = _look(text, language)
    if text.is_page:
        return f'<a:fld id="{_PAGE_FIELD}" type="slidenum">{look}<a:t>{words(text.text)}</a:t></a:fld>'
    pieces = words(text.text).split("\n")
    return f"<a:br>{look}</a:br>".join(f"<a:r>{look}<a:t>{piece}</a:t></a:r>" for piece in pieces)


def _look(text: PlaceText, language: str) -> str:
    size = f' sz="{round(text.size_pt * 100)}"' if text.size_pt else ""
    bold = "" if text.is_bold is None else f' b="{int(text.is_bold)}"'
    colour = fill(text.colour) if text.colour else ""
    return f'<a:rPr lang="{language}"{size}{bold} dirty="0">{colour}</a:rPr>'
