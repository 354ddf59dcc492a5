"""A command line run in the tests' own process, and what it prints."""

from __future__ import annotations

import pytest

from generator.cli.main import run

Captured = pytest.CaptureFixture[str]


def plain(text: str) -> str:
    """A text with plain spaces and hyphens."""
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("\u2011", "-")


def transcript(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    """Run a command line: exit code, standard output, standard error, with plain spaces."""
    code = run(arguments)
    printed = capsys.readouterr()
    return code, plain(printed.out), plain(printed.err)
