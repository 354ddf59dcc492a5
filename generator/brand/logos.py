"""What a template draws where the confidentiality mark would cover it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.brand.grid import Box
from generator.brand.layouts import Layout

if TYPE_CHECKING:
    from lxml.etree import _Element

    from generator.ooxml.template_package import TemplatePackage

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_PICTURES = frozenset({f"{_P}pic", f"{_P}grpSp", f"{_P}graphicFrame"})
_SUPPLIER = "{first}"  # the text logo that slides of the mark leave out


def covered(package: "TemplatePackage", layout: Layout, mark: Box) -> str | None:
    """Return the name of a picture or a text that the mark would cover on a layout; None when it covers none."""
    sheets = [layout.root]
    if layout.root.get("showMasterSp", "1") in {"1", "true"}:
        sheets.append(package.roots[layout.master])
    found = (shape for sheet in sheets for shape in _shown(sheet) if _meets(shape, mark))
    return next((_name(shape) for shape in found), None)


def _shown(sheet: "_Element") -> Iterator["_Element"]:
    """The pictures of a sheet, and its texts that stand on every slide."""
    for shape in sheet.iterfind(f"{_P}cSld/{_P}spTree/*"):
        text = "".join(run.text or "" for run in shape.iter(f"{_A}t"))
        is_place = next(shape.iter(f"{_P}ph"), None) is not None
        if not is_place and (shape.tag in _PICTURES or (text.strip() and _SUPPLIER not in text)):
            yield shape


def _meets(shape: "_Element", mark: Box) -> bool:
    place = next(shape.iter(f"{_A}xfrm", f"{_P}xfrm"), None)
    start, size = (None, None) if place is None else (place.find(f"{_A}off"), place.find(f"{_A}ext"))
    if start is None or size is None:
        return False
    return mark.meets(Box(_emu(start, "x"), _emu(start, "y"), _emu(size, "cx"), _emu(size, "cy")))


def _name(shape: "_Element") -> str:
    told = next(shape.iter(f"{_P}cNvPr"), None)
    return "" if told is None else told.get("name", "")


def _emu(element: "_Element", name: str) -> int:
    """A length as Office writes it, 0 for any other words."""
    value = element.get(name, "")
    return int(value) if value.removeprefix("-").isdecimal() else 0
