"""The first sheet: what the workbook is, how to fill it in, and where everything stands."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.format import Format

from generator.model.table import Sheet
from generator.workbook.author.arrangement import Placement
from generator.workbook.author.page import Page
from generator.workbook.author.stage_sheet import table_link
from generator.workbook.terms import term

_WIDTHS = (2.0, 26.0, 26.0, 26.0, 26.0, 26.0)
_LAST = len(_WIDTHS) - 1
_LINKS_A_ROW = 4
_LETTERS = 145
_LINE = 15
_STAGE_HEIGHT = 22
_A4 = 9
_STEPS = ("account", "required", "notes", "lists", "rows", "quarters", "blanks")
_EDITIONS = ("internal", "client", "shared")
_COMMANDS = ("check", "build", "new")


def write_readme(page: Page, placements: Mapping[Sheet, tuple[Placement, ...]]) -> None:
    """Write the sheet, section by section."""
    for column, width in enumerate(_WIDTHS):
        page.sheet.set_column(column, column, width)
    page.sheet.set_row(0, 34)
    page.sheet.write_string(0, 1, page.locale.say("workbook.readme.title"), page.styles.title)
    row = _paragraph(page, 1, name="purpose")
    row = _stages(page, row + 1, placements=placements)
    row = _section(page, row + 1, name="steps", items=_STEPS)
    row = _colours(page, row + 1)
    row = _section(page, row + 1, name="editions", items=_EDITIONS)
    _commands(page, row + 1)
    _set_view(page)


def _set_view(page: Page) -> None:
    page.sheet.hide_gridlines(2)
    page.sheet.set_portrait()
    page.sheet.set_paper(_A4)
    page.sheet.fit_to_pages(1, 1)
    page.sheet.activate()


def _paragraph(page: Page, row: int, *, name: str) -> int:
    text = page.locale.say(f"workbook.readme.{name}")
    page.sheet.merge_range(row, 1, row, _LAST, text, page.styles.body)
    page.sheet.set_row(row, _LINE * (1 + len(text) // _LETTERS) + 3)
    return row + 1


def _heading(page: Page, row: int, *, name: str) -> int:
    page.sheet.set_row(row, 24)
    page.sheet.write_string(row, 1, page.locale.say(f"workbook.readme.{name}"), page.styles.heading)
    return row + 1


def _section(page: Page, row: int, *, name: str, items: tuple[str, ...]) -> int:
    row = _heading(page, row, name=name)
    for item in items:
        row = _paragraph(page, row, name=f"{name}.{item}")
    return row


def _stages(page: Page, row: int, *, placements: Mapping[Sheet, tuple[Placement, ...]]) -> int:
    """List the sheets with a link to each of their tables, as many rows as the tables need."""
    row = _heading(page, row, name="stages")
    for sheet, placed in placements.items():
        row = _stage(page, row, name=page.word(sheet.label), help_key=f"stage.{sheet.name.lower()}")
        for at, placement in enumerate(placed):
            spot = (row + at // _LINKS_A_ROW, 2 + at % _LINKS_A_ROW)
            title = page.word(placement.spec.table.title)
            page.sheet.write_url(*spot, table_link(placement, page), page.styles.link, title)
        row += -(-len(placed) // _LINKS_A_ROW)
    return _stage(page, row, name=page.word(term("sheet.lists")), help_key="lists.help")


def _stage(page: Page, row: int, *, name: str, help_key: str) -> int:
    colours = page.styles.colours
    link = page.styles.of(bold=True, font_color=f"#{colours.link}", underline=1, valign="bottom")
    page.sheet.set_row(row, _STAGE_HEIGHT)
    page.sheet.write_url(row, 1, f"internal:'{name}'!A1", link, name)
    note = page.styles.of(font_color=f"#{colours.muted}", valign="bottom")
    page.sheet.merge_range(row, 2, row, _LAST, page.locale.say(f"workbook.{help_key}"), note)
    return row + 1


def _colours(page: Page, row: int) -> int:
    row = _heading(page, row, name="colours")
    for name, shape in (("required", page.styles.required), ("optional", page.styles.optional)):
        row = _pair(page, row, key=f"colours.{name}", shape=shape)
    return row


def _commands(page: Page, row: int) -> int:
    row = _heading(page, row, name="commands")
    shape = page.styles.of(font_name="Consolas", font_size=10, valign="top")
    for name in _COMMANDS:
        row = _pair(page, row, key=f"commands.{name}", shape=shape)
    return row


def _pair(page: Page, row: int, *, key: str, shape: Format) -> int:
    page.sheet.write_string(row, 1, page.locale.say(f"workbook.readme.{key}"), shape)
    page.sheet.merge_range(row, 2, row, _LAST, page.locale.say(f"workbook.readme.{key}_help"), page.styles.body)
    return row + 1
