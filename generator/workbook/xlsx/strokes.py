"""What is struck through: by the style of a whole cell, or in the runs of a rich text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.workbook.raw import Strike
from generator.workbook.xlsx.markup import scan

_FALSE = {"0", "false", "off"}
_LISTS = {"fonts", "cellXfs", "cellStyleXfs", "dxfs"}


def struck_styles(chunks: Iterable[bytes]) -> frozenset[str]:
    """Return the cell styles whose font strikes through, by the number that cells refer to them by."""
    fonts: list[bool] = []
    styles: list[str] = []
    open_lists: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name in _LISTS:
            open_lists.append(name)
        elif name == "font" and open_lists == ["fonts"]:
            fonts.append(False)
        elif name == "strike" and open_lists == ["fonts"] and fonts:
            fonts[-1] = _is_on(attributes)
        elif name == "xf" and open_lists == ["cellXfs"]:
            styles.append(attributes.get("fontId", ""))

    def end(name: str) -> None:
        if open_lists[-1:] == [name]:
            open_lists.pop()

    scan(chunks, start, end)
    struck = {str(at) for at, is_struck in enumerate(fonts) if is_struck}
    return frozenset(str(at) for at, font in enumerate(styles) if font in struck)


class Strokes:
    """How far a rich text is struck through, told as its runs are read."""

    __slots__ = ("_is_run_struck", "_plain", "_struck")

    def __init__(self) -> None:
        self._is_run_struck = self._plain = self._struck = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a run, or take its property."""
        self._is_run_struck = name == "strike" and _is_on(attributes)

    def end_run(self) -> None:
        """End a run: what follows without one is plain."""
        self._is_run_struck = False

    def add(self, piece: str) -> None:
        """Take a piece of the text; blanks between runs show no stroke."""
        if piece.strip():
            self._struck, self._plain = self._struck or self._is_run_struck, self._plain or not self._is_run_struck

    @property
    def strike(self) -> Strike | None:
        """Return how far it is struck through; None where it is not."""
        if not self._struck:
            return None
        return Strike.PART if self._plain else Strike.WHOLE


def _is_on(attributes: Mapping[str, str]) -> bool:
    return attributes.get("val", "1").lower() not in _FALSE
