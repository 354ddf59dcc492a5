"""A build killed at any moment leaves the former documents, or new ones that the next build completes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator.output.drafts import leftovers
from generator.output.journal import journal_path
from generator.pipeline import BuildOptions, build
from tests.kill_points import killed_at, operations
from tests.small_builds import STAGES, contents, small_output
from tests.validity import complaints

ROOT = Path(__file__).parents[1]
KILLS = 30
OFFICE = (".pptx", ".docx")
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a child to kill is forked"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def former(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the last build left: the output of a workbook that has since changed."""
    return small_output(tmp_path_factory.mktemp("former"), "Former les référents")


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory, former: Path) -> Path:
    """What the next build makes of it when nobody kills it."""
    folder = tmp_path_factory.mktemp("new")
    shutil.copytree(former, folder / "out")
    return small_output(folder, "Réunir les référents")


@pytest.mark.usefixtures("drawn_once")
def test_a_build_killed_at_any_of_thirty_moments_leaves_nothing_by_halves(
    former: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is killed here is the writing on the disk: the workbook stays as it is, and is read once."""
    monkeypatch.setattr(STAGES, "check", cache(STAGES.check))
    before, after = contents(former), contents(new)
    assert before != after
    workbook = new.parent / "compte.xlsx"

    def trial(name: str) -> Callable[[], None]:
        shutil.copytree(former, tmp_path / name)
        return lambda: void(build(workbook, BuildOptions(output=tmp_path / name)))

    trial("drawn")()
    points = operations(trial("counted"), tmp_path)
    assert points > KILLS
    for point in sorted(random.Random(7).sample(range(1, points + 1), KILLS)):  # noqa: S311 - no secret
        again, here = trial(str(point)), tmp_path / str(point)
        killed_at(point, again, here)
        found = contents(here)
        assert all(content in (before.get(name), after.get(name)) for name, content in found.items())
        if not any(journal_path(account).exists() for account in here.iterdir()):
            assert found in (before, after)
        again()
        assert contents(here) == after
        assert leftovers(here) == ()


def test_a_real_build_killed_while_it_writes_leaves_nothing_by_halves(former: Path, new: Path, tmp_path: Path) -> None:
    """A process of its own, killed as soon as its first draft shows."""
    before, after = contents(former), contents(new)
    here, command = tmp_path / "out", [sys.executable, "-m", "generator", "build", str(new.parent / "compte.xlsx")]
    shutil.copytree(former, here)
    process = subprocess.Popen([*command, "-o", str(here)], cwd=ROOT, stdout=subprocess.DEVNULL)
    while not leftovers(here) and is_running(process):
        pass
    process.kill()
    assert process.wait() in (-signal.SIGKILL, 0)
    assert all(content in (before.get(name), after.get(name)) for name, content in contents(here).items())
    build(new.parent / "compte.xlsx", BuildOptions(output=here))
    assert contents(here) == after
    assert leftovers(here) == ()
    assert [complaints(path) for path in here.rglob("*") if path.suffix in OFFICE and complaints(path)] == []


def is_running(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(0.005)
    except subprocess.TimeoutExpired:
        return True
    return False


def void(_: object) -> None:
    """Let a lambda return nothing."""
