"""What the links of a column may name, and how a person's words lead there."""

from __future__ import annotations

import re
from functools import cached_property

from generator.model.names import Listed, Names
from generator.workbook.matching import nearest

_MOST_SUGGESTED = 300
_A_SLIP = 90.0
_LONGEST_LIST = 2000
_APART = re.compile(r"([,;/\n]| (?:et|and|&|\+) )", re.IGNORECASE)


class Targets:
    """The keys that the links of a column may name, and the likeliest for a name that is none of them.

    `is_whole` tells whether every row that may be named has a key of its own.
    """

    def __init__(self, names: Names, *, is_whole: bool = True) -> None:
        self.names = names
        self.is_whole = is_whole
        self._suggested: dict[str, str | None] = {}
        self._slips: dict[str, str | None] = {}

    def rejoined(self, items: tuple[str, ...]) -> tuple[str, ...]:
        """Return the items of a list, those put together again that are one name with a semicolon in it."""
        if self._semicolons == 0:
            return items
        pieces = [piece for item in items for piece in ("; ", item)][1:]
        return tuple(one.name or one.typed for one in self.names.listed(pieces, self._semicolons + 1))

    def found(self, item: str) -> tuple[str, ...]:
        """Return the name that an item is, else the names it lists when each part of it is one; else none."""
        name = self.names.find(item)
        if name is not None:
            return (name,)
        names = dict.fromkeys(part.name for part in self._parts(item))
        return () if None in names else tuple(name for name in names if name is not None)

    def may_hold(self, item: str) -> bool:
        """Tell whether a name that is none of the keys may be one that was lost, and no slip of the hand."""
        if self.is_whole:
            return False
        if item not in self._slips and len(self._slips) < _MOST_SUGGESTED:
            self._slips[item] = nearest(item, self.names.by_form.values(), score=_A_SLIP)
        return self._slips.get(item) is None

    def suggestion(self, item: str) -> str | None:
        """Return the key that a name is like, or the list that an item means: never one name of several.

        None any more once very many names were wrong.
        """
        if item not in self._suggested and len(self._suggested) < _MOST_SUGGESTED:
            self._suggested[item] = self._likeliest(item)
        return self._suggested.get(item)

    def _likeliest(self, item: str) -> str | None:
        parts = self._parts(item)
        if len(parts) < 2 or not any(part.name for part in parts):
            return nearest(item, self.names.by_form.values())
        meant = [part.name or nearest(part.typed, self.names.by_form.values()) for part in parts]
        return None if None in meant else "; ".join(name for name in meant if name is not None)

    def _parts(self, item: str) -> tuple[Listed, ...]:
        if len(item) > _LONGEST_LIST:
            return (Listed(item, None),)
        return tuple(self.names.listed(_APART.split(item), self._marks + 1))

    @cached_property
    def _marks(self) -> int:
        return max((len(_APART.findall(name)) for name in self.names.by_form.values()), default=0)

    @cached_property
    def _semicolons(self) -> int:
        return max((name.count(";") for name in self.names.by_form.values()), default=0)
