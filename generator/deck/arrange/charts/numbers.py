"""Live number formats: a chart prints what the story printed, and follows when a person edits its data."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.story.blocks.chart import ValueFormat

_FIGURE = re.compile(r"^(?P<sign>[+−-]?)(?P<whole>\d(?:\s?\d)*)(?:[.,](?P<decimals>\d+))?(?P<rest>\D*)$")
_SCALES = {0: "", 3: ",", 6: ",,"}
_PLAIN = {
    ValueFormat.NUMBER: "#,##0",
    ValueFormat.DECIMAL: "#,##0.0",
    ValueFormat.RATE: "0.0%",
    ValueFormat.MONEY: "#,##0",
    ValueFormat.THOUSANDS: "#,##0,",
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
    code = number + ("%" if is_rate else _scale(said, value) + _unit(said["rest"]))
    return f"+{code};\u2212{code};{code}" if said["sign"] == "+" else f"{code};\u2212{code}"


def _unit(rest: str) -> str:
    return f'"{rest}"' if rest.strip() else ""


def _scale(said: re.Match[str], value: Decimal) -> str:
    """The commas that divide by a thousand each, found by comparing what is printed with the value."""
    printed = Decimal(re.sub(r"\s", "", said["whole"]) + "." + (said["decimals"] or "0"))
    if not printed or not value:
        return ""
    return _SCALES.get(3 * round((abs(value) / printed).log10() / 3), "")
