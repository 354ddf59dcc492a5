"""Every message exists in every language, says the same things, and is used; so does every label of the model."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from generator.locales.catalogue import domains, labels, messages
from generator.locales.language import Language
from generator.locales.locale import _FORMS
from tools.labels_catalogue import declared

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "generator").rglob("*.py"))
DOMAINS = domains(Language.FR)
KEY = re.compile(rf"(?:{'|'.join(DOMAINS)})(?:\.\w+)+")

DYNAMIC: tuple[str, ...] = ()
"""Prefixes of keys that code puts together in ways no f-string shows; each with a reason beside it."""


def fields(pattern: str) -> list[tuple[str, str]]:
    return [(name, form or "") for _, name, form, _ in Formatter().parse(pattern) if name is not None]


@cache
def speaking() -> tuple[tuple[ast.Constant | ast.JoinedStr | ast.Call, str], ...]:
    """All texts, f-strings and calls in code, with where they stand."""
    return tuple(
        (node, f"{source.relative_to(ROOT)}:{node.lineno}")
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Constant | ast.JoinedStr | ast.Call)
    )


def constants() -> Iterator[tuple[str, str]]:
    """All texts in code that look like a key, with where they stand."""
    for node, place in speaking():
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
            yield node.value, place


def patterns() -> Iterator[tuple[re.Pattern[str], str]]:
    """All f-strings in code that make a key, as patterns, with where they stand."""
    for node, place in speaking():
        if isinstance(node, ast.JoinedStr):
            parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else r"[\w.]*" for v in node.values]
            if any(parts[0].startswith(re.escape(f"{domain}.")) for domain in DOMAINS):
                yield re.compile("".join(parts)), place


def said() -> Iterator[tuple[str, str]]:
    """The literal first argument of each `say(…)`, `phrase(…)` and `worded(…)`, with where it stands.

    What has words of its own for the client is said under two keys.
    """
    for node, place in speaking():
        if isinstance(node, ast.Call) and (name := name_of(node)) in {"say", "phrase", "Phrase", "worded"}:
            for first in node.args[:1]:
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    for key in (first.value, f"{first.value}_client")[: 2 if name == "worded" else 1]:
                        yield key, place


def name_of(call: ast.Call) -> str:
    """The last word of what is called."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


@cache
def used() -> tuple[frozenset[str], frozenset[str]]:
    """The keys that stand in code, and the patterns of those it puts together."""
    return frozenset(key for key, _ in (*constants(), *said())), frozenset(found.pattern for found, _ in patterns())


@pytest.mark.parametrize("language", [language for language in Language if language is not Language.FR])
@pytest.mark.parametrize("domain", DOMAINS)
def test_every_language_says_the_same_things(domain: str, language: Language) -> None:
    french, other = messages(Language.FR, domain), messages(language, domain)
    assert french.keys() == other.keys(), french.keys() ^ other.keys()
    different = [
        key
        for key, forms in french.items()
        if {name for form in forms for name, _ in fields(form)}
        != {name for form in other[key] for name, _ in fields(form)}
        or len(forms) != len(other[key])
    ]
    assert different == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("domain", DOMAINS)
def test_messages_are_well_formed(domain: str, language: Language) -> None:
    for key, forms in messages(language, domain).items():
        assert key.startswith(f"{domain}."), key
        assert all(forms), f"{key} has no text in {language}"
        assert {form for pattern in forms for _, form in fields(pattern)} <= {"", *_FORMS}, key


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("domain", DOMAINS)
def test_no_key_is_declared_twice(domain: str, language: Language) -> None:
    source = ROOT / "generator" / "locales" / language.value / f"{domain}.po"
    keys = re.findall(r'^msgid "(.+)"$', source.read_text("utf-8"), re.MULTILINE)
    assert sorted(keys) == sorted(set(keys))


def test_no_label_is_without_its_words() -> None:
    """The model declares them in French and English; the catalogue ``labels`` holds them in any other language."""
    _, _, *others = Language
    wanted = [(language, (label.fr, label.en)) for language in others for label in declared()]
    assert [(language, pair) for language, pair in wanted if pair not in labels(language)] == []


def test_what_code_says_exists() -> None:
    known = {key for domain in DOMAINS for key in messages(Language.FR, domain)}
    assert [f"{place} says {key}" for key, place in said() if key not in known] == []


def test_what_code_puts_together_exists() -> None:
    known = {key for domain in DOMAINS for key in messages(Language.FR, domain)}
    assert [
        f"{place} makes {pattern.pattern}" for pattern, place in patterns() if not any(map(pattern.fullmatch, known))
    ] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_is_used(domain: str) -> None:
    literal, made = used()
    unused = [
        key
        for key in messages(Language.FR, domain)
        if key not in literal
        and not key.startswith(DYNAMIC)
        and not any(re.fullmatch(pattern, key) for pattern in made)
    ]
    assert unused == []
