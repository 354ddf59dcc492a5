"""Facts have a home: colours in the brand, thresholds with the measures, no hidden plotting state."""

import ast
import re
from pathlib import Path

import pytest

from generator.locales import Language
from generator.locales.catalogue import messages

ROOT = Path(__file__).parents[2]
COLOUR = re.compile(r"#?[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}")
HAS_LETTER_OR_HASH = re.compile(r"[#A-Fa-f]")
COUNTED = r"\d+|two|three|four|six|nine|ten|deux|trois|quatre|six|neuf|dix"
SPANS = "jours?|mois|semaines?|days?|months?|weeks?|%"
THRESHOLD = re.compile(rf"\b(?:{COUNTED})\s?(?:{SPANS})(?!\w)|(?:au moins|at least) (?:{COUNTED})\b")
A_YEAR = {"12 mois", "12 months"}


def outside_the_brand() -> list[Path]:
    everything = sorted((ROOT / "generator").rglob("*.py"))
    return [path for path in everything if "brand" not in path.relative_to(ROOT).parts]


def test_no_colour_outside_the_brand() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
        for path in outside_the_brand()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if COLOUR.fullmatch(node.value) and re.search(r"[#\d]", node.value) and HAS_LETTER_OR_HASH.search(node.value)
    ]
    assert found == []


def test_pyplot_is_never_imported() -> None:
    found = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "generator").rglob("*.py"))
        if re.search(r"^\s*(?:import|from) .*pyplot", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert found == []


@pytest.mark.parametrize("language", Language)
def test_a_sentence_prints_no_threshold_of_its_own(language: Language) -> None:
    """What a measure counts by is an argument of the sentence: changed there, it is changed in what is said."""
    told = {
        key: found for key, forms in messages(language, "story").items() for found in THRESHOLD.findall(" ".join(forms))
    }
    assert {key: found for key, found in told.items() if found not in A_YEAR} == {}
