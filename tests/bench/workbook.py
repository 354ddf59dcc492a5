"""What reading costs: `check` on growing workbooks, and on hostile files; time and peak memory, cold.

Run with `python -m tests.bench.workbook`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from generator.locales import Language
from generator.model.choices import FigureMeasure
from generator.model.mapping import FigureSeries
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.workbook.author import author
from tests.builders import a_figure_series, a_plan, an_action, an_entity, an_offer
from tests.workbook import hostile
from tests.workbook.books import COLOURS
from tests.workbook.test_hostile import HARMLESS, OVERLONG, REFUSED

SIZES = (2_500, 5_000, 10_000, 20_000)
QUARTERS = Quarter(2026, 3).back(12)
OFFERS = 50
ENDS = {0, 1, 3}
"""What `check` may end with: sound, findings that block, a file that the machine refuses."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "compte.xlsx"
        for name in FILES:
            written_apart(name, path)
            seconds, megabytes, code = checked(path)
            print(f"{name:<45} {seconds:6.2f} s {megabytes:6.0f} MB  exit {code}", flush=True)


def written_apart(name: str, path: Path) -> None:
    """Write a file in a process of its own, whose memory would else count for the one that is measured."""
    process = get_context("spawn").Process(target=write, args=(name, path))
    process.start()
    process.join()
    assert process.exitcode == 0


def write(name: str, path: Path) -> None:
    path.write_bytes(FILES[name]())


def checked(path: Path) -> tuple[float, float, int]:
    """Seconds, peak megabytes and exit code of `check` in a fresh interpreter."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "generator", "check", str(path)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in ENDS
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return time.perf_counter() - began, usage.ru_maxrss / unit, process.returncode


def a_large_workbook(rows: int) -> bytes:
    return author(a_large_plan(rows), Language.FR, colours=COLOURS)


def a_large_plan(rows: int) -> AccountPlan:
    """So many rows of figures over twelve quarters, and a quarter as many actions."""
    figures = tuple(a_figure_row(number) for number in range(rows))
    return a_plan(
        entities=tuple(an_entity(name=name) for name in dict.fromkeys(row.entity for row in figures)),
        offers=tuple(an_offer(name=f"Offre {number}") for number in range(OFFERS)),
        figures=figures,
        actions=tuple(an_action(ref=f"A-{number}", action=f"Action {number}") for number in range(rows // 4)),
    )


def a_figure_row(number: int) -> FigureSeries:
    measure = (FigureMeasure.REVENUE, FigureMeasure.BUDGET)[number // OFFERS % 2]
    return a_figure_series(
        entity=f"Entité {number // (2 * OFFERS)}",
        offer=f"Offre {number % OFFERS}",
        measure=measure,
        quarters={quarter: Decimal(number + step) for step, quarter in enumerate(QUARTERS)},
    )


FILES: dict[str, Callable[[], bytes]] = {
    **{f"{rows:,} rows of figures, {rows // 4:,} actions": partial(a_large_workbook, rows) for rows in SIZES},
    "1,000,000 blank formatted rows": lambda: hostile.with_rows(hostile.blank_rows(1_000_000)),
    "300,000 rows of 20 formatted cells": lambda: hostile.with_rows(hostile.blank_rows(300_000, cells=20)),
    **{f"10 MB of text, {name}": made for name, made in OVERLONG.items()},
    **{name: made for name, (made, _) in {**REFUSED, **HARMLESS}.items()},
}


if __name__ == "__main__":
    main()
