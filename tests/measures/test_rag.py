"""Where a value stands against its target and its amber threshold."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.locales.language import Label
from generator.measures.rag import Rag, rag_of
from generator.model.choices import Direction

UP, DOWN = Direction.UP, Direction.DOWN


@pytest.mark.parametrize(
    ("value", "target", "threshold", "direction", "expected"),
    [
        ("0.95", "0.95", "0.93", UP, Rag.GREEN),
        ("0.9499", "0.95", "0.93", UP, Rag.AMBER),
        ("0.93", "0.95", "0.93", UP, Rag.AMBER),
        ("0.9299", "0.95", "0.93", UP, Rag.RED),
        ("4", "4", "6", DOWN, Rag.GREEN),
        ("6", "4", "6", DOWN, Rag.AMBER),
        ("7", "4", "6", DOWN, Rag.RED),
        ("0", "4", "6", DOWN, Rag.GREEN),
        ("94", "95", None, UP, Rag.RED),
        ("95", "95", None, UP, Rag.GREEN),
        ("-5", "-10", "-20", UP, Rag.GREEN),
        (None, "95", "90", UP, Rag.NONE),
        ("95", None, "90", UP, Rag.NONE),
    ],
)
def test_colours(
    value: str | None, target: str | None, threshold: str | None, direction: Direction, expected: Rag
) -> None:
    def number(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    assert rag_of(number(value), number(target), number(threshold), direction) is expected


def test_each_colour_has_its_letter_in_both_languages() -> None:
    assert [rag.letter for rag in Rag] == [Label("V", "G"), Label("O", "A"), Label("R", "R"), Label("–", "–")]
