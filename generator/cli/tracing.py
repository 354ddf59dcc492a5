"""How a figure was made, as text for a terminal and as JSON for a program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale
from generator.locales.phrase import Phrase
from generator.workbook.conversions import typed

if TYPE_CHECKING:
    from generator.measures.traces import Form, Trace
    from generator.workbook.cited import CitedCell


@dataclass(frozen=True)
class Told:
    """A trace with the cells behind it."""

    trace: Trace
    cells: tuple[CitedCell, ...]


def as_text(told: Told, locale: Locale) -> str:
    """Return the figure from its result down to its cells, ready to print."""
    trace = told.trace
    lines = [f"{trace.key} · {_title(trace, locale)}", _result(trace, locale)]
    lines.append(locale.say("explain.formula", formula=locale.say(f"explain.formula.{trace.formula}")))
    if trace.window:
        lines.append(locale.say("explain.window", window=_window(trace, locale)))
    if trace.filter:
        lines.append(locale.say("explain.filter", filter=trace.filter))
    for detail in trace.details:
        label = locale.say(f"explain.detail.{detail.name}")
        lines.append(locale.say("explain.detail", label=label, value=shown(detail.value, detail.form, locale)))
    return "\n".join([*lines, "", *_cells(told.cells, locale)]).replace(HYPHEN, "-")


def as_json(told: Told, locale: Locale) -> str:
    """Return the same as one JSON object; numbers are exact, as text."""
    trace = told.trace
    found = {
        "key": trace.key,
        "title": _title(trace, locale),
        "formula": locale.say(f"explain.formula.{trace.formula}"),
        "result": _value(trace.result),
        "shown": None if trace.result is None else shown(trace.result, trace.form, locale),
        "window": [str(quarter) for quarter in trace.window],
        "filter": trace.filter,
        "details": [
            {
                "name": detail.name,
                "label": locale.say(f"explain.detail.{detail.name}"),
                "value": _value(detail.value),
                "shown": shown(detail.value, detail.form, locale),
            }
            for detail in trace.details
        ],
        "cells": [
            {
                "sheet": cell.place.sheet,
                "cell": cell.place.cell,
                "table": cell.place.table,
                "column": cell.place.column,
                "key": cell.place.key,
                "value": _value(cell.value),
            }
            for cell in told.cells
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def shown(value: object, form: Form, locale: Locale) -> str:
    """Print a value in its form."""
    if isinstance(value, int | Decimal):
        match form.value:
            case "money":
                return locale.money(Decimal(value))
            case "percent":
                return locale.percent(Decimal(value))
            case "days":
                return locale.say("explain.days", n=int(value), value=locale.number(value))
            case _:
                return locale.number(_brief(Decimal(value)))
    return locale.value(value)


def _title(trace: Trace, locale: Locale) -> str:
    return locale.value(trace.title)


def _result(trace: Trace, locale: Locale) -> str:
    if trace.result is None:
        return locale.say("explain.no_result")
    return locale.say("explain.result", result=shown(trace.result, trace.form, locale))


def _window(trace: Trace, locale: Locale) -> str:
    first, last = trace.window[0], trace.window[-1]
    return locale.value(last) if first == last else locale.say("explain.span", first=first, last=last)


def _cells(cells: tuple[CitedCell, ...], locale: Locale) -> list[str]:
    if not cells:
        return [locale.say("explain.no_cells")]
    rows = [_row(cell, locale) for cell in cells]
    widths = [max(len(row[at]) for row in rows) for at in range(2)]
    lines = [f"  {sheet:<{widths[0]}}  {at:<{widths[1]}}  {told}" for sheet, at, told in rows]
    return [locale.say("explain.cells", n=len(cells)), *lines]


def _row(cell: CitedCell, locale: Locale) -> tuple[str, str, str]:
    place = cell.place
    words = " · ".join(part for part in (place.table, place.key, place.column) if part)
    return place.sheet or "", place.cell or "", locale.say("explain.detail", label=words, value=_held(cell, locale))


def _held(cell: CitedCell, locale: Locale) -> str:
    """Print what a cell holds: a typed text as it is, a number with all its digits."""
    match cell.value:
        case None:
            return locale.say("explain.blank")
        case datetime() as moment:
            return locale.date(moment.date())
        case float() as number:
            return locale.number(Decimal(f"{number:.15g}"))
        case str() as text:
            return text
        case bool():
            return typed(cell.value, locale.language)
        case int() | date() | time() as value:
            return locale.value(value)
        case other:
            return typed(other, locale.language)


def _value(value: object) -> object:
    match value:
        case float():
            return float(f"{value:.15g}")
        case None | bool() | int() | str():
            return value
        case Phrase():
            return value.key.rpartition(".")[2]
        case Decimal():
            return str(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | time() | datetime():
            return value.isoformat()
        case _:
            return typed(value)


def _brief(value: Decimal) -> Decimal:
    return value if value == value.to_integral_value() else value.quantize(Decimal("0.1"))
