"""``copil people``: what a workbook and its history hold about one person, and the history without them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.exit_codes import DONE, FINDINGS_BLOCK, WRONG_USAGE
from generator.cli.language import language_option
from generator.cli.terminal import Progress, has_colour, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.cli.holdings import Book
    from generator.diagnostics import Findings


def people_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(file: Path, name: str, output_format: str, output: Path, lang: str | None, *, is_erased: bool) -> int:  # noqa: ARG001 - read before commands are made
        from generator.cli.holdings import Book, read_book

        if not any(map(str.isalnum, name)):
            trouble(locale.say("cli.people.no_name"))
            return WRONG_USAGE
        progress = Progress(locale)
        progress.say("cli.progress.read")
        try:
            book = read_book(file)
        finally:
            progress.done()
        if not isinstance(book, Book):
            return _refuse(book, locale)
        return _tell(book, name, output, locale, is_json=output_format == "json", is_erased=is_erased)

    return spoken(
        SpokenCommand,
        locale,
        name="people",
        callback=run,
        help=locale.say("cli.people.help"),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.xlsx"),
            click.Argument(["name"], metavar=locale.say("cli.people.name")),
            click.Option(
                ["--format", "output_format"],
                type=click.Choice(["text", "json"]),
                default="text",
                help=locale.say("cli.people.format"),
            ),
            click.Option(["--erase", "is_erased"], is_flag=True, help=locale.say("cli.people.erase")),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                default=Path("build"),
                metavar="DIR",
                help=locale.say("cli.people.output"),
            ),
            language_option(locale),
        ],
    )


def _refuse(findings: Findings, locale: Locale) -> int:
    from generator.diagnostics.rendering.text import render_text

    click.echo(render_text(findings, locale, colour=has_colour()), nl=False)
    return FINDINGS_BLOCK


def _tell(book: Book, name: str, output: Path, locale: Locale, *, is_json: bool, is_erased: bool) -> int:
    from generator.cli.holdings import History, erase, holdings, read_history

    history = read_history(output, book.plan)
    if not isinstance(history, History):
        return _refuse(history, locale)
    held = holdings(name, book, history)
    if is_erased and not held.person.is_told_apart:
        near = held.suggestion or "…"
        trouble(locale.say("cli.people.too_short", name=name, near=near))
        return WRONG_USAGE
    if is_erased:
        held = erase(held, history)
    spoken_locale = Locale(locale.language, book.plan.account.currency)
    if is_json:
        from generator.cli.holdings_json import as_json

        click.echo(as_json(held, spoken_locale))
        return DONE
    from generator.cli.holdings_text import as_text

    click.echo(as_text(held, spoken_locale, erased=is_erased))
    return DONE
