"""The whole workbook: sheets in order, written in memory, the same bytes for the same plan."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from generator.locales import Language, Locale
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.table import Sheet
from generator.workbook.author.additions import NOTHING, Additions
from generator.workbook.author.arrangement import arrangement
from generator.workbook.author.lists_sheet import write_lists
from generator.workbook.author.own_sheet import write_own_comments, write_own_sheet
from generator.workbook.author.page import Page
from generator.workbook.author.readme_sheet import write_readme
from generator.workbook.author.stage_sheet import write_stage
from generator.workbook.author.styles import Styles
from generator.workbook.colours import WorkbookColours
from generator.workbook.terms import term

_CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def author(
    plan: AccountPlan | None,
    language: Language,
    *,
    colours: WorkbookColours,
    period: Quarter | None = None,
    additions: Additions = NOTHING,
) -> bytes:
    """Return the workbook of a plan as .xlsx bytes, or a blank one to fill in.

    `additions` are what people added of their own: their sheets stand after ours.
    A blank workbook needs the `period` its crosstabs run up to, as no clock is read here; ValueError without it.
    """
    if plan is not None:
        period = plan.period
    if period is None:
        raise ValueError("a blank workbook needs the quarter its crosstabs run up to")
    locale = Locale(language, plan.account.currency if plan else "EUR")
    stream = BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"title": locale.say("workbook.readme.title"), "author": "copil", "created": _CREATED})
    styles = Styles(book, colours)
    readme = Page(book.add_worksheet(term("sheet.readme").in_(language)), locale, styles, plan, additions)
    placements = {sheet: arrangement(sheet, plan, language, period, additions=additions) for sheet in Sheet}
    for sheet, placed in placements.items():
        page = readme.on(book.add_worksheet(sheet.label.in_(language)))
        page.sheet.set_tab_color(f"#{colours.accent}")
        write_stage(page, sheet, placements=placed)
    write_lists(book, readme.on(book.add_worksheet(term("sheet.lists").in_(language))))
    for own in additions.sheets:
        write_own_sheet(book, own, readme)
    for name, meaning in additions.names.items():
        book.define_name(name, meaning)
    write_own_comments(book, additions)
    write_readme(readme, placements)
    book.close()
    return stream.getvalue()
