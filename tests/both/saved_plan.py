"""The plan of the example account as saved: its blocks by key, its tables, what its pictures and its charts show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from lxml import etree

from generator.brand import load
from generator.locales import Language
from generator.plan import write_plan
from tests.deck.example_deck import SavedChart, SavedDeck, plan_of, story_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
BODY = "word/document.xml"

Rows = list[list[str]]


@dataclass(frozen=True)
class SavedPlan(SavedDeck):
    """A package of Word's, read by its parts as the deck is."""

    @cached_property
    def body(self) -> etree._Element:
        """The body of the document."""
        return etree.fromstring(self.parts[BODY])[0]

    @cached_property
    def blocks(self) -> dict[str, etree._Element]:
        """The generated blocks by key."""
        controls = self.body.iter(f"{W}sdt")
        return {str(one.find(f"{W}sdtPr/{W}tag").get(f"{W}val")): one for one in controls}  # type: ignore[union-attr]

    def rows(self, key: str) -> Rows:
        """The first table of a block: the words of its cells, paragraphs parted by a bar."""
        table = next(self.blocks[key].iter(f"{W}tbl"))
        return [[words(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]

    @cached_property
    def paragraphs(self) -> list[str]:
        """Every paragraph of the body."""
        return [words(one) for one in self.body.iter(f"{W}p")]

    @cached_property
    def drawings(self) -> dict[str, etree._Element]:
        """The drawings on lines of text, by name."""
        found = self.body.iter(f"{WP}inline")
        return {str(one.find(f"{WP}docPr").get("name")): one for one in found}  # type: ignore[union-attr]

    @cached_property
    def pictures(self) -> dict[str, etree._Element]:
        """The vectors of the pictures, by name."""
        places = self.relations(BODY)
        return {
            name: etree.fromstring(self.parts[places[str(blip.get(f"{R}embed"))]])
            for name, drawing in self.drawings.items()
            for blip in drawing.iter(f"{SVG}svgBlip")
        }

    @cached_property
    def charts(self) -> dict[str, SavedChart]:
        """The native charts by the name of their drawing."""
        return {name: self.chart(path) for name, path in self.chart_paths.items()}

    @cached_property
    def chart_paths(self) -> dict[str, str]:
        """The parts of the native charts by the name of their drawing."""
        places = self.relations(BODY)
        return {
            name: places[str(chart.get(f"{R}id"))]
            for name, drawing in self.drawings.items()
            for chart in drawing.iter(f"{C}chart")
        }


@cache
def saved_plan_of(language: Language, *, native_charts: bool = False) -> SavedPlan:
    """The internal plan of the example."""
    return SavedPlan(write_plan(story_of(plan_of(language), language), load(), native_charts=native_charts))


def words(element: etree._Element) -> str:
    """The words of an element, its paragraphs parted by a bar; fields show their results."""
    lines = element.iter(f"{W}p")
    return plain("|".join("".join(_texts(line)) for line in lines))


def plain(text: str) -> str:
    """The text with plain spaces and hyphens and no word joiners, trimmed."""
    return text.translate({0xA0: " ", 0x202F: " ", 0x2011: "-", 0x2060: ""}).strip()


def _texts(line: etree._Element) -> Iterator[str]:
    for one in line.iter(f"{W}t", f"{W}br"):
        yield one.text or "" if one.tag == f"{W}t" else " "
