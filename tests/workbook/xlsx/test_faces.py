"""What number formats show of a number: every expectation is what a spreadsheet shows, worked by hand."""

from __future__ import annotations

import pytest

from generator.workbook.raw import Face
from generator.workbook.xlsx.faces import face, sections


@pytest.mark.parametrize(
    ("code", "number", "expected"),
    [
        ("", 12, None),
        ("General", 12, None),
        ("#,##0", 12, None),
        ("0", 12, None),
        ('#,##0\\ "€"', 12, Face("€")),
        ("#,##0 €", 12, Face("€")),
        ("[$$-409]#,##0.00", 12, Face("$")),
        ('"$"#,##0', 12, Face("$")),
        ("[$CHF-100C] #,##0", 12, Face("CHF")),
        ("[$£-809]#,##0", 12, Face("£")),
        ('_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', 12, Face("€")),
        ('_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', -12, None),
        ('#,##0" k€"', 12, Face("k€")),
        ("#,##0,", 12_000, Face(thousands=1)),
        ('#,##0,," M€"', 12e6, Face("M€", thousands=2)),
        ('[>=1000000]0.0,," M€";[>=1000]0," k€";0" €"', 12e6, Face("M€", thousands=2)),
        ('[>=1000000]0.0,," M€";[>=1000]0," k€";0" €"', 12e3, Face("k€", thousands=1)),
        ('[>=1000000]0.0,," M€";[>=1000]0," k€";0" €"', 12, Face("€")),
        ("0%", 0.5, Face(is_percent=True)),
        ("0.0 %", 0.5, Face(is_percent=True)),
        ('0"%"', 50, Face("%")),
        ('0" jours"', 180, Face("jours")),
        ("[Red]0;[Blue]0", 12, None),
        ("000", 1, Face(digits="001")),
        ('"CT-"000', 1, Face("CT", digits="CT-001")),
        ("0.00", 1.3, Face(digits="1.30")),
        ("0.00E+00", 1.3, None),
        ("# ?/?", 0.5, None),
        ("@", 12, None),
    ],
)
def test_what_a_format_shows_beside_the_digits(code: str, number: float, expected: Face | None) -> None:
    assert face(sections(code), number) == expected
