"""The note on a header: what to write, an example, the unit, the allowed values."""

from __future__ import annotations

from typing import Any

from generator.locales import Label, Locale
from generator.model.column import Kind
from generator.model.schema import ColumnSpec, table_of
from generator.workbook.colours import WorkbookColours
from generator.workbook.terms import term

_LINE_CHARACTERS = 38
_LINE_PIXELS = 17
_WIDTH_PIXELS = 250


def note(column: ColumnSpec, locale: Locale) -> str:
    """Return the text of a column's note."""
    lines = [locale.label(column.column.help) + "."]
    if column.required:
        lines.append(locale.say("workbook.note.required"))
    if example := _example(column, locale):
        lines.append(locale.say("workbook.note.example", example=example))
    if column.column.unit:
        lines.append(locale.say("workbook.note.unit", unit=column.column.unit))
    if column.choices:
        lines.append(
            locale.say(
                "workbook.note.allowed", allowed=", ".join(locale.label(choice.label) for choice in column.choices)
            )
        )
    if column.column.refs:
        tables = tuple(table_of(ref).table.title for ref in column.column.refs)
        lines.append(locale.say("workbook.note.reference", tables=tables))
    if column.shared is False:
        lines.append(locale.say("workbook.note.internal"))
    return "\n".join(lines)


def note_options(text: str, colours: WorkbookColours) -> dict[str, Any]:
    """Return XlsxWriter's options for a note: as high as its text needs."""
    lines = sum(1 + len(line) // _LINE_CHARACTERS for line in text.split("\n"))
    return {
        "author": "copil",
        "color": f"#{colours.soft}",
        "width": _WIDTH_PIXELS,
        "height": _LINE_PIXELS * (lines + 1),
        "font_size": 9,
    }


def _example(column: ColumnSpec, locale: Locale) -> str:
    """Return the declared example in the reader's language, where it is a word of a closed list."""
    example = column.column.example
    for label in (*(choice.label for choice in column.choices), *_yes_no(column)):
        if label.key == example:
            return locale.label(label)
    return example


def _yes_no(column: ColumnSpec) -> tuple[Label, ...]:
    return (term("yes"), term("no")) if column.kind is Kind.YES_NO else ()
