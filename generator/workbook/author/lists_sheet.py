"""The sheet of lists: allowed values, and the people of both sides, each behind the name its drop-downs use."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from generator.locales import Label, Language
from generator.locales.language import same
from generator.model.outline import DIVIDER
from generator.model.schema import ColumnSpec, table_of, tables
from generator.model.sections import BY_KEY
from generator.workbook.author.allowed import PEOPLE, YES_NO, choices_name, listed_name, reference_name
from generator.workbook.author.arrangement import FIRST_ROW, HEADER_ROW, header_of
from generator.workbook.author.page import Page
from generator.workbook.conversions.reading import cleaned
from generator.workbook.terms import term

_MOST_PEOPLE = 500
_WIDTH = 22.0
_PEOPLE_WIDTH = 28.0
_GAP = 2.0
_FIRST_COLUMN = 1
_PACE = 2  # a list, then an empty column


def write_lists(book: Workbook, page: Page) -> None:
    """Write the lists and define the names that the validations refer to."""
    _write_head(page)
    _write_people(book, page)
    column = _FIRST_COLUMN + _PACE
    yes_no = (term("yes"), term("no"))
    lists = {YES_NO: (term("lists.yes_no"), same(""), yes_no)} | _closed_lists() | _sections()
    for name, (header, table, words) in lists.items():
        _set_columns(page, column, width=_WIDTH)
        page.sheet.write_string(HEADER_ROW - 1, column, page.word(table), page.styles.note)
        page.sheet.write_string(HEADER_ROW, column, page.word(header), page.styles.optional)
        for row, word in enumerate(words, start=FIRST_ROW):
            page.sheet.write_string(row, column, page.word(word), page.styles.body)
        book.define_name(name, f"={_range(page, column, rows=len(words))}")
        column += _PACE
    for field in sorted({ref for table in tables() for spec in table.columns for ref in spec.column.refs}):
        book.define_name(reference_name(field), f"={_key_column(field, page.locale.language)}")
    page.sheet.freeze_panes(FIRST_ROW, 0)


def _write_head(page: Page) -> None:
    readme = page.word(term("sheet.readme"))
    page.sheet.set_row(0, 28)
    page.sheet.set_row(HEADER_ROW, 34)
    page.sheet.set_column(0, 0, _GAP)
    page.sheet.write_string(0, 1, page.word(term("sheet.lists")), page.styles.title)
    page.sheet.write_string(1, 1, page.locale.say("workbook.lists.help"), page.styles.subtitle)
    page.sheet.write_url(2, 1, f"internal:'{readme}'!A1", page.styles.link, f"← {readme}")


def _closed_lists() -> dict[str, tuple[Label, Label, tuple[Label, ...]]]:
    """Return the closed lists by defined name: the first column that uses each, its table, the words."""
    found: dict[str, tuple[str, ColumnSpec]] = {}
    for table in tables():
        for column in table.columns:
            if column.choices:
                found.setdefault(choices_name(column), (table.field, column))
    return {
        name: (column.label, table_of(field).table.title, tuple(choice.label for choice in column.choices))
        for name, (field, column) in found.items()
    }


def _sections() -> dict[str, tuple[Label, Label, tuple[Label, ...]]]:
    """Return the keys that the rows of the outline go by."""
    table, keys = table_of("outline"), (*BY_KEY, DIVIDER)
    section = table.column("section")
    return {listed_name(section): (section.label, table.table.title, tuple(map(same, keys)))}


def _set_columns(page: Page, column: int, *, width: float) -> None:
    page.sheet.set_column(column, column, width)
    page.sheet.set_column(column + 1, column + 1, _GAP)


def _range(page: Page, column: int, *, rows: int) -> str:
    sheet = page.word(term("sheet.lists"))
    return f"'{sheet}'!{xl_range_abs(FIRST_ROW, column, FIRST_ROW + rows - 1, column)}"


def _key_column(field: str, language: Language) -> str:
    spec = table_of(field)
    return f"{spec.table.name}[{header_of(spec.column(spec.table.key[0]), language)}]"


def _write_people(book: Workbook, page: Page) -> None:
    """Write the people of both sides, one below the other, as formulas over their tables with today's results."""
    ours, theirs = (_key_column(field, page.locale.language) for field in ("team", "contacts"))
    plan = page.plan
    names = [*(one.name for one in plan.team), *(one.name for one in plan.contacts)] if plan else []
    _set_columns(page, _FIRST_COLUMN, width=_PEOPLE_WIDTH)
    page.sheet.write_string(HEADER_ROW, _FIRST_COLUMN, page.word(term("lists.people")), page.styles.optional)
    for rank in range(1, _MOST_PEOPLE + 1):
        other = f'IFERROR(INDEX({theirs},{rank}-ROWS({ours}))&"","")'
        formula = f'=IF({rank}<=ROWS({ours}),INDEX({ours},{rank})&"",{other})'
        # what XlsxWriter escapes in a text it writes as it is in a result
        result = cleaned(names[rank - 1]) if rank <= len(names) else ""
        page.sheet.write_formula(FIRST_ROW + rank - 1, _FIRST_COLUMN, formula, page.styles.body, result)
    every = _range(page, _FIRST_COLUMN, rows=_MOST_PEOPLE)
    first = f"{every.partition('!')[0]}!{xl_rowcol_to_cell(FIRST_ROW, _FIRST_COLUMN, row_abs=True, col_abs=True)}"
    book.define_name(PEOPLE, f"={first}:INDEX({every},ROWS({ours})+ROWS({theirs}))")
