"""What the client edition may hold, as text that a lawyer can read and as JSON for a program."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.editions.allow_list import AllowedTable
    from generator.model.schema import ColumnSpec

_WIDTH = 100


def as_text(tables: tuple[AllowedTable, ...], locale: Locale) -> str:
    """Return the allow-list sheet by sheet, ready to print."""
    lines = [locale.say("cli.edition.title"), "", *_wrapped(locale.say("cli.edition.rule"), "")]
    lines += _wrapped(locale.say("cli.edition.references"), "")
    lines += _wrapped(locale.say("cli.edition.texts"), "")
    sheet = None
    for table in tables:
        if table.spec.table.sheet is not sheet:
            sheet = table.spec.table.sheet
            lines += ["", locale.label(sheet.label)]
        lines += _table(table, locale)
    return "\n".join(lines).replace(HYPHEN, "-")


def as_json(tables: tuple[AllowedTable, ...], locale: Locale) -> str:
    """Return the same as a JSON array, one object a table."""
    return json.dumps([_record(table, locale) for table in tables], ensure_ascii=False, indent=2).replace(HYPHEN, "-")


def _table(table: AllowedTable, locale: Locale) -> list[str]:
    spec = table.spec
    rows = " ".join(locale.value(rule) for rule in table.rows)
    lines = ["", f"  {locale.label(spec.table.title)} ({spec.table.name})", *_entry("rows", rows, locale)]
    if spec.shared_row is None:
        return lines
    conditions = {column.field: told for column, told in table.conditions}
    shared = [
        f"{name} ({locale.value(conditions[column.field])})" if column.field in conditions else name
        for column, name in zip(table.shared, _names(table.shared, locale), strict=True)
    ]
    lines += _entry("shared", ", ".join(shared), locale)
    internal = ", ".join(_names(table.internal, locale))
    return [*lines, *_entry("internal", internal or locale.say("cli.edition.none"), locale)]


def _entry(kind: str, text: str, locale: Locale) -> list[str]:
    return _wrapped(locale.say(f"cli.edition.{kind}", text=text), "    ", "      ")


def _wrapped(text: str, indent: str, further: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if further is None else further,
        break_on_hyphens=False,
    )


def _names(columns: tuple[ColumnSpec, ...], locale: Locale) -> list[str]:
    return [locale.label(column.label) for column in columns]


def _record(table: AllowedTable, locale: Locale) -> dict[str, object]:
    spec = table.spec
    return {
        "sheet": locale.label(spec.table.sheet.label),
        "table": spec.table.name,
        "title": locale.label(spec.table.title),
        "rows": [locale.value(rule) for rule in table.rows],
        "shared": _names(table.shared, locale),
        "internal": _names(table.internal, locale),
        "conditions": {locale.label(column.label): locale.value(told) for column, told in table.conditions},
    }
