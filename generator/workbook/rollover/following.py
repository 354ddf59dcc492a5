"""All formulas that come along, rewritten for their new places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from openpyxl.utils import get_column_letter

from generator.locales import Language
from generator.workbook.author.additions import Additions, OwnCell, OwnColumn, OwnItem, OwnSheet
from generator.workbook.author.arrangement import FIRST_ROW, Placement
from generator.workbook.rollover.formulas import followed
from generator.workbook.rollover.last import LastBook
from generator.workbook.rollover.moves import Moves


@dataclass(frozen=True)
class Follower:
    """Rewrites formulas, and keeps where it had to give up.

    `values` are formulas into other files, replaced by their results; `unsure` those that name what did not come along.
    """

    last: LastBook
    moves: Moves
    placements: Mapping[str, Placement]
    language: Language
    values: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    def additions(self, found: Additions) -> Additions:
        """Return additions whose formulas name the cells of the new workbook."""
        return replace(
            found,
            columns={
                name: tuple(self._column(name, *at) for at in self.placements[name].own_slots) for name in found.columns
            },
            items={name: self._items(name, items) for name, items in found.items.items()},
            formulas={name: self._formulas(name, cells) for name, cells in found.formulas.items()},
            sheets=tuple(self._sheet(sheet) for sheet in found.sheets),
            names={name: self._name(name, meaning) for name, meaning in found.names.items()},
        )

    def _column(self, name: str, at: int, column: OwnColumn) -> OwnColumn:
        cells = {row: self._in_table(name, cell, row=row, column=at) for row, cell in column.cells.items()}
        return replace(column, cells=cells)

    def _items(self, name: str, items: tuple[OwnItem, ...]) -> tuple[OwnItem, ...]:
        placed = self.placements[name]
        first = len(placed.spec.columns)
        return tuple(
            replace(item, value=self._in_table(name, item.value, row=row, column=placed.left + 1))
            for row, item in enumerate(items, start=first)
        )

    def _formulas(self, name: str, cells: Mapping[tuple[int, str], OwnCell]) -> dict[tuple[int, str], OwnCell]:
        placed = self.placements[name]
        is_form = self.last.bound.origins.grounds[name].values_at is not None
        columns = {slot.name: at for at, slot in enumerate(placed.slots, start=placed.left)}
        places = {key: placed.left + 1 if is_form else columns.get(key[1], placed.left) for key in cells}
        return {key: self._in_table(name, cell, row=key[0], column=places[key]) for key, cell in cells.items()}

    def _in_table(self, name: str, cell: OwnCell, *, row: int, column: int) -> OwnCell:
        """Follow a cell of a table of ours, its row counted from the table's first, its column from the sheet's."""
        sheet = self.placements[name].spec.table.sheet.label.in_(self.language)
        return self._cell(cell, (FIRST_ROW + row, column), home=self.last.raw.tables[name].sheet, new_home=sheet)

    def _sheet(self, sheet: OwnSheet) -> OwnSheet:
        cells = {at: self._cell(cell, at, home=sheet.name, new_home=sheet.name) for at, cell in sheet.cells.items()}
        return replace(sheet, cells=cells)

    def _cell(self, cell: OwnCell, at: tuple[int, int], *, home: str, new_home: str) -> OwnCell:
        if cell.formula is None:
            return cell
        found = followed(cell.formula, self.moves, home=home, new_home=new_home)
        place = f"{new_home}!{get_column_letter(at[1] + 1)}{at[0] + 1}"
        if found.is_external:
            self.values.append(place)
            return replace(cell, formula=None, array=None)
        if not found.is_sure:
            self.unsure.append(place)
        return replace(cell, formula=found.formula)

    def _name(self, name: str, meaning: str) -> str:
        found = followed(meaning, self.moves, home="", new_home="")
        if not found.is_sure:
            self.unsure.append(name)
        return found.formula
