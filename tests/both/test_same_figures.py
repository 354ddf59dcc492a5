"""The same figures in both documents of the example, read from the saved files."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml import etree

from generator.locales import Language
from tests.both.saved_plan import SavedPlan, plain, saved_plan_of
from tests.deck.example_deck import LANGUAGES, SavedSlide, deck_of, every_shape, name_of, properties_of, text_of

both = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.value)
TILES = ("contracts", "figures", "actions", "governance")
SHARED_HEADLINES = ("summary", "kpis", "contracts", "quality", "actions", "risks", "decisions-next", "next")
INTERNAL_HEADLINES = ("revenue", "people", "decision-paths", "whitespace", "pipeline", "coverage")
NUMBER = re.compile(r"\d[\d.,]*")
SERIAL = re.compile(r" \(\d+/\d+\)$")
SVG = "{http://www.w3.org/2000/svg}"


def plan(language: Language) -> SavedPlan:
    return saved_plan_of(language)


@cache
def said_on(language: Language, section: str) -> dict[str, str]:
    """The words of the shapes of a section by name."""
    slides = deck_of(language).of_section(section)
    return {name_of(one): plain(text_of(one).replace("\n", "|")) for slide in slides for one in every_shape(slide.root)}


def rows_on(slide: SavedSlide) -> list[list[str]]:
    """The cells of the first table of a slide."""
    table = next(one for one in slide.root.iter() if str(one.tag).endswith("}tbl"))
    return [[plain(text_of(cell)) for cell in row if str(cell.tag).endswith("}tc")] for row in _rows(table)]


def _rows(table: etree._Element) -> list[etree._Element]:
    return [row for row in table if str(row.tag).endswith("}tr")]


@both
def test_each_conclusion_is_the_headline_of_its_slide(language: Language) -> None:
    for section in (*SHARED_HEADLINES, *INTERNAL_HEADLINES):
        headline = SERIAL.sub("", plain(deck_of(language).of_section(section)[0].title))
        assert any(said.startswith(headline) for said in plan(language).paragraphs), headline


@both
def test_each_kpi_has_its_value_target_change_and_status(language: Language) -> None:
    cards = said_on(language, "kpis")
    rows = {row[0]: row for row in plan(language).rows("kpis/cards/overview")[1:]}
    refs = sorted(name.split("/")[2] for name in cards if re.fullmatch(r"kpis/cards/KPI-\d+/name", name))
    assert len(refs) == len(rows) == 5
    for ref in refs:
        key = f"kpis/cards/{ref}"
        name, value, target, _, change, status = rows[cards[f"{key}/name"]]
        assert value == cards[f"{key}/figure"]
        assert target == cards[f"{key}/facts/1/value"]
        assert change == cards[f"{key}/facts/2/value"]
        assert status.endswith(cards[f"{key}/status/letter"]), name


@both
def test_each_kpi_chart_of_the_plan_ends_at_the_value_of_its_card(language: Language) -> None:
    cards = said_on(language, "kpis")
    for name, figure in cards.items():
        found = re.fullmatch(r"kpis/cards/(KPI-\d+)/figure", name)
        if found:
            labels = drawn_words(plan(language).pictures[f"kpis/{found[1]}/chart"])
            assert NUMBER.findall(figure)[0] in {NUMBER.findall(label)[0] for label in labels if NUMBER.search(label)}


@both
def test_the_tiles_say_the_same(language: Language) -> None:
    cards = said_on(language, "summary")
    (cells,) = plan(language).rows("summary/tiles")
    for tile, cell in zip(TILES, cells, strict=True):
        title, status, figure, caption, detail = cell.split("|")
        assert [title, figure, caption, detail] == [
            cards[f"summary/{tile}/{part}"] for part in ("title", "figure", "caption", "detail")
        ]
        assert status.endswith(cards[f"summary/{tile}/status/letter"])


@both
def test_the_facts_are_the_same(language: Language) -> None:
    cards = said_on(language, "summary")
    told = [(row[0], row[1]) for row in plan(language).rows("summary/facts")]
    facts = [key.removesuffix("/figure") for key in cards if re.fullmatch(r"summary/facts/fact/[^/]+/figure", key)]
    shown = [(cards[f"{key}/figure"], cards[f"{key}/text"]) for key in facts]
    assert told == shown


@both
def test_each_contract_has_its_end_and_its_status(language: Language) -> None:
    cards = said_on(language, "contracts")
    slides = deck_of(language).of_section("contracts")
    bars = plain(" · ".join(str(properties_of(one).get("descr", "")) for slide in slides for one in slide.shapes))
    rows = plan(language).rows("contracts/table")[1:]
    assert len(rows) == 10
    for row in rows:
        ref, end, status = row[0], row[5], row[-1]
        told = next(part for part in re.split(r"\s*[·;]\s*", bars) if part.startswith(ref))
        assert end in told or not re.search(r"\d", end), told
        assert status.endswith(cards[f"contracts/{ref}/status/text"])


@both
def test_as_many_actions_are_late(language: Language) -> None:
    told = plan(language).rows("actions/gantt")[1:]
    late = [row[0] for row in told if "■" in row[6]]
    slides = deck_of(language).of_section("actions")
    shown = [row[0] for slide in slides for row in rows_on(slide) if any("■" in cell for cell in row)]
    assert late == shown
    assert said_on(language, "summary")["summary/actions/figure"].split()[0] == str(len(late)) == "3"


@both
def test_revenue_ends_at_the_same_total(language: Language) -> None:
    """1 130 000 € in the chart of the deck; 1 130 above the last column of the picture, in thousands."""
    chart = next(s.charts["revenue/columns/chart"] for s in deck_of(language).slides if s.section == "revenue")
    totals = [round((total or 0) / 1000) for total in chart.series["Σ"]]
    assert totals[-1] == 1130
    shown = [re.sub(r"\D", "", text) for text in drawn_words(plan(language).pictures["revenue/columns"])]
    assert {str(total) for total in totals} <= set(shown)


def drawn_words(picture: etree._Element) -> list[str]:
    """The labels of a picture, as they are told to who cannot see them."""
    return [plain(str(one.get("aria-label"))) for one in picture.iter(f"{SVG}g")]
