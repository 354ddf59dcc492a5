"""Click commands whose every word is in the reader's language.

Usage, headings, and what is wrong with a command line.
"""

from __future__ import annotations

from typing import Any, TypeVar

import click
from click.exceptions import BadParameter, MissingParameter, NoSuchOption, UsageError

from generator.locales.locale import Locale

_WIDTH = 100
C = TypeVar("C", bound="SpokenCommand")


class SuperfluousArgumentsError(UsageError):
    """More arguments than the command takes."""

    def __init__(self, arguments: list[str], ctx: click.Context) -> None:
        super().__init__(" ".join(arguments), ctx)
        self.arguments = tuple(arguments)


class SpokenCommand(click.Command):
    """A command that prints its help with the catalogue's headings; ``locale`` is set when it is made."""

    locale: Locale

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; those it has no use for are refused in our own words."""
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if left and not isinstance(self, click.Group):
            raise SuperfluousArgumentsError(left, ctx)
        return left

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line under our own word for it."""
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=self.locale.say("cli.usage") + " "
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under our own heading."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for param in options if (record := param.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(self.locale.say("cli.options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option, worded by the catalogue."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.locale.say("cli.help.help")
        return option


class SpokenGroup(SpokenCommand, click.Group):
    """The group of commands, likewise."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        SpokenCommand.format_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(_WIDTH)) for name, command in self.commands.items()]
        with formatter.section(self.locale.say("cli.commands")):
            formatter.write_dl(rows)


def spoken(kind: type[C], locale: Locale, **settings: Any) -> C:
    """Make a command of a kind that speaks this language."""
    command = kind(**settings, context_settings={"max_content_width": _WIDTH, "help_option_names": ["-h", "--help"]})
    command.locale = locale
    return command


def wrong_usage(error: UsageError, locale: Locale) -> str:
    """Say what is wrong with a command line, in the reader's language."""
    match error:
        case NoSuchOption():
            return locale.say("cli.wrong.option", option=error.option_name)
        case MissingParameter():
            return locale.say("cli.wrong.missing", name=_name(error))
        case SuperfluousArgumentsError():
            return locale.say("cli.wrong.superfluous", n=len(error.arguments), arguments=" ".join(error.arguments))
        case BadParameter():
            return locale.say("cli.wrong.value", name=_name(error), choices=_choices(error, locale))
        case _ if error.ctx is not None and isinstance(error.ctx.command, click.Group):
            return locale.say("cli.wrong.command", commands=", ".join(error.ctx.command.commands))
        case _:
            return locale.say("cli.wrong.line", line=error.format_message())


def _name(error: BadParameter) -> str:
    if error.param is None:
        return ""
    return (
        error.param.opts[-1]
        if isinstance(error.param, click.Option)
        else error.param.make_metavar(error.ctx or click.Context(click.Command(None)))
    )


def _choices(error: BadParameter, locale: Locale) -> str:
    kind = error.param.type if error.param is not None else None
    return locale.join(list(kind.choices)) if isinstance(kind, click.Choice) else "…"
