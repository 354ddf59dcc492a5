"""What the example breaks, found by reading its tables against the rules."""

from __future__ import annotations

import pytest

from generator.checks import check_coherence
from generator.diagnostics import Severity
from generator.locales import Language
from generator.workbook.example import example_plan

EXPECTED = [
    # ends on 28/02/2027, and no renewal objective names it
    ("R403", "CT-06"),
    # decides for the industry, sits nowhere, last met on 12/06/2026: 110 days ago
    ("R431", "Philippe Arnoux"),
    ("R412", "Philippe Arnoux"),
    # 3 × 5, no response written
    ("R456", "R-09"),
    # due on 31/08/2026
    ("R455", "D-08"),
    # 46, 15 and 5 days late
    ("R452", "A-07"),
    ("R452", "A-03"),
    ("R452", "A-12"),
    # OPP-02 and OPP-03: 45 000 + 65 000 = 110 000 for 300 000
    ("R427", "OBJ-07"),
    ("R423", "OBJ-07"),
    # every two months, last held on 02/07/2026: 90 days for 61 and a quarter
    ("R435", "CODEV Valmonde"),
    ("R436", "Revue contractuelle"),
    ("R436", "Revue interne de compte"),
]
IN_ENGLISH = {
    "CODEV Valmonde": "Valmonde development committee",
    "Revue contractuelle": "Contract review",
    "Revue interne de compte": "Internal account review",
}


@pytest.mark.parametrize("language", Language)
def test_the_example_has_warnings_that_are_true_and_no_error(language: Language) -> None:
    found = check_coherence(example_plan(language))
    assert [item for item in found if item.severity is Severity.ERROR] == []
    words = IN_ENGLISH if language is Language.EN else {}
    expected = [(code, words.get(key, key)) for code, key in EXPECTED]
    assert [(item.code, next(iter(item.path.key), "")) for item in found] == expected
