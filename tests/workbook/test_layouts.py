"""However people arrange the tables, the same rows give the same plan, and nothing is said that nobody needs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from generator.locales import Language
from tests.workbook import layouts
from tests.workbook.books import bound, opened, saved, told
from tests.workbook.short_plan import short_plan, the_short

Layouts = dict[str, Callable[[], Workbook]]


def with_1904_dates() -> Workbook:
    book = opened(the_short())
    book.epoch = CALENDAR_MAC_1904
    return book


LAYOUTS: Layouts = {
    "tables on sheets of their own": layouts.on_own_sheets,
    "headers lower down and further right": lambda: layouts.on_own_sheets(layouts.lower_down),
    "columns in another order": lambda: layouts.on_own_sheets(layouts.backwards),
    "columns of one's own": lambda: layouts.on_own_sheets(layouts.joined),
    "blank rows between rows": lambda: layouts.on_own_sheets(layouts.spaced),
    "headers in capitals with stars and units": lambda: layouts.on_own_sheets(layouts.loud),
    "a total under each table": lambda: layouts.on_own_sheets(layouts.summed),
    "rows numbered in advance": lambda: layouts.on_own_sheets(layouts.numbered),
    "headings on two rows": lambda: layouts.on_own_sheets(layouts.two_rows),
    "headings on two rows, merged": layouts.merged,
    "an entity merged over its lines": layouts.merged_entities,
    "tables under each other": layouts.under_each_other,
    "all tables on one sheet": layouts.in_one_sheet_side_by_side,
    "translated headers": layouts.translated,
    "figures in tidy form, by quarter": lambda: layouts.tidy(str, ("Période", "Valeur")),
    "figures in tidy form, by date": lambda: layouts.tidy(layouts.last_day, ("Period", "Amount")),
    "comments and bold text": layouts.with_notes,
    "dates counted from 1904": with_1904_dates,
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_gives_the_same_plan(layout: Callable[[], Workbook]) -> None:
    result = bound(saved(layout()))
    assert told(result.findings) == []
    assert result.plan == short_plan(Language.FR)
    assert {said.code for said in result.findings} <= {"W112"}


def test_the_english_example_on_sheets_of_their_own() -> None:
    result = bound(saved(layouts.on_own_sheets(language=Language.EN)))
    assert told(result.findings) == []
    assert result.plan == short_plan(Language.EN)
