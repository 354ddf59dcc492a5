"""A path is printed letter by letter, so that it may be copied from wherever it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.answers.paths import shown, typed
from generator.locales import Language, Locale

NAME = "T3 2026 - l'été de CT-01 ; 1 000.xlsx"
"""A name that French typography would set with four other characters."""


@pytest.mark.parametrize("language", list(Language))
def test_typography_leaves_a_path_alone(language: Language) -> None:
    told = Locale(language).say("cli.new.written_example", file=shown(Path(NAME)), typed=typed(Path(NAME)))
    assert told.count(NAME) == 2
    assert told.endswith(f'copil build "{NAME}"')


def test_a_path_without_a_space_needs_no_quotes() -> None:
    assert typed(Path("plan.xlsx")) == "plan.xlsx"
