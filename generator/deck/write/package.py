"""The package: the template opened, a part a slide, charts, notes, sections and properties, as canonical parts."""

from __future__ import annotations

import io
from itertools import count
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.slide import SlidePart

from generator.brand import Brand
from generator.charts.canvas import Drawing, Shape
from generator.charts.plots.chart import NativeChart
from generator.deck.slides import Deck, Slide
from generator.deck.write.charts import relate_chart
from generator.deck.write.notes import add_notes
from generator.deck.write.placeholders import ground
from generator.deck.write.sections import add_sections
from generator.deck.write.slide import sheet_of, slide_element
from generator.deck.write.template import blank_presentation
from generator.deck.write.xml import NAMESPACES
from generator.ooxml.core_properties import set_core_properties, stamp_of
from generator.ooxml.identity import shape_ids
from generator.ooxml.repack import Parts, canonical_parts
from generator.ooxml.supplier_name import put_supplier_name

_TEXT = qn("a:t")
_BARE = f"<p:sld {NAMESPACES}><p:cSld><p:spTree/></p:cSld></p:sld>".encode()


def write(deck: Deck, brand: Brand) -> Parts:
    """The deck as the parts of a .pptx."""
    presentation = blank_presentation(brand.deck)
    language = deck.language.manner.tag
    for master in presentation.slide_masters:
        put_supplier_name(master.element, _TEXT, deck.wordmark)
        for layout in master.slide_layouts:
            put_supplier_name(layout.element, _TEXT, deck.supplier)
    ids = shape_ids(slide.key for slide in deck.slides)
    parts = _slide_parts(presentation, deck, brand, ids)
    _fill(presentation, deck, brand, parts, language)
    add_sections(presentation.element, deck.groups, ids)
    stamp = stamp_of(deck.created)
    set_core_properties(
        presentation.core_properties,
        title=deck.title,
        subject=deck.subject,
        author=deck.author,
        version=deck.version,
        language=language,
        stamp=stamp,
    )
    buffer = io.BytesIO()
    presentation.save(buffer)
    return canonical_parts(buffer.getvalue(), stamp=stamp)


def _layouts(presentation: Any, brand: Brand) -> dict[str, Any]:
    """The layout of each role."""
    known = {
        layout.part.partname.lstrip("/"): layout
        for master in presentation.slide_masters
        for layout in master.slide_layouts
    }
    return {role: known[chosen.part] for role, chosen in brand.deck.chosen.items()}


def _slide_parts(presentation: Any, deck: Deck, brand: Brand, ids: dict[str, int]) -> dict[str, SlidePart]:
    """Empty parts in order, so that slides can link to those after them."""
    layouts = _layouts(presentation, brand)
    listed = presentation.element.get_or_add_sldIdLst()
    parts: dict[str, SlidePart] = {}
    for number, slide in enumerate(deck.slides, start=1):
        name = PackURI(f"/ppt/slides/slide{number}.xml")
        part = SlidePart(name, CONTENT_TYPE.PML_SLIDE, presentation.part.package, parse_xml(_BARE))
        part.relate_to(layouts[slide.layout].part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        entry = listed.add_sldId(presentation.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
        entry.set("id", str(ids[slide.key]))
        parts[slide.key] = part
    return parts


def _fill(presentation: Any, deck: Deck, brand: Brand, parts: dict[str, SlidePart], language: str) -> None:
    grounds = {role: ground(layout, brand.deck.placeholders) for role, layout in _layouts(presentation, brand).items()}
    numbers = count(1)
    for slide in deck.slides:
        part = parts[slide.key]
        charts = {
            chart.key: relate_chart(part, chart, next(numbers), language)
            for chart in slide.elements
            if isinstance(chart, NativeChart)
        }
        sheet = sheet_of(slide, language, _links(slide, deck, parts))
        element = slide_element(slide, sheet, grounds[slide.layout], charts, table_style=brand.deck.table_style)
        part._element = element  # noqa: SLF001  a part is made before what it shows: links need both
        if slide.notes:
            add_notes(part, presentation.notes_master, slide.key, slide.notes, language)


def _links(slide: Slide, deck: Deck, parts: dict[str, SlidePart]) -> dict[str, str]:
    """The relationships of the slide's links, by the section they lead to."""
    drawings = (element for element in slide.elements if isinstance(element, Drawing))
    wanted = {mark.link for drawing in drawings for mark in drawing.marks if isinstance(mark, Shape) and mark.link}
    return {
        section: parts[slide.key].relate_to(parts[deck.targets[section]], RELATIONSHIP_TYPE.SLIDE)
        for section in sorted(wanted & deck.targets.keys())
    }
