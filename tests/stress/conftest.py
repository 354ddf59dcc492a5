"""The stress plans told once, in both languages."""

from __future__ import annotations

from functools import cache

import pytest

from generator.brand import Brand, load
from generator.diagnostics import Findings
from generator.locales import Language, Locale
from generator.story import Story, tell_internal
from tests.stress.plans import CASES


@pytest.fixture(scope="session", name="brand")
def brand_fixture() -> Brand:
    return load(None)


@cache
def story_of(case: str, language: Language) -> Story:
    """The internal story of a stress plan."""
    return tell_internal(CASES[case](), Locale(language, "EUR"), Findings())
