"""What the client edition leaves out, as a table for the report of a build and as records for a program."""

from __future__ import annotations

import textwrap

from generator.editions import WithheldTable
from generator.locales.locale import Locale
from generator.model.schema import table_of

_WIDTH = 100


def as_text(withheld: tuple[WithheldTable, ...], locale: Locale) -> str:
    """Return a table, one line for each table of the workbook that something is left out of, ready to print."""
    told = [
        _cells(table, locale) for table in withheld if table.rows_left_out or (table.rows and table.columns_left_out)
    ]
    if not told:
        return locale.say("cli.withheld.nothing")
    heads = tuple(locale.say(f"cli.withheld.{name}") for name in ("table", "rows", "columns"))
    widths = [max(len(line[at]) for line in (heads, *told)) for at in (0, 1)]
    lines = [line for cells in (heads, *told) for line in _line(cells, widths)]
    return "\n".join([locale.say("cli.withheld.title"), *lines])


def as_records(withheld: tuple[WithheldTable, ...], locale: Locale) -> list[dict[str, object]]:
    """Return one record a table of the workbook, whether or not something is left out of it."""
    return [
        {
            "table": table_of(table.table).table.name,
            "rows": table.rows,
            "rows_left_out": table.rows_left_out,
            "columns_left_out": _columns(table, locale),
        }
        for table in withheld
    ]


def _cells(table: WithheldTable, locale: Locale) -> tuple[str, str, str]:
    spec = table_of(table.table)
    if spec.shared_row is None:
        return locale.label(spec.table.title), locale.say("cli.withheld.whole"), "–"
    count = locale.say("cli.withheld.some", left=table.rows_left_out, rows=table.rows) if table.rows_left_out else "–"
    return locale.label(spec.table.title), count, ", ".join(_columns(table, locale)) or "–"


def _columns(table: WithheldTable, locale: Locale) -> list[str]:
    spec = table_of(table.table)
    return [locale.label(spec.column(field).label) for field in table.columns_left_out]


def _line(cells: tuple[str, ...], widths: list[int]) -> list[str]:
    start = f"  {cells[0]:<{widths[0]}}  {cells[1]:<{widths[1]}}  "
    return textwrap.wrap(
        cells[2], _WIDTH, initial_indent=start, subsequent_indent=" " * len(start), drop_whitespace=True
    )
