"""The texts for people: gettext `.po` files with symbolic keys, one file a domain, parsed when first needed."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LABELS = "labels"

Forms = tuple[str, ...]
"""The forms of one message: one text, or the singular and the plural."""


@cache
def messages(language: Enum, domain: str) -> dict[str, Forms]:
    """Return all messages of a domain by key; KeyError when the language has no such domain."""
    return {_key(message.id): _forms(message.string) for message in _catalogue(language, domain) if message.id}


@cache
def labels(language: Enum) -> Mapping[tuple[str, str], str]:
    """Return the words of the model by what it declares, French (the context) and English; KeyError without any.

    French and English have no such catalogue: the model declares them.
    """
    found = _catalogue(language, LABELS)
    return {(str(one.context), _key(one.id)): _forms(one.string)[0] for one in found if one.id and one.string}


def text(language: Enum, key: str, *, plural: bool = False) -> str:
    """Return the raw text of a key such as `story.kpis.headline`; KeyError when it is missing, which is our bug."""
    forms = messages(language, key.partition(".")[0])[key]
    return forms[-1] if plural else forms[0]


def domains(language: Enum) -> tuple[str, ...]:
    """Return the domains of messages this language has, sorted."""
    entries = files(__package__).joinpath(language.value).iterdir()
    names = (entry.name.removesuffix(".po") for entry in entries if entry.name.endswith(".po"))
    return tuple(sorted(name for name in names if name != LABELS))


def _catalogue(language: Enum, domain: str) -> Catalog:
    source = files(__package__).joinpath(language.value, f"{domain}.po")
    if not source.is_file():
        raise KeyError(f"{domain} ({language.value})")
    return read_po(BytesIO(source.read_bytes()), locale=language.value, domain=domain, abort_invalid=True)


def _key(identifier: str | list[str] | tuple[str, ...]) -> str:
    return identifier if isinstance(identifier, str) else identifier[0]


def _forms(string: str | list[str] | tuple[str, ...] | None) -> Forms:
    return (string,) if isinstance(string, str) else tuple(string or ())
