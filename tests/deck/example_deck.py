"""The deck of the example account as saved, opened again without the code that wrote it."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import openpyxl
from lxml import etree

from generator.brand import load
from generator.checks import check_coherence, to_findings
from generator.deck import write_deck
from generator.deck.arrange import ANNEXES
from generator.editions import redact
from generator.history.compare import compare
from generator.locales import Language, Locale
from generator.model.plan import AccountPlan
from generator.story import Story, tell_internal
from generator.workbook.example import example_plan
from generator.workbook.origins import Origins
from tests.packages import unpacked
from tools.next_quarter_example import earlier_plan

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LANGUAGES = (Language.FR, Language.EN)

Values = tuple[float | None, ...]


@dataclass(frozen=True)
class SavedChart:
    """A chart of a slide: what its XML caches, and what its embedded workbook holds."""

    categories: tuple[str, ...]
    series: dict[str, Values]
    sheet: tuple[tuple[object, ...], ...]

    @property
    def workbook_series(self) -> dict[str, Values]:
        """The columns of the embedded workbook by their header."""
        header, *rows = self.sheet
        return {str(name): tuple(row[at] for row in rows) for at, name in enumerate(header) if at}  # type: ignore[misc]

    @property
    def workbook_categories(self) -> tuple[object, ...]:
        """The first column of the embedded workbook."""
        return tuple(row[0] for row in self.sheet[1:])


@dataclass(frozen=True)
class SavedSlide:
    """A slide with its package: ``key`` is the business key its title is named by."""

    deck: SavedDeck
    path: str
    root: etree._Element

    @property
    def key(self) -> str:
        """``kpis``, or ``actions#2`` for a slide that goes on."""
        name = next(iter(self.root.iter(f"{P}sp"))).find(f"{P}nvSpPr/{P}cNvPr").get("name")  # type: ignore[union-attr]
        return str(name).removesuffix("/title")

    @property
    def section(self) -> str:
        """The section the slide belongs to."""
        return self.key.split("#")[0]

    @property
    def shapes(self) -> list[etree._Element]:
        """Shapes, pictures, connectors, frames and groups of the top level, in reading order."""
        return [child for child in self.tree if child.tag.removeprefix(P) in KINDS]

    @property
    def tree(self) -> etree._Element:
        """The shape tree."""
        return next(self.root.iter(f"{P}spTree"))

    @property
    def title(self) -> str:
        """The words of the title placeholder."""
        return text_of(self.shapes[0])

    @cached_property
    def relations(self) -> dict[str, str]:
        """Relationship ids to parts."""
        return self.deck.relations(self.path)

    @cached_property
    def charts(self) -> dict[str, SavedChart]:
        """The charts by the name of their frame."""
        return {
            name_of(frame): self.deck.chart(self.relations[str(reference.get(f"{R}id"))])
            for frame in self.root.iter(f"{P}graphicFrame")
            for reference in frame.iter(f"{C}chart")
        }


KINDS = ("sp", "pic", "cxnSp", "graphicFrame", "grpSp")


@dataclass(frozen=True)
class SavedDeck:
    """The parts of a saved deck."""

    data: bytes

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """Every part by its path."""
        return unpacked(self.data)

    @cached_property
    def presentation(self) -> etree._Element:
        """The presentation part."""
        return etree.fromstring(self.parts["ppt/presentation.xml"])

    @cached_property
    def slides(self) -> tuple[SavedSlide, ...]:
        """The slides in the order of the show."""
        paths = self.relations("ppt/presentation.xml")
        listed = [paths[str(slide.get(f"{R}id"))] for slide in self.presentation.iter(f"{P}sldId")]
        return tuple(SavedSlide(self, path, etree.fromstring(self.parts[path])) for path in listed)

    @property
    def exhibits(self) -> tuple[SavedSlide, ...]:
        """The slides that show something: neither the cover nor a divider."""
        return tuple(slide for slide in self.slides[1:] if slide.key != ANNEXES)

    def of_section(self, key: str) -> tuple[SavedSlide, ...]:
        """The slides of a section."""
        return tuple(slide for slide in self.slides if slide.section == key)

    def relations(self, path: str) -> dict[str, str]:
        """The targets of a part's relationships by id."""
        folder, name = posixpath.split(path)
        told = etree.fromstring(self.parts[f"{folder}/_rels/{name}.rels"])
        return {
            str(one.get("Id")): posixpath.normpath(posixpath.join("/", folder, str(one.get("Target")))).lstrip("/")
            for one in told
        }

    def chart(self, path: str) -> SavedChart:
        """A chart part read with its workbook."""
        root = etree.fromstring(self.parts[path])
        series = {_name(one): _numbers(one) for one in root.iter(f"{C}ser")}
        categories = next(iter(root.iter(f"{C}cat")))
        embedded = next(target for target in self.relations(path).values() if target.endswith(".xlsx"))
        sheet = openpyxl.load_workbook(io.BytesIO(self.parts[embedded])).worksheets[0]
        words = tuple(str(value.text) for value in categories.iter(f"{C}v"))
        return SavedChart(words, series, tuple(sheet.iter_rows(values_only=True)))


@cache
def plan_of(language: Language) -> AccountPlan:
    """The example in a language."""
    return example_plan(language)


def story_of(plan: AccountPlan, language: Language) -> Story:
    """Its internal story, with what the checks find and what changed since the quarter before."""
    locale = Locale(language, plan.account.currency)
    findings = to_findings(check_coherence(plan), Origins().place, locale)
    since = compare(earlier_plan(language), plan)
    return tell_internal(plan, locale, findings, since=since, hidden=redact(plan).hidden)


@cache
def deck_of(language: Language) -> SavedDeck:
    """Its internal deck."""
    return SavedDeck(write_deck(story_of(plan_of(language), language), load()))


def text_of(element: etree._Element) -> str:
    """The words of an element, its paragraphs and cells on lines."""
    return "\n".join("".join(str(run.text or "") for run in line.iter(f"{A}t")) for line in element.iter(f"{A}p"))


def properties_of(shape: etree._Element) -> etree._Element:
    """The properties that hold a shape's id, name and description."""
    return next(shape.iter(f"{P}cNvPr"))


def name_of(shape: etree._Element) -> str:
    """The name of a shape: its business key."""
    return str(properties_of(shape).get("name"))


def placeholder_of(shape: etree._Element) -> str | None:
    """The type of placeholder a shape is: ``title``, ``ftr``, ``13`` for a numbered one, None for none."""
    place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return None if place is None else str(place.get("type") or place.get("idx"))


def every_shape(root: etree._Element) -> Iterator[etree._Element]:
    """Every shape at every depth, but for the root of the tree."""
    for kind in KINDS:
        yield from root.iter(f"{P}{kind}")


def is_decorative(shape: etree._Element) -> bool:
    """Whether a shape is marked as decoration."""
    return any(one.tag.endswith("}decorative") and one.get("val") == "1" for one in properties_of(shape).iter())


def _name(series: etree._Element) -> str:
    return "".join(str(value.text) for value in series.find(f"{C}tx").iter(f"{C}v"))  # type: ignore[union-attr]


def _numbers(series: etree._Element) -> Values:
    held = series.find(f"{C}val")
    assert held is not None
    length = int(str(next(held.iter(f"{C}ptCount")).get("val")))
    found = {int(str(point.get("idx"))): float(str(point.findtext(f"{C}v"))) for point in held.iter(f"{C}pt")}
    return tuple(found.get(at) for at in range(length))
