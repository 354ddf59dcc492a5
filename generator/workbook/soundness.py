"""How sound each stage of a workbook is: the rows entered on it, and those that nothing grave is said of."""

from __future__ import annotations

from generator.diagnostics import Finding, Findings, Severity
from generator.diagnostics.stage import Stage
from generator.locales import Locale
from generator.model.schema import TableSpec, tables
from generator.model.table import Sheet
from generator.workbook.coordinates import position
from generator.workbook.ground import Ground
from generator.workbook.origins import Origins

Spot = tuple[str, int]


def stages(findings: Findings, origins: Origins, locale: Locale) -> tuple[Stage, ...]:
    """Return the stages in workbook order, each with its findings, its rows and how many have no error nor warning.

    In a form an item counts as a row. A finding belongs to the stage of its table, else to that of its sheet.
    """
    return tuple(_stage(sheet, findings, origins, locale) for sheet in Sheet)


def _stage(sheet: Sheet, findings: Findings, origins: Origins, locale: Locale) -> Stage:
    own = [spec for spec in tables() if spec.table.sheet is sheet]
    names = {spec.table.name for spec in own}
    titles = {origins.grounds[spec.field].sheet for spec in own if spec.field in origins.grounds} | set(sheet.label)
    others = {spec.table.name for spec in tables()} - names
    found = tuple(
        item
        for item in findings
        if item.place.table in names or (item.place.table not in others and item.place.sheet in titles)
    )
    rows = set().union(*(_entered(spec, origins) for spec in own)) | _unread(found, own, origins)
    faulty = {spot for item in found if item.severity is not Severity.INFO for spot in _spot(item)}
    return Stage(locale.label(sheet.label), found, len(rows), len(rows - faulty))


def _entered(spec: TableSpec, origins: Origins) -> set[Spot]:
    """Return the rows of a table that were read."""
    ground = origins.grounds.get(spec.field)
    rows = [row for found in origins.rows.get(spec.field, {}).values() for row in found]
    if ground is not None and ground.values_at is not None:
        return {(spec.table.name, header.row) for header in ground.headers.values()} if rows else set()
    return {(spec.table.name, row.number) for row in rows}


def _unread(found: tuple[Finding, ...], own: list[TableSpec], origins: Origins) -> set[Spot]:
    """Return the rows that were entered but could not be kept: each has an error of its own."""
    header_rows = {
        (spec.table.name, header.row)
        for spec in own
        if (ground := origins.grounds.get(spec.field)) is not None and not _is_form(ground)
        for header in ground.headers.values()
    }
    errors = (item for item in found if item.severity is Severity.ERROR)
    return {spot for item in errors for spot in _spot(item)} - header_rows


def _is_form(ground: Ground) -> bool:
    return ground.values_at is not None


def _spot(item: Finding) -> list[Spot]:
    if not item.place.table or not item.place.cell:
        return []
    return [(item.place.table, position(item.place.cell)[0])]
