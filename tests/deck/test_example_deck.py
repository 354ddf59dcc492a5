"""The deck of the example account: what a reader finds in it, slide by slide, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.locales import Language
from tests.deck.example_deck import LANGUAGES, deck_of
from tests.deck.outline import outline


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.value)
def test_the_whole_deck_reads_as_its_snapshot(golden: Callable[[str, str], None], language: Language) -> None:
    """``make golden`` writes it anew; the difference is what a review looks at."""
    golden(f"deck/example.{language.value}.txt", outline(deck_of(language).data))
