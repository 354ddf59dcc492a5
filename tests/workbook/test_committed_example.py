"""The example in `inputs/` holds what `copil new --example` writes today, whatever library release wrote it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from generator.brand.brand import load
from generator.cli.new import workbook_colours
from generator.locales import Language
from generator.workbook.author import author
from generator.workbook.example import example_plan

COMMITTED = Path(__file__).parents[2] / "inputs" / "exemple.xlsx"


def told(data: bytes) -> dict[str, Any]:
    """Cells with their formats, notes and links, tables, drop-downs and names, by sheet."""
    book = openpyxl.load_workbook(BytesIO(data))
    return {"names": sorted((name, held.attr_text) for name, held in book.defined_names.items())} | {
        sheet.title: {
            "cells": {
                cell.coordinate: _cell(cell) for row in sheet.iter_rows() for cell in row if cell.value is not None
            },
            "tables": sorted((table.name, table.ref) for table in sheet.tables.values()),
            "lists": sorted(
                (str(rule.sqref), rule.type, rule.formula1) for rule in sheet.data_validations.dataValidation
            ),
            "frozen": sheet.freeze_panes,
        }
        for sheet in book.worksheets
    }


def _cell(cell: Any) -> tuple[object, ...]:
    return (
        cell.value,
        cell.number_format,
        cell.comment.text if cell.comment else None,
        cell.hyperlink.location if cell.hyperlink else None,
    )


def test_the_committed_example_has_not_drifted() -> None:
    today = author(example_plan(Language.FR), Language.FR, colours=workbook_colours(load().palette))
    assert told(COMMITTED.read_bytes()) == told(today)
