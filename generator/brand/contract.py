"""Whether the template files hold what the writers count on; the first thing that is missing is told by its key."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from generator.brand.errors import BrandError
from generator.brand.grid import Grid
from generator.brand.logos import covered
from generator.brand.template import DeckTemplate, PlanTemplate
from generator.locales.phrase import phrase

if TYPE_CHECKING:
    from lxml.etree import _Element

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACES = {
    "cover": ("body", "cover_meeting", "cover_client", "cover_provider", "cover_document", "cover_progress"),
    "section": ("body", "section_number"),
    "exhibit": ("body", "source"),
    "two_exhibits": ("body", "second", "source"),
}
_TITLES = frozenset({"title", "ctrTitle"})
_FEET = frozenset({"ftr", "sldNum"})


def hold_deck(deck: DeckTemplate, grid: Grid) -> None:
    """Hold the presentation to the layouts and places of the brand file, and the place of the mark to be free."""
    for role, layout in deck.chosen.items():
        _hold_layout(deck, role, layout.root)
        found = covered(deck.package, layout, grid.mark)
        if found is not None:
            raise BrandError("grid.mark", phrase("brands.expected.free", layout=layout.name), found)


def hold_plan(plan: PlanTemplate) -> None:
    """Hold the Word file to the styles of the brand file, and to the pages the writer fills."""
    roots = plan.package.roots
    known = {element.get(f"{_W}styleId") for root in _of(roots, f"{_W}styles") for element in root.iter(f"{_W}style")}
    tables = {"table_style": plan.table_style, "card_style": plan.card_style, "definition_style": plan.definition_style}
    for key, style in (tables | {f"styles.{role}": style for role, style in plan.styles.items()}).items():
        if style not in known:
            raise BrandError(f"plan.{key}", phrase("brands.expected.style"), style)
    if not any(root.find(f"{_W}body/{_W}sectPr") is not None for root in _of(roots, f"{_W}document")):
        raise BrandError("plan.file", phrase("brands.expected.section"), plan.file.name)
    for name, root in roots.items():
        if root.tag in {f"{_W}hdr", f"{_W}ftr"} and root.find(f"{_W}p") is None:
            raise BrandError("plan.file", phrase("brands.expected.paragraph", part=name), plan.file.name)


def _hold_layout(deck: DeckTemplate, role: str, layout: "_Element") -> None:
    places = list(layout.iter(f"{_P}ph"))
    numbers = {place.get("idx") for place in places}
    for wanted in _PLACES[role]:
        if str(deck.placeholders[wanted]) not in numbers:
            expected = phrase("brands.expected.place", layout=deck.layouts[role])
            raise BrandError(f"deck.placeholders.{wanted}", expected, deck.placeholders[wanted])
    kinds = {place.get("type") for place in places}
    if kinds.isdisjoint(_TITLES):
        raise BrandError(f"deck.layouts.{role}", phrase("brands.expected.title"), deck.layouts[role])
    if role != "cover" and not kinds >= _FEET:
        raise BrandError(f"deck.layouts.{role}", phrase("brands.expected.feet"), deck.layouts[role])


def _of(roots: Mapping[str, "_Element"], tag: str) -> Iterable["_Element"]:
    return [root for root in roots.values() if root.tag == tag]
