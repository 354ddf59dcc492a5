"""``copil explain``: what a finding's code means and how to mend it."""

from __future__ import annotations

import click

from generator.cli.exit_codes import DONE, WRONG_USAGE
from generator.cli.terminal import trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale


def explain_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(code: str, lang: str | None) -> int:  # noqa: ARG001 - read before commands are made
        from generator.diagnostics.wording import explanation

        try:
            told = explanation(code.upper(), locale)
        except KeyError:
            trouble(locale.say("cli.explain.unknown", code=code))
            return WRONG_USAGE
        click.echo(told)
        return DONE

    return spoken(
        SpokenCommand,
        locale,
        name="explain",
        callback=run,
        help=locale.say("cli.explain.help"),
        params=[
            click.Argument(["code"], metavar="CODE"),
            click.Option(["--lang"], type=click.Choice(["fr", "en"]), help=locale.say("cli.lang")),
        ],
    )
