"""How cell styles show a number: as a date, as a time of day, as a duration, or as a number with something beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from generator.workbook.xlsx.faces import Section, sections
from generator.workbook.xlsx.markup import scan


class Shown(Enum):
    """How a style shows a number."""

    NUMBER = auto()
    MOMENT = auto()
    DURATION = auto()


_BUILT_IN = {
    **dict.fromkeys((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)), Shown.MOMENT),
    46: Shown.DURATION,
}
_BUILT_IN_CODES = {2: "0.00", 9: "0%", 10: "0.00%"}
_LITERALS = re.compile(r'"[^"]*"|\\.|[_*].')
_BRACKETS = re.compile(r"\[[^\]]*\]")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_LONGEST_CODE = 255


@dataclass(frozen=True, slots=True)
class Formats:
    """How each cell style of a workbook shows numbers, in the order that cells refer to them."""

    shown: list[Shown]
    sections: list[tuple[Section, ...]]


def formats(chunks: Iterable[bytes]) -> Formats:
    """Return how the cell styles of a workbook show numbers."""
    codes, styles = _codes(chunks)
    kinds = {code: _shown(code, codes) for code in set(styles)}
    parts = {code: sections(codes.get(code, _BUILT_IN_CODES.get(code, ""))[:_LONGEST_CODE]) for code in set(styles)}
    return Formats([kinds[code] for code in styles], [parts[code] for code in styles])


def _codes(chunks: Iterable[bytes]) -> tuple[dict[int, str], list[int]]:
    """Return the format codes by number, and the number of each cell style."""
    codes: dict[int, str] = {}
    styles: list[int] = []
    open_lists: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name in {"cellXfs", "cellStyleXfs", "dxfs"}:
            open_lists.append(name)
        elif name == "numFmt" and "dxfs" not in open_lists:
            codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "xf" and open_lists[-1:] == ["cellXfs"]:
            styles.append(_number(attributes.get("numFmtId")))

    def end(name: str) -> None:
        if open_lists[-1:] == [name]:
            open_lists.pop()

    scan(chunks, start, end)
    return codes, styles


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def _shown(identity: int, codes: Mapping[int, str]) -> Shown:
    if identity in codes:
        return _shown_by_code(codes[identity][:_LONGEST_CODE])
    return _BUILT_IN.get(identity, Shown.NUMBER)


def _shown_by_code(code: str) -> Shown:
    """Tell by the format of positive numbers: its letters, apart from quoted ones and from colours in brackets."""
    first = _LITERALS.sub("", code).split(";")[0]
    if _ELAPSED.search(first):
        return Shown.DURATION
    plain = _BRACKETS.sub("", first).lower()
    is_moment = plain not in {"general", "standard"} and any(letter in plain for letter in "dmyhs")
    return Shown.MOMENT if is_moment else Shown.NUMBER
