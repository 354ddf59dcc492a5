"""The example one quarter earlier, and the edits that lead from there to the example."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.brand import load
from generator.cli.new import workbook_colours
from generator.locales import Language
from generator.model.choices import FigureMeasure
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, TableSpec, tables
from generator.model.table import Layout, Row
from generator.workbook.author import author
from generator.workbook.author.cell_values import cell_value
from generator.workbook.bind import Bound, bind
from generator.workbook.conversions import parse_quarter
from generator.workbook.example import example_plan
from generator.workbook.raw import RawCell
from generator.workbook.read import read
from generator.workbook.rollover import LastBook, read_last, roll_over
from tools.cell_edits import CellContent, edited

_DECLARED = Path(__file__).with_name("last_quarter.toml")
_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True)
class Pair:
    """A row then and now; None where the quarter brought or took it."""

    spec: TableSpec
    then: Row | None
    now: Row | None


def earlier_workbook(language: Language) -> bytes:
    """Return the workbook of the quarter before the example's."""
    return author(earlier_plan(language), language, colours=workbook_colours(load().palette))


def earlier_plan(language: Language) -> AccountPlan:
    """Return the plan of the quarter before the example's. ValueError when a declared row is no longer there."""
    now, declared = example_plan(language), _declared()
    cutoff = declared["cutoff"]
    account = now.account.model_copy(update={"cutoff": cutoff, "version": now.revisions[-2].version})
    rows = {
        spec.field: tuple(pair.then for pair in pairs(spec, language) if pair.then is not None)
        for spec in tables()
        if spec.table.layout is not Layout.FORM
    }
    return now.model_copy(update={"account": account, **rows})


def brought_up_to_date(workbook: bytes, language: Language) -> bytes:
    """Return the earlier workbook after the quarterly update and the quarter's edits: the example's content."""
    last = read_last(workbook)
    if not isinstance(last, LastBook):
        raise TypeError(last)
    period = example_plan(language).period
    rolled = roll_over(last, period, colours=workbook_colours(load().palette), keep_messages=True).workbook
    bound = bind(read(rolled))
    edits: dict[tuple[str, str], CellContent] = {}
    for spec in tables():
        if spec.table.layout is not Layout.FORM:
            edits |= dict(_edits(spec, bound, language))
    return edited(rolled, edits)


def pairs(spec: TableSpec, language: Language) -> tuple[Pair, ...]:
    """Return the rows of a table then and now, in the order of the example, the ones taken away last."""
    declared, name = _declared(), spec.field
    new = set(declared["added"].get(name, ())) | set(declared["added_rows"].get(name, ()))
    found = []
    for number, row in enumerate(getattr(example_plan(language), name), start=1):
        places = {number, *row.key}
        values = next(
            (dict(one) for one in declared["changed"].get(name, ()) if places & {one.get("key"), one.get("row")}), {}
        )
        found.append(Pair(spec, None if places & new else _then(spec, row, values, language), row))
    gone = [Pair(spec, spec.row(**_values(spec, one, language)), None) for one in declared["removed"].get(name, ())]
    return (*found, *gone)


def _then(spec: TableSpec, row: Row, values: dict[str, Any], language: Language) -> Row:
    kept = {name: getattr(row, name) for name in spec.row.model_fields}
    for column in spec.columns:
        if "contacts" in column.column.refs:
            kept[column.field] = _renamed(kept[column.field])
    if spec.is_crosstab:
        period, measure = Quarter.containing(_declared()["cutoff"]), getattr(row, "measure", None)
        is_planned = measure is FigureMeasure.BUDGET
        kept["quarters"] = {at: value for at, value in kept["quarters"].items() if at <= period or is_planned}
    return spec.row.model_validate(kept | _values(spec, values, language))


def _renamed(value: Any) -> Any:
    """Return references to people under the names they had."""
    names = {one["key"]: one["name"] for one in _declared()["changed"]["contacts"] if "name" in one}
    return tuple(names.get(one, one) for one in value) if isinstance(value, tuple) else names.get(value, value)


def _values(spec: TableSpec, declared: Mapping[str, Any], language: Language) -> dict[str, object]:
    fields = {name: value for name, value in declared.items() if name not in {"key", "row"}}
    return {name: _value(spec.column(name), value, language) for name, value in fields.items()}


def _value(column: ColumnSpec, value: Any, language: Language) -> object:
    match value:
        case "":
            return None
        case dict():
            return value[language.value]
        case str() if column.choices:
            return next(choice for choice in column.choices if choice.name == value)
        case str() if column.kind is Kind.QUARTER:
            return parse_quarter(value)
        case float():
            return str(value)
        case list():
            return tuple(value)
        case _:
            return value


def _edits(spec: TableSpec, bound: Bound, language: Language) -> Iterator[tuple[tuple[str, str], CellContent]]:
    """Yield what changes in the cells of a table: rows brought stand below the others, rows taken leave a blank."""
    ground, rows = bound.origins.grounds[spec.field], dict(bound.origins.rows[spec.field])
    last = max(row.number for found in rows.values() for row in found)
    seen: dict[tuple[str, ...], int] = {}
    for pair in pairs(spec, language):
        if pair.then is None:
            number = last = last + 1
        else:
            rank = seen[pair.then.key] = seen.get(pair.then.key, -1) + 1
            number = rows[pair.then.key][rank].number
        for name, header in ground.headers.items():
            then, now = (_content(row, name, language) for row in (pair.then, pair.now))
            if then != now:
                at = RawCell(ground.sheet, number, header.column, None).coordinate
                yield (ground.sheet, at), now


def _content(row: Row | None, name: str, language: Language) -> CellContent:
    quarter = parse_quarter(name)
    value = None if row is None else row.quarters.get(quarter) if quarter else getattr(row, name)  # type: ignore[attr-defined]
    held = cell_value(value, language)
    if isinstance(held, date):
        return (held - _EPOCH).days
    return held.isoformat("minutes") if held is not None and not isinstance(held, str | int | float) else held


@cache
def _declared() -> dict[str, Any]:
    return tomllib.loads(_DECLARED.read_text(encoding="utf-8"))
