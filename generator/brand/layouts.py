"""The layouts of a presentation, master by master in the order PowerPoint shows them, and the one of each role."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.brand.errors import BrandError
from generator.locales.phrase import phrase

if TYPE_CHECKING:
    from lxml.etree import _Element

    from generator.ooxml.template_package import TemplatePackage

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Layout:
    """A layout: its master's part and its own, which are theirs alone, the name people give it, and what it holds."""

    master: str
    part: str
    name: str
    root: "_Element"

    @property
    def file(self) -> str:
        """The file of its part, which a brand may give in the place of a name that stands twice."""
        return self.part.rpartition("/")[2]


def chosen_layouts(package: "TemplatePackage", wanted: Mapping[str, str]) -> dict[str, Layout]:
    """Return the layout of each role, named by its name or by its file; one that is none, or two, is a `BrandError`."""
    masters = tuple(_listed(package, package.main, "sldMasterId"))
    if not masters:
        raise BrandError("deck.file", phrase("brands.expected.master"))
    layouts = tuple(
        Layout(master, part, _name(package.roots[part]), package.roots[part])
        for master in masters
        for part in _listed(package, master, "sldLayoutId")
    )
    return {role: _chosen(layouts, role, name) for role, name in wanted.items()}


def _chosen(layouts: tuple[Layout, ...], role: str, wanted: str) -> Layout:
    found = [one for one in layouts if wanted == one.file] or [one for one in layouts if wanted == one.name]
    if len(found) == 1:
        return found[0]
    expected = (
        phrase("brands.expected.one_layout", files=tuple(one.file for one in found))
        if found
        else phrase("brands.expected.layout", names=tuple(dict.fromkeys(one.name for one in layouts)))
    )
    raise BrandError(f"deck.layouts.{role}", expected, wanted)


def _listed(package: "TemplatePackage", part: str, tag: str) -> Iterator[str]:
    """The parts that a part lists in elements of this kind, in their order."""
    targets = package.targets(part)
    named = (targets.get(entry.get(_ID, ""), "") for entry in package.roots[part].iter(f"{_P}{tag}"))
    return (name for name in named if name in package.roots)


def _name(layout: "_Element") -> str:
    told = layout.find(f"{_P}cSld")
    return "" if told is None else told.get("name", "")
