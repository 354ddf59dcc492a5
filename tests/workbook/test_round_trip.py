"""What is authored reads back as it was."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pytest
from openpyxl.utils import get_column_letter

from generator.diagnostics import Severity
from generator.locales import Language
from generator.model.quarter import Quarter
from generator.model.schema import tables
from generator.workbook.author import author
from generator.workbook.example import example_plan
from tests.builders import a_plan, a_team_member
from tests.workbook.books import COLOURS, a_blank, bound, bounds, fill, opened, saved, the_example


@pytest.mark.parametrize("language", Language)
def test_the_example_comes_back_whole(language: Language) -> None:
    result = bound(the_example(language))
    assert result.plan == example_plan(language)
    assert list(result.findings) == []


@pytest.mark.parametrize("language", Language)
def test_the_same_plan_gives_the_same_bytes(language: Language) -> None:
    assert author(example_plan(language), language, colours=COLOURS) == the_example(language)


def test_a_small_plan_comes_back_whole() -> None:
    plan = a_plan()
    result = bound(author(plan, Language.FR, colours=COLOURS))
    assert result.plan == plan
    assert not result.findings.errors


def test_a_name_that_no_file_can_hold_leaves_the_workbook_readable() -> None:
    """Names stand in their table as texts, and once more as the results of the formulas of the lists."""
    names = ("Cl\x00aire Vasseur", "Zo\ufffeé Marin")
    plan = a_plan(team=tuple(a_team_member(name=name) for name in names))
    result = bound(author(plan, Language.FR, colours=COLOURS))
    assert result.plan is not None
    assert [member.name for member in result.plan.team] == ["Claire Vasseur", "Zo\ufffdé Marin"]


@pytest.mark.parametrize("language", Language)
def test_a_blank_workbook_says_what_to_fill_in(language: Language) -> None:
    result = bound(a_blank(language))
    assert result.plan is None
    assert [said.code for said in result.findings] == ["W119"] * 7
    assert [said.severity for said in result.findings] == [Severity.ERROR, *[Severity.WARNING] * 6]
    first = result.findings.items[0]
    assert first.args["tables"] == tuple(
        spec.table.title for spec in tables() if spec.field in {"account", "team", "entities", "offers"}
    )


def test_a_blank_workbook_needs_a_period() -> None:
    with pytest.raises(ValueError, match="quarter"):
        author(None, Language.FR, colours=COLOURS)


def test_a_blank_crosstab_shows_twelve_quarters_and_the_current_one() -> None:
    sheet = opened(a_blank())["4 KPI"]
    headers = [
        cell.value for cell in sheet[6] if isinstance(cell.value, str) and re.fullmatch(r"T\d \d{4}", cell.value)
    ]
    assert headers[0] == "T4 2023"
    assert headers[-2:] == ["T3 2026", "T4 2026"]
    assert len(headers) == 13


def test_rows_and_a_quarter_added_by_hand_are_read() -> None:
    book = opened(the_example())
    actions, mapping, kpis = book["5 Actions"], book["1 Cartographie"], book["4 KPI"]
    plan = example_plan(Language.FR)
    left, top, _, bottom = bounds(actions.tables["Actions"].ref)
    for step, ref in enumerate(("A-97", "A-98", "A-99"), start=1):  # just below the table, without growing it
        actions.cell(bottom + step, left, ref)
        actions.cell(bottom + step, left + 1, f"Action {ref}")
        actions.cell(bottom + step, left + 11, "À faire")
    left, _, _, bottom = bounds(mapping.tables["Contrats"].ref)
    row = [
        "CT-99",
        "Contrat ajouté",
        "Groupe",
        "Support",
        "Essai",
        date(2026, 9, 1),
        date(2026, 10, 1),
        None,
        5000,
        "Aucune",
        None,
        None,
        "Actif",
    ]
    fill(mapping, [row], top=bottom + 1, left=left)
    table = kpis.tables["KPI"]
    left, top, right, bottom = bounds(table.ref)
    kpis.cell(top, right + 1, "T4 2026")
    kpis.cell(top + 5, right + 1, 4)
    result = bound(saved(book))
    assert not result.findings.errors
    assert result.plan is not None
    assert [action.ref for action in result.plan.actions[-3:]] == ["A-97", "A-98", "A-99"]
    assert len(result.plan.actions) == len(plan.actions) + 3
    assert result.plan.contracts[-1].annual_amount == Decimal(5000)
    assert result.plan.kpis[4].quarters[Quarter(2026, 4)] == Decimal(4)
    assert len(result.plan.kpis[4].quarters) == len(plan.kpis[4].quarters) + 1


@pytest.mark.parametrize("language", Language)
def test_every_header_has_a_note_and_every_closed_column_a_drop_down(language: Language) -> None:
    book = opened(a_blank(language))
    names = set(book.defined_names)
    for sheet in book.worksheets[1:-1]:
        sources = {rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
        assert {source.removeprefix("=") for source in sources} <= names
        for table in sheet.tables.values():
            left, top, right, _ = bounds(table.ref)
            assert top == 6
            if table.name not in {"Compte", "Parametres"}:
                assert all(sheet[f"{get_column_letter(column)}6"].comment for column in range(left, right + 1))


def test_neighbouring_tables_never_touch() -> None:
    for sheet in opened(the_example()).worksheets:
        spans = sorted((*bounds(table.ref), table.name) for table in sheet.tables.values())
        for before, after in pairwise(spans):
            spare = 8 if before[-1] in {"Tickets", "Chiffres", "KPI"} else 0  # room for the quarters to come
            assert after[0] - before[2] == 3 + spare


def test_the_package_holds_nothing_of_this_machine_or_day() -> None:
    with zipfile.ZipFile(BytesIO(the_example())) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-01-01T00:00:00Z" in package.read("docProps/core.xml")
