"""French and English setting; ``~`` stands for a no-break space, ``_`` for a narrow one, ``=`` for U+2011."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.locales import Language, capitalise, typeset


def spaced(text: str) -> str:
    return text.replace("~", "\u00a0").replace("_", "\u202f").replace("=", "\u2011")


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("Échéance : demain ; vite ! non ?", "Échéance_: demain_; vite_! non_?"),
        ("96,4 % et 12 €", "96,4_% et 12_€"),
        ("« vite dit »", "«_vite dit_»"),
        ("soit 1 650 000 € en 2026", "soit 1_650_000_€ en~2026"),
        ("en 2026 120 contrats", "en~2026 120 contrats"),
        ("T3 2026, T1 26, 333 k€, 1,65 M€, 46 j", "T3~2026, T1~26, 333~k€, 1,65~M€, 46~j"),
        ("à 11 h 30", "à~11~h~30"),
        ("CT-01, KPI-05, OBJ-02, A-07", "CT=01, KPI=05, OBJ=02, A=07"),
        ("l'écart est de -3 pts (-2 en mars)", "l’écart est de~−3~pts (−2 en mars)"),
        ("de 2 à 5, sur 12, le 5, la 2e", "de~2 à~5, sur~12, le~5, la~2e"),
        ("le 2026-09-30 dans copil_2026-T3.pptx", "le~2026-09-30 dans copil_2026-T3.pptx"),
        ("06 12 34 56 78", "06 12 34 56 78"),
        ("https://exemple.test : ici", "https://exemple.test_: ici"),
    ],
)
def test_french(plain: str, expected: str) -> None:
    assert typeset(Language.FR, plain.replace("copil_", "copil-")) == spaced(expected.replace("copil_", "copil-"))


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("Due : 45 % ; now !", "Due: 45%; now!"),
        ("its % sign", "its % sign"),
        ("the client's Q3 2026 (CT-01), -3", "the client’s Q3~2026 (CT=01), −3"),
    ],
)
def test_english(plain: str, expected: str) -> None:
    assert typeset(Language.EN, plain) == spaced(expected)


@given(st.sampled_from(Language), st.text(alphabet="T1234 \u00a0\u202f:;!?%€«»-−'hjkMàdelCA,.(\n\u2011"))
def test_setting_twice_changes_nothing(language: Language, text: str) -> None:
    once = typeset(language, text)
    assert typeset(language, once) == once


def test_capitalise_leaves_the_rest() -> None:
    assert [capitalise(text) for text in ("trois KPI", "état", "")] == ["Trois KPI", "État", ""]
