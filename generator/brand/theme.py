"""The colours that a document's own theme gives the slots, seen through the maps that its sheets put before it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from generator.brand.layouts import Layout
from generator.brand.palette import SHEET_NAMES, SLOTS

if TYPE_CHECKING:
    from lxml.etree import _Element

    from generator.ooxml.template_package import TemplatePackage

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAGE_SLOTS = {
    "dk1": "t1",
    "lt1": "bg1",
    "dk2": "t2",
    "lt2": "bg2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}
_PAGE_VALUES = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


def deck_theme(package: "TemplatePackage", layouts: Iterable[Layout]) -> dict[str, str]:
    """Return the colour of each slot on these layouts; a slot that two of them show in two colours has none."""
    shown = [_on_layout(package, layout) for layout in layouts]
    return {slot: colour for slot, colour in shown[0].items() if all(one.get(slot) == colour for one in shown)}


def plan_theme(package: "TemplatePackage") -> dict[str, str]:
    """Return the colour of each slot in the text of a Word document."""
    scheme = _scheme(package, package.main)
    mapping = _first(package, package.main, f"{_W}settings", f"{_W}clrSchemeMapping")
    found = {slot: _mapped(mapping, f"{_W}{_PAGE_SLOTS.get(slot, slot)}", slot) for slot in SLOTS}
    return _coloured(scheme, {slot: _PAGE_VALUES.get(value, value) for slot, value in found.items()})


def _on_layout(package: "TemplatePackage", layout: Layout) -> dict[str, str]:
    own = layout.root.find(f"{_P}clrMapOvr/{_A}overrideClrMapping")
    mapping = package.roots[layout.master].find(f"{_P}clrMap") if own is None else own
    found = {slot: _mapped(mapping, SHEET_NAMES.get(slot, slot), slot) for slot in SLOTS}
    return _coloured(_scheme(package, layout.master), found)


def _scheme(package: "TemplatePackage", part: str) -> dict[str, str]:
    """The colours of the theme that a part relates to; none without a theme."""
    scheme = _first(package, part, f"{_A}theme", f"{_A}themeElements/{_A}clrScheme")
    slots = () if scheme is None else scheme.iterchildren(*(f"{_A}{slot}" for slot in SLOTS))
    return {
        str(slot.tag).removeprefix(_A): str(colour.get("lastClr") or colour.get("val")).upper()
        for slot in slots
        for colour in slot.iterchildren(f"{_A}srgbClr", f"{_A}sysClr")
    }


def _first(package: "TemplatePackage", part: str, tag: str, path: str) -> "_Element | None":
    """The element of a path in the first part of a kind that a part relates to."""
    roots = (package.roots.get(target) for target in package.targets(part).values())
    return next((root.find(path) for root in roots if root is not None and root.tag == tag), None)


def _mapped(mapping: "_Element | None", name: str, slot: str) -> str:
    return slot if mapping is None else mapping.get(name, slot)


def _coloured(scheme: Mapping[str, str], slots: Mapping[str, str]) -> dict[str, str]:
    return {slot: scheme[target] for slot, target in slots.items() if target in scheme}
