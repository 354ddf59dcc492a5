"""The declaration of the sections gives the contents of both documents, as they are written down by hand."""

from __future__ import annotations

from decimal import Decimal

from generator.locales import Language
from generator.measures.outline import EVERYTHING, outline_of, pressed
from generator.model.choices import PlanPreset, Share
from generator.model.outline import CutBy
from generator.model.sections import BY_KEY, CHAPTERS, SECTIONS, told_only_in
from generator.story.annexes import annex_order
from generator.story.outline import numbers, tables_of
from generator.workbook.usual_outline import usual_outline
from tests.builders import an_outline_row
from tests.story import contents


def test_the_deck_of_each_edition() -> None:
    internal = [(place.section, place.is_annex) for place in EVERYTHING[Share.INTERNAL].slides]
    client = [(place.section, place.is_annex) for place in EVERYTHING[Share.CLIENT].slides]
    committee = [(key, False) for key in contents.COMMITTEE]
    assert internal == [
        one for one in (*committee, *((key, True) for key in contents.ANNEXES)) if one[0] not in contents.CLIENT
    ]
    assert client == committee


def test_decisions_that_press_are_told_before_the_tour_of_results() -> None:
    usual = EVERYTHING[Share.CLIENT]
    assert [place.section for place in pressed(usual, {"decisions-next"})] == list(contents.PRESSED)
    assert pressed(usual, {"kpis"}) == usual.slides


def test_an_order_that_a_person_chose_is_kept_whatever_presses() -> None:
    rows = [an_outline_row(section=key, order=Decimal(at)) for at, key in enumerate(("next", "kpis"))]
    chosen = outline_of(rows, Share.CLIENT)
    assert pressed(chosen, {"decisions-next"}) == chosen.slides
    untouched = outline_of(usual_outline(Language.FR), Share.CLIENT)
    assert [place.section for place in pressed(untouched, {"decisions-next"})] == list(contents.PRESSED)


def test_the_chapters_of_the_plan() -> None:
    fullest = [outline_of((), share, plan=PlanPreset.FULL) for share in (Share.INTERNAL, Share.CLIENT)]
    ours, theirs = ({**one.chapters, "annexes": annex_order(one)} for one in fullest)
    rank = numbers(ours)
    for number, key, sections in contents.CHAPTERS:
        assert rank[key] == number
        assert ours[key] == tuple(section for section in sections if section not in contents.CLIENT)
        assert theirs[key] == tuple(section for section in sections if section not in contents.INTERNAL)
    assert list(ours) == list(theirs) == [key for _, key, _ in contents.CHAPTERS]


def test_the_fullest_plan_alone_tells_every_annex() -> None:
    current, fullest = (outline_of((), Share.INTERNAL, plan=one) for one in (PlanPreset.CURRENT, PlanPreset.FULL))
    gone = [key for key in annex_order(fullest) if key not in annex_order(current)]
    assert tuple(gone) == contents.FULL_ONLY
    assert [cut.sections for cut in current.cut if cut.by is CutBy.PLAN_PRESET] == [contents.FULL_ONLY]
    assert {key: told for key, told in current.chapters.items() if key != "annexes"} == {
        key: told for key, told in fullest.chapters.items() if key != "annexes"
    }


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
    assert [spec.field for spec in tables_of(EVERYTHING[Share.INTERNAL].chapters["mapping"])] == [
        "contracts", "contacts", "approval_steps", "third_parties", "swot", "potential", "satisfaction", "tickets",
        "figures",
    ]  # fmt: skip
    told = [spec.field for spec in tables_of(("actions", "decisions-next", "next"))]
    assert told == ["actions", "meetings", "decisions"]
    assert tables_of(("register", "glossary")) == ()
