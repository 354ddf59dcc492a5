"""Other people's words: each stands for one column of its table, and for columns that the model has."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from generator.model.schema import table_of, tables
from generator.workbook.matching import folded_header
from generator.workbook.synonyms import bare, proposed, words

DATA = tomllib.loads(files("generator.workbook").joinpath("synonyms.toml").read_text("utf-8"))


def test_every_table_and_column_is_the_models() -> None:
    fields = {spec.field: {column.field for column in spec.columns} for spec in tables()}
    assert set(DATA["titles"]) <= set(fields)
    assert {table: set(columns) - fields[table] for table, columns in DATA["columns"].items()} == {
        table: set() for table in DATA["columns"]
    }


def test_a_label_of_the_model_goes_before_somebody_elses_word() -> None:
    for spec in tables():
        for column in spec.columns:
            found = proposed(spec, column.label.fr)
            assert found is not None
            assert folded_header(column.label.fr) in {folded_header(word) for word in found.label}


def test_concepts_stand_for_their_words() -> None:
    assert "pilote" in words("actions", "owner")
    column = proposed(table_of("actions"), "Pour quand")
    assert column is not None
    assert column.field == "due"
    assert proposed(table_of("actions"), "Météo") is None


@pytest.mark.parametrize(
    ("sheet", "name"),
    [
        ("5 Actions (copie)", "actions"),
        ("5 Actions (2)", "actions"),
        ("Copie de Actions", "actions"),
        ("Actions - copy", "actions"),
        ("Actions_old", "actions"),
        ("1 Cartographie", "cartographie"),
        ("2026", "2026"),
    ],
)
def test_a_sheet_without_its_number_and_the_mark_of_a_copy(sheet: str, name: str) -> None:
    assert bare(sheet) == name
