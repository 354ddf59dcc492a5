"""The template's lists of headings, and the new starts a plan asks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.document import Document as WordDocument
from lxml import etree

from generator.plan.arrange.document import Heading
from generator.plan.write.desk import Desk
from generator.plan.write.markup import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_NONE = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


class HeadingLists:
    """Follows the headings in order and says which list each belongs to, when it is not its style's."""

    def __init__(self, word: WordDocument, desk: Desk) -> None:
        self._word = word
        self._main = _list_of(word, desk.style("heading1"))
        self._annex = _list_of(word, desk.style("heading_annex"))
        self._current = self._main

    def properties(self, heading: Heading) -> str:
        """The list properties a heading carries itself; "" when its style's are right."""
        if heading.restart is not None and self._main:
            self._current = self._restarted(heading.restart)
        if heading.level == 1:
            is_plain = heading.is_front or heading.is_annex or self._current == self._main
            return "" if is_plain else _properties(0, self._current)
        if heading.is_front:
            return _NONE
        if heading.is_annex:
            return _properties(heading.level - 1, self._annex)
        return "" if self._current == self._main else _properties(heading.level - 1, self._current)

    def _restarted(self, start: int) -> str:
        """A new instance of the headings' list that starts at this number."""
        numbering = self._word.part.numbering_part.element
        numbers = numbering.findall(f"{W}num")
        source = next(one for one in numbers if one.get(f"{W}numId") == self._main)
        number = str(1 + max(int(one.get(f"{W}numId", "0")) for one in numbers))
        new = etree.SubElement(numbering, f"{W}num")
        new.set(f"{W}numId", number)
        _child(new, "abstractNumId", source.find(f"{W}abstractNumId").get(f"{W}val"))
        override = etree.SubElement(new, f"{W}lvlOverride")
        override.set(f"{W}ilvl", "0")
        _child(override, "startOverride", str(start))
        return number


def _properties(level: int, number: str) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else _NONE


def _list_of(word: WordDocument, style_id: str) -> str:
    """The list a style belongs to; "" when it has none."""
    for style in word.styles.element.findall(f"{W}style"):
        if style.get(f"{W}styleId") == style_id:
            found = style.find(f"{W}pPr/{W}numPr/{W}numId")
            return "" if found is None else str(found.get(f"{W}val"))
    return ""


def _child(parent: _Element, name: str, value: str) -> None:
    etree.SubElement(parent, f"{W}{name}").set(f"{W}val", value)
