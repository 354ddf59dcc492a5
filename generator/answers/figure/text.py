"""How a figure was made, as text."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from generator.answers.figure.figures import Figure
from generator.answers.figure.printed import shown
from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale
from generator.measures.traces import Trace
from generator.workbook.cited import CitedCell
from generator.workbook.conversions import typed


def as_text(figure: Figure, locale: Locale) -> str:
    """Return the figure from its result down to its cells, ready to print."""
    trace = figure.trace
    lines = [f"{trace.key} · {_title(trace, locale)}", _result(trace, locale)]
    lines.append(locale.say("explain.formula", formula=locale.say(f"explain.formula.{trace.formula}")))
    if trace.window:
        lines.append(locale.say("explain.window", window=_window(trace, locale)))
    if trace.filter:
        lines.append(locale.say("explain.filter", filter=trace.filter))
    for detail in trace.details:
        label = locale.say(f"explain.detail.{detail.name}")
        lines.append(locale.say("explain.detail", label=label, value=shown(detail.value, detail.form, locale)))
    return "\n".join([*lines, "", *_cells(figure.cells, locale)]).replace(HYPHEN, "-")


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
