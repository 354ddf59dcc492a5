"""The same figures in both documents of the example, read from the saved files."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml import etree

from generator.locales import Language
from tests.both.saved_plan import SavedPlan, plain, saved_plan_of, words
from tests.deck.example_deck import LANGUAGES, SavedSlide, deck_of, every_shape, name_of, text_of

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
    rows = {row[0]: row for row in plan(language).rows("kpis/dashboard")[1:]}
    refs = sorted(name.split("/")[2] for name in cards if re.fullmatch(r"kpis/cards/KPI-\d+/name", name))
    assert len(refs) == len(rows) == 5
    for ref in refs:
        key = f"kpis/cards/{ref}"
        name, start, _, value, target, _, change, status = rows[f"{cards[f'{key}/name']}|{ref}"]
        assert value == cards[f"{key}/figure"]
        assert target == cards[f"{key}/facts/1/value"]
        assert change == cards[f"{key}/facts/2/value"]
        assert start.endswith(cards[f"{key}/from"])
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
def test_each_sparkline_of_the_plan_takes_the_course_of_the_chart_of_its_card(language: Language) -> None:
    """A point each quarter; between the lowest and the highest, as far up as the value is."""
    charts = next(slide for slide in deck_of(language).slides if slide.section == "kpis").charts
    assert len(charts) == 5
    for name, chart in charts.items():
        values = [value or 0.0 for value in list(chart.series.values())[-1]]
        ups = [-top for _, top in course(plan(language).pictures[name.replace("/chart/chart", "/spark")])]
        assert shares(ups) == pytest.approx(shares(values), abs=0.02)


def course(picture: etree._Element) -> list[tuple[float, float]]:
    """The points of the line of a sparkline, from left to right."""
    lines = [one for one in picture.iter(f"{SVG}polyline") if one.get("stroke-width") == "1.5"]
    points = {tuple(map(float, pair.split(","))) for one in lines for pair in str(one.get("points")).split()}
    return sorted((across, down) for across, down in points)


def shares(values: list[float]) -> list[float]:
    """Where each value stands between the least and the greatest."""
    least, span = min(values), max(values) - min(values)
    return [(value - least) / span for value in values]


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
    """In the register of the plan and in the bars of both; those over or not signed have none."""
    cards = said_on(language, "contracts")
    shapes = (one for slide in deck_of(language).of_section("contracts") for one in slide.shapes)
    shown = bars_of(next(one for one in shapes if name_of(one) == "contracts/timeline"))
    told = bars_of(plan(language).drawings["contracts/timeline"])
    rows = plan(language).rows("contracts/table")[1:]
    assert len(rows) == 10
    assert sorted(shown) == [f"CT-0{at}" for at in range(1, 7)]
    assert sorted(told.keys() - shown.keys()) == ["CT-10"]
    for row in rows:
        ref, (start, end), amount, notice, status = row[0], row[5].split(" – "), row[6], row[8], row[9]
        for bar in [bars[ref] for bars in (shown, told) if ref in bars]:
            assert start in bar
            assert end in bar or not re.search(r"\d", end), bar
            assert bar.endswith(status[4:].lower()), bar
        if ref in shown:
            assert cards[f"contracts/{ref}/end"].startswith(f"{end} ")
            assert digits(amount) == digits(cards[f"contracts/{ref}/amount"]) + "000"
            near = cards.get(f"contracts/{ref}/mark/notice/label", "")
            assert notice in near or not near


@both
def test_contracts_without_a_bar_are_counted_where_they_have_none(language: Language) -> None:
    """Ten contracts: six bars on the slide, seven in the plan."""
    in_plan = words(plan(language).blocks["mapping/contracts/closing"])
    said = (said_on(language, "contracts")["contracts/source"], in_plan)
    assert [int(re.search(r"(\d+) (?:contrats non tracés|contracts not drawn)", one)[1]) for one in said] == [4, 3]  # type: ignore[index]


def bars_of(shape: etree._Element) -> dict[str, str]:
    """What each bar of contracts says to who cannot see it, by reference."""
    said = next(str(one.get("descr")) for one in shape.iter() if one.get("descr"))
    return {part.split()[0]: part for part in re.split(r"\s*;\s*", plain(said))}


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


@both
def test_as_many_actions_are_late(language: Language) -> None:
    ahead, every = (plan(language).rows(f"actions/{key}")[1:] for key in ("ahead", "by-owner"))
    slides = deck_of(language).of_section("actions")
    rows = [row for slide in slides for row in rows_on(slide)]
    late = [row[0] for row in ahead if "■" in row[5]]
    assert late == [row[0] for row in rows if any("■" in cell for cell in row)]
    assert sorted(late) == sorted(row[0] for row in every if "■" in row[5])
    assert said_on(language, "summary")["summary/actions/figure"].split()[0] == str(len(late)) == "3"


@both
def test_each_action_says_the_same_wherever_it_stands(language: Language) -> None:
    """What is shown of it on its slide, among those ahead and in the annex of all: the same words under each column."""
    every = {row[0]: row for row in plan(language).rows("actions/by-owner")[1:]}
    slides = deck_of(language).of_section("actions")
    shown = {row[0]: row for slide in slides for row in rows_on(slide) if row[0] in every}
    ahead = {row[0]: row for row in plan(language).rows("actions/ahead")[1:]}
    assert (len(every), len(shown), len(ahead)) == (36, 20, 23)
    for ref, (_, name, owner, addressee, due, progress, status, *_) in shown.items():
        row = every[ref]
        assert row[1].split("|")[0].split() == name.split()
        assert row[2].split("|") == ([owner, addressee] if addressee != "–" else [owner])
        assert row[3:5] == [due, progress]
        assert row[5].split() == status.split()
    for ref, row in ahead.items():
        named, owned, *rest = every[ref][1:]
        assert [named.split("|")[0].split(), owned.split("|")[0], *rest] == [row[1].split(), *row[2:]]


@both
def test_revenue_ends_at_the_same_total(language: Language) -> None:
    """1 130 000 € in the chart of the plan; 1 130 above the last column of its picture and at the end of the bridge."""
    chart = saved_plan_of(language, native_charts=True).charts["revenue/columns#2"]
    totals = [round((total or 0) / 1000) for total in chart.series["Σ"]]
    assert totals[-1] == 1130
    shown = [digits(text) for text in drawn_words(plan(language).pictures["revenue/columns"])]
    assert {str(total) for total in totals} <= set(shown)
    bridge = said_on(language, "revenue")
    ends = (bridge[f"revenue/bridge/{end}/value"] for end in ("start", "end"))
    assert [digits(end) for end in ends] == [str(totals[-5]), str(totals[-1])]


@both
def test_each_step_of_the_bridge_is_the_change_of_its_columns(language: Language) -> None:
    """From the quarter a year before to the last; together they lead from one total to the other."""
    chart = saved_plan_of(language, native_charts=True).charts["revenue/columns#2"]
    steps = {offer: (values[-1] or 0) - (values[-5] or 0) for offer, values in chart.series.items() if offer != "Σ"}
    bridge = said_on(language, "revenue")
    told = {offer: bridge[f"revenue/bridge/{offer}/value"] for offer in steps}
    assert {offer: int(text.replace("−", "-")) * 1000 for offer, text in told.items()} == steps
    assert sum(steps.values()) == 94_000


def drawn_words(picture: etree._Element) -> list[str]:
    """The labels of a picture, as they are told to who cannot see them."""
    return [plain(str(one.get("aria-label"))) for one in picture.iter(f"{SVG}g")]
