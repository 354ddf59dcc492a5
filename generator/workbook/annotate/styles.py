"""The cell formats of a workbook, with those added that findings need."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.workbook.annotate.package import NotAnnotableError, main

_FONT = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)
_FONT_ORDER = {name: rank for rank, name in enumerate(_FONT)}
_SIDES = ("left", "right", "top", "bottom")


class Styles:
    """The style sheet of a workbook; formats are told by their number, and none is added twice."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._shaded: dict[tuple[int, str, str, str], int] = {}
        self._fills: dict[str, int] = {}
        self._borders: dict[tuple[str, tuple[str, ...]], int] = {}

    def shaded(self, base: int, *, fill: str, text: str, edge: str) -> int:
        """Return the format of number `base` with another fill, a text colour that reads on it, and an outline."""
        known = self._shaded.get((base, fill, text, edge))
        if known is None:
            formats = self._part("cellXfs")
            own = deepcopy(formats[base] if base < len(formats) else formats[0])
            font = self._font_in(int(own.get("fontId", "0")), text)
            self._dress(own, fill=self._fill(fill), font=font)
            self._outline(own, edge, _SIDES)
            known = self._shaded[base, fill, text, edge] = self._append("cellXfs", own)
        return known

    def plain(
        self, *, text: str, fill: str | None = None, line: str | None = None, bold: bool = False, size: int = 11
    ) -> int:
        """Return a new format of wrapped text at the top of its cell."""
        font = etree.Element(main("font"))
        if bold:
            etree.SubElement(font, main("b"))
        etree.SubElement(font, main("sz"), val=str(size))
        etree.SubElement(font, main("color"), rgb=f"FF{text}")
        etree.SubElement(font, main("name"), val="Calibri")
        own = etree.Element(main("xf"), numFmtId="0", fontId="0", fillId="0", borderId="0", xfId="0")
        self._dress(own, fill=self._fill(fill) if fill else 0, font=self._append("fonts", font))
        if line:
            self._outline(own, line, ("bottom",))
        own.set("applyAlignment", "1")
        etree.SubElement(own, main("alignment"), vertical="top", wrapText="1" if line else "0")
        return self._append("cellXfs", own)

    def _dress(self, own: etree._Element, *, fill: int, font: int) -> None:
        for name, value in (("fillId", str(fill)), ("fontId", str(font)), ("applyFill", "1"), ("applyFont", "1")):
            own.set(name, value)

    def _fill(self, colour: str) -> int:
        if colour not in self._fills:
            fill = etree.Element(main("fill"))
            pattern = etree.SubElement(fill, main("patternFill"), patternType="solid")
            etree.SubElement(pattern, main("fgColor"), rgb=f"FF{colour}")
            etree.SubElement(pattern, main("bgColor"), indexed="64")
            self._fills[colour] = self._append("fills", fill)
        return self._fills[colour]

    def _font_in(self, base: int, colour: str) -> int:
        fonts = self._part("fonts")
        font = deepcopy(fonts[base] if base < len(fonts) else fonts[0])
        for former in font.findall(main("color")):
            font.remove(former)
        etree.SubElement(font, main("color"), rgb=f"FF{colour}")
        # programs write these in any order, of which Excel takes one
        font[:] = sorted(font, key=lambda item: _FONT_ORDER.get(etree.QName(item).localname, len(_FONT_ORDER)))
        return self._append("fonts", font)

    def _outline(self, own: etree._Element, colour: str, sides: tuple[str, ...]) -> None:
        if (colour, sides) not in self._borders:
            border = etree.Element(main("border"))
            for side in (*_SIDES, "diagonal"):
                edge = etree.SubElement(border, main(side))
                if side in sides:
                    edge.set("style", "thin")
                    etree.SubElement(edge, main("color"), rgb=f"FF{colour}")
            self._borders[colour, sides] = self._append("borders", border)
        own.set("borderId", str(self._borders[colour, sides]))
        own.set("applyBorder", "1")

    def _part(self, name: str) -> etree._Element:
        found = self._root.find(main(name))
        if found is None or not len(found):
            raise NotAnnotableError(name)
        return found

    def _append(self, name: str, item: etree._Element) -> int:
        part = self._part(name)
        part.append(item)
        part.set("count", str(len(part)))
        return len(part) - 1
