"""What every test shares: the example account, read once and built once, snapshots, and the same trials everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from generator.locales import Language
from generator.model.plan import AccountPlan
from generator.pipeline import BuildOptions, Built, build
from generator.workbook.example import example_plan

settings.register_profile("copil", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("copil")

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the snapshots of tests/golden anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with its snapshot, or write it anew with ``--update-golden``."""

    def compare(name: str, told: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(told, encoding="utf-8")
        assert told == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def example() -> AccountPlan:
    """The plan of the example account."""
    return example_plan(Language.FR)


@pytest.fixture(scope="session")
def example_workbook() -> Path:
    """The example as it stands in the repository."""
    return ROOT / "inputs" / "exemple.xlsx"


@pytest.fixture(scope="session")
def built(example_workbook: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both documents of the example, in French."""
    return build(example_workbook, BuildOptions(output=tmp_path_factory.mktemp("built")))
