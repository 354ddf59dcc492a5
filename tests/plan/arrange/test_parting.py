"""The plan in two documents: each stands alone, and the numbers are those of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.brand import load
from generator.plan.arrange import PlanPart, arrange
from generator.plan.arrange.document import Document, Heading, Inline, Paragraph, Reference, Span, TablePart
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.text import Sentence
from generator.story.story import Story
from tests.plan.samples import story

BRAND = load()


def referring() -> Story:
    """The sample, whose chapter of risks names an annex."""
    whole = story()
    see = Prose(
        key="risks/annexed",
        paragraphs=(Sentence("annexed", "Registre : 9 lignes."),),
        role=ProseRole.REFERENCE,
        see="annexes/decisions",
    )
    chapters = []
    for chapter in whole.chapters:
        first, *others = chapter.sections
        told = replace(first, chapter_blocks=(*first.chapter_blocks, see)) if chapter.key == "risks" else first
        chapters.append(replace(chapter, sections=(told, *others)))
    return replace(whole, chapters=tuple(chapters))


def headings(document: Document) -> list[tuple[str, str]]:
    return [(part.number, part.text) for part in document.parts if isinstance(part, Heading)]


def inlines(document: Document) -> Iterator[Inline]:
    for part in document.parts:
        if isinstance(part, Paragraph):
            yield from part.content
        elif isinstance(part, TablePart):
            texts = (text for row in part.rows for cell in row.cells for text in cell.paragraphs)
            yield from (one for text in texts for one in text.content)


def test_body_and_annexes_make_the_whole_with_its_numbers() -> None:
    whole, body, annexes = (arrange(referring(), BRAND, part=part) for part in PlanPart)
    assert headings(body) + headings(annexes) == headings(whole)
    assert {number[0] for number, _ in headings(annexes)} == {"A"}
    assert "A" not in {number[:1] for number, _ in headings(body)}


def test_the_body_names_an_annex_and_leads_nowhere_out_of_itself() -> None:
    whole, body, _ = (arrange(referring(), BRAND, part=part) for part in PlanPart)
    (link,) = [one for one in inlines(whole) if isinstance(one, Reference) and one.key == "annexes/decisions"]
    said = f"{link.before}{link.number}{link.after}"
    assert said.startswith(" (annexe\u00a0A.")
    assert Span(said) in list(inlines(body))
    keys = {block.key for stretch in body.stretches for block in stretch.blocks}
    assert {one.block for one in inlines(body) if isinstance(one, Span) and one.block} <= keys
    there = {part.key for part in body.parts if hasattr(part, "key")}
    assert {one.key for one in inlines(body) if isinstance(one, Reference)} <= there


def test_the_annexes_say_what_they_are_on_their_cover_and_their_pages() -> None:
    document = arrange(referring(), BRAND, part=PlanPart.ANNEXES)
    assert document.header.endswith(" · Annexes")
    assert document.properties.title.endswith(" · Annexes")
