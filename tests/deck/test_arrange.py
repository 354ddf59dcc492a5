"""What is decided before anything is written: slides, pages, sizes, places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brand import Brand, load
from generator.charts.canvas import Drawing
from generator.charts.plots.chart import NativeChart
from generator.deck.arrange import arrange
from generator.deck.arrange.composition import compose
from generator.deck.arrange.tables.columns import firm, share
from generator.deck.arrange.tables.pages import paginate
from generator.deck.slides import Deck, NativeTable, Slide
from generator.editions.edition import Edition
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.story import Stage
from tests.deck.samples import a_section, a_story, blocks, committee, internal_committee


@pytest.fixture(scope="module", name="brand")
def brand_fixture() -> Brand:
    return load()


def tables(slide: Slide) -> list[NativeTable]:
    return [element for element in slide.elements if isinstance(element, NativeTable)]


def place(slide: Slide, role: str) -> str:
    found = (place for place in slide.places if place.role == role)
    return "".join(text.text for line in next(found).lines for text in line.texts)


def pages(deck: Deck) -> list[str]:
    return [place(slide, "number") for slide in deck.slides if slide.layout == "exhibit"]


def test_a_section_without_blocks_has_no_slide(brand: Brand) -> None:
    deck = arrange(a_story(a_section("empty"), a_section("full", blocks.decisions_table(3))), brand)
    assert [slide.key for slide in deck.slides] == ["cover", "full"]


def test_the_cover_is_page_one_and_annexes_count_apart(brand: Brand) -> None:
    assert pages(arrange(internal_committee(), brand)) == ["2", "3", "4", "5", "6", "I1", "I2", "I3", "I4", "I5"]


def test_thirty_six_rows_go_on_over_even_slides_that_say_so(brand: Brand) -> None:
    story = a_story(a_section("long", blocks.decisions_table(36), headline="Trente-six lignes"))
    slides = arrange(story, brand).slides[1:]
    assert [slide.headline for slide in slides] == [f"Trente-six lignes\u00a0({part}/3)" for part in (1, 2, 3)]
    assert [slide.key for slide in slides] == ["long", "long#2", "long#3"]
    assert [len(tables(slide)[0].rows) - 1 for slide in slides] == [12, 12, 12]
    assert len({tables(slide)[0].key for slide in slides}) == 3


def test_every_row_stands_on_exactly_one_slide(brand: Brand) -> None:
    slides = arrange(a_story(a_section("long", blocks.decisions_table(36))), brand).slides[1:]
    shown = [row.cells[0].text.paragraphs[0].runs[0].text for slide in slides for row in tables(slide)[0].rows[1:]]
    assert shown == [f"D‑{rank:02d}" for rank in range(1, 37)]


def test_what_is_not_shown_is_said_in_the_source_line(brand: Brand) -> None:
    slide = arrange(a_story(a_section("decisions", blocks.decisions_table(3))), brand).slides[1]
    assert place(slide, "source").endswith(" · 2 autres : plan, annexe A")


@pytest.mark.parametrize(
    ("words", "size"),
    [(5, 24.0), (20, 24.0), (24, 20.0), (40, 16.0)],
)
def test_a_headline_steps_down_only_when_two_lines_are_not_enough(brand: Brand, words: int, size: float) -> None:
    slide = arrange(a_story(a_section("one", blocks.callout(), headline="contrat " * words)), brand).slides[1]
    assert slide.places[0].lines[0].texts[0].size_pt == size


def test_nothing_leaves_the_body(brand: Brand) -> None:
    body = brand.grid.body
    frame = ("/tracker", "/mark")
    for slide in arrange(internal_committee(), brand).slides[1:]:
        for element in (one for one in slide.elements if not one.key.endswith(frame)):
            assert element.box.left_emu >= body.left_emu
            assert element.box.right_emu <= body.right_emu
            assert element.box.top_emu >= body.top_emu
            assert element.box.bottom_emu <= body.bottom_emu


def test_table_widths_fill_the_box_and_heights_the_frame(brand: Brand) -> None:
    for slide in arrange(internal_committee(), brand).slides[1:]:
        for table in tables(slide):
            assert sum(table.widths_emu) == table.box.width_emu
            assert sum(row.height_emu for row in table.rows) == table.box.height_emu


def test_a_card_a_kpi_each_with_its_chart_and_target(brand: Brand) -> None:
    slide = arrange(committee(), brand).slides[2]
    charts = [element for element in slide.elements if isinstance(element, NativeChart)]
    assert len(charts) == 5
    for chart in charts:
        target, value = chart.plots[0].series
        assert target.is_dashed
        assert not value.is_dashed
        assert [label.index for label in value.labels] == [0, 7]


def test_nine_kpis_stand_five_and_four(brand: Brand) -> None:
    cards = blocks.kpi_cards()
    more = (
        *cards.cards,
        *(replace(card, key=f"{card.key}b", ref=f"{card.ref}b", chart=None) for card in cards.cards[:4]),
    )
    slides = arrange(a_story(a_section("kpis", replace(cards, cards=more))), brand).slides[1:]
    drawn = [
        [one.key for one in slide.elements if isinstance(one, Drawing) and one.key.startswith("kpis/KPI")]
        for slide in slides
    ]
    assert [len(keys) for keys in drawn] == [5, 4]


def test_the_tracker_shows_the_stages_of_the_section_s_side_in_the_order_of_the_slides(brand: Brand) -> None:
    deck = arrange(internal_committee(), brand)
    first = next(one for one in deck.slides[1].elements if one.key.endswith("/tracker"))
    annex = next(one for one in deck.slides[-1].elements if one.key.endswith("/tracker"))
    assert isinstance(first, Drawing)
    assert isinstance(annex, Drawing)
    assert (first.alt, annex.alt) == ("Synthèse", "Cohérence")
    assert stages_of(first) == ["summary", "performance", "actions", "decisions"]
    assert stages_of(annex) == ["finance", "governance", "coherence"]


def stages_of(tracker: Drawing) -> list[str]:
    return [mark.key.rpartition("/")[2] for mark in tracker.marks if not mark.key.endswith("/rule")]


def test_a_divider_stands_between_the_committee_and_the_annexes_and_names_them(brand: Brand) -> None:
    story = internal_committee()
    (divider,) = [slide for slide in arrange(story, brand).slides if slide.layout == "section"]
    assert divider.headline == "Annexes internes"
    assert place(divider, "body") == " · ".join(one.key for one in story.slides if one.is_internal)
    assert [one.key for one in divider.elements] == ["annexes/mark"]
    assert [slide.layout for slide in arrange(committee(), brand).slides[1:]] == ["exhibit"] * 5
    alone = a_section("coverage", blocks.coverage(), stage=Stage.GOVERNANCE, is_internal=True)
    assert [slide.key for slide in arrange(a_story(alone, edition=Edition.INTERNAL), brand).slides] == [
        "cover",
        "coverage",
    ]


def test_rows_the_client_does_not_see_are_marked(brand: Brand) -> None:
    story = a_story(a_section("decisions", blocks.decisions_table(3)), edition=Edition.INTERNAL)
    rows = tables(arrange(story, brand).slides[1])[0].rows
    marked = ["Interne" in "".join(run.text for run in row.cells[1].text.paragraphs[0].runs) for row in rows]
    assert marked == [False, False, True, False]


def test_blocks_that_do_not_stand_together_take_a_slide_each(brand: Brand) -> None:
    long, short = blocks.decisions_table(12), replace(blocks.decisions_table(3), key="short")
    assert [len(sheet.blocks) for sheet in compose((long, short), brand)] == [1, 1]
    assert [len(sheet.blocks) for sheet in compose((blocks.coverage(), short), brand)] == [2]


def test_a_very_long_text_makes_its_row_taller_and_never_leaves_the_slide(brand: Brand) -> None:
    rows = tuple(TableRow(str(at), (Cell(str(at)), Cell("contrat de service " * 40))) for at in range(12))
    table = Table(key="long", columns=(TableColumn("Réf.", 5), TableColumn("Texte", 60)), rows=rows, caption="Textes")
    for slide in arrange(a_story(a_section("long", table, stage=Stage.ACTIONS)), brand).slides[1:]:
        assert tables(slide)[0].box.bottom_emu <= brand.grid.body.bottom_emu


def test_a_page_is_full_before_the_next_and_few_rows_are_not_left_alone() -> None:
    assert paginate([10] * 36, 140) == (range(14), range(14, 28), range(28, 36))
    assert paginate([10] * 11, 100) == (range(7), range(7, 11))
    assert paginate([10] * 13, 100) == (range(9), range(9, 13))
    assert paginate([10] * 14, 100) == (range(10), range(10, 14))
    assert paginate([10, 10, 90, 10], 100) == (range(2), range(2, 4))
    assert paginate([10, 200, 10], 100) == (range(1), range(1, 2), range(2, 3))


@pytest.mark.parametrize(
    ("heights", "pages"),
    [
        # the last row takes those before it along, up to the very room
        ([100, 40, 40, 20, 80], (range(1), range(1, 3), range(3, 5))),
        ([100, 40, 39, 21, 80], (range(1), range(1, 4), range(4, 5))),  # 101 together: too tall
        ([100, 50, 50, 50], (range(1), range(1, 3), range(3, 4))),  # the row before would be alone in its turn
        ([100, 30, 30, 30, 30], (range(1), range(1, 3), range(3, 5))),  # two and two rather than three and one
    ],
)
def test_a_last_row_is_not_left_alone_where_it_can_be_helped(heights: list[int], pages: tuple[range, ...]) -> None:
    assert paginate(heights, 100) == pages


@given(st.lists(st.integers(1, 60), min_size=1, max_size=80))
def test_pages_hold_every_row_once_and_none_too_many(heights: list[int]) -> None:
    found = paginate(heights, 100)
    assert [row for page in found for row in page] == list(range(len(heights)))
    assert all(sum(heights[row] for row in page) <= 100 for page in found)


def test_wide_columns_give_way_before_narrow_ones() -> None:
    assert share(200, naturals=[40, 300, 60], minimums=[40, 50, 60], weights=[1, 1, 1]) == (40, 100, 60)
    assert share(200, naturals=[40, 60], minimums=[10, 10], weights=[1, 3]) == (65, 135)
    # Three times the weight, three times the width, once the first has what it asks for: 40 + 40 + 120.
    widths = share(200_000, naturals=[40_000, 300_000, 300_000], minimums=[20, 10, 10], weights=[1, 1, 3])
    assert [round(width, -2) for width in widths] == [40_000, 40_000, 120_000]
    assert share(100, naturals=[300, 300], minimums=[150, 50], weights=[1, 1]) == (50, 50)


def test_short_columns_keep_to_one_line_when_there_is_room() -> None:
    assert firm(200, naturals=[60, 500], minimums=[20, 80], short_emu=100) == [60, 80]
    assert firm(120, naturals=[60, 500], minimums=[20, 80], short_emu=100) == [20, 80]


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(1, 500)), min_size=1, max_size=12), st.integers(50, 2000))
def test_widths_always_fill_the_table(pairs: list[tuple[int, int]], total: int) -> None:
    naturals, least = [max(pair) for pair in pairs], [min(pair) for pair in pairs]
    assert sum(share(total, naturals=naturals, minimums=least, weights=[1.0] * len(pairs))) == total


def test_a_long_supplier_goes_on_one_line_of_the_cover_and_of_every_slide(brand: Brand) -> None:
    name = "Nordane Services Informatiques, Conseil et Infogérance internationale"
    client = replace(committee(), supplier=name)
    deck = arrange(client, brand)
    assert name.startswith(deck.supplier.rstrip("…"))
    assert name.startswith(deck.wordmark.rstrip("…"))
    assert len(name) > len(deck.supplier) >= len(deck.wordmark) > len("Nordane Services")
    assert brand.metrics.width_pt(deck.wordmark, 11, bold=True) <= brand.grid.mark.width_pt
    assert arrange(internal_committee(), brand).wordmark == ""


def test_no_word_stands_alone_on_the_last_line_of_a_headline(brand: Brand) -> None:
    words = "1,11 M€ par an restent à capter, dont 56 % chez Iberia, où Ibertec tient Infogérance et Support"
    slide = arrange(a_story(a_section("w", blocks.decisions_table(3), headline=words)), brand).slides[1]
    first, last = brand.metrics.wrap(slide.headline, brand.grid.headline.width_pt, 24, bold=True)
    assert slide.headline.replace("\u00a0", " ") == words
    assert last.replace("\u00a0", " ") == "Infogérance et Support"
    assert first.endswith("tient")


def test_the_cover_is_as_wide_as_the_brand_says(brand: Brand) -> None:
    narrow = replace(brand, grid=replace(brand.grid, cover_width_emu=2_000_000, cover_person_emu=700_000))
    wide, tight = (arrange(committee(), one).slides[0] for one in (brand, narrow))
    wide_sizes, sizes = ({one.role: one.lines[0].texts[0].size_pt for one in deck.places} for deck in (wide, tight))
    assert (wide_sizes["title"], wide_sizes["body"]) == (44, None)
    assert sizes["title"] != 44
    assert place(wide, "cover_client") != place(tight, "cover_client")
