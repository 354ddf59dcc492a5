"""Design units: a deck is decided at the sizes of the brand file, and multiplied as a whole by the brand's factor."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

_Value = TypeVar("_Value")


def scaled(value: _Value, factor: float) -> _Value:
    """Return a frozen value with every length in it multiplied: whatever its name says is in EMU or in points."""
    made: _Value = value if factor == 1 else _scaled(value, "", factor)
    return made


def _scaled(value: Any, name: str, factor: float) -> Any:
    match value:
        case int() if name.endswith("_emu"):
            return round(value * factor)
        case int() | float() if name.endswith("_pt"):
            return round(value * factor, 2)  # documents tell points in hundredths
        case tuple():
            return tuple(_scaled(one, name, factor) for one in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            told = {field.name: _scaled(getattr(value, field.name), field.name, factor) for field in fields(value)}
            return replace(value, **told)
        case _:
            return value
