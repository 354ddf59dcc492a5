"""Sections that are low share a slide; nothing of them is lost, and one that fills its slide keeps it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.brand import Brand, load
from generator.charts.canvas import Drawing
from generator.deck.arrange import arrange
from generator.deck.slides import Deck, NativeTable
from generator.editions.edition import Edition
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.story import Section, Stage
from tests.deck.samples import a_section, a_story


@pytest.fixture(scope="module", name="brand")
def brand_fixture() -> Brand:
    return load()


STAGE: Any = Stage.CONTRACTS


def of_rows(key: str, rows: int, *, is_internal: bool = False) -> Section:
    """A section of a table of so many rows."""
    lines = tuple(TableRow(f"{key}/{at}", (Cell(f"{key} {at}"),)) for at in range(rows))
    table = Table(key=f"{key}/table", columns=(TableColumn("Nom", 1),), rows=lines, caption="")
    said = {"headline": f"Ce que dit {key}", "source": f"Source : {key}", "stage": STAGE}
    return a_section(key, table, notes=(f"Note de {key}",), is_internal=is_internal, **said)


def decked(brand: Brand, *sections: Section) -> Deck:
    return arrange(a_story(*sections, edition=Edition.INTERNAL), brand)


def words(deck: Deck, at: int) -> str:
    """All that stands on a slide, as Python writes it."""
    return repr((deck.slides[at].places, deck.slides[at].elements))


def test_three_low_sections_share_a_slide_and_lose_nothing(brand: Brand) -> None:
    deck = decked(brand, of_rows("contracts", 2), of_rows("actions", 2), of_rows("risks", 2))
    cover, slide = deck.slides
    assert cover.key == "cover"
    assert [element.key for element in slide.elements if isinstance(element, NativeTable)] == [
        "contracts/table/table",
        "actions/table/table",
        "risks/table/table",
    ]
    assert slide.notes == ("Note de contracts", "Note de actions", "Note de risks")
    assert deck.targets == dict.fromkeys(("contracts", "actions", "risks"), "contracts")
    for said in ("Ce que dit contracts", "Ce que dit actions", "Ce que dit risks"):
        assert words(deck, 1).count(said) == 1
    for source in ("Source : contracts", "Source : actions", "Source : risks"):
        assert words(deck, 1).count(source) == 1


def test_they_stand_one_under_the_other_within_the_body(brand: Brand) -> None:
    deck = decked(brand, of_rows("contracts", 2), of_rows("actions", 3))
    boxes = [element.box for element in deck.slides[1].elements if isinstance(element, NativeTable | Drawing)]
    tables = [element.box for element in deck.slides[1].elements if isinstance(element, NativeTable)]
    assert tables[0].bottom_emu < tables[1].top_emu
    assert all(box.bottom_emu <= brand.grid.source.top_emu for box in boxes)


@pytest.mark.parametrize(
    "sections",
    [
        (of_rows("contracts", 8), of_rows("actions", 8)),  # neither is low
        (of_rows("contracts", 9), of_rows("actions", 2)),  # there is no room
        (of_rows("contracts", 2), of_rows("actions", 2, is_internal=True)),  # one is an annex
        (of_rows("contracts", 2), replace(of_rows("actions", 2), headline="Longue " * 60)),  # it would be cut
    ],
)
def test_others_keep_a_slide_each(brand: Brand, sections: tuple[Section, ...]) -> None:
    assert [slide.key for slide in decked(brand, *sections).slides] == ["cover", "contracts", "actions"]


def test_a_low_section_joins_a_taller_one_that_has_room(brand: Brand) -> None:
    deck = decked(brand, of_rows("contracts", 5), of_rows("actions", 1))
    assert [slide.key for slide in deck.slides] == ["cover", "contracts"]
