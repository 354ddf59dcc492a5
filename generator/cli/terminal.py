"""What the commands print: results to standard output, progress and trouble to standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.pipeline import Step


class Progress:
    """One line on standard error that says what is being done; silent where nobody watches."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._watched = sys.stderr.isatty()

    def say(self, key: str) -> None:
        """Replace the line by a message of the catalogue."""
        if self._watched:
            click.echo(f"\r\033[K{self._locale.say(key)}", nl=False, err=True)

    def step(self, step: Step) -> None:
        """Replace the line by what a build is doing."""
        self.say(f"cli.progress.{step.value}")

    def done(self) -> None:
        """Clear the line."""
        if self._watched:
            click.echo("\r\033[K", nl=False, err=True)


def trouble(message: str) -> None:
    """Print what went wrong on standard error."""
    click.echo(message, err=True)


def is_watched() -> bool:
    """Tell whether somebody can read a question and answer it."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def has_colour() -> bool:
    """Tell whether colours are wanted on standard output: a terminal, and no ``NO_COLOR``."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
