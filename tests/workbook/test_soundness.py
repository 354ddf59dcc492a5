"""How sound each stage is: rows counted by hand on small workbooks."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from generator.diagnostics import Severity
from generator.diagnostics.stage import Stage
from generator.locales import Language, Locale
from generator.workbook.bind import bind
from generator.workbook.read import read
from generator.workbook.soundness import stages
from tests.workbook.books import a_blank, opened, saved, the_example


def told(data: bytes | Path) -> dict[str, Stage]:
    bound = bind(read(data))
    return {stage.name: stage for stage in stages(bound.findings, bound.origins, Locale(Language.FR))}


def test_every_stage_is_told_in_order() -> None:
    assert list(told(the_example())) == [
        "0 Compte",
        "1 Cartographie",
        "2 Objectifs",
        "3 Gouvernance",
        "4 KPI",
        "5 Actions",
        "6 Animation",
    ]


def test_a_sound_workbook_is_sound_throughout() -> None:
    """Read alone, without the rules of coherence, the example has nothing to be said of."""
    assert {stage.score for stage in told(the_example()).values()} == {Decimal(1)}
    assert told(the_example())["4 KPI"].rows == 5
    assert told(the_example())["2 Objectifs"].rows == 7 + 5


def test_a_row_that_could_not_be_kept_still_counts() -> None:
    """The second KPI loses its calculation: five rows, four of them sound."""
    book = opened(the_example())
    sheet = book["4 KPI"]
    headers = {cell.value: cell.column or 0 for cell in sheet[6]}
    sheet.cell(8, headers["Calcul"], "ALÉATOIRE")
    kpis = told(saved(book))["4 KPI"]
    assert (kpis.rows, kpis.sound, kpis.score, kpis.gravest) == (5, 4, Decimal("0.8"), Severity.ERROR)


def test_two_findings_on_a_row_take_one_row() -> None:
    book = opened(the_example())
    sheet = book["4 KPI"]
    headers = {cell.value: cell.column or 0 for cell in sheet[6]}
    sheet.cell(8, headers["Calcul"], "ALÉATOIRE")
    sheet.cell(8, headers["Sens"], "De côté")
    assert (told(saved(book))["4 KPI"].rows, told(saved(book))["4 KPI"].sound) == (5, 4)


def test_a_blank_workbook_has_no_score_where_nothing_is_entered() -> None:
    blank = told(a_blank())
    assert blank["5 Actions"].score is None
    assert blank["1 Cartographie"].rows == 0


def test_a_file_that_cannot_be_read_has_stages_without_rows(tmp_path: Path) -> None:
    stages_told = told(tmp_path / "absent.xlsx")
    assert [(stage.rows, stage.findings) for stage in stages_told.values()] == [(0, ())] * 7
