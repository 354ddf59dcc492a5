"""``--json`` and ``--format``: the same on every command that answers a program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from generator.cli.exit_codes import FINDINGS_BLOCK
from generator.cli.terminal import has_colour
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.diagnostics import Findings

TEXT, JSON = "text", "json"


def format_options(
    locale: Locale, formats: Sequence[str] = (TEXT, JSON), *, told: str | None = None
) -> list[click.Parameter]:
    """Return both options, which give ``output_format``: the one typed last, None for neither.

    ``--format`` is only shown, as ``told``, where it has more to choose from than ``--json`` says.
    """
    return [
        click.Option(["--json", "output_format"], flag_value=JSON, help=locale.say("cli.json")),
        click.Option(["--format", "output_format"], type=click.Choice(formats), help=told, hidden=told is None),
    ]


def refuse(command: str, findings: Findings, locale: Locale, *, output_format: str | None) -> int:
    """Tell what keeps a command from answering, in the form that was asked for, and return the exit code."""
    if output_format == JSON:
        from generator.answers.envelope import as_json

        click.echo(as_json(command, findings, locale), nl=False)
    else:
        from generator.diagnostics.rendering.text import render_text

        click.echo(render_text(findings, locale, colour=has_colour()), nl=False)
    return FINDINGS_BLOCK
