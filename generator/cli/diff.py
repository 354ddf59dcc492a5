"""``copil diff``: what changed between two workbooks or snapshots, by stable key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.answers.paths import shown
from generator.cli.exit_codes import DONE, FINDINGS_BLOCK
from generator.cli.formats import JSON, format_options, refuse
from generator.cli.language import language_option
from generator.cli.terminal import Progress, has_colour, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.answers.difference.compared import Compared
    from generator.diagnostics import Findings


def diff_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(old: Path, new: Path, output_format: str | None, renamed_from: str | None, lang: str | None) -> int:  # noqa: ARG001 - read before commands are made
        from generator.answers.difference.compared import compare_sides, read_sides
        from generator.pipeline.sides import Side

        progress = Progress(locale)
        progress.say("cli.progress.read")
        try:
            sides = read_sides(old, new, renamed_from=renamed_from)
        finally:
            progress.done()
        before, after = sides
        if not isinstance(before, Side) or not isinstance(after, Side):
            read = zip((old, new), sides, strict=True)
            blocked = {file: side for file, side in read if not isinstance(side, Side) and len(side)}
            return _tell_blocking(blocked, locale, output_format)
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
            *format_options(locale),
            click.Option(
                ["--renamed-from"], metavar=locale.say("cli.build.former"), help=locale.say("cli.diff.renamed")
            ),
            language_option(locale),
        ],
    )


def _tell(compared: Compared, locale: Locale, output_format: str | None) -> None:
    if output_format == JSON:
        from generator.answers.difference.records import as_json

        click.echo(as_json(compared, locale), nl=False)
        return
    from generator.answers.difference.text import as_text
    from generator.diagnostics.wording import message

    for found in compared.findings:
        trouble(message(found, locale))
    click.echo(as_text(compared, locale, colour=has_colour()))


def _tell_blocking(blocked: Mapping[Path, Findings], locale: Locale, output_format: str | None) -> int:
    from generator.diagnostics import Findings
    from generator.diagnostics.rendering.text import render_text

    if output_format == JSON:
        found = Findings.of(one for findings in blocked.values() for one in findings)
        return refuse("diff", found, locale, output_format=JSON)
    for file, findings in blocked.items():
        trouble(render_text(findings, locale).rstrip())
        if all(found.code != "W131" for found in findings):
            trouble(locale.say("cli.diff.blocked", file=shown(file)))
    return FINDINGS_BLOCK
