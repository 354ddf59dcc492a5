"""A slide as XML: placeholders, exhibits, frame; each shape with its stable id, name and description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from pptx.oxml import parse_xml

from generator.charts.canvas import Drawing
from generator.charts.plots.chart import NativeChart
from generator.deck.slides import Element, NativeTable, Slide
from generator.deck.write.drawings import Sheet, decorative, group_xml, keys
from generator.deck.write.frames import chart_frame
from generator.deck.write.placeholders import Ground, place_xml
from generator.deck.write.tables import table_xml
from generator.deck.write.xml import EMPTY_TREE, NAMESPACES, P
from generator.ooxml.alt_text import mark_decorative, set_creation_id
from generator.ooxml.identity import creation_id, guid, shape_ids

_CREATION = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def sheet_of(slide: Slide, language: str, links: Mapping[str, str]) -> Sheet:
    """The ids of everything on a slide; two things of one key are our bug."""
    told = list(_keys(slide))
    if len(told) != len(set(told)):
        twice = sorted({key for key in told if told.count(key) > 1})
        raise ValueError(f"{slide.key}: keys used twice: {twice}")
    return Sheet(shape_ids(told, taken=(1,)), language, links)


def slide_element(slide: Slide, sheet: Sheet, layout: Ground, charts: Mapping[str, str], *, table_style: str) -> Any:
    """The ``p:sld`` on a layout; ``charts`` are relationship ids by key."""
    title, *rest = (place_xml(place, layout.places[place.role], sheet) for place in slide.places)
    shown = "".join(_element(element, sheet, charts, table_style) for element in slide.elements)
    stamp = f'<p14:creationId xmlns:p14="{_P14}" val="{creation_id(slide.key)}"/>'
    element = parse_xml(
        f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE}{title}{shown}{''.join(rest)}</p:spTree>"
        f'<p:extLst><p:ext uri="{_CREATION}">{stamp}</p:ext></p:extLst></p:cSld>'
        f"{layout.colour_map}</p:sld>".encode()
    )
    _identify(element, slide)
    return element


def _identify(element: Any, slide: Slide) -> None:
    """Stable identity on every shape, and the mark of what is decoration."""
    bare = {key for one in slide.elements if isinstance(one, Drawing) for key in decorative(one)}
    for properties in element.iter(f"{{{P}}}cNvPr"):
        name = properties.get("name")
        if name:
            set_creation_id(properties, guid(name))
        if name in bare:
            mark_decorative(properties)


def _keys(slide: Slide) -> Iterator[str]:
    yield from (place.key for place in slide.places)
    for element in slide.elements:
        yield from keys(element) if isinstance(element, Drawing) else (element.key,)


def _element(element: Element, sheet: Sheet, charts: Mapping[str, str], table_style: str) -> str:
    match element:
        case Drawing():
            return group_xml(element, sheet)
        case NativeTable():
            return table_xml(element, table_style, sheet)
        case NativeChart():
            return chart_frame(element.key, element.box, element.alt, charts[element.key], sheet)
        case _:
            assert_never(element)
