"""``copil check``: every finding of a workbook, with sheet and cell."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.exit_codes import DONE, FINDINGS_BLOCK
from generator.cli.terminal import Progress, has_colour
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale


def check_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(file: Path, output_format: str, *, strict: bool, lang: str | None) -> int:  # noqa: ARG001 - read before commands are made
        from generator.diagnostics.rendering.json import render_json
        from generator.diagnostics.rendering.text import render_text
        from generator.pipeline import check

        progress = Progress(locale)
        progress.say("cli.progress.read")
        checked = check(file, language=locale.language)
        progress.done()
        if output_format == "json":
            click.echo(render_json(checked.findings, locale), nl=False)
        else:
            click.echo(render_text(checked.findings, locale, colour=has_colour()), nl=False)
        return FINDINGS_BLOCK if checked.plan is None or checked.findings.blocking(strict=strict) else DONE

    return spoken(
        SpokenCommand,
        locale,
        name="check",
        callback=run,
        help=locale.say("cli.check.help"),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.xlsx"),
            click.Option(
                ["--format", "output_format"],
                type=click.Choice(["text", "json"]),
                default="text",
                help=locale.say("cli.check.format"),
            ),
            click.Option(["--strict"], is_flag=True, help=locale.say("cli.strict")),
            click.Option(["--lang"], type=click.Choice(["fr", "en"]), help=locale.say("cli.lang")),
        ],
    )
