"""The language of the terminal: asked for, else that of the machine, else French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from generator.locales.language import Language
from generator.locales.locale import Locale

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_option(locale: Locale, help_key: str = "cli.lang") -> click.Option:
    """Return the option that asks for a language."""
    spoken = click.Choice([language.value for language in Language])
    return click.Option(["--lang"], type=spoken, help=locale.say(help_key))


def terminal_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language of ``--lang`` when it names one, else that of the first locale variable set, else French."""
    asked = asked_language(arguments)
    if asked is not None:
        return asked
    spoken = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return next((language for language in Language if language.value == spoken[:2].lower()), Language.FR)


def asked_language(arguments: Sequence[str]) -> Language | None:
    """Return the language that ``--lang`` asks for, None without one that we speak."""
    for index, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            following = arguments[index + 1] if index + 1 < len(arguments) else ""
            wanted = value if equals else following
            return next((language for language in Language if language.value == wanted), None)
    return None
