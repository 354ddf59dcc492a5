"""A diagram of a slide that stands in the plan too says the same words in the same colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from lxml import etree

from generator.locales import Language
from generator.model.choices import Attitude
from tests.both.saved_plan import plain, saved_plan_of
from tests.both.test_same_colours import LANGUAGE, SVG, A, C, boxes, drawn_by, near, plan, seen, slide_charts
from tests.both.test_same_figures import both, drawn_words
from tests.deck.example_deck import P, SavedDeck, deck_of, name_of, text_of

WHOLE = (
    *("cover/quarters", "decision-paths/lanes"),
    *("revenue/bridge", "revenue/offers"),
    *("quality/service", "quality/entities", "quality/year"),
)
# the plan has room for one contract more; a step leaves its attitude to its letter, the deals their columns to a table
MORE, LETTERED, LESS = ("contracts/timeline",), ("contracts/back-plan",), ("pipeline/bridge",)
# what stands in a cell is shortened where it is small: their colours alone are compared
CELLS = ("people/chart", "people/grid", "whitespace/map", "risks/grid")
BOXES = (*WHOLE[2:], *LESS)


def on_slides(language: Language) -> Mapping[str, etree._Element]:
    """The groups of shapes of the slides by name."""
    shapes = (one for slide in deck_of(language).slides for one in slide.shapes)
    return {name_of(one): one for one in shapes if one.tag == f"{P}grpSp"}


def said(language: Language, name: str) -> tuple[Counter[str], Counter[str]]:
    """The words of a diagram on its slide and in the plan."""
    shown = plain(text_of(on_slides(language)[name]))
    return Counter(shown.split()), Counter(" ".join(drawn_words(saved_plan_of(language).pictures[name])).split())


@both
def test_each_diagram_of_both_documents_is_compared(language: Language) -> None:
    pictures = saved_plan_of(language).pictures
    assert on_slides(language).keys() & pictures.keys() == {*WHOLE, *MORE, *LETTERED, *LESS, *CELLS}


@both
@pytest.mark.parametrize("name", WHOLE)
def test_a_diagram_says_the_same_words(language: Language, name: str) -> None:
    """But for its title, which the plan says in its caption."""
    shown, told = said(language, name)
    assert told - shown == Counter()
    assert shown - told in (Counter(), Counter(title_of(language, name).split()))


def title_of(language: Language, name: str) -> str:
    """What a diagram is called on its slide."""
    shapes = on_slides(language)[name].iter(f"{P}sp")
    return plain(next((text_of(one) for one in shapes if name_of(one) == f"{name}/title"), ""))


@both
@pytest.mark.parametrize("name", WHOLE)
def test_a_title_that_the_plan_does_not_draw_is_in_its_caption(language: Language, name: str) -> None:
    title = title_of(language, name)
    shown, told = said(language, name)
    if shown != told:
        assert any(title in plain(text) for text in saved_plan_of(language).paragraphs)


@both
def test_the_bars_of_contracts_say_the_same_of_those_on_the_slide(language: Language) -> None:
    for name in MORE:
        shown, told = said(language, name)
        assert shown - told == Counter()
        assert "CT-10" in told - shown


@both
def test_the_way_back_from_a_notice_is_the_same(language: Language) -> None:
    for name in LETTERED:
        shown, told = said(language, name)
        assert told - shown == Counter()
        assert {*(shown - told)} <= {one.label.in_(language) for one in Attitude}


@both
def test_the_way_to_what_is_missing_says_the_same_amounts(language: Language) -> None:
    for name in LESS:
        shown, told = said(language, name)
        assert told - shown == Counter()
        assert {"300", "65", "45", "190"} <= {word.lstrip("−-") for word in told}


@pytest.mark.parametrize("name", BOXES)
def test_its_boxes_have_the_same_colours_from_top_to_bottom_and_left_to_right(name: str) -> None:
    shapes = [(*place, colour) for place, colour in rectangles(on_slides(LANGUAGE)[name])]
    found = boxes(plan().pictures[name])
    for first, second in ((1, 0), (0, 1)):
        shown = [one[2] for one in sorted(shapes, key=lambda one: (one[first], one[second]))]
        told = [one[2] for one in sorted(found, key=lambda one: (one[first], one[second]))]
        assert len(told) == len(shown) > 1
        assert all(near(one, other) for one, other in zip(told, shown, strict=True)), (told, shown)


@pytest.mark.parametrize("name", [*WHOLE[1:], *LETTERED, *LESS, *CELLS[1:]])
def test_it_is_drawn_in_as_many_marks_of_each_colour(name: str) -> None:
    fills = (one.get("fill") for one in plan().pictures[name].iter(f"{SVG}polygon", f"{SVG}ellipse"))
    told = Counter(str(fill).lstrip("#").upper() for fill in fills if fill not in {None, "none"})
    assert told == Counter(colours(on_slides(LANGUAGE)[name]))


def test_each_column_has_its_colour_in_the_plan() -> None:
    """P1 incidents by quarter: the last in the accent, on the slide, in the picture and in the native chart."""
    native = saved_plan_of(LANGUAGE, native_charts=True)
    chart = slide_charts()["quality/critical/chart"]
    shown = points(chart, deck_of(LANGUAGE))
    told = [colour for _, _, colour in sorted(boxes(plan().pictures["quality/critical"]))]
    live = etree.fromstring(native.parts[native.chart_paths["quality/critical"]])
    assert len(told) == len(shown) == 8
    assert all(near(one, other) for one, other in zip(told, shown, strict=True)), (told, shown)
    assert points(live, native) == shown
    assert drawn_by(live, native) == drawn_by(chart, deck_of(LANGUAGE))


def rectangles(group: etree._Element) -> list[tuple[tuple[int, int], str]]:
    """The filled rectangles of a group: where each stands, and its colour."""
    found = []
    for look in group.iter(f"{P}spPr"):
        shape, place = look.find(f"{A}prstGeom"), look.find(f"{A}xfrm/{A}off")
        if look.find(f"{A}solidFill") is not None and shape is not None and shape.get("prst") == "rect":
            assert place is not None
            found.append(((int(place.get("x", "")), int(place.get("y", ""))), seen(look, deck_of(LANGUAGE))))
    return found


def colours(group: etree._Element) -> list[str]:
    """The fills of all shapes of a group."""
    looks = (look for look in group.iter(f"{P}spPr") if look.find(f"{A}solidFill") is not None)
    return [seen(look, deck_of(LANGUAGE)) for look in looks]


def points(chart: etree._Element, package: SavedDeck) -> list[str]:
    """The colour of each point of a chart's one series: its own, else that of the series."""
    (series,) = chart.iter(f"{C}ser")
    own = {one.find(f"{C}idx").get("val"): one.find(f"{C}spPr") for one in series.findall(f"{C}dPt")}  # type: ignore[union-attr]
    count = int(str(next(series.find(f"{C}val").iter(f"{C}ptCount")).get("val")))  # type: ignore[union-attr]
    looks = (own.get(str(at), series.find(f"{C}spPr")) for at in range(count))
    return [seen(look, package) for look in looks if look is not None]
