"""``copil diff``: what changed between two workbooks or snapshots, by stable key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.exit_codes import DONE, FINDINGS_BLOCK
from generator.cli.language import language_option
from generator.cli.paths import shown
from generator.cli.terminal import Progress, has_colour, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.diagnostics import Findings
    from generator.pipeline.compared import Compared


def diff_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(old: Path, new: Path, output_format: str, renamed_from: str | None, lang: str | None) -> int:  # noqa: ARG001 - read before commands are made
        from generator.pipeline.compared import Side, compare_sides, read_sides

        progress = Progress(locale)
        progress.say("cli.progress.read")
        try:
            sides = read_sides(old, new, renamed_from=renamed_from)
        finally:
            progress.done()
        before, after = sides
        if not isinstance(before, Side) or not isinstance(after, Side):
            for file, side in zip((old, new), sides, strict=True):
                if not isinstance(side, Side) and len(side):
                    _tell_blocking(file, side, locale)
            return FINDINGS_BLOCK
        _tell(compare_sides(before, after), Locale(locale.language, after.plan.account.currency), output_format)
        return DONE

    return spoken(
        SpokenCommand,
        locale,
        name="diff",
        callback=run,
        help=locale.say("cli.diff.help"),
        params=[
            click.Argument(["old"], type=click.Path(path_type=Path), metavar="OLD"),
            click.Argument(["new"], type=click.Path(path_type=Path), metavar="NEW"),
            click.Option(
                ["--format", "output_format"],
                type=click.Choice(["text", "json"]),
                default="text",
                help=locale.say("cli.diff.format"),
            ),
            click.Option(
                ["--renamed-from"], metavar=locale.say("cli.build.former"), help=locale.say("cli.diff.renamed")
            ),
            language_option(locale),
        ],
    )


def _tell(compared: Compared, locale: Locale, output_format: str) -> None:
    if output_format == "json":
        from generator.cli.diff_json import as_json

        click.echo(as_json(compared, locale))
        return
    from generator.cli.diff_text import as_text
    from generator.diagnostics.wording import message

    for found in compared.findings:
        trouble(message(found, locale))
    click.echo(as_text(compared, locale, colour=has_colour()))


def _tell_blocking(file: Path, findings: Findings, locale: Locale) -> None:
    from generator.diagnostics.rendering.text import render_text

    trouble(render_text(findings, locale).rstrip())
    if all(found.code != "W131" for found in findings):
        trouble(locale.say("cli.diff.blocked", file=shown(file)))
