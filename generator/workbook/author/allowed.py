"""What Excel lets a person enter: drop-downs, bounds and messages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from generator.locales import Language, Locale
from generator.model.column import Kind
from generator.model.schema import ColumnSpec, table_of

PEOPLE = "Liste_Personnes"
YES_NO = "Liste_OuiNon"
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)
_MESSAGE = 255

_NAMES: Mapping[type, str] = {Language: "DocumentLanguage"}
"""Lists that workbooks know by another name than their class."""


def choices_name(column: ColumnSpec) -> str:
    """Return the defined name of a closed list."""
    kind = type(column.choices[0])
    return f"Liste_{_NAMES.get(kind, kind.__name__)}"


def listed_name(column: ColumnSpec) -> str:
    """Return the defined name of a list that a column offers."""
    return f"Liste_{column.column.listed}"


def reference_name(field: str) -> str:
    """Return the defined name of the keys of a table."""
    return f"Ref_{table_of(field).table.name}"


def allowed(column: ColumnSpec, locale: Locale) -> dict[str, Any] | None:
    """Return the data validation of a column for XlsxWriter; None when anything goes."""
    kind, refs = column.cell_kind, column.column.refs
    if kind is Kind.TEXTS:
        return {"validate": "any", "input_message": locale.say("workbook.input.list")[:_MESSAGE]}
    if refs:
        source = PEOPLE if len(refs) > 1 else reference_name(refs[0])
        return _rule(locale, "reference", validate="list", source=f"={source}", error_type="warning")
    if column.column.listed:
        return _rule(locale, "reference", validate="list", source=f"={listed_name(column)}", error_type="warning")
    if kind is Kind.CHOICE:
        return _rule(locale, "choice", validate="list", source=f"={choices_name(column)}")
    if kind is Kind.YES_NO:
        return _rule(locale, "choice", validate="list", source=f"={YES_NO}")
    return _bounds(kind, locale)


def _bounds(kind: Kind, locale: Locale) -> dict[str, Any] | None:
    between = {"criteria": "between"}
    if kind is Kind.DATE:
        return _rule(
            locale, "date", validate="date", minimum=_FIRST_DAY, maximum=_LAST_DAY, error_type="warning", **between
        )
    if kind is Kind.TIME:
        return _rule(
            locale, "time", validate="time", minimum=time(0, 0), maximum=time(23, 59), error_type="warning", **between
        )
    if kind is Kind.RATE:
        return _rule(locale, "rate", validate="decimal", minimum=0, maximum=1, **between)
    if kind is Kind.LEVEL:
        return _rule(locale, "level", validate="integer", minimum=1, maximum=5, **between)
    if kind is Kind.INTEGER:
        return _rule(locale, "whole", validate="integer", criteria=">=", value=0)
    if kind is Kind.TERM:
        return _rule(locale, "whole", validate="integer", criteria=">=", value=0, error_type="warning")
    return None


def _rule(locale: Locale, message: str, **rule: Any) -> dict[str, Any]:
    title = locale.say("workbook.error.title")
    return {"error_title": title, "error_message": locale.say(f"workbook.error.{message}")[:_MESSAGE], **rule}
