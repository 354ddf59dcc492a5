"""The example in `inputs/` is what `copil new --example` writes today."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from generator.brand.brand import load
from generator.cli.new import workbook_colours
from generator.locales import Language
from generator.workbook.author import author
from generator.workbook.example import example_plan

COMMITTED = Path(__file__).parents[2] / "inputs" / "exemple.xlsx"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_committed_example_has_not_drifted() -> None:
    today = author(example_plan(Language.FR), Language.FR, colours=workbook_colours(load().palette))
    assert parts(COMMITTED.read_bytes()) == parts(today)
