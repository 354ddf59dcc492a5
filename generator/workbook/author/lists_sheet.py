"""The sheet of lists: allowed values, and the people of both sides, each behind the name its drop-downs use."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from generator.locales import Locale
from generator.model.plan import AccountPlan
from generator.model.schema import ColumnSpec, table_of, tables
from generator.workbook.author.allowed import PEOPLE, YES_NO, choices_name, reference_name
from generator.workbook.author.arrangement import FIRST_ROW, HEADER_ROW, header_of
from generator.workbook.author.styles import Styles
from generator.workbook.terms import term

_MOST_PEOPLE = 500
_WIDTH = 22.0
_GAP = 2.0


def write_lists(book: Workbook, page: Worksheet, *, plan: AccountPlan | None, locale: Locale, styles: Styles) -> None:
    """Write the lists and define the names that the validations refer to."""
    sheet = term("sheet.lists").in_(locale.language)
    readme = term("sheet.readme").in_(locale.language)
    page.write_string(0, 1, sheet, styles.title)
    page.write_string(1, 1, locale.say("workbook.lists.help"), styles.subtitle)
    page.write_url(2, 1, f"internal:'{readme}'!A1", styles.link, f"← {readme}")
    page.set_row(0, 28)
    page.set_row(HEADER_ROW, 34)
    page.set_column(0, 0, _GAP)
    column = 1
    _write_people(book, page, column, sheet, plan=plan, locale=locale, styles=styles)
    column = _write_list(
        page,
        column + 2,
        locale.say("workbook.lists.yes_no"),
        "",
        [term(word).in_(locale.language) for word in ("yes", "no")],
        styles,
    )
    book.define_name(YES_NO, _range(sheet, column - 2, 2))
    for name, (table, spec) in _closed_lists().items():
        words = [choice.label.in_(locale.language) for choice in spec.choices]
        column = _write_list(
            page,
            column,
            spec.label.in_(locale.language),
            table_of(table).table.title.in_(locale.language),
            words,
            styles,
        )
        book.define_name(name, _range(sheet, column - 2, len(words)))
    _define_references(book, locale)
    page.freeze_panes(FIRST_ROW, 0)


def _closed_lists() -> dict[str, tuple[str, ColumnSpec]]:
    """Return the closed lists by defined name, with the first column that uses each."""
    found: dict[str, tuple[str, ColumnSpec]] = {}
    for table in tables():
        for column in table.columns:
            if column.choices:
                found.setdefault(choices_name(column), (table.field, column))
    return found


def _write_list(page: Worksheet, column: int, header: str, table: str, words: list[str], styles: Styles) -> int:
    """Write one list; return the column of the next."""
    page.set_column(column, column, _WIDTH)
    page.set_column(column + 1, column + 1, _GAP)
    page.write_string(HEADER_ROW - 1, column, table, styles.note)
    page.write_string(HEADER_ROW, column, header, styles.optional)
    for row, word in enumerate(words, start=FIRST_ROW):
        page.write_string(row, column, word, styles.body)
    return column + 2


def _range(sheet: str, column: int, rows: int) -> str:
    return f"='{sheet}'!{xl_range_abs(FIRST_ROW, column, FIRST_ROW + rows - 1, column)}"


def _define_references(book: Workbook, locale: Locale) -> None:
    fields = {ref for table in tables() for column in table.columns for ref in column.column.refs}
    for field in sorted(fields):
        book.define_name(reference_name(field), f"={_key_column(field, locale)}")


def _key_column(field: str, locale: Locale) -> str:
    spec = table_of(field)
    return f"{spec.table.name}[{header_of(spec.column(spec.table.key[0]), locale.language)}]"


def _write_people(
    book: Workbook,
    page: Worksheet,
    column: int,
    sheet: str,
    *,
    plan: AccountPlan | None,
    locale: Locale,
    styles: Styles,
) -> None:
    """Write the people of both sides, one below the other, as formulas over their tables with today's results."""
    ours, theirs = _key_column("team", locale), _key_column("contacts", locale)
    names = [*(one.name for one in plan.team), *(one.name for one in plan.contacts)] if plan else []
    page.set_column(column, column, _WIDTH + 6)
    page.set_column(column + 1, column + 1, _GAP)
    page.write_string(HEADER_ROW, column, locale.say("workbook.lists.people"), styles.optional)
    for rank in range(1, _MOST_PEOPLE + 1):
        formula = (
            f'=IF({rank}<=ROWS({ours}),INDEX({ours},{rank})&"",IFERROR(INDEX({theirs},{rank}-ROWS({ours}))&"",""))'
        )
        result = names[rank - 1] if rank <= len(names) else ""
        page.write_formula(FIRST_ROW + rank - 1, column, formula, styles.body, result)
    first = xl_rowcol_to_cell(FIRST_ROW, column, row_abs=True, col_abs=True)
    every = xl_range_abs(FIRST_ROW, column, FIRST_ROW + _MOST_PEOPLE - 1, column)
    book.define_name(PEOPLE, f"='{sheet}'!{first}:INDEX('{sheet}'!{every},ROWS({ours})+ROWS({theirs}))")
