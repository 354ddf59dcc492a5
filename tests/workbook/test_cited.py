"""The cells behind a figure, read from a workbook."""

from __future__ import annotations

from datetime import datetime

from generator.model.field_path import FieldPath
from generator.workbook.bind import bind
from generator.workbook.cited import cited_cells
from generator.workbook.read import read
from tests.workbook.books import opened, saved, the_example


def test_each_path_gives_its_cell_and_what_it_holds() -> None:
    origins = bind(read(the_example())).origins
    cells = cited_cells(origins, [FieldPath("contracts", ("CT-01",), "end"), FieldPath("account", (), "currency")])
    assert [(cell.place.sheet, cell.place.column, cell.place.key, cell.value) for cell in cells] == [
        ("1 Cartographie", "Fin", "CT-01", datetime(2027, 5, 31)),
        ("0 Compte", "Devise", None, "EUR"),
    ]
    book = opened(the_example())
    for cell in cells:
        assert book[cell.place.sheet or ""][cell.place.cell or ""].value == cell.value


def test_rows_that_share_a_key_are_all_told_and_none_twice() -> None:
    """Two answers of one day, type and entity are two rows with one key."""
    origins = bind(read(the_example())).origins
    key, rows = next((key, rows) for key, rows in origins.rows["satisfaction"].items() if len(rows) > 1)
    cells = cited_cells(origins, [FieldPath("satisfaction", key, "score")] * 2)
    assert len(cells) == len(rows)
    assert len({cell.place.cell for cell in cells}) == len(rows)


def test_values_are_told_as_typed() -> None:
    book = opened(the_example())
    sheet = book["1 Cartographie"]
    sheet["J7"] = "1,6 M€"
    origins = bind(read(saved(book))).origins
    (cell,) = cited_cells(origins, [FieldPath("contracts", ("CT-01",), "annual_amount")])
    assert (cell.place.cell, cell.value) == ("J7", "1,6 M€")


def test_what_is_not_in_the_file_gives_nothing() -> None:
    origins = bind(read(the_example())).origins
    assert cited_cells(origins, [FieldPath("contracts", ("CT-99",), "end"), FieldPath("nowhere", ("x",), "y")]) == ()
