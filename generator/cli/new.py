"""``copil new``: a workbook to fill in, or filled with the example."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.exit_codes import DONE, WRONG_USAGE
from generator.cli.terminal import trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.language import Language
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.brand import Palette
    from generator.workbook.colours import WorkbookColours


def new_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(file: Path, brand: Path | None, lang: str | None, *, example: bool, force: bool) -> int:
        if file.suffix.lower() != ".xlsx":
            trouble(locale.say("cli.new.extension", file=str(file)))
            return WRONG_USAGE
        if file.exists() and not force:
            trouble(locale.say("cli.new.exists", file=str(file)))
            return WRONG_USAGE
        from generator.brand import load
        from generator.model.quarter import Quarter
        from generator.ooxml.atomic import write_atomically
        from generator.workbook.author.book import author
        from generator.workbook.example import example_plan

        language = Language(lang) if lang else locale.language
        plan = example_plan(language) if example else None
        today = datetime.now(tz=UTC).date()
        write_atomically(
            file,
            author(plan, language, colours=workbook_colours(load(brand).palette), period=Quarter.last_ended(today)),
        )
        click.echo(locale.say("cli.new.written_example" if example else "cli.new.written", file=str(file)))
        return DONE

    return spoken(
        SpokenCommand,
        locale,
        name="new",
        callback=run,
        help=locale.say("cli.new.help"),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.xlsx"),
            click.Option(["--lang"], type=click.Choice(["fr", "en"]), help=locale.say("cli.new.lang")),
            click.Option(["--example"], is_flag=True, help=locale.say("cli.new.example")),
            click.Option(["--force"], is_flag=True, help=locale.say("cli.new.force")),
            click.Option(
                ["--brand"], type=click.Path(path_type=Path), metavar="DIR", help=locale.say("cli.build.brand")
            ),
        ],
    )


def workbook_colours(palette: Palette) -> WorkbookColours:
    """Return the colours of a workbook in the brand."""
    from generator.workbook.colours import WorkbookColours

    return WorkbookColours(
        title=palette["dk2"].hex,
        text=palette["dk1"].hex,
        muted=palette["accent6"].hex,
        link=palette["hlink"].hex,
        accent=palette["accent1"].hex,
        required=palette["dk2"].hex,
        required_text=palette["lt1"].hex,
        optional=palette["accent4"].hex,
        optional_text=palette["dk1"].hex,
        soft=palette["lt2"].hex,
        line=palette["rule"].hex,
    )
