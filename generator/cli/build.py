"""``copil build``: check a workbook, then write its deck and its plan, for the house and for the client."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.build_json import as_json
from generator.cli.build_options import build_options, build_parameters
from generator.cli.build_report import BuildReport
from generator.cli.exit_codes import DONE, FINDINGS_BLOCK
from generator.cli.terminal import Progress
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale


def build_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(file: Path, *, json: bool, **asked: Any) -> int:
        from generator.pipeline import build

        progress = Progress(locale)
        options = build_options(asked, progress)
        try:
            built = build(file, options)
        finally:
            progress.done()
        told = as_json(built, options, locale) if json else BuildReport(built, file, options, locale).as_text()
        click.echo(told)
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
            click.Option(["--json"], is_flag=True, help=locale.say("cli.build.json")),
        ],
    )
