"""The column Section of Messages: a key, or a title in clear; what is neither, and what is never told, is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from generator.diagnostics import Finding, finding
from generator.locales import Language
from generator.locales.catalogue import text
from generator.model.choices import Share
from generator.model.sections import BY_KEY, SECTIONS
from generator.workbook.conversions import shown
from generator.workbook.drafts import Draft
from generator.workbook.matching import folded, likest, nearest

_MOST_NEAR = 3


def sections_named(rows: Mapping[str, list[Draft]]) -> list[Finding]:
    """Replace the titles of sections by their keys, in place; return the findings about what names no section."""
    return [told for made in rows.get("messages", ()) for told in _named(made)]


def _named(made: Draft) -> Iterator[Finding]:
    typed = made.values.get("section")
    if not isinstance(typed, str):
        return
    key = key_of(typed)
    if key is None:
        yield unknown("L303", made, typed)
        return
    made.values["section"] = key
    share = made.values.get("share", Share.INTERNAL)
    only = BY_KEY[key].only
    if isinstance(share, Share) and only not in (None, share) and "share" not in made.lost:
        yield finding("L304", made.place("section"), value=key, share=share.label)


def key_of(typed: str) -> str | None:
    """Return the key of the section that a key or a title names."""
    return _keys().get(folded(typed))


def unknown(code: str, made: Draft, typed: str) -> Finding:
    """Return the finding about what names no section, with the nearest keys."""
    near = tuple(dict.fromkeys(_keys()[word] for word in likest(folded(typed), _keys())))[:_MOST_NEAR]
    word = nearest(folded(typed), _keys())
    suggestion = _keys()[word] if word else None
    return finding(code, made.place("section"), value=shown(typed), suggestion=suggestion, near=near)


@cache
def _keys() -> Mapping[str, str]:
    """Return the keys by every word that names them, titles in both languages; a key goes before a title."""
    titles = {
        folded(text(language, title)): entry.key
        for language in Language
        for entry in reversed(SECTIONS)
        for title in entry.titles
    }
    return titles | {folded(entry.key): entry.key for entry in SECTIONS}
