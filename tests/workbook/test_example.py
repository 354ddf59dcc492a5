"""The example says the same thing in both languages: same rows, same figures, same links, each in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.checks import check_coherence
from generator.locales import Language
from generator.measures.kpi_filter import filter_names
from generator.model.column import Kind
from generator.model.kpi_filter import read_filter
from generator.model.plan import AccountPlan
from generator.model.schema import TableSpec, table_of, tables
from generator.model.table import Row
from generator.workbook import example
from generator.workbook.example import example_plan

FRENCH, ENGLISH = example_plan(Language.FR), example_plan(Language.EN)
PLANS = pytest.mark.parametrize("plan", [FRENCH, ENGLISH], ids=["fr", "en"])
TABLES = pytest.mark.parametrize("spec", tables(), ids=lambda spec: spec.field)
PLACES_AND_PEOPLE = {person.key[0] for person in (*ENGLISH.team, *ENGLISH.contacts)} | {"Saône"}
FRENCH_WORDS = re.compile(
    r"\b(le|les|la|des|du|de|et|est|une|un|au|aux|pour|par|avec|sur|dans|sans|nos|ans|oui|non|groupe|usines?|offre|"
    r"bascules?|reconduction|infog\w*|conseil|trimestre|entretien|comité|prix|jours|COPIL|CODEV|DSI|RSSI|DG|"
    r"T[1-4])\b|\w*[àâäçéèêëîïôöùûü]\w*|[ld]’|\d [%€]|\d,\d(?!\d\d)",
    re.IGNORECASE,
)


def rows(plan: AccountPlan, spec: TableSpec) -> tuple[Row, ...]:
    """The rows of a table; a form is one row."""
    held: Row | tuple[Row, ...] = getattr(plan, spec.field)
    return held if isinstance(held, tuple) else (held,)


def words(plan: AccountPlan) -> Iterator[tuple[str, str]]:
    """Every text of a plan, with where it stands."""
    for spec in tables():
        for at, row in enumerate(rows(plan, spec)):
            for column in spec.columns:
                value = getattr(row, column.field)
                texts = value if column.kind is Kind.TEXTS else (value,) if column.kind is Kind.TEXT else ()
                yield from ((f"{spec.table.name}[{at}].{column.field}", text) for text in texts if text)


def keys(plan: AccountPlan, fields: tuple[str, ...]) -> dict[str, tuple[str, int]]:
    """What a link may name, and the row it stands for."""
    return {
        row.key[0]: (field, at)
        for field in fields
        for at, row in enumerate(rows(plan, table_of(field)))
        if any(row.key)
    }


def test_each_example_speaks_its_language() -> None:
    assert FRENCH.account.language is Language.FR
    assert ENGLISH.account.language is Language.EN


@TABLES
def test_both_hold_the_same_rows_but_for_words(spec: TableSpec) -> None:
    french, english = rows(FRENCH, spec), rows(ENGLISH, spec)
    assert len(english) == len(french)
    for column in spec.columns:
        if column.kind in {Kind.TEXT, Kind.TEXTS} or column.field == "language":
            continue
        assert [getattr(row, column.field) for row in english] == [getattr(row, column.field) for row in french]


@TABLES
def test_both_fill_in_the_same_cells(spec: TableSpec) -> None:
    for french, english in zip(rows(FRENCH, spec), rows(ENGLISH, spec), strict=True):
        for column in spec.columns:
            here, there = getattr(english, column.field), getattr(french, column.field)
            assert (here in (None, "", ())) == (there in (None, "", ()))
            if column.kind is Kind.TEXTS:
                assert len(here) == len(there)


@TABLES
def test_every_link_leads_to_the_same_row(spec: TableSpec) -> None:
    for column in (column for column in spec.columns if column.column.refs):
        french, english = keys(FRENCH, column.column.refs), keys(ENGLISH, column.column.refs)
        for before, after in zip(rows(FRENCH, spec), rows(ENGLISH, spec), strict=True):
            assert targets(after, column.field, english) == targets(before, column.field, french)


def targets(row: Row, field: str, known: dict[str, tuple[str, int]]) -> list[tuple[str, int]]:
    """The rows that a link names; KeyError when one names nothing."""
    value = getattr(row, field)
    names = value if isinstance(value, tuple) else (value,) if value else ()
    return [known[name] for name in names]


def test_references_and_names_are_the_same() -> None:
    for field in ("contracts", "objectives", "meetings", "decisions", "kpis", "actions", "risks", "opportunities"):
        assert [row.key for row in getattr(ENGLISH, field)] == [row.key for row in getattr(FRENCH, field)]
    assert [person.name for person in ENGLISH.team] == [person.name for person in FRENCH.team]
    assert [person.name for person in ENGLISH.contacts] == [person.name for person in FRENCH.contacts]


@PLANS
def test_the_filters_name_offers_of_the_plan(plan: AccountPlan) -> None:
    read = [read_filter(kpi.filter, kpi.calculation, filter_names(plan)) for kpi in plan.kpis]
    assert {name for item in read for name in item.offers} <= {offer.name for offer in plan.offers}
    assert [item.misread for item in read] == [()] * 5
    assert [item.window for item in read] == [1, 1, 1, 4, 4]
    assert len(read[0].offers) == 2


def test_no_french_is_left_in_the_english_one() -> None:
    found = {
        place: text
        for place, text in words(ENGLISH)
        if place.split(".")[-1] not in {"email", "calculation"}
        and FRENCH_WORDS.search(re.sub("|".join(sorted(PLACES_AND_PEOPLE)), "", text))
    }
    assert found == {}


def test_the_words_that_tell_french_do_tell_it() -> None:
    sentences = [text for _, text in words(FRENCH) if " " in text and text not in PLACES_AND_PEOPLE]
    told = [text for text in sentences if FRENCH_WORDS.search(text)]
    assert len(told) > len(sentences) * 0.9


def test_both_break_the_same_rules_at_the_same_rows() -> None:
    french, english = check_coherence(FRENCH), check_coherence(ENGLISH)
    assert [(item.code, item.severity, item.path.table, item.path.field) for item in english] == [
        (item.code, item.severity, item.path.table, item.path.field) for item in french
    ]


def test_a_language_without_a_folder_speaks_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Path(example.__file__).parent / "example"
    (tmp_path / "example").mkdir()
    (tmp_path / "example" / "fr").symlink_to(kept / "fr")
    monkeypatch.setattr(example, "files", lambda _: tmp_path)
    assert example_plan(Language.EN) == FRENCH
