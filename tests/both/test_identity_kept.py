"""A row that goes, comes or moves in the workbook changes the identity of no other, in either document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pytest

from generator.brand import load
from generator.charts.canvas import Drawing, Shape
from generator.deck.arrange import arrange as arrange_deck
from generator.deck.slides import NativeTable
from generator.locales import Language
from generator.model.plan import AccountPlan
from generator.ooxml.identity import row_ids, whole
from generator.plan.arrange import arrange as arrange_plan
from generator.plan.arrange.document import Paragraph, Span, TablePart, TableRow
from generator.story import Story
from tests.deck.example_deck import plan_of, story_of

Change = Callable[[AccountPlan], AccountPlan]
_NAMED = re.compile(r"/(?:fact|statement|paragraph|item|client|supplier|cell|column)/|/mark/.*/label$|/trunk$")


def without(table: str, at: int = 0) -> Change:
    def gone(plan: AccountPlan) -> AccountPlan:
        rows = getattr(plan, table)
        return plan.model_copy(update={table: (*rows[:at], *rows[at + 1 :])})

    return gone


def turned(table: str) -> Change:
    return lambda plan: plan.model_copy(update={table: getattr(plan, table)[::-1]})


def twice(table: str, **values: str) -> Change:
    """With a copy of the first row before it, under another key."""
    return lambda plan: plan.model_copy(
        update={table: (getattr(plan, table)[0].model_copy(update=values), *getattr(plan, table))}
    )


# what a lost identity has to name where rows go; nothing is lost where they come or move
CHANGES: dict[str, tuple[Change, str]] = {
    "an action goes": (without("actions", 4), "A-05"),
    "an amendment goes": (without("amendments"), "AV-01"),
    "a statement goes": (without("swot"), "Les engagements"),
    "a service level comes": (twice("service_levels", commitment="Rappel sous un jour"), ""),
    "the KPIs turn round": (turned("kpis"), ""),
}
# rows that hold a list, and those of lists of which some are shown: they say what is there to be said
_OF_ITS_OWN = ("changes/rows/", "coherence/table/", "landscape/swot/")
# rows that list others, one a line: all but what is gone stays
_LISTING = "objectives/off/"


@cache
def told(change: str) -> Story:
    plan = plan_of(Language.FR)
    return story_of(CHANGES[change][0](plan) if change else plan, Language.FR)


@cache
def deck_rows(change: str) -> dict[tuple[str, int], str]:
    """What each row of the deck's tables says, by its table, whole, and its id."""
    found = {}
    for slide in arrange_deck(told(change), load()).slides:
        for table in slide.elements:
            if isinstance(table, NativeTable):
                ids = row_ids(row.key for row in table.rows)
                for row in table.rows[1:]:
                    lines = (line for cell in row.cells for line in cell.text.paragraphs)
                    words = " | ".join("".join(run.text for run in line.runs) for line in lines)
                    found[whole(table.key), ids[row.key]] = f"{row.key}: {words}"
    return found


@cache
def deck_shapes(change: str) -> dict[str, str]:
    """What each shape says that was once named by its rank."""
    drawings = (
        one for slide in arrange_deck(told(change), load()).slides for one in slide.elements if isinstance(one, Drawing)
    )
    shapes = (mark for drawing in drawings for mark in drawing.marks if isinstance(mark, Shape))
    return {one.key: _words(one) for one in shapes if _NAMED.search(one.key)}


@cache
def plan_rows(change: str) -> dict[str, str]:
    """What each row of the plan's tables says, by its key."""
    parts = arrange_plan(told(change), load()).parts
    rows = (row for part in parts if isinstance(part, TablePart) for row in part.rows if row.key)
    return {row.key: " | ".join(_spans(row)) for row in rows}


def _words(shape: Shape) -> str:
    lines = shape.text.paragraphs if shape.text else ()
    return " ".join("".join(run.text for run in line.runs) for line in lines)


def _spans(row: TableRow) -> Iterator[str]:
    for cell in row.cells:
        for part in cell.paragraphs:
            yield _said(part)


def _said(part: Paragraph) -> str:
    return "".join(one.text for one in part.content if isinstance(one, Span))


@pytest.mark.parametrize("change", CHANGES)
def test_a_row_of_the_deck_stays_itself(change: str) -> None:
    before, after = deck_rows(""), deck_rows(change)
    assert {key: after[key] for key in before.keys() & after.keys()} == {
        key: before[key] for key in before.keys() & after.keys()
    }
    assert_lost([before[key] for key in before.keys() - after.keys()], change)


@pytest.mark.parametrize("change", CHANGES)
def test_a_row_of_the_plan_stays_itself(change: str) -> None:
    before, after = plan_rows(""), plan_rows(change)
    same = {key for key in before.keys() & after.keys() if not key.startswith(_OF_ITS_OWN)}
    kept = {key: without_lines(before[key], change) if key.startswith(_LISTING) else before[key] for key in same}
    assert {key: figureless(after[key]) for key in same} == {key: figureless(kept[key]) for key in same}
    assert_lost([key for key in before.keys() - after.keys() if not key.startswith(_OF_ITS_OWN)], change)


@pytest.mark.parametrize("change", CHANGES)
def test_a_shape_stays_itself(change: str) -> None:
    before, after = deck_shapes(""), deck_shapes(change)
    same = before.keys() & after.keys()
    assert {key: after[key] for key in same} == {key: before[key] for key in same}
    assert_lost(before.keys() - after.keys(), change)


def without_lines(text: str, change: str) -> str:
    """A text without the lines that name what is gone."""
    gone = CHANGES[change][1]
    return "\n".join(line for line in text.split("\n") if not gone or gone not in line.replace("\u2011", "-"))


def figureless(text: str) -> str:
    """A text without its figures, which follow from the rows that are there."""
    return re.sub(r"[\d,]+", "", text)


def assert_lost(names: Iterable[str], change: str) -> None:
    gone = CHANGES[change][1]
    assert [name for name in names if not gone or gone not in name.replace("\u2011", "-")] == []
