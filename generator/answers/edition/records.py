"""What the client edition may hold, for a program: ``docs/schemas/edition.schema.json`` tells its form."""

from __future__ import annotations

from generator.answers.envelope import as_json as enveloped
from generator.answers.worded import column_names
from generator.diagnostics import Findings
from generator.editions.allow_list import AllowedTable
from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale
from generator.locales.phrase import Phrase


def as_json(tables: tuple[AllowedTable, ...], locale: Locale) -> str:
    """Return the allow-list as one JSON object, one record a table."""
    return enveloped("explain", Findings(), locale, tables=[_record(table, locale) for table in tables])


def _record(table: AllowedTable, locale: Locale) -> dict[str, object]:
    spec = table.spec
    return {
        "sheet": locale.label(spec.table.sheet.label),
        "table": spec.table.name,
        "title": locale.label(spec.table.title),
        "rows": [_worded(rule, locale) for rule in table.rows],
        "shared": column_names(table.shared, locale),
        "internal": column_names(table.internal, locale),
        "conditions": {locale.label(column.label): _worded(told, locale) for column, told in table.conditions},
    }


def _worded(phrase: Phrase, locale: Locale) -> str:
    return locale.value(phrase).replace(HYPHEN, "-")
