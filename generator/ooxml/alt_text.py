"""What a drawing says of itself beside its text: that it is decoration, and its lasting identity."""

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_A16 = "http://schemas.microsoft.com/office/drawing/2014/main"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_CREATION_URI = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"
_HEAD = (f"{{{_A}}}hlinkClick", f"{{{_A}}}hlinkHover")


def mark_decorative(properties: "_Element") -> None:
    """Say that a drawing carries no information, so that a screen reader passes over it."""
    if "descr" in properties.attrib:
        del properties.attrib["descr"]
    extension = _extension(properties, _DECORATIVE_URI)
    etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", nsmap={"adec": _DECORATIVE}).set("val", "1")


def set_creation_id(properties: "_Element", guid: str) -> None:
    """Give a shape the GUID by which Office keeps knowing it through renaming."""
    extension = _extension(properties, _CREATION_URI)
    etree.SubElement(extension, f"{{{_A16}}}creationId", nsmap={"a16": _A16}).set("id", guid)


def _extension(properties: "_Element", uri: str) -> "_Element":
    """The extension of this uri, emptied when it was there."""
    extensions = properties.find(f"{{{_A}}}extLst")
    if extensions is None:
        extensions = etree.Element(f"{{{_A}}}extLst", nsmap={"a": _A})
        properties.insert(sum(child.tag in _HEAD for child in properties), extensions)
    for known in extensions:
        if known.get("uri") == uri:
            known[:] = []
            return known
    extension = etree.SubElement(extensions, f"{{{_A}}}ext")
    extension.set("uri", uri)
    return extension
