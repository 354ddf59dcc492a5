"""What every test shares: the example account, read once and built once, snapshots, and the same trials everywhere."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from generator.model.plan import AccountPlan
    from generator.pipeline import Built

settings.register_profile("copil", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("copil")

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
os.environ["COPIL_PAGES"] = "0"  # a layout takes seconds: where pages are wanted they are asked for
SKIPS_REFUSED = os.environ.get("COPIL_SKIPS") == "refused"  # where every program is installed, no test may be skipped


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the snapshots of tests/golden anew, no more")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--update-golden"):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


def pytest_collection_finish() -> None:
    """Let the collector look through what tests make, and not through the modules of all of them over and over."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and SKIPS_REFUSED and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", f"skipped where no test may be: {report.longrepr}"
    return report


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with its snapshot, or write it anew with ``--update-golden``."""

    def compare(name: str, told: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(told, encoding="utf-8")
        assert told.splitlines() == path.read_text(encoding="utf-8").splitlines()

    return compare


@pytest.fixture
def golden_once(request: pytest.FixtureRequest, golden: Callable[[str, str], None]) -> Callable[[str, str], None]:
    """Do the same for what stays as it is once it is there: ``--update-golden`` writes it only where it is not."""

    def compare(name: str, told: str) -> None:
        if request.config.getoption("--update-golden") and (GOLDEN / name).exists():
            assert told.splitlines() == (GOLDEN / name).read_text(encoding="utf-8").splitlines()
        else:
            golden(name, told)

    return compare


@pytest.fixture
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds of what was built before take its documents as they were drawn and searched, for tests of the rest."""
    from tests.drawn_once import draw, prove
    from tests.small_builds import STAGES

    monkeypatch.setattr(STAGES, "draw", draw)
    monkeypatch.setattr(STAGES, "prove", prove)


@pytest.fixture(scope="session")
def example() -> AccountPlan:
    """The plan of the example account."""
    from generator.locales import Language
    from generator.workbook.example import example_plan

    return example_plan(Language.FR)


@pytest.fixture(scope="session")
def example_workbook() -> Path:
    """The example as it stands in the repository."""
    return ROOT / "inputs" / "exemple.xlsx"


@pytest.fixture(scope="session")
def built(example_workbook: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both documents of the example, in French."""
    from generator.pipeline import BuildOptions, build

    return build(example_workbook, BuildOptions(output=tmp_path_factory.mktemp("built")))
