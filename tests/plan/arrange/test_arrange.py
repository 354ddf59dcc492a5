"""The arranged plan, before any file: what stands where, and which way its page lies."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import load
from generator.measures.rag import Rag
from generator.model.choices import PlanPreset
from generator.plan.arrange import arrange
from generator.plan.arrange.blocks import block_parts, ways
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import (
    Caption,
    CaptionList,
    Contents,
    Document,
    Heading,
    Paragraph,
    Part,
    Picture,
    Reference,
    ReferenceKind,
    Span,
    TablePart,
)
from generator.plan.arrange.styles import Style
from generator.plan.arrange.text import status_span
from generator.story.blocks.prose import Prose
from generator.story.blocks.table import Cell
from generator.story.blocks.text import Sentence, Status
from tests.plan.samples import corrective_actions, incidents_chart, matrix, objective_cards, schedule, section, story

BRAND = load()
FULLEST = arrange(replace(story(), preset=PlanPreset.FULL), BRAND)


def arranged(*chapters: str) -> Document:
    return arrange(story(*chapters), BRAND)


def words(part: Paragraph) -> str:
    """The text of a paragraph without the figures it refers to."""
    return "".join(one.text for one in part.content if isinstance(one, Span) and one.style is not Style.REFERENCE)


def headings(document: Document) -> list[tuple[str, str]]:
    return [(part.number, part.text) for part in document.parts if isinstance(part, Heading)]


def after(document: Document, text: str) -> tuple[Part, ...]:
    """What follows a heading."""
    parts = document.parts
    at = next(at for at, part in enumerate(parts) if isinstance(part, Heading) and part.text == text)
    return parts[at + 1 :]


def test_the_cover_comes_first_then_the_contents_then_the_lists() -> None:
    parts = FULLEST.parts
    kinds = [type(part) for part in parts]
    assert isinstance(parts[1], Paragraph)
    assert parts[1].style is Style.TITLE
    assert kinds.index(Contents) < kinds.index(CaptionList) < kinds.index(Heading)


def test_the_fullest_plan_alone_lists_its_figures_and_tables() -> None:
    assert not [part for part in arranged().parts if isinstance(part, CaptionList)]


def test_a_chapter_with_its_own_section_alone_has_no_second_heading() -> None:
    assert headings(arranged("summary")) == [("1", "Synthèse")]


def test_the_same_conclusion_is_not_said_twice() -> None:
    leads = [words(part) for part in arranged("summary").parts if isinstance(part, Paragraph)]
    assert leads.count("La qualité des usines décide du renouvellement de CT‑04.") == 1


def test_sections_of_a_chapter_stand_under_it_with_their_headline() -> None:
    document = arranged("mapping")
    assert headings(document) == [
        ("3", "Cartographie"),
        ("3.1", "Contrats"),
        ("3.2", "Chiffre d’affaires"),
        ("3.3", "Organisation"),
        ("3.4", "Potentiel"),
    ]
    lead = after(document, "Contrats")[0]
    assert isinstance(lead, Paragraph)
    assert (lead.style, words(lead)) == (Style.LEAD, "Deux contrats arrivent à échéance d’ici un an.")


def test_a_kpi_reads_conclusion_definition_values_chart_reading_actions() -> None:
    following = after(arranged("kpis"), "Incidents P1 par trimestre")[:9]
    assert [type(part).__name__ for part in following] == [
        "Paragraph", "TablePart", "TablePart", "Paragraph", "Caption", "Paragraph", "Paragraph", "Paragraph",
        "Paragraph",
    ]  # fmt: skip
    picture = following[3]
    assert isinstance(picture, Paragraph)
    assert isinstance(picture.content[0], Picture)
    assert picture.content[0].alt.startswith("Courbe de 8 trimestres")


def cards(document: Document) -> list[Heading]:
    return [part for part in document.parts if isinstance(part, Heading) and part.level == 2]


def test_only_the_front_the_first_chapter_and_the_annexes_begin_a_page() -> None:
    chapters = [part for part in arranged().parts if isinstance(part, Heading) and part.level == 1]
    assert [part.number for part in chapters if part.starts_page] == ["", "1", "A"]
    assert not any(part.starts_page for part in arranged().parts if isinstance(part, Heading) and part.level > 1)


def test_what_the_client_does_not_see_is_marked() -> None:
    assert [card.mark for card in cards(arranged("kpis"))] == ["", "Interne"]


def test_the_measure_of_an_objective_holds_its_bar() -> None:
    smart = next(
        part for part in arranged("objectives").parts if isinstance(part, TablePart) and part.key.endswith("/smart")
    )
    assert [words(row.cells[0].paragraphs[0]) for row in smart.rows] == ["S", "M", "A", "R", "T"]
    pictures = [
        one
        for row in smart.rows
        for text in row.cells[2].paragraphs
        for one in text.content
        if isinstance(one, Picture)
    ]
    assert len(pictures) == 1
    assert "40 %" in pictures[0].alt


def test_a_section_with_a_wide_exhibit_lies_on_wide_pages_heading_included() -> None:
    document = arranged("actions")
    wide = [stretch for stretch in document.stretches if stretch.is_landscape]
    assert len(wide) == 1
    assert isinstance(wide[0].parts[0], Heading)


def test_tables_fill_the_width_of_their_page() -> None:
    upright, wide = BRAND.page.text_width_twips, BRAND.page.height_twips - 2 * BRAND.page.left_twips
    for stretch in arranged().stretches:
        for part in stretch.parts:
            if isinstance(part, TablePart):
                assert 0 <= (wide if stretch.is_landscape else upright) - sum(part.widths_twips) <= 60


def test_every_caption_is_listed_once() -> None:
    parts = FULLEST.parts
    listed = [caption.key for part in parts if isinstance(part, CaptionList) for caption in part.captions]
    captions = sorted((one for one in parts if isinstance(one, Caption)), key=lambda one: (one.kind.value, one.number))
    assert listed == [caption.key for caption in captions]


def test_a_status_is_colour_shape_and_letter() -> None:
    assert status_span(Status(Rag.RED, "R", "46 j de retard"), BRAND) == Span(
        "■\u00a0R 46 j de retard", Style.STATUS_RED
    )
    assert status_span(Status(Rag.GREEN, "G"), BRAND) == Span("●\u00a0G", Style.STATUS_GREEN)
    assert status_span(Status(Rag.NONE, "–"), BRAND) == Span("–", Style.SECONDARY)


def test_a_story_without_chapters_is_a_cover() -> None:
    document = arrange(replace(story(), chapters=()), BRAND)
    assert headings(document) == []
    assert len(document.stretches) == 1


def test_pictures_stand_upright_and_what_may_do_either_stays_on_the_page_it_comes_to() -> None:
    wide, chart, note = schedule(), incidents_chart(), Prose(key="p", paragraphs=(Sentence("note", "Note."),))
    context = Context(BRAND, story())
    assert ways((wide, note, chart, note), context) == (True, True, False, False)
    assert ways((note, wide), context) == (True, True)
    assert ways((note,), context) == (False,)
    assert ways((), context) == ()


def test_a_table_at_the_end_of_wide_pages_stands_upright_when_what_follows_does() -> None:
    wide, table, note = schedule(), corrective_actions(), Prose(key="p", paragraphs=(Sentence("note", "Note."),))
    context = Context(BRAND, story())
    assert ways((wide, table, table), context) == (True, True, True)
    assert ways((wide, table, table), context, then_upright=True) == (True, False, False)
    assert ways((wide, table, note), context, then_upright=True) == (True, True, True)


def test_a_table_that_asks_for_a_wide_page_stands_upright_where_it_reads_well() -> None:
    context, few = Context(BRAND, story()), replace(corrective_actions(), is_wide=True)
    long = Cell("Ouvrir le support du samedi aux magasins de la région et en mesurer les appels " * 2)
    many = replace(few, rows=tuple(replace(row, cells=(long,) * len(row.cells)) for row in few.rows))
    assert ways((few,), context) == (False,)
    assert ways((many,), context) == (True,)


def test_a_sentence_names_the_section_where_the_detail_stands() -> None:
    told = Prose(
        key="p", paragraphs=(Sentence("a", "Voir le détail."), Sentence("b", "Rien d’autre.")), see="mapping/contracts"
    )
    first, other = block_parts(told, Context(BRAND, story()))
    assert isinstance(first, Paragraph)
    assert isinstance(other, Paragraph)
    _, reference, stop = first.content
    assert isinstance(reference, Reference)
    assert (reference.key, reference.kind) == ("mapping/contracts", ReferenceKind.SECTION)
    assert stop == Span(".")
    assert len(other.content) == 1


def test_a_source_stays_with_the_caption_of_a_figure_and_stands_between_the_caption_of_a_table_and_the_table() -> None:
    parts = arranged("actions").parts
    at = next(at for at, part in enumerate(parts) if isinstance(part, Caption))
    source, table = parts[at + 1 : at + 3]
    assert isinstance(source, Paragraph)
    assert (source.style, source.keeps_next) == (Style.SOURCE, True)
    assert isinstance(table, TablePart)
    parts = arranged("mapping").parts
    figure = next(part for part in parts if isinstance(part, Caption) and part.key == "contracts/timeline")
    after_figure = parts[parts.index(figure) + 1]
    assert figure.keeps_next
    assert isinstance(after_figure, Paragraph)
    assert after_figure.style is Style.SOURCE


def test_a_conclusion_names_the_figures_and_the_tables_under_it() -> None:
    lead = after(arranged("mapping"), "Contrats")[0]
    assert isinstance(lead, Paragraph)
    references = [one for one in lead.content if isinstance(one, Reference)]
    assert references == [
        Reference("contracts/timeline", " (figure\u00a0", number="1"),
        Reference("contracts/table", ", tableau\u00a0", ")", "1"),
    ]
    assert lead.content[-1] == Span(".")


def test_every_caption_is_named_in_a_sentence() -> None:
    parts = arranged().parts
    named = [one for part in parts if isinstance(part, Paragraph) for one in part.content if isinstance(one, Reference)]
    captions = {(part.key, str(part.number)) for part in parts if isinstance(part, Caption)}
    assert {(one.key, one.number) for one in named} == captions


def test_an_indicator_names_the_section_of_its_objective_and_an_objective_the_figure_of_its_indicator() -> None:
    found = [
        (one.before + one.number + one.after, part.key)
        for part in arranged().parts
        if isinstance(part, TablePart)
        for row in part.rows
        for cell in row.cells
        for text in cell.paragraphs
        for one in text.content
        if isinstance(one, Reference)
    ]
    assert (" (section\u00a04.1)", "kpis/KPI-05/sheet") in found
    assert (" (figure\u00a08)", "objectives/OBJ-02/kpis") in found


def test_every_part_stands_in_a_block_under_a_key_of_its_own() -> None:
    blocks = [block for stretch in arranged().stretches for block in stretch.blocks]
    keys = [block.key for block in blocks]
    assert len(set(keys)) == len(keys)
    assert keys[:2] == ["cover", "contents"]
    assert {"mapping/contracts/opening", "contracts/timeline", "kpis/KPI-05", "mapping/contracts/closing"} <= set(keys)


def test_a_chapter_s_cards_stand_directly_under_it_even_beside_other_sections() -> None:
    whole = story("objectives")
    chapter = whole.chapters[0]
    other = section("pipeline", "Opportunités", "Il manque 70 k€ au pipeline.")
    told = replace(whole, chapters=(replace(chapter, sections=(*chapter.sections, other)),))
    assert headings(arrange(told, BRAND))[:2] == [
        ("4", "Objectifs SMART"),
        ("4.1", "Ramener les incidents P1 à 4 par trimestre"),
    ]
    assert ("4.2", "Opportunités") in headings(arrange(told, BRAND))


def test_the_card_of_an_objective_stands_on_one_page_with_its_facts() -> None:
    parts = list(block_parts(objective_cards(), Context(load(), story())))
    facts, smart = (one for one in parts if isinstance(one, TablePart) and one.key.endswith(("/facts", "/smart")))
    assert [row.keeps_next for row in facts.rows] == [True]
    assert [row.keeps_next for row in smart.rows] == [*(True for _ in smart.rows[1:]), False]


def test_the_first_column_of_a_matrix_has_room_for_what_stands_under_its_names() -> None:
    (table,) = (one for one in block_parts(matrix(), Context(load(), story())) if isinstance(one, TablePart))
    assert table.widths_twips[0] > 2 * table.widths_twips[1]


def test_a_chapter_that_turns_the_page_does_not_break_it_too() -> None:
    document = arranged()
    turning = [stretch.parts[0] for stretch in document.stretches[1:]]
    opening = [part for part in document.parts if isinstance(part, Heading) and part.opens_stretch]
    assert opening
    assert opening == [part for part in turning if isinstance(part, Heading)]
