"""The declaration of the sections gives the contents of both documents, as they are written down by hand."""

from __future__ import annotations

from generator.model.choices import Share
from generator.model.sections import BY_KEY, CHAPTERS, SECTIONS, told_only_in
from generator.story.outline import NUMBERS, numbers, sections_of, slides, tables_of
from tests.story import contents


def test_the_deck_of_each_edition() -> None:
    internal = [entry.key for entry in slides(Share.INTERNAL)]
    client = [entry.key for entry in slides(Share.CLIENT)]
    assert internal == [key for key in (*contents.COMMITTEE, *contents.ANNEXES) if key not in contents.CLIENT]
    assert client == list(contents.COMMITTEE)


def test_decisions_that_press_are_told_before_the_tour_of_results() -> None:
    assert [entry.key for entry in slides(Share.CLIENT, {"decisions-next"})] == list(contents.PRESSED)
    assert slides(Share.CLIENT, {"kpis"}) == slides(Share.CLIENT)


def test_the_chapters_of_the_plan() -> None:
    told = [(NUMBERS[one.key], one.key, tuple(entry.key for entry in sections_of(one.key))) for one in CHAPTERS]
    assert tuple(told) == contents.CHAPTERS


def test_whom_each_section_is_told() -> None:
    assert told_only_in(Share.INTERNAL) == contents.INTERNAL
    assert told_only_in(Share.CLIENT) == contents.CLIENT


def test_what_each_item_of_the_committee_weighs() -> None:
    assert {entry.key: entry.weight for entry in SECTIONS if entry.weight} == contents.WEIGHTS


def test_every_section_is_declared_once_and_stands_somewhere() -> None:
    assert len(SECTIONS) == len(BY_KEY) == 30
    chapters = {one.key for one in CHAPTERS}
    assert [one.key for one in SECTIONS if one.chapter not in {None, *chapters}] == []
    assert [one.key for one in SECTIONS if one.slide is None and one.chapter is None] == []
    assert [one.key for one in SECTIONS if one.ahead_of and BY_KEY[one.ahead_of].chapter != one.chapter] == []


def test_a_section_goes_by_its_titles_and_that_of_its_own_chapter() -> None:
    assert BY_KEY["animation"].titles == (
        "story.animation.title",
        "story.animation.title_client",
        "story.chapter.animation",
    )
    assert BY_KEY["agenda"].titles == ("story.agenda.title",)


def test_chapters_left_out_leave_no_gap() -> None:
    assert numbers({"client", "risks", "annexes", "front"}) == {
        "front": "0",
        "client": "1",
        "risks": "2",
        "annexes": "A",
    }


def test_the_tables_of_a_chapter_stand_in_the_order_of_the_workbook_its_own_sheet_first() -> None:
    assert [spec.field for spec in tables_of("mapping")] == [
        "contracts", "contacts", "approval_steps", "third_parties", "swot", "potential", "satisfaction", "tickets",
        "figures",
    ]  # fmt: skip
    assert [spec.field for spec in tables_of("actions")] == ["actions", "meetings", "decisions"]
    assert tables_of("annexes") == ()
