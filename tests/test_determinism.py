"""The same workbook gives the same bytes, whoever builds it, where, when, and however Python hashes that day."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

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
sys.exit(run(["build", *sys.argv[1:]]))
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
    "UMASK": "002",
    "SOURCE_DATE_EPOCH": "1",
    "MPLBACKEND": "svg",
}
TASTES = "font.size: 31\nlines.linewidth: 9\nsavefig.facecolor: 555555\nfont.family: monospace\naxes.grid: True\n"


def built_by(environment: Mapping[str, str], workbook: Path, *, former: Path, tastes: str = "") -> dict[str, bytes]:
    """Build in the workbook's folder, in a process and on a day of its own; all that was written, by path."""
    folder = workbook.parent
    (folder / "matplotlibrc").write_text(tastes)
    inherited = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    subprocess.run(
        [sys.executable, "-W", "error", "-c", _BUILD, workbook.name, "--since", str(former), "-o", "à rendre"],
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return contents(folder / "à rendre")


def copied(workbook: Path, to: Path) -> Path:
    to.parent.mkdir(parents=True)
    to.write_bytes(workbook.read_bytes())
    return to


def test_the_same_workbook_gives_the_same_bytes_everywhere(example_workbook: Path, tmp_path: Path) -> None:
    """Both editions, compared with the quarter before; other names of the files, and matplotlib to another taste."""
    last_quarter = example_workbook.with_name("exemple-t2.xlsx")
    one = built_by(SOMEWHERE, copied(example_workbook, tmp_path / "one" / "compte.xlsx"), former=last_quarter)
    other = built_by(
        ELSEWHERE,
        copied(example_workbook, tmp_path / "some way off" / "other" / "Compte – copie (2).xlsx"),
        former=copied(last_quarter, tmp_path / "before" / "T2.xlsx"),
        tastes=TASTES,
    )
    assert one.keys() == other.keys()
    manifest = "groupe-valmonde/history/2026-T3.build.json"  # it names the workbook, and nothing else in it differs
    assert [name for name in one if one[name] != other[name]] == [manifest]
    assert one[manifest].replace(b"compte.xlsx", b"") == other[manifest].replace(
        "Compte – copie (2).xlsx".encode(), b""
    )
    # two documents, what is kept of each and a snapshot for each edition; the manifest, and whose folder it is
    assert len(one) == 12
