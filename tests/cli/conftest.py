"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.main import run


@pytest.fixture(autouse=True)
def french_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")


@pytest.fixture(autouse=True)
def _drawn_once(drawn_once: None) -> None:
    """What a command says, writes and refuses is not how documents look."""


@pytest.fixture
def blocked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A workbook with nothing typed in it."""
    file = tmp_path / "vide.xlsx"
    run(["new", str(file)])
    capsys.readouterr()
    return file
