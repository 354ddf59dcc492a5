"""A sheet being written, with what every cell on it needs: the words, the formats, the plan."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.locales import Label, Locale
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.schema import ColumnSpec
from generator.workbook.author.cell_values import cell_value, number_format
from generator.workbook.author.notes import note, note_options
from generator.workbook.author.styles import Styles

At = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True)
class Page:
    """XlsxWriter's worksheet and its surroundings; `plan` is None in a blank workbook."""

    sheet: Worksheet
    locale: Locale
    styles: Styles
    plan: AccountPlan | None

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

    def annotate(self, at: At, column: ColumnSpec) -> None:
        """Hang the note of a column on a cell."""
        text = note(column, self.locale)
        self.sheet.write_comment(*at, text, note_options(text, self.styles.colours))
