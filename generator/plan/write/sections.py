"""Section breaks: where the page turns from upright to wide and back."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from generator.brand import Page
from generator.plan.write.markup import NAMESPACES, W

if TYPE_CHECKING:
    from lxml.etree import _Element

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
