"""The address of one value inside a plan, in the model's own words: what measures and rules cite, and origins turn into cells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class FieldPath:
    """``table`` is a field of the plan, ``key`` the row's natural key, ``field`` the row's field or a quarter such as ``2026-T3``.

    An empty ``field`` means the whole row; an empty ``key`` the whole table.
    """

    table: str
    key: tuple[str, ...] = ()
    field: str = ""
