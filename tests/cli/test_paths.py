"""A path is printed letter by letter, so that it may be copied from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.main import run

NAME = "T3 2026 - l'été de CT-01 ; 1 000.xlsx"
"""A name that French typography would set with four other characters."""


def test_the_command_line_prints_it_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", NAME]) == 0
    assert f"Classeur à remplir\u202f: {NAME}." in capsys.readouterr().out
