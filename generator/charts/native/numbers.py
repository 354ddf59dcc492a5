"""Live number formats: a chart prints what the story printed, and follows when a person edits its data."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.story.blocks.chart import ValueFormat

# A comma before exactly three digits parts thousands (English): no value is printed with three decimals.
_FIGURE = re.compile(
    r"^(?P<sign>[+−-]?)(?P<lead>[^\d\s+−-]*)(?P<whole>\d(?:(?:\s|,(?=\d{3}(?!\d)))?\d)*)"
    r"(?:[.,](?P<decimals>\d+))?(?P<rest>\D*)$"
)
_MINUS = "\u2212"
_SCALES = {0: "", 3: ",", 6: ",,"}
_PLAIN = {
    ValueFormat.NUMBER: "#,##0",
    ValueFormat.DECIMAL: "#,##0.0",
    ValueFormat.RATE: "0.0%",
    ValueFormat.MONEY: "#,##0",
    ValueFormat.THOUSANDS: "#,##0,",
    ValueFormat.MILLIONS: "#,##0.0#,,",
}


def series_code(kind: ValueFormat) -> str:
    """The number format of a whole series."""
    return _PLAIN[kind]


def label_code(label: str, value: Decimal, kind: ValueFormat) -> str:
    """The format that prints ``value`` as ``label`` does: decimals, unit, sign, thousands or millions."""
    said = _FIGURE.match(label.strip())
    if said is None:
        return series_code(kind)
    number = "#,##0" + ("." + "0" * len(said["decimals"]) if said["decimals"] else "")
    is_rate = kind is ValueFormat.RATE
    code = _unit(said["lead"]) + number + ("%" if is_rate else _scale(said, value) + _unit(said["rest"]))
    negative = f'"{_MINUS}"{code}'
    return f"+{code};{negative};{code}" if said["sign"] == "+" else f"{code};{negative}"


def _unit(rest: str) -> str:
    return f'"{rest}"' if rest.strip() else ""


def _scale(said: re.Match[str], value: Decimal) -> str:
    """The commas that divide by a thousand each, found by comparing what is printed with the value."""
    printed = Decimal(re.sub(r"\D", "", said["whole"]) + "." + (said["decimals"] or "0"))
    if not printed or not value:
        return ""
    return _SCALES.get(3 * round((abs(value) / printed).log10() / 3), "")
