"""The page on the workbook's tables, from their declarations."""

from __future__ import annotations

from generator.locales import Label
from generator.model.column import Kind
from generator.model.schema import ColumnSpec, TableSpec, table_of, tables
from generator.model.table import Layout, Sheet

_HEAD = """# The workbook

`exemple.xlsx` is a complete, fictional account: `copil new --example` writes it, so it never drifts from the program.
`defauts.xlsx` is the same account with mistakes in it, to show what findings look like:
`copil check inputs/defauts.xlsx` names them all.
`exemple-t2.xlsx` is the account one quarter earlier: `copil diff inputs/exemple-t2.xlsx inputs/exemple.xlsx` tells what
the quarter changed (`tools/last_quarter.toml` lists the changes). `make examples` writes all three anew.
`copil new FILE.xlsx` writes a blank workbook to fill in; each header carries a note that says what to write.

One sheet a stage; on each sheet the tables stand side by side, headers on row 6. A table is found by its Excel name,
else by its title or its headers, in French or English: move it, reorder its columns, add columns of your own.

**\\*** required: without it the row has no meaning · **©** the client edition may show it · **→** names a row of
another table · amounts exclude tax · rates run from 0 to 100 % · quarters are headed `T1 2026` (or `Q1 2026`,
`2026-T1`, `1T2026`).

<!-- What follows comes from the model: `make examples` writes it, a test holds it in step. -->
"""
_REQUIRED = r"**\*** "
_KINDS = {
    Kind.TEXT: "text",
    Kind.MONEY: "amount",
    Kind.RATE: "rate",
    Kind.NUMBER: "number",
    Kind.CURRENCY: "text",
    Kind.INTEGER: "whole number",
    Kind.TERM: "whole number",
    Kind.LEVEL: "1 to 5",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.QUARTER: "quarter",
    Kind.HORIZON: "year or quarter",
    Kind.YES_NO: "Oui · Non",
    Kind.TEXTS: "list, separated by `;`",
}


def readme() -> str:
    """Return the whole page."""
    return _HEAD + "".join(_sheet(sheet) for sheet in Sheet)


def _sheet(sheet: Sheet) -> str:
    found = [spec for spec in tables() if spec.table.sheet is sheet]
    return f"\n## {_both(sheet.label)}\n" + "".join(_table(spec) for spec in found)


def _table(spec: TableSpec) -> str:
    lines = [f"\n### {spec.table.name}: {_both(spec.table.title)}\n", f"{spec.table.help.en}. {_nature(spec)}\n"]
    lines += ["| French header | English header | holds | |", "|---|---|---|---|"]
    lines += [_column(column) for column in spec.columns]
    return "\n".join(lines) + "\n"


def _nature(spec: TableSpec) -> str:
    key = " + ".join(spec.column(name).label.fr for name in spec.table.key)
    said = {
        Layout.FORM: "A form: one line an item.",
        Layout.CROSSTAB: "A crosstab: one column a quarter.",
        Layout.ROWS: "",
    }[spec.table.layout]
    parts = [said, f"Key: {key}." if key else "", "" if spec.shared_row else "Never shown to the client."]
    return " ".join(part for part in parts if part)


def _column(column: ColumnSpec) -> str:
    unit = f" ({column.column.unit.en})" if column.column.unit else ""
    marks = (_REQUIRED if column.required else "") + ("©" if column.shared else "")
    return f"| {column.label.fr} | {column.label.en} | {_holds(column)}{unit} | {marks.strip()} |"


def _holds(column: ColumnSpec) -> str:
    if column.kind is Kind.QUARTERS:
        return f"{_KINDS[column.cell_kind]} of each quarter"
    if column.choices:
        return " · ".join(choice.label.fr for choice in column.choices)
    targets = " or ".join(table_of(ref).table.name for ref in column.column.refs)
    return f"{_KINDS[column.kind]} → {targets}" if targets else _KINDS[column.kind]


def _both(label: Label) -> str:
    return label.fr if label.fr == label.en else f"{label.fr} / {label.en}"
