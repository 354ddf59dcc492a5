"""What the client edition may hold, as text that a lawyer can read."""

from __future__ import annotations

import textwrap

from generator.answers.worded import column_names
from generator.editions.allow_list import AllowedTable
from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale

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


def _table(table: AllowedTable, locale: Locale) -> list[str]:
    spec = table.spec
    rows = " ".join(locale.value(rule) for rule in table.rows)
    lines = ["", f"  {locale.label(spec.table.title)} ({spec.table.name})", *_entry("rows", rows, locale)]
    if spec.shared_row is None:
        return lines
    conditions = {column.field: told for column, told in table.conditions}
    shared = [
        f"{name} ({locale.value(conditions[column.field])})" if column.field in conditions else name
        for column, name in zip(table.shared, column_names(table.shared, locale), strict=True)
    ]
    lines += _entry("shared", ", ".join(shared), locale)
    internal = ", ".join(column_names(table.internal, locale))
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
