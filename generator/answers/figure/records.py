"""How a figure was made, for a program: ``docs/schemas/figure.schema.json`` tells its form."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from generator.answers.envelope import as_json as enveloped
from generator.answers.figure.figures import Figure, Figures
from generator.answers.figure.printed import shown
from generator.diagnostics import Findings
from generator.locales.locale import Locale
from generator.locales.phrase import Phrase
from generator.workbook.conversions import typed


def as_json(figure: Figure, findings: Findings, locale: Locale) -> str:
    """Return a figure as one JSON object; numbers are exact, as text."""
    trace = figure.trace
    return enveloped(
        "explain",
        findings,
        locale,
        key=trace.key,
        title=locale.value(trace.title),
        formula=locale.say(f"explain.formula.{trace.formula}"),
        result=_value(trace.result),
        shown=None if trace.result is None else shown(trace.result, trace.form, locale),
        window=[str(quarter) for quarter in trace.window],
        filter=trace.filter,
        details=[
            {
                "name": detail.name,
                "label": locale.say(f"explain.detail.{detail.name}"),
                "value": _value(detail.value),
                "shown": shown(detail.value, detail.form, locale),
            }
            for detail in trace.details
        ],
        cells=[
            {
                "sheet": cell.place.sheet,
                "cell": cell.place.cell,
                "table": cell.place.table,
                "column": cell.place.column,
                "key": cell.place.key,
                "value": _value(cell.value),
            }
            for cell in figure.cells
        ],
    )


def listed_as_json(figures: Figures, locale: Locale) -> str:
    """Return what can be asked for as one JSON object, as ``figures.schema.json`` says."""
    told = [{"key": key, "title": title} for key, title in figures.titles(locale).items()]
    return enveloped("explain", figures.findings, locale, figures=told)


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
