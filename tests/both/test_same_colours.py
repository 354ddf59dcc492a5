"""The same colour for the same thing: each series of a slide's chart beside the plan's picture and native chart."""

from __future__ import annotations

import colorsys
from functools import cache

import pytest
from lxml import etree

from generator.locales import Language
from tests.both.saved_plan import SavedPlan, saved_plan_of
from tests.deck.example_deck import P, R, SavedDeck, SavedSlide, deck_of, name_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SVG = "{http://www.w3.org/2000/svg}"
LANGUAGE = Language.FR
_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
LINES = tuple(f"kpis/KPI-0{number}/chart" for number in range(1, 6))
MARGIN, COLUMNS = "revenue/columns", "revenue/columns#2"  # one picture, two native charts


@cache
def theme(package: SavedDeck) -> dict[str, str]:
    """The colours of a package's theme by slot."""
    name = next(name for name in sorted(package.parts) if name.endswith("theme/theme1.xml"))
    scheme = next(etree.fromstring(package.parts[name]).iter(f"{A}clrScheme"))
    return {str(slot.tag).removeprefix(A): str(slot[0].get("lastClr") or slot[0].get("val")).upper() for slot in scheme}


def seen(element: etree._Element, package: SavedDeck) -> str:
    """The colour of a solid fill as it looks, luminance changes worked out."""
    (colour,) = element.iterfind(f"{A}solidFill/*")
    value = str(colour.get("val"))
    if colour.tag == f"{A}srgbClr":
        return value.upper()
    base = theme(package)[_SLOTS.get(value, value)]
    red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    for change in colour:
        share = int(str(change.get("val"))) / 100_000
        match str(change.tag).removeprefix(A):
            case "lumMod":
                light *= share
            case "lumOff":
                light += share
            case "satMod":
                strength *= share
            case other:
                raise AssertionError(other)
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, min(light, 1.0), strength))


def fills(series: etree._Element, package: SavedDeck) -> list[str]:
    """The fills of a series: of its points when they have their own, else its own; of a line, its stroke."""
    points = [one.find(f"{C}spPr") for one in series.findall(f"{C}dPt") if one.find(f"{C}marker") is None]
    looks = [one for one in points if one is not None] or series.findall(f"{C}spPr")
    strokes = [look.find(f"{A}ln") for look in looks]
    told = [
        look if look.find(f"{A}solidFill") is not None else stroke for look, stroke in zip(looks, strokes, strict=True)
    ]
    return [seen(one, package) for one in told if one is not None and one.find(f"{A}solidFill") is not None]


@cache
def slide_charts() -> dict[str, etree._Element]:
    """The chart parts of the slides by the name of their frame."""
    deck = deck_of(LANGUAGE)
    return {
        name: etree.fromstring(deck.parts[slide.relations[relation]])
        for slide in deck.slides
        for name, relation in _relations(slide).items()
    }


def _relations(slide: SavedSlide) -> dict[str, str]:
    return {
        name_of(frame): str(chart.get(f"{R}id"))
        for frame in slide.root.iter(f"{P}graphicFrame")
        for chart in frame.iter(f"{C}chart")
    }


def drawn_by(root: etree._Element, package: SavedDeck) -> dict[str, list[str]]:
    """The colours of each series by name."""
    return {
        str(series.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v")): fills(series, package)
        for series in root.iter(f"{C}ser")
    }


def plan() -> SavedPlan:
    return saved_plan_of(LANGUAGE)


def near(one: str, other: str) -> bool:
    """Whether two colours are one but for rounding."""
    parts = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return all(abs(first - second) <= 2 for first, second in parts)


def boxes(picture: etree._Element) -> list[tuple[float, float, str]]:
    """The filled rectangles of a picture: left, top, colour."""
    found = []
    for polygon in picture.iter(f"{SVG}polygon"):
        points = [tuple(map(float, pair.split(","))) for pair in str(polygon.get("points")).split()]
        if len(points) == 4 and polygon.get("fill") != "none":
            colour = str(polygon.get("fill")).lstrip("#").upper()
            found.append((min(x for x, _ in points), min(y for _, y in points), colour))
    return found


def test_both_themes_hold_the_same_colours() -> None:
    shown = theme(deck_of(LANGUAGE))
    assert {slot: value for slot, value in theme(plan()).items() if "link" not in slot.lower()} == {
        slot: value for slot, value in shown.items() if "link" not in slot.lower()
    }


def live(name: str) -> dict[str, list[str]]:
    """The colours of a native chart of the plan, by series."""
    native = saved_plan_of(LANGUAGE, native_charts=True)
    return drawn_by(etree.fromstring(native.parts[native.chart_paths[name]]), native)


def test_columns_are_stacked_in_the_same_colours() -> None:
    """The last column of the picture from its foot up, beside the series of the native chart in order."""
    told = [tones[0] for tones in live(COLUMNS).values() if tones]
    segments = boxes(plan().pictures["revenue/columns"])
    last = max(left for left, _, _ in segments)
    column = [colour for left, _, colour in sorted(segments, key=lambda one: -one[1]) if left == last]
    assert len(column) == len(told) == 5
    assert all(near(one, other) for one, other in zip(column, told, strict=True)), (column, told)


def test_an_offer_has_one_colour_in_all_charts() -> None:
    """In the columns of the plan as in the bridge of the slide."""
    shapes = {
        name_of(one): one.find(f"{P}spPr") for slide in deck_of(LANGUAGE).slides for one in slide.root.iter(f"{P}sp")
    }
    told = {offer: tones[0] for offer, tones in live(COLUMNS).items() if tones}
    assert {offer: seen(shapes[f"revenue/bridge/{offer}/bar"], deck_of(LANGUAGE)) for offer in told} == told  # type: ignore[arg-type]


@pytest.mark.parametrize("name", LINES)
def test_a_line_has_the_same_colour(name: str) -> None:
    told = drawn_by(slide_charts()[f"{name}/chart"], deck_of(LANGUAGE))
    (message,) = list(told.values())[-1]
    assert list(live(name).values())[-1] == [message]
    (spark,) = strokes(name.replace("/chart", "/spark"), "1.5")
    for stroke in (*strokes(name, "2.25"), spark):
        assert near(stroke, message)


def test_the_margin_has_the_same_colour() -> None:
    ((told,),) = live(MARGIN).values()
    (stroke,) = strokes("revenue/columns", "2.25")
    assert near(stroke, told)


def strokes(name: str, width: str) -> set[str]:
    """The colours of the lines of a picture that are so wide."""
    lines = plan().pictures[name].iter(f"{SVG}polyline")
    found = {str(one.get("stroke")).lstrip("#").upper() for one in lines if one.get("stroke-width") == width}
    assert len(found) == 1
    return found
