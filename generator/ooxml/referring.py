"""The elements of a part that refer to what has been dropped: left alone, they make Office repair the file."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LEGACY = "{urn:schemas-microsoft-com:office:office}relid"
_WHOLES = frozenset(
    {"graphicFrame", "pic", "contentPart", "control", "object", "pict", "drawing", "AlternateContent", "buBlip"}
)
"""What is drawn as one thing, in either format: nothing of it stays when a piece of it is gone."""
_FILMS = frozenset({"media", "audioFile", "videoFile", "wavAudioFile", "quickTimeFile"})
_PIECES = _FILMS | {"hlinkClick", "hlinkHover", "hlinkMouseOver", "snd", "ext"}
"""What a thing has beside being drawn: it goes alone."""
_PLAYED = frozenset({"timing", "sndAc"})
"""What a sheet plays, sounds by the way: nothing of it stays when a sound is gone."""


def drop_referring(root: _Element, ids: Collection[str]) -> None:
    """Drop what refers to these relations: a whole drawing, a piece of one, or the reference of a link in a text."""
    for element in [element for element in root.iter("{*}*") if _references(element, ids)]:
        _drop(element, ids)


def _drop(element: _Element, ids: Collection[str]) -> None:
    kept = [name for name in element.attrib if _refers(str(name)) and element.get(name) not in ids]
    if _local(element) == "hyperlink" or (_local(element) == "blip" and kept):
        for name in _references(element, ids):
            del element.attrib[name]
        return
    played = next((above for above in element.iterancestors() if _local(above) in _PLAYED), None)
    whole = played if played is not None else element if _local(element) in _PIECES else _whole(element)
    parent = whole.getparent()
    if parent is None:
        return
    parent.remove(whole)
    if whole is not element or _local(element) in _FILMS:
        _drop_timing(parent)
    if _local(parent) == "ext" and len(parent) == 0:
        _drop(parent, ids)


def _whole(element: _Element) -> _Element:
    """Return the outermost drawing that an element belongs to, the element itself outside any."""
    return next((above for above in reversed([element, *element.iterancestors()]) if _is_whole(above)), element)


def _is_whole(element: _Element) -> bool:
    return _local(element) in _WHOLES


def _drop_timing(element: _Element) -> None:
    """Drop the animations of the sheet: they name their drawings by number."""
    root = element.getroottree().getroot()
    for child in list(root.iterchildren("{*}timing")):
        root.remove(child)


def _references(element: _Element, ids: Collection[str]) -> list[str]:
    return [str(name) for name, value in element.attrib.items() if _refers(str(name)) and value in ids]


def _refers(attribute: str) -> bool:
    return attribute.startswith(_RELATION) or attribute == _LEGACY


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
