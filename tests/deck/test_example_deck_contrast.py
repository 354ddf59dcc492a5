"""Every text of the example's deck stands out from what it stands on, in the theme's own colours."""

from __future__ import annotations

import pytest

from generator.locales import Language
from tests.deck.example_deck import LANGUAGES, deck_of
from tests.deck.inks import Theme, contrast, inks

LEAST, LEAST_LARGE = 4.5, 3.0


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.value)
def test_text_stands_out_from_what_it_stands_on(language: Language) -> None:
    deck = deck_of(language)
    theme = Theme.of(deck)
    seen = [(slide.key, *one) for slide in deck.slides for one in inks(slide, theme)]
    assert len(seen) > 1500
    assert {"label 0", "1"} <= {words for _, words, *_ in seen}
    assert [
        (key, words, ink, ground, round(contrast(ink, ground), 2))
        for key, words, ink, ground, is_large in seen
        if contrast(ink, ground) < (LEAST_LARGE if is_large else LEAST)
    ] == []
