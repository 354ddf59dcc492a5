"""The texts for people: gettext `.po` files with symbolic keys, one file a domain, parsed when first needed."""

from functools import cache
from importlib.resources import files
from io import BytesIO

from babel.messages.pofile import read_po

from generator.locales.language import Language

Forms = tuple[str, ...]
"""The forms of one message: one text, or the singular and the plural."""


@cache
def messages(language: Language, domain: str) -> dict[str, Forms]:
    """Return all messages of a domain by key; KeyError when the language has no such domain."""
    source = files(__package__).joinpath(language.value, f"{domain}.po")
    if not source.is_file():
        raise KeyError(f"{domain} ({language})")
    catalogue = read_po(BytesIO(source.read_bytes()), locale=language.value, domain=domain, abort_invalid=True)
    return {_key(message.id): _forms(message.string) for message in catalogue if message.id}


def text(language: Language, key: str, *, plural: bool = False) -> str:
    """Return the raw text of a key such as `story.kpis.headline`; KeyError when it is missing, which is our bug."""
    forms = messages(language, key.partition(".")[0])[key]
    return forms[-1] if plural else forms[0]


def domains(language: Language) -> tuple[str, ...]:
    """Return the domains this language has, sorted."""
    entries = files(__package__).joinpath(language.value).iterdir()
    return tuple(sorted(entry.name.removesuffix(".po") for entry in entries if entry.name.endswith(".po")))


def _key(identifier: str | list[str] | tuple[str, ...]) -> str:
    return identifier if isinstance(identifier, str) else identifier[0]


def _forms(string: str | list[str] | tuple[str, ...] | None) -> Forms:
    return (string,) if isinstance(string, str) else tuple(string or ())
