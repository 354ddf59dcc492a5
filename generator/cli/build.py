"""``copil build``: check a workbook, then write its deck and its plan, for the house and for the client."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.build_options import build_options, build_parameters
from generator.cli.exit_codes import DONE, FINDINGS_BLOCK
from generator.cli.formats import JSON, format_options
from generator.cli.terminal import Progress, has_colour
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale


def build_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(file: Path, *, output_format: str | None, **asked: Any) -> int:
        from generator.answers.building.records import as_json
        from generator.answers.building.report import BuildReport
        from generator.answers.building.text import as_text
        from generator.pipeline import build

        progress = Progress(locale)
        options = build_options(asked)
        try:
            built = build(file, options, on_step=progress.step)
        finally:
            progress.done()
        if output_format == JSON:
            click.echo(as_json(built, options, locale), nl=False)
        else:
            click.echo(as_text(BuildReport(built, file, options), locale, colour=has_colour()))
        return FINDINGS_BLOCK if built.refused else DONE

    return spoken(
        SpokenCommand,
        locale,
        name="build",
        callback=run,
        help=locale.say("cli.build.help"),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.xlsx"),
            *build_parameters(locale),
            click.Option(
                ["--renamed-from"], metavar=locale.say("cli.build.former"), help=locale.say("cli.build.renamed")
            ),
            *format_options(locale),
        ],
    )
