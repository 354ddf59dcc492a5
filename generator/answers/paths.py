"""How paths are printed, so that what is copied from the terminal is the path."""

from __future__ import annotations

from pathlib import Path

from generator.locales.verbatim import Verbatim


def shown(path: Path | None) -> Verbatim:
    """Return a path as a sentence names it."""
    return Verbatim("" if path is None else path)


def typed(path: Path) -> Verbatim:
    """Return a path as a command takes it: between quotes when it holds a space."""
    text = str(path)
    return Verbatim(f'"{text}"' if " " in text else text)
