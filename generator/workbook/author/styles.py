"""The cell formats of an authored workbook, each made once."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from generator.model.column import Kind
from generator.workbook.colours import WorkbookColours

_RIGHT = {"align": "right", "indent": 1}
_CENTRE = {"align": "center"}
_ALIGNMENTS: dict[Kind, dict[str, Any]] = {
    **dict.fromkeys((Kind.MONEY, Kind.RATE, Kind.NUMBER), _RIGHT),
    **dict.fromkeys(
        (Kind.DATE, Kind.TIME, Kind.INTEGER, Kind.LEVEL, Kind.TERM, Kind.YES_NO, Kind.QUARTER, Kind.HORIZON), _CENTRE
    ),
}


class Styles:
    """Formats by role. XlsxWriter wants each made by the workbook it serves, so they are kept here."""

    def __init__(self, book: Workbook, colours: WorkbookColours) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self.colours = colours
        self.title = self.of(font_size=18, bold=True, font_color=f"#{colours.title}", valign="vcenter")
        self.subtitle = self.of(font_size=11, font_color=f"#{colours.muted}", valign="vcenter")
        self.heading = self.of(font_size=13, bold=True, font_color=f"#{colours.title}", valign="vcenter")
        self.help = self.of(italic=True, font_color=f"#{colours.muted}", text_wrap=True, valign="top")
        self.link = self.of(font_color=f"#{colours.link}", underline=1, valign="vcenter")
        self.required = self._header(colours.required, colours.required_text)
        self.optional = self._header(colours.optional, colours.optional_text)
        self.item = self._item(colours.required, colours.required_text)
        self.optional_item = self._item(colours.optional, colours.optional_text)
        self.body = self.of(text_wrap=True, valign="top", font_color=f"#{colours.text}")
        self.note = self.of(text_wrap=True, valign="top", font_color=f"#{colours.muted}")

    def of(self, **properties: Any) -> Format:
        """Return the format with these XlsxWriter properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def cell(self, number_format: str, kind: Kind, *, is_key: bool = False) -> Format:
        """Return the format of a cell to fill in."""
        weight = {"bold": True} if is_key else {}
        return self.of(num_format=number_format, text_wrap=True, valign="top", **_ALIGNMENTS.get(kind, {}), **weight)

    def header(self, kind: Kind, *, is_required: bool) -> Format:
        """Return the format of a column's header, aligned as its cells."""
        fill, text = ("required", "required_text") if is_required else ("optional", "optional_text")
        return self._header(getattr(self.colours, fill), getattr(self.colours, text), **_ALIGNMENTS.get(kind, {}))

    def value(self, number_format: str | int) -> Format:
        """Return the format of a form's value: framed, so that one sees where to write."""
        line = {"border": 1, "border_color": f"#{self.colours.line}"}
        return self.of(num_format=number_format, text_wrap=True, valign="top", align="left", **line)

    def _header(self, fill: str, text: str, **alignment: Any) -> Format:
        look = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, **alignment}
        return self.of(bg_color=f"#{fill}", font_color=f"#{text}", border_color=f"#{self.colours.line}", **look)

    def _item(self, fill: str, text: str) -> Format:
        line = {"border": 1, "border_color": f"#{self.colours.line}"}
        return self.of(bg_color=f"#{fill}", font_color=f"#{text}", text_wrap=True, valign="top", **line)
