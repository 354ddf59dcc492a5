"""What each command loads: a library that is not needed costs the reader a second."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRAWING = {"matplotlib", "pptx", "docx", "lxml", "xlsxwriter"}
# openpyxl loads numpy and PIL wherever they are installed
READING = {"openpyxl", "pydantic", "rapidfuzz", "numpy", "PIL"}

_PROBE = """
import sys
from generator.cli.main import run
code = run(sys.argv[1:])
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print("\\n" + " ".join([str(code), *loaded]))
"""


def loaded_by(*arguments: str) -> set[str]:
    """The top-level packages in memory once a command has run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "LANG": "fr_FR.UTF-8", "PYTHONPATH": str(ROOT)},
        check=True,
    )
    code, *modules = done.stdout.splitlines()[-1].split()
    assert code == "0"
    return set(modules)


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]])
def test_help_loads_no_library_of_the_stages(arguments: list[str]) -> None:
    assert loaded_by(*arguments) & (DRAWING | READING) == set()


def test_check_draws_nothing() -> None:
    loaded = loaded_by("check", "inputs/exemple.xlsx")
    assert loaded & (DRAWING | {"openpyxl", "numpy"}) == set()
    assert "pydantic" in loaded


def test_explain_reads_no_workbook() -> None:
    assert loaded_by("explain", "R404") & (DRAWING | {"openpyxl"}) == set()
