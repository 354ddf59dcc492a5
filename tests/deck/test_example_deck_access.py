"""The example's deck read without eyes: titles, descriptions, languages, order, sections, links, sizes, colours."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.brand import load
from generator.deck.arrange import ANNEXES
from generator.locales import Language
from tests.deck.example_deck import (
    LANGUAGES,
    A,
    P,
    R,
    deck_of,
    every_shape,
    is_decorative,
    name_of,
    placeholder_of,
    plan_of,
    properties_of,
    story_of,
    text_of,
)

TITLES = ("title", "ctrTitle")
TAGS = {Language.FR: "fr-FR", Language.EN: "en-GB"}
SMALLEST = 900  # hundredths of a point

both = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.value)


@both
def test_every_slide_has_one_title_of_its_own(language: Language) -> None:
    titles = []
    for slide in deck_of(language).slides:
        found = [shape for shape in every_shape(slide.root) if placeholder_of(shape) in TITLES]
        assert len(found) == 1
        titles.append(text_of(found[0]).strip())
    assert all(titles)
    assert len(set(titles)) == len(titles) >= 25


@both
def test_whatever_is_not_read_as_text_is_told(language: Language) -> None:
    untold = [
        (slide.key, name_of(shape))
        for slide in deck_of(language).slides
        for shape in every_shape(slide.root)
        if shape.tag in (f"{P}graphicFrame", f"{P}pic", f"{P}grpSp")
        and not is_decorative(shape)
        and not properties_of(shape).get("descr")
    ]
    assert untold == []


@both
def test_what_says_nothing_is_marked_as_decoration_and_nothing_else_is(language: Language) -> None:
    for slide in deck_of(language).slides:
        for shape in every_shape(slide.root):
            if shape.tag in (f"{P}sp", f"{P}cxnSp"):
                told = bool(text_of(shape).strip() or properties_of(shape).get("descr"))
                assert told is not is_decorative(shape), (slide.key, name_of(shape))


@both
def test_every_run_and_every_note_says_its_language(language: Language) -> None:
    for path, data in deck_of(language).parts.items():
        if path.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
            runs = [one for tag in ("r", "fld") for one in etree.fromstring(data).iter(f"{A}{tag}")]
            assert runs
            assert {str(run.find(f"{A}rPr").get("lang")) for run in runs} == {TAGS[language]}, path  # type: ignore[union-attr]


@both
def test_the_title_is_read_first_and_the_source_and_the_footer_last(language: Language) -> None:
    for slide in deck_of(language).exhibits:
        order = [placeholder_of(shape) for shape in slide.shapes]
        assert order[0] == "title"
        assert order[-3:] == ["body", "ftr", "sldNum"], slide.key
        assert name_of(slide.shapes[-3]) == f"{slide.key}/source"
        assert set(order[1:-3]) == {None}


@both
def test_the_sections_hold_every_slide_once_in_order(language: Language) -> None:
    deck = deck_of(language)
    story = story_of(plan_of(language), language)
    listed = [str(one.get("id")) for one in deck.presentation.iter(f"{P}sldId")]
    sections = [one for one in deck.presentation.iter() if one.tag.endswith("}section")]
    held = [[str(one.get("id")) for one in section.iter() if one.tag.endswith("}sldId")] for section in sections]
    assert [section.get("name") for section in sections] == list(story.deck_sections)
    assert [number for section in held for number in section] == listed
    internal = {section.key for section in story.slides if section.is_internal}
    assert deck.slides[len(held[0])].key == ANNEXES
    assert {slide.section for slide in deck.slides[len(held[0]) + 1 :]} == internal
    assert internal.isdisjoint({slide.section for slide in deck.slides[: len(held[0])]})


@both
def test_the_agenda_leads_to_the_slides_it_names(language: Language) -> None:
    deck = deck_of(language)
    (agenda,) = deck.of_section("agenda")
    first = {slide.path: slide.section for slide in reversed(deck.slides)}
    links = [
        (shape, str(link.get(f"{R}id")))
        for shape in every_shape(agenda.root)
        for link in properties_of(shape).findall(f"{A}hlinkClick")
    ]
    led = {text_of(shape).strip(): first[agenda.relations[relation]] for shape, relation in links}
    story = story_of(plan_of(language), language)
    committee = [section for section in story.slides if not section.is_internal and section.key != "agenda"]
    assert led == {section.title: section.key for section in committee}
    assert all(deck.of_section(key)[0].path in agenda.relations.values() for key in led.values())


@both
def test_no_text_is_smaller_than_nine_points(language: Language) -> None:
    for path, data in deck_of(language).parts.items():
        if path.startswith(("ppt/slides/slide", "ppt/charts/chart", "ppt/slideLayouts/slideL", "ppt/slideMasters/s")):
            root = etree.fromstring(data)
            kinds = ("rPr", "endParaRPr", "defRPr")
            spoken = (one for tag in kinds for one in root.iter(f"{A}{tag}") if not _is_blank_run(one))
            sizes = [int(size) for one in spoken if (size := one.get("sz"))]
            assert min(sizes, default=SMALLEST) >= SMALLEST, path


def _is_blank_run(look: etree._Element) -> bool:
    """Whether a look is that of a run of spaces: progress bars are such runs, highlighted."""
    run = look.getparent()
    return run is not None and run.tag == f"{A}r" and not str(run.findtext(f"{A}t")).strip()


@both
def test_colours_are_those_of_the_theme_but_for_statuses(language: Language) -> None:
    statuses = {colour.hex for rag in load().palette.rags.values() for colour in (rag.strong, rag.soft)}
    for path, data in deck_of(language).parts.items():
        if path.startswith(("ppt/slides/slide", "ppt/charts/chart", "ppt/slideLayouts/slideL", "ppt/slideMasters/s")):
            root = etree.fromstring(data)
            guides = {one for guide in root.iter() if guide.tag.endswith("}guide") for one in guide.iter()}
            assert {str(one.get("val")) for one in root.iter(f"{A}srgbClr") if one not in guides} <= statuses, path
            assert not [one for tag in ("sysClr", "prstClr", "hslClr", "scrgbClr") for one in root.iter(f"{A}{tag}")]
