"""Red, amber, green: where a value stands against its target and its amber threshold."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from generator.locales.language import Label
from generator.model.choices import Direction


class Rag(Enum):
    """A colour that is always also a letter; the value is the French letter."""

    GREEN = "V"
    AMBER = "O"
    RED = "R"
    NONE = "–"

    @property
    def letter(self) -> Label:
        """The letter in every language: V, O, R in French; G, A, R in English; a dash without data."""
        return _LETTERS[self]


_LETTERS = {
    Rag.GREEN: Label("V", "G"), Rag.AMBER: Label("O", "A"), Rag.RED: Label("R", "R"), Rag.NONE: Label("–", "–"),
}  # fmt: skip


def worst(colours: Iterable[Rag]) -> Rag:
    """Return the gravest of the colours; none weighs nothing."""
    return max(colours, key=(Rag.NONE, Rag.GREEN, Rag.AMBER, Rag.RED).index, default=Rag.NONE)


def rag_of(value: Decimal | None, target: Decimal | None, threshold: Decimal | None, direction: Direction) -> Rag:
    """Return green at or past the target, amber at or past the threshold, else red; none without a value or a target.

    Past means above when the direction is up, below when it is down. Without a threshold there is no amber: what
    misses the target is red.
    """
    if value is None or target is None:
        return Rag.NONE
    if _reaches(value, target, direction):
        return Rag.GREEN
    if threshold is not None and _reaches(value, threshold, direction):
        return Rag.AMBER
    return Rag.RED


def _reaches(value: Decimal, mark: Decimal, direction: Direction) -> bool:
    return value >= mark if direction is Direction.UP else value <= mark
