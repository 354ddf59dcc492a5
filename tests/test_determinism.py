"""The same workbook gives the same bytes, whoever builds it, where, when, and however Python hashes that day."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.pipeline import Built
from tests.small_builds import contents

ROOT = Path(__file__).parents[1]

_BUILD = """
import os, sys
from datetime import datetime, timezone
import time_machine
day = datetime.fromisoformat(os.environ["TODAY"]).replace(tzinfo=timezone.utc)
time_machine.travel(day, tick=True).start()
assert datetime.now(timezone.utc).date() == day.date()
os.umask(int(os.environ["UMASK"], 8))
from generator.cli.main import run
sys.exit(run(["build", "compte.xlsx", "-o", sys.argv[1]]))
"""

SOMEWHERE = {
    "PYTHONHASHSEED": "0",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "USER": "camille",
    "TODAY": "2031-02-28T23:59:58",
    "UMASK": "077",
}
ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "America/St_Johns",
    "LC_ALL": "C",
    "USER": "root",
    "TODAY": "1999-12-31T12:00:00",
    "SOURCE_DATE_EPOCH": "1",
    "MPLBACKEND": "svg",
    "UMASK": "002",
}


TASTES = "font.size: 31\nlines.linewidth: 9\nsavefig.facecolor: 555555\nfont.family: monospace\naxes.grid: True\n"


def built_by(environment: Mapping[str, str], folder: Path, workbook: Path) -> dict[str, bytes]:
    """Build in a process, a folder and on a day of its own; all that was written, by path."""
    folder.mkdir(parents=True)
    (folder / "compte.xlsx").write_bytes(workbook.read_bytes())
    (folder / "matplotlibrc").write_text(TASTES if "MPLBACKEND" in environment else "")
    inherited = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    subprocess.run(
        [sys.executable, "-W", "error", "-c", _BUILD, "à rendre"],
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return contents(folder / "à rendre")


def test_the_same_workbook_gives_the_same_bytes_everywhere(
    built: Built, example_workbook: Path, tmp_path: Path
) -> None:
    one = built_by(SOMEWHERE, tmp_path / "one", example_workbook)
    other = built_by(ELSEWHERE, tmp_path / "some way off" / "other", example_workbook)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    here = {"/".join(document.path.parts[-4:]): document.path.read_bytes() for document in built.documents}
    assert [name for name in here if here[name] != one[name]] == []
