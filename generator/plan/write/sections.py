"""Section breaks: where the page turns from upright to wide and back."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml import parse_xml

from generator.brand import Page
from generator.plan.write.markup import DECLARATIONS, NAMESPACES, W
from generator.plan.write.paragraphs import separator

if TYPE_CHECKING:
    from lxml.etree import _Element

MARKER = "sectionBreak"
_R_ID = f"{{{NAMESPACES['r']}}}id"


def section_properties(
    template: _Element, *, page: Page, is_first: bool, is_landscape: bool, wide: tuple[str, str] | None
) -> _Element:
    """The template's section for the first stretch; later ones have no cover, wide ones furniture of their own."""
    section = deepcopy(template)
    if not is_first:
        for child in list(section):
            is_of_cover = child.get(f"{W}type") == "first"
            if child.tag == f"{W}titlePg" or is_of_cover:
                section.remove(child)
    if is_landscape and wide is not None:
        _turn(section, page, wide)
    return section


def _turn(section: _Element, page: Page, wide: tuple[str, str]) -> None:
    for name, relation in zip(("headerReference", "footerReference"), wide, strict=True):
        for reference in section.findall(f"{W}{name}"):
            if reference.get(f"{W}type") == "default":
                reference.set(_R_ID, relation)
    size = section.find(f"{W}pgSz")
    if size is not None:
        size.set(f"{W}w", str(page.height_twips))
        size.set(f"{W}h", str(page.width_twips))
        size.set(f"{W}orient", "landscape")


def place_break(marker: _Element, section: _Element) -> None:
    """Put a section's properties into the paragraph before the marker, or into one of its own after a table."""
    previous, body = marker.getprevious(), marker.getparent()
    if body is None:
        return
    if previous is None or previous.tag != f"{W}p":
        previous = parse_xml(separator().replace("<w:p>", f"<w:p {DECLARATIONS}>", 1))
        body.insert(body.index(marker), previous)
    properties = previous.find(f"{W}pPr")
    if properties is None:
        properties = parse_xml(f"<w:pPr {DECLARATIONS}/>")
        previous.insert(0, properties)
    properties.append(section)
    body.remove(marker)
