"""The example account: fictional, complete, kept as one table a file in each language and loaded into the model."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO

from generator.locales import Language
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, TableSpec, tables
from generator.model.table import Layout, Row
from generator.workbook.conversions import parse_quarter
from generator.workbook.terms import term
from generator.workbook.usual_outline import usual_outline


def example_plan(language: Language) -> AccountPlan:
    """Return the example in a language, every word of its files in that language; French where no folder holds it.

    ValueError, naming file and field, when a file does not fit the model.
    """
    folders = files("generator.workbook").joinpath("example")
    kept = language if folders.joinpath(language.value).is_dir() else Language.FR
    folder = folders.joinpath(kept.value)
    found = {spec.field: _table(spec, folder.joinpath(f"{spec.table.name}.csv"), kept) for spec in tables()}
    told = {name: rows for name, rows in found.items() if rows is not None}
    return AccountPlan.model_validate({"outline": usual_outline(kept), **told})


def _table(spec: TableSpec, file: Traversable, language: Language) -> Row | tuple[Row, ...] | None:
    if not file.is_file():
        return None
    lines = list(csv.DictReader(StringIO(file.read_text(encoding="utf-8-sig"))))
    if spec.table.layout is Layout.FORM:
        return _row(spec, {line["field"]: line["value"] for line in lines}, language, where=file.name)
    return tuple(_row(spec, line, language, where=f"{file.name}, line {at}") for at, line in enumerate(lines, start=2))


def _row(spec: TableSpec, line: Mapping[str, str], language: Language, *, where: str) -> Row:
    values: dict[str, object] = {}
    series: dict[Quarter, Decimal] = {}
    for name, written in line.items():
        if not (written or "").strip():
            continue
        try:
            quarter = parse_quarter(name) if spec.is_crosstab else None
            if quarter is not None:
                series[quarter] = Decimal(written)
            else:
                values[name] = _value(spec.column(name), written.strip(), language)
        except (ArithmeticError, KeyError, LookupError, ValueError) as error:
            raise ValueError(f"{where}: {name} = {written!r}") from error
    return spec.row.model_validate(values | ({"quarters": series} if spec.is_crosstab else {}))


def _value(column: ColumnSpec, written: str, language: Language) -> object:
    match column.kind:
        case Kind.MONEY | Kind.RATE | Kind.NUMBER:
            return Decimal(written)
        case Kind.INTEGER | Kind.LEVEL | Kind.TERM:
            return int(written)
        case Kind.DATE:
            return date.fromisoformat(written)
        case Kind.TIME:
            return time.fromisoformat(written)
        case Kind.QUARTER:
            return _quarter(written)
        case Kind.HORIZON:
            return parse_quarter(written) or int(written)
        case Kind.CHOICE:
            return {choice.label.in_(language): choice for choice in column.choices}[written]
        case Kind.YES_NO:
            return {term("yes").in_(language): True, term("no").in_(language): False}[written]
        case Kind.TEXTS:
            return tuple(item.strip() for item in written.split(";") if item.strip())
        case _:
            return written


def _quarter(written: str) -> Quarter:
    found = parse_quarter(written)
    if found is None:
        raise ValueError(f"no quarter: {written}")
    return found
