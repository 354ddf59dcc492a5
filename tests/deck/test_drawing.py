"""How drawings become native shapes: connectors and their glue, raised endings, links, charts' details."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree
from pptx import Presentation

from generator.brand import Box, Brand, Colour, load
from generator.charts.canvas import Connector, Run, Shape, Side
from generator.charts.drawingml.text import raised
from generator.charts.native.series import localised
from generator.deck import write_deck
from generator.deck.write.connectors import path
from generator.story.blocks.calendar import Agenda, AgendaItem, Attendee
from generator.story.blocks.people import OrgChart, OrgNode
from tests.deck.samples import a_section, a_story, blocks

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
INK = Colour("1C2530")


@pytest.fixture(scope="module", name="brand")
def brand_fixture() -> Brand:
    return load()


def boxed(key: str, left: int, top: int) -> Shape:
    return Shape(key, Box(left, top, 100, 50))


def joined(source: Side, target: Side) -> Connector:
    return Connector("way", "one", source, "other", target, INK)


def test_level_ends_are_joined_by_a_straight_line() -> None:
    way = path(joined(Side.RIGHT, Side.LEFT), boxed("one", 0, 0), boxed("other", 300, 0))
    assert 'prst="straightConnector1"' in way.geometry
    assert (way.box, way.turns) == (Box(100, 25, 200, 0), "")
    assert (way.source_site, way.target_site) == (3, 1)


@pytest.mark.parametrize(("top", "turns"), [(200, ""), (-200, ' flipV="1"')])
def test_an_elbow_between_sides_goes_right_then_down_or_up(top: int, turns: str) -> None:
    way = path(joined(Side.RIGHT, Side.LEFT), boxed("one", 0, 0), boxed("other", 300, top))
    assert 'prst="bentConnector3"' in way.geometry
    assert (way.box.left_emu, way.box.width_emu, way.box.height_emu) == (100, 200, 200)
    assert way.turns == turns


def test_an_elbow_from_a_foot_to_a_head_is_turned_a_quarter_about_its_centre() -> None:
    way = path(joined(Side.BOTTOM, Side.TOP), boxed("one", 0, 0), boxed("other", 300, 150))
    # From (50, 50) to (350, 150): 300 across, 100 down, so 100 × 300 before the turn, about (200, 100).
    assert way.box == Box(150, -50, 100, 300)
    assert way.turns == ' rot="5400000" flipV="1"'
    assert (way.source_site, way.target_site) == (2, 0)


def test_a_hanging_branch_goes_down_then_right() -> None:
    way = path(joined(Side.BOTTOM, Side.LEFT), boxed("one", 0, 0), boxed("other", 80, 175))
    # From (50, 50) to (80, 200): 30 across, 150 down, about (65, 125).
    assert 'prst="bentConnector2"' in way.geometry
    assert way.box == Box(-10, 110, 150, 30)
    assert way.turns == ' rot="16200000" flipH="1"'


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("au 1er janvier", [("au 1", False), ("er", True), (" janvier", False)]),
        ("1er", [("1", False), ("er", True)]),
        ("le 21er", [("le 21er", False)]),
        ("janvier", [("janvier", False)]),
    ],
)
def test_the_ending_of_a_first_is_raised(text: str, parts: list[tuple[str, bool]]) -> None:
    assert [(run.text, run.is_superscript) for run in raised(Run(text, 11, INK))] == parts


def test_formats_take_the_language_of_the_deck() -> None:
    assert localised("0.0%", "fr-FR") == '[$-40C]0.0"\u202f"%'
    assert localised("0.0%", "en-GB") == "[$-809]0.0%"


def test_agenda_items_lead_to_their_slides(brand: Brand) -> None:
    agenda = Agenda(
        key="agenda",
        items_title="Ordre du jour",
        items=(AgendaItem("actions", "Plan d’actions", "10 min"), AgendaItem("left-out", "Rien à dire", "5 min")),
        client_title="Groupe Valmonde",
        client=(Attendee("Hélène Castaing", "Directrice générale"),),
        supplier_title="Nordane Services",
        supplier=(Attendee("Claire Vasseur", "Responsable de compte"),),
        alt="Deux points.",
    )
    story = a_story(a_section("agenda", agenda), a_section("actions", blocks.schedule()))
    slide = Presentation(io.BytesIO(write_deck(story, brand))).slides[1]
    links = list(slide._element.iter(f"{A}hlinkClick"))
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    assert {slide.part.rels[link.get(relation)].target_part.partname for link in links} == {"/ppt/slides/slide3.xml"}


def test_connectors_are_glued_to_shapes_of_the_slide(brand: Brand) -> None:
    def person(name: str, *children: OrgNode) -> OrgNode:
        return OrgNode(name, name, "Direction", "réf. C. Vasseur", False, "", None, False, "Groupe", children)  # noqa: FBT003

    chart = OrgChart(
        key="organisation",
        roots=(person("Hélène Castaing", person("Marc Oberlin"), person("Nathalie Ferrand")),),
        role_title="",
        roles=(),
        attitude_title="",
        attitudes=(),
        alt="Trois personnes.",
        caption="Organisation",
    )
    deck = Presentation(io.BytesIO(write_deck(a_story(a_section("organisation", chart)), brand)))
    slide = deck.slides[1]._element
    ids = {properties.get("id") for properties in slide.iter(f"{P}cNvPr")}
    ends = [end for tag in ("stCxn", "endCxn") for end in slide.iter(f"{A}{tag}")]
    assert ends
    assert {end.get("id") for end in ends} <= ids


def test_a_missing_value_is_a_gap_in_the_chart(brand: Brand) -> None:
    chart = blocks.satisfaction()
    gapped = replace(chart, series=(replace(chart.series[0], values=(None, *chart.series[0].values[1:])),), target=None)
    slide = Presentation(io.BytesIO(write_deck(a_story(a_section("quality", gapped)), brand))).slides[1]
    native = next(shape.chart for shape in slide.shapes if shape.has_chart)
    assert native.plots[0].series[0].values[0] is None
    assert native.plots[0].series[0].values[1] == float(Decimal(30))
    assert b'<c:dispBlanksAs val="gap"/>' in etree.tostring(native._chartSpace)
