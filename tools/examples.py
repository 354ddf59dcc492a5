"""The files of `inputs`, all of them made from the program: `make examples` writes them anew."""

from __future__ import annotations

from pathlib import Path

from generator.brand import load
from generator.cli.new import workbook_colours
from generator.locales import Language
from generator.workbook.author import author
from generator.workbook.example import example_plan
from tools.defects import with_defects
from tools.next_quarter_example import earlier_workbook
from tools.workbook_readme import readme

INPUTS = Path(__file__).parents[1] / "inputs"


def inputs() -> dict[str, bytes]:
    """Return each file by its name."""
    example = author(example_plan(Language.FR), Language.FR, colours=workbook_colours(load().palette))
    return {
        "exemple.xlsx": example,
        "exemple-t2.xlsx": earlier_workbook(Language.FR),
        "defauts.xlsx": with_defects(example),
        "README.md": readme().encode(),
    }


if __name__ == "__main__":
    for name, content in inputs().items():
        (INPUTS / name).write_bytes(content)
