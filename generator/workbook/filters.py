"""The filters of KPIs, held against the names of the workbook: each part that is not understood is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Finding, finding
from generator.locales import Language, Phrase, phrase
from generator.locales.language import same
from generator.model.choices import Calculation
from generator.model.kpi_filter import UNREADABLE, USABLE, FilterKey, FilterNames, Flaw, Misread, read_filter
from generator.model.quoting import unquoted
from generator.workbook.conversions import shown
from generator.workbook.drafts import Draft
from generator.workbook.matching import nearest

_MOST_TOLD = 5
_COLUMNS = {
    FilterKey.SEGMENT: ("entities", "segment"),
    FilterKey.OFFER: ("offers", "name"),
    FilterKey.ENTITY: ("entities", "name"),
}


def filters_told(rows: Mapping[str, list[Draft]], known: frozenset[str], language: Language) -> list[Finding]:
    """Return what is to be said of the filters of KPIs, in place: one that could not be read keeps nothing.

    `known` are the tables whose names could be read: what names a row of any other is not judged.
    """
    reader = _Reader(_names(rows), _unsure(rows, known), language)
    return [told for made in rows.get("kpis", ()) for told in reader.told(made)]


def _names(rows: Mapping[str, list[Draft]]) -> FilterNames:
    segments, offers, entities = (
        [str(made.values[field]) for made in rows.get(table, ()) if field in made.values]
        for table, field in _COLUMNS.values()
    )
    return FilterNames.of(segments=segments, offers=offers, entities=entities)


def _unsure(rows: Mapping[str, list[Draft]], known: frozenset[str]) -> frozenset[FilterKey]:
    """Return the keys some of whose names could not be read, which is told already."""
    return frozenset(
        key
        for key, (table, field) in _COLUMNS.items()
        if table not in known or any(field in made.lost for made in rows.get(table, ()))
    )


@dataclass(frozen=True)
class _Reader:
    names: FilterNames
    unsure: frozenset[FilterKey]
    language: Language

    def told(self, made: Draft) -> Iterator[Finding]:
        if "filter" in made.lost:
            made.values["filter"] = UNREADABLE
            return
        text, calculation = made.values.get("filter"), made.values.get("calculation")
        if not isinstance(text, str) or not isinstance(calculation, Calculation):
            return
        if calculation is Calculation.MANUAL:
            yield finding("V235", made.place("filter"), value=shown(text))
        flaws = read_filter(text, calculation, self.names).misread
        if flaws:
            made.lost.add("filter")
        known = [flaw for flaw in flaws if flaw.flaw is not Flaw.VALUE or flaw.key not in self.unsure]
        yield from (self._said(made, calculation, flaw) for flaw in known[:_MOST_TOLD])

    def _said(self, made: Draft, calculation: Calculation, misread: Misread) -> Finding:
        place, value, suggestion = made.place("filter"), shown(misread.typed), self._suggested(calculation, misread)
        usable = tuple(key.value for key in USABLE[calculation])
        key = misread.key.value if misread.key else same("")
        match misread.flaw:
            case Flaw.PART:
                return finding("V230", place, value=value, suggestion=suggestion, allowed=usable)
            case Flaw.VALUE:
                expected = _expected(misread.key, calculation)
                return finding("V231", place, value=value, suggestion=suggestion, key_label=key, expected=expected)
            case Flaw.WINDOW:
                return finding("V232", place, value=value, suggestion=suggestion)
            case Flaw.UNUSED_KEY:
                named = calculation.label
                return finding("V233", place, value=value, key_label=key, calculation=named, allowed=usable)
            case Flaw.REPEATED_KEY:
                return finding("V234", place, value=value, key_label=key)

    def _suggested(self, calculation: Calculation, misread: Misread) -> str | None:
        match misread.flaw:
            case Flaw.WINDOW:
                quarters = [digit for digit in ("1", "4") if misread.typed.split()[:1] == [digit]]
                return self._pair(FilterKey.WINDOW, quarters[0]) if quarters else None
            case Flaw.VALUE:
                return self._value(calculation, misread.typed, misread.key)
            case Flaw.PART:
                return self._part(calculation, misread.typed)
            case Flaw.UNUSED_KEY | Flaw.REPEATED_KEY:
                return None

    def _part(self, calculation: Calculation, typed: str) -> str | None:
        """Suggest what a part means: a key misspelt, a sign other than `=`, a name alone."""
        for mark in ("=", ":"):
            word, found, value = typed.partition(mark)
            key = self._key(calculation, word) if found and value.strip() else None
            if key is FilterKey.WINDOW:
                return self._pair(key, value.strip())
            if key is not None:
                return self._value(calculation, value.strip(), key) or self._pair(key, value.strip())
        return self._value(calculation, typed.strip("= "), None)

    def _key(self, calculation: Calculation, word: str) -> FilterKey | None:
        words = {label: key for key in USABLE[calculation] for label in key.value}
        return words.get(nearest(word.strip(), words) or "")

    def _value(self, calculation: Calculation, typed: str, wanted: FilterKey | None) -> str | None:
        """Suggest the name that a value is, or is like: of the key wanted, else of any other."""
        keys = [key for key in USABLE[calculation] if key is not FilterKey.WINDOW]
        first = [key for key in keys if key is wanted] or keys
        known = {key: self.names.of_key(key, calculation) for key in keys}
        exact = ((key, known[key].find(typed)) for key in dict.fromkeys((*first, *keys)))
        alike = ((key, nearest(unquoted(typed), known[key].by_form.values())) for key in first)
        return next((self._pair(key, name) for key, name in (*exact, *alike) if name is not None), None)

    def _pair(self, key: FilterKey, value: str) -> str:
        return f"{key.value.in_(self.language)}={value}"


def _expected(key: FilterKey | None, calculation: Calculation) -> Phrase:
    kind = key if key is not None and key is not FilterKey.TYPE else calculation
    return phrase(f"workbook.filter.{kind.name.lower()}")
