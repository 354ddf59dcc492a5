"""The rows of the outline: keys, titles and items are read; what is unknown, twice, tied or of no effect is told."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from generator.diagnostics import Finding
from generator.diagnostics.wording import message
from generator.locales import Language, Locale
from generator.model.account import OutlineRow
from generator.model.choices import Inclusion
from generator.workbook.bind import Bound
from generator.workbook.usual_outline import usual_outline
from tests.builders import a_kpi, a_plan, an_outline_row
from tests.workbook.in_memory import bound_plan

NO, YES, ANNEX = Inclusion.NO, Inclusion.YES, Inclusion.ANNEX


def read(*rows: OutlineRow, language: Language = Language.FR) -> Bound:
    return bound_plan(a_plan(outline=rows, kpis=(a_kpi(ref="KPI-02"),)), language)


def told(found: Bound, *, but: Sequence[str] = ("L313",)) -> list[Finding]:
    return [said for said in found.findings if said.code.startswith("L3") and said.code not in but]


def row(section: str, **changes: Any) -> OutlineRow:
    return an_outline_row(section=section, **changes)


@pytest.mark.parametrize("language", Language)
def test_the_usual_rows_are_read_as_they_are_and_nothing_is_told(language: Language) -> None:
    found = read(*usual_outline(language), language=language)
    assert found.plan is not None
    assert found.plan.outline == usual_outline(language)
    assert told(found, but=()) == []


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Synthèse", "summary"),
        (" KPIs ", "kpis"),
        ("Intertitre", "intertitre"),
        ("divider", "intertitre"),
        ("kpis: kpi-02", "kpis:KPI-02"),
        ("Next steps", "next"),
    ],
)
def test_a_row_is_about_what_it_names(typed: str, key: str) -> None:
    found = read(row(typed, title="Partie"))
    assert found.plan is not None
    assert ([one.section for one in found.plan.outline], told(found)) == ([key], [])


def test_what_names_no_section_is_an_error_with_the_nearest_key() -> None:
    (said,) = told(read(row("contrats")))
    assert (said.code, said.severity.name, said.value, said.suggestion, said.place.cell) == (
        "L308", "ERROR", "contrats", "contracts", "B7",
    )  # fmt: skip


@pytest.mark.parametrize(("typed", "code"), [("kpis:KPI-03", "L301"), ("risks:R-01", "L309")])
def test_an_item_that_is_not_there_or_cannot_stand_apart(typed: str, code: str) -> None:
    (said,) = told(read(row(typed)))
    assert (said.code, said.severity.name, said.place.cell) == (code, "ERROR", "B7")


def test_a_section_has_one_row_and_parts_any_number() -> None:
    rows = [row("kpis"), row("KPIs", title="Encore"), row("intertitre", title="A"), row("intertitre", title="B")]
    found = read(*rows)
    (said,) = told(found)
    assert (said.code, said.place.cell, dict(said.args)["first"]) == ("L302", "B8", "B7")
    assert found.plan is not None
    assert [one.section for one in found.plan.outline] == ["kpis", "intertitre", "intertitre"]


@pytest.mark.parametrize(
    ("asked", "cell", "why"),
    [
        (row("people", client=True), "F7", "cette section est interne, le client ne la voit jamais"),
        (row("glossary", deck=YES), "D7", "cette section n’a pas de diapositive"),
        (row("agenda", plan=ANNEX), "E7", "cette section n’est pas dans le plan"),
        (row("risks", deck=NO, plan=NO, title="Aléas"), "H7", "la section n’est dite ni dans le deck ni dans le plan"),
        (row("risks", deck=NO, lines=3), "I7", "la section n’a pas de diapositive dans ce deck"),
    ],
)
def test_what_changes_nothing_is_told_with_its_reason(asked: OutlineRow, cell: str, why: str) -> None:
    (said,) = told(read(asked))
    assert (said.code, said.severity.name, said.place.cell) == ("L310", "INFO", cell)
    assert message(said, Locale(Language.FR)).endswith(f"ne change rien\u202f: {why}.")


def test_orders_that_tie_are_told_among_what_is_told() -> None:
    rows = [
        row("kpis", order=Decimal(5)),
        row("next", order=Decimal(5)),
        row("risks", order=Decimal(5), deck=NO, plan=NO),
    ]
    (said,) = told(read(*rows))
    assert (said.code, said.place.cell, dict(said.args)["first"]) == ("L311", "G8", "G7")


def test_a_part_without_a_name_opens_nothing() -> None:
    (said,) = told(read(row("intertitre")))
    assert said.code == "L312"


def test_sections_without_a_row_are_named() -> None:
    rows = [one for one in usual_outline(Language.FR) if one.section not in {"risks", "next"}]
    (said,) = told(read(*rows), but=())
    assert (said.code, said.args["n"], said.args["names"]) == ("L313", 2, ("risks", "next"))
    assert told(read(), but=()) == []
