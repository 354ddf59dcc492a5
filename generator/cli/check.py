"""``copil check``: every finding of a workbook, as text, JSON, a page, or notes on a copy of it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.answers.paths import shown, typed
from generator.cli.exit_codes import DONE, FINDINGS_BLOCK, WRONG_USAGE
from generator.cli.formats import TEXT, format_options
from generator.cli.language import language_option
from generator.cli.reports import Asked, annotate_copy, tell
from generator.cli.terminal import Progress, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale


def check_command(locale: Locale) -> click.Command:
    """Return the command in this language; it offers the forms that there are."""
    from generator.diagnostics.renderers import name_for, names

    def run(
        file: Path,
        output_format: str | None,
        output: Path | None,
        annotate: Path | None,
        brand: Path | None,
        lang: str | None,  # noqa: ARG001 - read before commands are made
        *,
        strict: bool,
        full: bool,
    ) -> int:
        told = output_format or name_for(output.suffix.lower() if output else "") or TEXT
        asked = Asked(file, told, output, annotate, brand, strict, full)
        if (refusal := _refusal(asked, locale)) is not None:
            trouble(refusal)
            return WRONG_USAGE
        from generator.pipeline import Edition, check

        progress = Progress(locale)
        progress.say("cli.progress.read")
        try:
            checked = check(file, language=locale.language)
        finally:
            progress.done()
        tell(asked, checked, locale)
        is_client_only = checked.blocks(Edition.CLIENT, strict=strict) and not checked.blocks(
            Edition.INTERNAL, strict=strict
        )
        if told == TEXT and is_client_only:
            click.echo(locale.say("cli.check.client_only", typed=typed(file)))
        is_annotated = annotate is None or annotate_copy(asked, annotate, checked, locale)
        blocks = checked.plan is None or checked.findings.blocking(strict=strict)
        return FINDINGS_BLOCK if blocks or not is_annotated else DONE

    return spoken(
        SpokenCommand,
        locale,
        name="check",
        callback=run,
        help=locale.say("cli.check.help"),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.xlsx"),
            *format_options(locale, names(), told=locale.say("cli.check.format")),
            _path(["-o", "--output"], "FILE", locale.say("cli.check.output")),
            _path(["--annotate"], "OUT.xlsx", locale.say("cli.check.annotate")),
            click.Option(["--strict"], is_flag=True, help=locale.say("cli.strict")),
            click.Option(["--full"], is_flag=True, help=locale.say("cli.check.full")),
            _path(["--brand"], "DIR", locale.say("cli.check.brand")),
            language_option(locale),
        ],
    )


def _path(names: list[str], metavar: str, told: str) -> click.Option:
    return click.Option(names, type=click.Path(path_type=Path), metavar=metavar, help=told)


def _refusal(asked: Asked, locale: Locale) -> str | None:
    """Say why nothing is done: the workbook is never written over, and a copy stays the kind of file it was."""
    written = [path for path in (asked.output, asked.annotate) if path is not None]
    if any(_is_same(path, asked.file) for path in written):
        return locale.say("cli.check.over_input", file=shown(asked.file))
    if len(written) > 1 and _is_same(*written):
        return locale.say("cli.check.same_output", file=shown(written[0]))
    if asked.annotate is not None and asked.annotate.suffix.lower() != asked.file.suffix.lower():
        return locale.say("cli.check.suffix", suffix=asked.file.suffix, file=shown(asked.annotate))
    return None


def _is_same(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()
