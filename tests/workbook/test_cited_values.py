"""A finding cites a value as Excel shows it to the person, never as a program holds it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest

from generator.diagnostics import Place, wording
from generator.locales import Language, Locale
from generator.model.column import Kind
from generator.workbook.conversions import Question, convert, shown
from generator.workbook.raw import CellError, UncomputedFormula

FR, EN = Language.FR, Language.EN


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (True, "VRAI", "TRUE"),
        (False, "FAUX", "FALSE"),
        (12.5, "12,5", "12.5"),
        (0.1 + 0.2, "0,3", "0.3"),
        (Decimal("1200.50"), "1200,5", "1200.5"),
        (12500, "12500", "12500"),
        (datetime(2023, 10, 1), "01/10/2023", "01/10/2023"),
        (datetime(2023, 10, 1, 9, 5), "01/10/2023 09:05", "01/10/2023 09:05"),
        (time(14, 30), "14:30", "14:30"),
        (timedelta(hours=25, minutes=30), "25:30:00", "25:30:00"),
        (CellError("#REF!"), "#REF!", "#REF!"),
        (UncomputedFormula("=A1"), "=A1", "=A1"),
    ],
    ids=repr,
)
def test_a_value_is_cited_as_excel_shows_it(value: object, french: str, english: str) -> None:
    assert (shown(value, FR), shown(value, EN)) == (french, english)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {Kind.QUARTERS, Kind.YES_NO}])
def test_no_kind_of_column_cites_or_keeps_a_word_of_a_program(kind: Kind) -> None:
    reading = convert(True, Question(Place(column="Colonne"), kind))  # noqa: FBT003 - what the cell holds
    assert [said.value for said in reading.findings] in ([], ["VRAI"])
    assert reading.value in (None, "VRAI", ("VRAI",))


@pytest.mark.parametrize("value", [6, 2.5, "forte"])
@pytest.mark.parametrize(("language", "scale"), [(FR, "de 1 (faible) à 5 (forte)."), (EN, "from 1 (low) to 5 (high).")])
def test_a_level_out_of_its_scale_says_what_the_ends_mean(value: object, language: Language, scale: str) -> None:
    (said,) = convert(value, Question(Place(column="Influence"), Kind.LEVEL, language)).findings
    assert wording.message(said, Locale(language)).replace("\u00a0", " ").endswith(scale)
