"""A sheet being written, with what every cell on it needs: the words, the formats, the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.locales import Label, Locale
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.schema import ColumnSpec
from generator.workbook.author.additions import NOTHING, Additions, OwnCell
from generator.workbook.author.cell_values import cell_value, number_format
from generator.workbook.author.notes import note, note_options
from generator.workbook.author.styles import Styles

At = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True)
class Page:
    """XlsxWriter's worksheet and its surroundings; `plan` is None in a blank workbook, `additions` people's own."""

    sheet: Worksheet
    locale: Locale
    styles: Styles
    plan: AccountPlan | None
    additions: Additions = NOTHING

    def on(self, sheet: Worksheet) -> Page:
        """Return the same surroundings on another sheet."""
        return replace(self, sheet=sheet)

    def word(self, label: Label) -> str:
        """Return a label in the language of the workbook, spaced plainly as people type it."""
        return label.in_(self.locale.language)

    def number_format(self, kind: Kind, value: object = None) -> str:
        """Return the number format of a kind of cell, fitted to a value."""
        return number_format(kind, self.locale.language, self.locale.currency, value)

    def write(self, at: At, value: object, shape: Format) -> None:
        """Write a value of the model in a cell; None writes nothing."""
        match content := cell_value(value, self.locale.language):
            case None:
                return
            case str():
                self.sheet.write_string(*at, content, shape)
            case int() | float():
                self.sheet.write_number(*at, content, shape)
            case _:
                self.sheet.write_datetime(*at, content, shape)

    def write_own(self, at: At, cell: OwnCell, shape: Format) -> None:
        """Write a cell of a person's own; a formula keeps its last result, or stays to be computed."""
        if cell.formula is not None:
            result = "" if cell.value is None else cell.value
            formula = f"{cell.formula} " if cell.formula.endswith("}") else cell.formula  # XlsxWriter strips the brace
            if cell.array is None:
                self.sheet.write_formula(*at, formula, shape, result)
            else:
                end = (at[0] + cell.array[0] - 1, at[1] + cell.array[1] - 1)
                self.sheet.write_array_formula(*at, *end, formula, shape, result)
        elif isinstance(cell.value, bool):
            self.sheet.write_boolean(*at, cell.value, shape)
        elif isinstance(cell.value, str):
            self.sheet.write_string(*at, cell.value, shape)
        elif cell.value is not None:
            self.sheet.write_number(*at, cell.value, shape)

    def annotate(self, at: At, column: ColumnSpec) -> None:
        """Hang the note of a column on a cell."""
        text = note(column, self.locale)
        self.sheet.write_comment(*at, text, note_options(text, self.styles.colours))
