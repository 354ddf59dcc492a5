"""The words that we wrote on the sheets ourselves: titles, lines of help, links."""

from __future__ import annotations

from functools import cache

from generator.locales import Language, Locale
from generator.model.schema import tables
from generator.model.table import Sheet
from generator.workbook.matching import folded
from generator.workbook.terms import term


@cache
def our_words() -> frozenset[str]:
    """Return the words around the tables, folded, in both languages."""
    found: set[str] = set()
    for language in Language:
        locale = Locale(language)
        found |= {sheet.label.in_(language) for sheet in Sheet}
        found |= {locale.say(f"workbook.stage.{sheet.name.lower()}") for sheet in Sheet}
        found |= {words.in_(language) for spec in tables() for words in (spec.table.title, spec.table.help)}
        found |= {f"← {term('sheet.readme').in_(language)}"}
    return frozenset(folded(words) for words in found)


@cache
def stage_sheets() -> frozenset[str]:
    """Return the names of the sheets of the stages, folded."""
    return frozenset(folded(name) for sheet in Sheet for name in sheet.label)


@cache
def our_sheets() -> frozenset[str]:
    """Return the names of the sheets that hold no table and are ours from end to end, folded."""
    names = [name for key in ("sheet.readme", "sheet.lists") for name in term(key)]
    names += [Locale(language).say("report.sheet.name") for language in Language]
    return frozenset(map(folded, names))
