"""The language of the terminal: asked for, else that of the machine, else French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.locales.language import Language

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def terminal_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language of ``--lang`` when it names one, else that of the first locale variable set, else French."""
    asked = asked_language(arguments)
    if asked is not None:
        return asked
    spoken = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return Language.EN if spoken[:2].lower() == Language.EN.value else Language.FR


def asked_language(arguments: Sequence[str]) -> Language | None:
    """Return the language that ``--lang`` asks for, None without one that we speak."""
    for index, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            following = arguments[index + 1] if index + 1 < len(arguments) else ""
            wanted = value if equals else following
            return next((language for language in Language if language.value == wanted), None)
    return None
