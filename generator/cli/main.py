"""The command line: makes the commands in the reader's language, runs one, and ends with its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from generator.answers.refused import refusal
from generator.cli.build import build_command
from generator.cli.check import check_command
from generator.cli.diff import diff_command
from generator.cli.exit_codes import DONE, MACHINE_REFUSED, WRONG_USAGE
from generator.cli.explain import explain_command
from generator.cli.language import terminal_language
from generator.cli.new import new_command
from generator.cli.people import people_command
from generator.cli.terminal import trouble
from generator.cli.usage import SpokenGroup, spoken, wrong_usage
from generator.cli.watch import watch_command
from generator.locales.locale import Locale


def main() -> None:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; nothing escapes but our own bugs."""
    locale = Locale(terminal_language(arguments, os.environ))
    try:
        code = commands(locale).main(list(arguments), prog_name="copil", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        trouble(error.format_message())
        return WRONG_USAGE
    except click.UsageError as error:
        trouble(wrong_usage(error, locale))
        trouble(locale.say("cli.wrong.hint"))
        return WRONG_USAGE
    except click.Abort:
        return WRONG_USAGE
    except Exception as error:
        told = refusal(error, locale)
        if told is None:
            raise
        trouble(told)
        return MACHINE_REFUSED
    return code if isinstance(code, int) else DONE


def commands(locale: Locale) -> click.Group:
    """Return the group of commands in this language."""
    group = spoken(SpokenGroup, locale, name="copil", help=locale.say("cli.help"), params=[_version(locale)])
    for make in (
        new_command,
        check_command,
        build_command,
        diff_command,
        explain_command,
        people_command,
        watch_command,
    ):
        group.add_command(make(locale))
    return group


def _version(locale: Locale) -> click.Option:
    def show(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
        if value:
            from generator.output.fingerprint import program_version

            click.echo(f"copil {program_version()}".rstrip())
            context.exit()

    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=locale.say("cli.version")
    )
