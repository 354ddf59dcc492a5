"""Builds of a small account, for tests of how files are written rather than of what they say."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from generator.pipeline import BuildOptions, build
from tests.builders import a_contract, a_kpi, a_plan, an_action, an_objective, quarters
from tests.test_pipeline import a_workbook

STAGES = import_module("generator.pipeline.build")
"""The module whose stages a test replaces: the package shows its function under the same name."""


def small_workbook(folder: Path, action: str = "Former les référents") -> Path:
    """A workbook of one contract, objective and KPI, and of this action."""
    plan = a_plan(
        contracts=(a_contract(),),
        objectives=(an_objective(),),
        kpis=(a_kpi(target=10, quarters=quarters(T3_2026=8)),),
        actions=(an_action(action=action),),
    )
    return a_workbook(folder / "compte.xlsx", plan)


def small_output(folder: Path, action: str) -> Path:
    """What is built of it, over what stands there: ``out`` in the workbook's folder."""
    build(small_workbook(folder, action), BuildOptions(output=folder / "out"))
    return folder / "out"


def contents(output: Path) -> dict[str, bytes]:
    """All files that people and later builds read, by path: those of a build at work are hidden."""
    files = [path for path in output.rglob("[!.]*") if path.is_file()]
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}
