"""Tables and sheets that are no longer there: a title without headers, a stage without its sheet, tables taken away."""

from __future__ import annotations

from generator.diagnostics import Finding, Place, finding
from generator.model.schema import TableSpec, tables
from generator.model.table import Layout, Sheet
from generator.workbook.furniture import our_sheets, stage_sheets
from generator.workbook.locate import Located
from generator.workbook.matching import folded
from generator.workbook.raw import RawCell, RawSheet
from generator.workbook.synonyms import own_titles
from generator.workbook.unread.free import areas_of, is_stage, unheld_cells
from generator.workbook.unread.heads import titles_of

_FEWEST_STAGES = 2


def absent(
    sheets: tuple[RawSheet, ...], located: Located, named: frozenset[str]
) -> tuple[list[Finding], frozenset[str]]:
    """Return what is said of the tables that were not found, and those that need no further word.

    `named` are the tables of which something was found that is not read.
    """
    missing = [spec for spec in tables() if spec.field not in located.tables and spec.field not in named]
    headless = {spec.field: cell for spec in missing if (cell := _title(spec, sheets, located)) is not None}
    said = [_without_headers(spec, headless[spec.field]) for spec in missing if spec.field in headless]
    left = [spec for spec in missing if spec.field not in headless]
    if not _is_ours(sheets):
        return said, frozenset(headless)
    used = {spec.table.sheet for spec in tables() if spec not in left}
    gone = {stage: specs for stage in Sheet if stage not in used and (specs := _optional(left, stage))}
    said += [_stage_gone(stage, specs) for stage, specs in gone.items()]
    if scattered := [spec for stage in Sheet if stage in used for spec in _optional(left, stage)]:
        said.append(finding("W156", tables=tuple(spec.table.title for spec in scattered)))
    return said, frozenset(headless) | {spec.field for specs in gone.values() for spec in specs}


def _without_headers(spec: TableSpec, cell: RawCell) -> Finding:
    place = Place(sheet=cell.sheet, cell=cell.coordinate, table=spec.table.name)
    return finding("W144", place, table_label=spec.table.title)


def _title(spec: TableSpec, sheets: tuple[RawSheet, ...], located: Located) -> RawCell | None:
    """Return the first cell of an Excel table of that name, or the cell that entitles it on a sheet of ours."""
    for sheet in sheets:
        for zone in sheet.zones:
            if zone.name.casefold() == spec.table.name.casefold():
                return RawCell(sheet.name, zone.top, zone.left, None)
    stages = [sheet for sheet in sheets if is_stage(sheet)]
    cells = (cell for sheet in stages for cell in titles_of(sheet, unheld_cells(sheet, areas_of(sheet, located.taken))))
    return next((cell for cell in cells if folded(str(cell.value)) in own_titles(spec)), None)


def _is_ours(sheets: tuple[RawSheet, ...]) -> bool:
    """Tell a workbook that was made of ours, with every table: a person's own has those that they took up."""
    names = {folded(sheet.name) for sheet in sheets}
    return bool(names & our_sheets()) and len(names & stage_sheets()) >= _FEWEST_STAGES


def _optional(missing: list[TableSpec], stage: Sheet) -> list[TableSpec]:
    """Return the missing tables of a stage that may be missing; a form has defaults."""
    specs = (spec for spec in missing if spec.table.sheet is stage and not spec.table.required)
    return [spec for spec in specs if spec.table.layout is not Layout.FORM]


def _stage_gone(stage: Sheet, specs: list[TableSpec]) -> Finding:
    return finding("W145", stage=stage.label, tables=tuple(spec.table.title for spec in specs))
