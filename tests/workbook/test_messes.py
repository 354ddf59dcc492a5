"""What people type into a sound workbook: each mess is read to its value, or named with its cell and left out."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from generator.diagnostics import Findings
from generator.diagnostics.rendering.text import render_text
from generator.locales import Language, Locale
from generator.model.choices import ActionPriority
from generator.model.field_path import FieldPath
from generator.workbook.bind import Bound
from generator.workbook.origins import Origins
from tests.workbook.books import bound, bounds, fill, opened, saved, told
from tests.workbook.short_plan import the_short
from tools.cell_edits import CellContent, Error, Formula, edited

IMPACT = FieldPath("amendments", ("AV-01",), "annual_impact")
PROGRESS = FieldPath("actions", ("A-02",), "progress")
DUE = FieldPath("actions", ("A-02",), "due")
PRIORITY = FieldPath("actions", ("A-02",), "priority")
OWNER = FieldPath("actions", ("A-02",), "owner")
INFLUENCE = FieldPath("contacts", ("Hélène Castaing",), "influence")
NOTICE = FieldPath("contracts", ("CT-01",), "notice_months")
HOUR = FieldPath("meetings", ("S-01",), "starts_at")
FACT = FieldPath("contacts", ("Hélène Castaing",), "observed_fact")

MESSES: list[tuple[FieldPath, CellContent, object, list[str]]] = [
    # numbers
    (IMPACT, "12 500 €", Decimal(12_500), []),
    (IMPACT, "12\u202f500", Decimal(12_500), []),
    (IMPACT, "12\u00a0500,50", Decimal("12500.50"), []),
    (IMPACT, "12'500", Decimal(12_500), []),
    (IMPACT, "1.250.000", Decimal(1_250_000), []),
    (IMPACT, "1.250,75", Decimal("1250.75"), []),
    (IMPACT, "1,250.75", Decimal("1250.75"), []),
    (IMPACT, "(1 200)", Decimal(-1_200), []),
    (IMPACT, "1 200-", Decimal(-1_200), []),
    (IMPACT, 0.1 + 0.2, Decimal("0.3"), []),
    (IMPACT, 123456789.123456, Decimal("123456789.123456"), []),
    (IMPACT, "1,5 M€", Decimal(1_500_000), ["V211"]),
    (IMPACT, "125 k€", Decimal(125_000), ["V211"]),
    (IMPACT, "1.234", None, ["V203"]),
    (IMPACT, "1,234", None, ["V203"]),
    (IMPACT, "douze mille", None, ["V202"]),
    (IMPACT, "n/a", None, []),
    (IMPACT, "NC", None, []),
    (IMPACT, "-", None, []),
    (IMPACT, " néant ", None, []),
    (IMPACT, Error("#REF!"), None, ["W118"]),
    (IMPACT, Error("#N/A"), None, ["W118"]),
    (IMPACT, Formula("SUM(A1:A3)"), None, ["W117"]),
    # rates, levels, whole numbers
    (PROGRESS, "45 %", Decimal("0.45"), []),
    (PROGRESS, "0,45", Decimal("0.45"), []),
    (PROGRESS, 45, None, ["V207"]),
    (PROGRESS, "45", None, ["V207"]),
    (PROGRESS, 150, None, ["V208"]),
    (INFLUENCE, "4", 4, []),
    (INFLUENCE, 7, None, ["V208"]),
    (INFLUENCE, 2.5, None, ["V209"]),
    (NOTICE, "3 mois", 3, []),
    (NOTICE, "trois", None, ["V202"]),
    # dates and times
    (DUE, 46387, date(2026, 12, 31), []),
    (DUE, "31/12/2026", date(2026, 12, 31), ["V205"]),
    (DUE, "2026-12-31", date(2026, 12, 31), ["V205"]),
    (DUE, "31 déc. 2026", date(2026, 12, 31), ["V205"]),
    (DUE, "03/04/2026", date(2026, 4, 3), ["V205"]),
    (DUE, "31/02/2026", None, ["V204"]),
    (DUE, "12/31/2026", None, ["V204"]),
    (DUE, "déc. 2026", None, ["V204"]),
    (DUE, "fin octobre", None, ["V204"]),
    (DUE, 2026, None, ["V204"]),
    (HOUR, "14 h 30", time(14, 30), []),
    (HOUR, "matin", None, ["V212"]),
    # words
    (PRIORITY, " HAUTE ", ActionPriority.HIGH, []),
    (PRIORITY, "hautes", ActionPriority.HIGH, []),
    (PRIORITY, "High", ActionPriority.HIGH, []),
    (PRIORITY, "urgente", None, ["V206"]),
    (OWNER, "  claire\u00a0VASSEUR ", "Claire Vasseur", []),
    (OWNER, "VASSEUR Claire", None, ["L301"]),
    (OWNER, "Claire Vaseur", None, ["L301"]),
    (OWNER, "C. Vasseur", None, ["L301"]),
    (FACT, "Deux lignes\nici", "Deux lignes\nici", []),
    (FACT, "Fin  de\tligne ", "Fin de ligne", []),
]

SUGGESTED = {
    "déc. 2026": "31/12/2026",
    "fin octobre": "31/10/2026",
    "VASSEUR Claire": "Claire Vasseur",
    "Claire Vaseur": "Claire Vasseur",
    "C. Vasseur": "Claire Vasseur",
}


@cache
def the_origins(language: Language = Language.FR) -> Origins:
    return bound(the_short(language)).origins


@cache
def typed(path: FieldPath, content: CellContent) -> tuple[Bound, str]:
    """The example with one cell typed anew, and that cell."""
    place = the_origins().place(path)
    assert place is not None
    assert place.sheet
    assert place.cell
    return bound(edited(the_short(), {(place.sheet, place.cell): content})), place.cell


def value_of(result: Bound, path: FieldPath) -> object:
    assert result.plan is not None
    rows = {row.key: row for row in getattr(result.plan, path.table)}
    return getattr(rows[path.key], path.field)


@pytest.mark.parametrize(("path", "content", "expected", "codes"), MESSES, ids=lambda part: ascii(part)[:40])
def test_each_mess_is_read_or_named(path: FieldPath, content: CellContent, expected: Any, codes: list[str]) -> None:
    result, cell = typed(path, content)
    found = [(code, said_cell) for code, _, said_cell in told(result.findings)]
    assert found == [(code, cell) for code in codes]
    assert value_of(result, path) == expected
    if codes:
        suggested = SUGGESTED.get(str(content))
        assert [said.suggestion for said in result.findings] == [suggested]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("path", "content", "code"), [(path, content, codes[0]) for path, content, _, codes in MESSES if codes]
)
def test_each_finding_is_told_in_both_languages_with_its_cell(
    path: FieldPath, content: CellContent, code: str, language: Language
) -> None:
    result, cell = typed(path, content)
    text = render_text(Findings.of(result.findings), Locale(language))
    assert f"  {cell}" in text
    assert code in text
    shown = content.text if isinstance(content, (Error, Formula)) else str(content)
    as_cited = shown.replace(".", ",") if isinstance(content, float) else shown
    assert as_cited.split()[0] in text
    assert "{" not in text


ENGLISH_DATES = [
    ("03/04/2026", date(2026, 4, 3), ["V205", "V214"]),
    ("31/12/2026", date(2026, 12, 31), ["V205"]),
    ("12/31/2026", date(2026, 12, 31), ["V205"]),
    ("05/05/2026", date(2026, 5, 5), ["V205"]),
]


@pytest.mark.parametrize(("content", "expected", "codes"), ENGLISH_DATES)
def test_dates_of_an_english_sheet(content: str, expected: date, codes: list[str]) -> None:
    place = the_origins(Language.EN).place(DUE)
    assert place is not None
    assert place.sheet
    assert place.cell
    result = bound(edited(the_short(Language.EN), {(place.sheet, place.cell): content}))
    assert [said.code for said in result.findings] == codes
    assert value_of(result, DUE) == expected


def with_lines(*lines: list[Any], gap: int = 0) -> Bound:
    """The example with lines typed under the actions."""
    book = opened(the_short())
    sheet = book["5 Actions"]
    left, _, _, bottom = bounds(sheet.tables["Actions"].ref)
    fill(sheet, lines, top=bottom + 1 + gap, left=left)
    return bound(saved(book))


A_ROW = ["A-90", "Appeler le DSI", *[None] * 9, "À faire"]

LINES: dict[str, tuple[list[list[Any]], int, list[str], int]] = {
    "a section heading": ([["Axe 2 : qualité de service"], A_ROW], 0, ["W123"], 1),
    "a section heading in another column": ([[None, "Axe 2 : qualité de service"], A_ROW], 0, ["W123"], 1),
    "a total": ([["Total", *[None] * 9, 12]], 0, [], 0),
    "a total with a long name": ([[None, "Sous-total de l’axe", *[None] * 8, 12]], 0, [], 0),
    "sums without a name": ([[*[None] * 10, 12]], 0, ["W124"], 0),
    "numbers given in advance": ([["A-90"], ["A-91"], [92]], 0, [], 0),
    "a row after a gap": ([A_ROW], 3, [], 1),
    "a note after a gap": ([[None, "Relire avec Sofia"]], 3, ["W125"], 0),
    "a row that lacks its status": ([["A-90", "Appeler le DSI"]], 0, ["V201"], 0),
    "a row whose action is called like a total": ([["A-90", "Total Énergies : appeler"]], 0, ["V201"], 0),
}


@pytest.mark.parametrize("case", LINES)
def test_lines_under_a_table(case: str) -> None:
    lines, gap, codes, more = LINES[case]
    result = with_lines(*lines, gap=gap)
    before = bound(the_short()).plan
    assert [code for code, _, _ in told(result.findings)] == codes
    assert result.plan is not None
    assert before is not None
    assert len(result.plan.actions) == len(before.actions) + more


def test_a_column_in_thousands_is_named() -> None:
    headers = {cell.value: cell.coordinate for cell in opened(the_short())["1 Cartographie"][6]}
    result = bound(edited(the_short(), {("1 Cartographie", headers["Montant annuel"]): "Montant annuel (k€)"}))
    assert told(result.findings) == [("W128", "1 Cartographie", headers["Montant annuel"])]


def test_a_quarter_typed_a_little_too_far_is_read() -> None:
    book = opened(the_short())
    sheet = book["4 KPI"]
    _, top, right, _ = bounds(sheet.tables["KPI"].ref)
    fill(sheet, [["T4 2026"], [31]], top=top, left=right + 3)
    result = bound(saved(book))
    assert told(result.findings) == []
    assert result.plan is not None
    assert [str(quarter) for quarter in result.plan.kpis[0].quarters][-1] == "2026-T4"
