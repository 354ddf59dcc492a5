"""What is not filled in yet: a stage without a row, a required table that is missing or empty."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.diagnostics import Finding, Place, Severity, finding
from generator.model.schema import TableSpec, tables
from generator.model.table import Layout, Sheet
from generator.workbook.drafts import Draft
from generator.workbook.ground import Ground
from generator.workbook.raw import RawTables


def nothing_entered(raw: RawTables, grounds: Mapping[str, Ground], rows: Mapping[str, list[Draft]]) -> list[Finding]:
    """Return a finding a missing required table, and one a stage where nothing, or nothing required, is entered.

    A table that lacks required columns is told for that: whatever stands in it cannot be read.
    A form left blank says so once here: its blanks are taken out of its draft's own findings.
    """
    known = {*raw.tables, *raw.unread}
    missing = [spec for spec in tables() if spec.table.required and spec.field not in known]
    blank_forms = [_silenced(made) for made in rows.get("account", []) if _is_blank(made)]
    whole = {name for name, ground in grounds.items() if not ground.missing}
    empty = {name for name in whole if not rows[name]} | ({"account"} & whole if blank_forms else set())
    return [*(_missing(spec) for spec in missing), *_empty_stages(raw, empty)]


def _missing(spec: TableSpec) -> Finding:
    place = Place(table=spec.table.name)
    return finding("W110", place, table_label=spec.table.title, sheet_label=spec.table.sheet.label)


def _is_blank(made: Draft) -> bool:
    required = {column.field for column in made.ground.spec.columns if column.required}
    return not required & (set(made.values) | made.lost)


def _silenced(made: Draft) -> Draft:
    made.findings = [said for said in made.findings if said.code != "V201"]
    return made


def _empty_stages(raw: RawTables, without_rows: Collection[str]) -> Iterator[Finding]:
    for sheet in Sheet:
        specs = [spec for spec in tables() if spec.table.sheet is sheet]
        empty = [spec for spec in specs if spec.field in without_rows]
        wanted = [spec for spec in empty if spec.table.required]
        is_all_empty = all(
            spec in empty for spec in specs if spec.field in raw.tables and spec.table.layout is not Layout.FORM
        )
        if not wanted and is_all_empty:
            wanted = [spec for spec in empty if spec.table.layout is not Layout.FORM][:3]
        wanted = [spec for spec in wanted if spec.field not in raw.unread]
        if wanted:
            yield _to_fill(sheet, wanted, raw)


def _to_fill(sheet: Sheet, wanted: list[TableSpec], raw: RawTables) -> Finding:
    blocks = any(spec.field == "account" for spec in wanted)
    place = Place(sheet=raw.tables[wanted[0].field].sheet)
    titles = tuple(spec.table.title for spec in wanted)
    severity = Severity.ERROR if blocks else None
    return finding("W119", place, severity=severity, stage=sheet.label, tables=titles)
