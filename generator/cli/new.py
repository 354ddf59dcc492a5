"""``copil new``: a workbook to fill in, filled with the example, or next quarter's from the last one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.answers.paths import shown, typed
from generator.cli.exit_codes import DONE, WRONG_USAGE
from generator.cli.language import language_option
from generator.cli.terminal import trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.language import Language
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.brand import Palette
    from generator.workbook.colours import WorkbookColours


def new_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(
        file: Path,
        brand: Path | None,
        lang: str | None,
        last: Path | None,
        period: str | None,
        *,
        example: bool,
        force: bool,
        keep_messages: bool,
    ) -> int:
        wrong = _wrong(file, locale, force=force) or _contradiction(
            last, period, locale, example=example, keep_messages=keep_messages
        )
        if wrong:
            trouble(wrong)
            return WRONG_USAGE
        from generator.brand import load

        colours = workbook_colours(load(brand).palette)
        language = Language(lang) if lang else None
        if last is not None:
            from generator.cli.next_quarter import NextQuarter, write_next

            asked = NextQuarter(
                file=file, last=last, period=period, language=language, colours=colours, keep_messages=keep_messages
            )
            return write_next(asked, locale)
        from generator.model.quarter import Quarter
        from generator.output.atomic import write_atomically
        from generator.workbook.author.book import author
        from generator.workbook.example import example_plan

        language = language or locale.language
        plan = example_plan(language) if example else None
        today = datetime.now(tz=UTC).date()
        write_atomically(
            file,
            author(plan, language, colours=colours, period=Quarter.last_ended(today)),
        )
        told = "cli.new.written_example" if example else "cli.new.written"
        click.echo(locale.say(told, file=shown(file), typed=typed(file)))
        return DONE

    return spoken(
        SpokenCommand,
        locale,
        name="new",
        callback=run,
        help=locale.say("cli.new.help"),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.xlsx"),
            language_option(locale, "cli.new.lang"),
            click.Option(["--example"], is_flag=True, help=locale.say("cli.new.example")),
            click.Option(
                ["--from", "last"],
                type=click.Path(path_type=Path),
                metavar="LAST.xlsx",
                help=locale.say("rollover.from_help"),
            ),
            click.Option(["--period"], metavar="2026-T4", help=locale.say("rollover.period_help")),
            click.Option(["--keep-messages"], is_flag=True, help=locale.say("rollover.keep_help")),
            click.Option(["--force"], is_flag=True, help=locale.say("cli.new.force")),
            click.Option(
                ["--brand"], type=click.Path(path_type=Path), metavar="DIR", help=locale.say("cli.build.brand")
            ),
        ],
    )


def _wrong(file: Path, locale: Locale, *, force: bool) -> str | None:
    """Say why a file cannot be written; None when it can."""
    if file.suffix.lower() != ".xlsx":
        return locale.say("cli.new.extension", file=shown(file))
    if file.exists() and not force:
        return locale.say("cli.new.exists", file=shown(file))
    return None


def _contradiction(
    last: Path | None, period: str | None, locale: Locale, *, example: bool, keep_messages: bool
) -> str | None:
    """Say which options do not go together; None when all do."""
    if last is not None and example:
        return locale.say("rollover.or_example")
    if last is None and period is not None:
        return locale.say("rollover.period_alone")
    if last is None and keep_messages:
        return locale.say("rollover.keep_alone")
    return None


def workbook_colours(palette: Palette) -> WorkbookColours:
    """Return the colours of a workbook in the brand."""
    from generator.workbook.colours import WorkbookColours

    return WorkbookColours(
        title=palette["strong"].hex,
        text=palette["ink"].hex,
        muted=palette["muted"].hex,
        link=palette["link"].hex,
        accent=palette["message"].hex,
        required=palette["strong"].hex,
        required_text=palette["on_strong"].hex,
        optional=palette["frame"].hex,
        optional_text=palette["ink"].hex,
        soft=palette["card"].hex,
        line=palette["rule"].hex,
    )
