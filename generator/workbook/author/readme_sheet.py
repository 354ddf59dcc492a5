"""The first sheet: what the workbook is, how to fill it in, and where everything stands."""

from __future__ import annotations

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.locales import Locale
from generator.model.table import Sheet
from generator.workbook.author.arrangement import Placement
from generator.workbook.author.stage_sheet import table_link
from generator.workbook.author.styles import Styles
from generator.workbook.terms import term

_WIDTHS = (2.0, 26.0, 26.0, 26.0, 26.0, 26.0)
_LAST = len(_WIDTHS) - 1
_LETTERS = 145
_LINE = 15
_STAGE_HEIGHT = 22
_STEPS = ("account", "required", "notes", "lists", "rows", "quarters", "blanks")
_EDITIONS = ("internal", "client", "shared")
_COMMANDS = ("check", "build", "new")


def write_readme(
    page: Worksheet, placements: dict[Sheet, tuple[Placement, ...]], *, locale: Locale, styles: Styles
) -> None:
    """Write the sheet, section by section."""
    page.hide_gridlines(2)
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_row(0, 34)
    page.write_string(0, 1, locale.say("workbook.readme.title"), styles.title)
    row = _paragraph(page, 1, locale.say("workbook.readme.purpose"), styles)
    row = _stages(page, row + 1, placements, locale, styles)
    row = _section(page, row + 1, "steps", _STEPS, locale, styles)
    row = _colours(page, row + 1, locale, styles)
    row = _section(page, row + 1, "editions", _EDITIONS, locale, styles)
    _commands(page, row + 1, locale, styles)
    page.set_portrait()
    page.set_paper(9)
    page.fit_to_pages(1, 1)
    page.activate()


def _paragraph(page: Worksheet, row: int, text: str, styles: Styles) -> int:
    page.merge_range(row, 1, row, _LAST, text, styles.body)
    page.set_row(row, _LINE * (1 + len(text) // _LETTERS) + 3)
    return row + 1


def _heading(page: Worksheet, row: int, name: str, locale: Locale, styles: Styles) -> int:
    page.set_row(row, 24)
    page.write_string(row, 1, locale.say(f"workbook.readme.{name}"), styles.heading)
    return row + 1


def _section(page: Worksheet, row: int, name: str, items: tuple[str, ...], locale: Locale, styles: Styles) -> int:
    row = _heading(page, row, name, locale, styles)
    for item in items:
        row = _paragraph(page, row, locale.say(f"workbook.readme.{name}.{item}"), styles)
    return row


def _stages(
    page: Worksheet, row: int, placements: dict[Sheet, tuple[Placement, ...]], locale: Locale, styles: Styles
) -> int:
    """List the sheets with a link to each of their tables, as many rows as the tables need."""
    row = _heading(page, row, "stages", locale, styles)
    for sheet, placed in placements.items():
        name = sheet.label.in_(locale.language)
        page.set_row(row, _STAGE_HEIGHT)
        page.write_url(row, 1, f"internal:'{name}'!A1", styles.of(**_sheet_link(styles)), name)
        page.merge_range(row, 2, row, _LAST, locale.say(f"workbook.stage.{sheet.name.lower()}"), _stage_note(styles))
        row += 1
        for at, placement in enumerate(placed):
            page.write_url(
                row + at // 4,
                2 + at % 4,
                table_link(placement, locale),
                styles.link,
                locale.label(placement.spec.table.title),
            )
        row += (len(placed) + 3) // 4
    lists = term("sheet.lists").in_(locale.language)
    page.write_url(row, 1, f"internal:'{lists}'!A1", styles.of(**_sheet_link(styles)), lists)
    page.merge_range(row, 2, row, _LAST, locale.say("workbook.lists.help"), _stage_note(styles))
    page.set_row(row, _STAGE_HEIGHT)
    return row + 1


def _stage_note(styles: Styles) -> Format:
    return styles.of(font_color=f"#{styles.colours.muted}", valign="bottom")


def _sheet_link(styles: Styles) -> dict[str, object]:
    return {"bold": True, "font_color": f"#{styles.colours.link}", "underline": 1, "valign": "bottom"}


def _colours(page: Worksheet, row: int, locale: Locale, styles: Styles) -> int:
    row = _heading(page, row, "colours", locale, styles)
    for name, shape in (("required", styles.required), ("optional", styles.optional)):
        page.write_string(row, 1, locale.say(f"workbook.readme.colours.{name}"), shape)
        page.merge_range(row, 2, row, _LAST, locale.say(f"workbook.readme.colours.{name}_help"), styles.body)
        row += 1
    return row


def _commands(page: Worksheet, row: int, locale: Locale, styles: Styles) -> int:
    row = _heading(page, row, "commands", locale, styles)
    for name in _COMMANDS:
        page.write_string(
            row,
            1,
            locale.say(f"workbook.readme.commands.{name}"),
            styles.of(font_name="Consolas", font_size=10, valign="top"),
        )
        page.merge_range(row, 2, row, _LAST, locale.say(f"workbook.readme.commands.{name}_help"), styles.body)
        row += 1
    return row
