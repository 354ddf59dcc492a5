"""``copil people``: what a workbook and its history hold about one person, and the history without them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.exit_codes import DONE, WRONG_USAGE
from generator.cli.formats import JSON, format_options, refuse
from generator.cli.language import language_option
from generator.cli.terminal import Progress, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.answers.person.book import Book


def people_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(
        file: Path,
        name: str,
        output_format: str | None,
        output: Path,
        lang: str | None,  # noqa: ARG001 - read before commands are made
        *,
        is_erased: bool,
    ) -> int:
        from generator.answers.person.book import Book, read_book

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
            return refuse("people", book, locale, output_format=output_format)
        return _tell(book, name, output, locale, output_format=output_format, is_erased=is_erased)

    return spoken(
        SpokenCommand,
        locale,
        name="people",
        callback=run,
        help=locale.say("cli.people.help"),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.xlsx"),
            click.Argument(["name"], metavar=locale.say("cli.people.name")),
            *format_options(locale),
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


def _tell(book: Book, name: str, output: Path, locale: Locale, *, output_format: str | None, is_erased: bool) -> int:
    from generator.answers.person.erasing import erase
    from generator.answers.person.holdings import Holdings, read_holdings

    held = erase(name, book, output) if is_erased else read_holdings(name, book, output)
    if not isinstance(held, Holdings):
        return refuse("people", held, locale, output_format=output_format)
    if is_erased and not held.person.is_told_apart:
        near = held.suggestion or "…"
        trouble(locale.say("cli.people.too_short", name=name, near=near))
        return WRONG_USAGE
    spoken_locale = Locale(locale.language, book.plan.account.currency)
    if output_format == JSON:
        from generator.answers.person.records import as_json

        click.echo(as_json(held, spoken_locale), nl=False)
        return DONE
    from generator.answers.person.text import as_text

    click.echo(as_text(held, spoken_locale, erased=is_erased))
    return DONE
