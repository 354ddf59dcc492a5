"""Sections of the slide sorter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from generator.deck.slides import Group
from generator.deck.write.xml import P
from generator.ooxml.identity import guid

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def add_sections(presentation: Any, groups: tuple[Group, ...], ids: Mapping[str, int]) -> None:
    """Name the groups of slides; ``ids`` are the slides' ids by key."""
    extensions = presentation.find(f"{{{P}}}extLst")
    if extensions is None:
        extensions = etree.SubElement(presentation, f"{{{P}}}extLst")
    extension = etree.SubElement(extensions, f"{{{P}}}ext", uri=_URI)
    sections = etree.SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    for group in groups:
        section = etree.SubElement(sections, f"{{{_P14}}}section", name=group.name, id=guid(f"section {group.name}"))
        slides = etree.SubElement(section, f"{{{_P14}}}sldIdLst")
        for key in group.slides:
            etree.SubElement(slides, f"{{{_P14}}}sldId", id=str(ids[key]))
