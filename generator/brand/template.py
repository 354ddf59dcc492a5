"""The contract with the template files: which layouts, places and styles the writers count on, by role."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.brand.errors import BrandError
from generator.brand.files import content_of, path_of
from generator.brand.layouts import Layout, chosen_layouts
from generator.brand.settings import Settings
from generator.brand.theme import deck_theme, plan_theme
from generator.locales.phrase import Phrase, phrase

if TYPE_CHECKING:
    from generator.ooxml.template_package import TemplatePackage

_LAST_PLACE = 2**32 - 1
_GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")
_LEAST_SCALE, _MOST_SCALE = 0.6, 5
LAYOUTS = ("cover", "section", "exhibit", "two_exhibits")
PLACEHOLDERS = (
    *("body", "second", "source", "cover_meeting", "cover_client", "cover_provider"),
    *("cover_document", "cover_progress", "section_number"),
)
STYLES = (
    *("body", "title", "subtitle", "cover", "cover_figure", "cover_label"),
    *("heading1", "heading2", "heading3", "heading_front", "heading_annex"),
    *("lead", "block_label", "after_table", "caption", "table_caption", "figure", "source", "bullet", "number"),
    *("table_header", "table_header_centre", "table_header_number", "table_header_mark"),
    *("table_text", "table_centre", "table_number", "table_gap", "section_end"),
    *("label", "value", "card_text", "card_term", "card_letter"),
    *("toc_heading", "lists_heading", "toc1", "toc2", "toc3", "table_of_figures"),
    *("header", "footer", "header_wide", "footer_wide"),
    *("hyperlink", "caption_number", "reference", "strong", "accent", "secondary", "internal_mark", "reserved"),
    *("status_V", "status_O", "status_R"),
)


@dataclass(frozen=True)
class DeckTemplate:
    """The deck's template: the file, the layouts' names or files and the places' numbers (`idx`) by role.

    `scale` is the factor between design units, in which type sizes and mock-ups are given, and the slide.
    """

    file: Path
    scale: float
    table_style: str
    layouts: Mapping[str, str]
    placeholders: Mapping[str, int]

    @cached_property
    def package(self) -> "TemplatePackage":
        """What the file holds; a `BrandError` when it is no presentation."""
        return _package(self.file, "presentation", "deck.file", phrase("brands.expected.deck"))

    @cached_property
    def chosen(self) -> Mapping[str, Layout]:
        """The layout of each role; a `BrandError` when the file lacks one."""
        return chosen_layouts(self.package, self.layouts)

    @cached_property
    def theme(self) -> Mapping[str, str]:
        """The colour of each slot of the theme, as the slides show it."""
        return deck_theme(self.package, self.chosen.values())


@dataclass(frozen=True)
class PlanTemplate:
    """The plan's template: the file, the style ids by role, and the ids of its table styles."""

    file: Path
    table_style: str
    card_style: str
    definition_style: str
    styles: Mapping[str, str]

    @cached_property
    def package(self) -> "TemplatePackage":
        """What the file holds; a `BrandError` when it is no Word document."""
        return _package(self.file, "document", "plan.file", phrase("brands.expected.plan"))

    @cached_property
    def theme(self) -> Mapping[str, str]:
        """The colour of each slot of the theme, as the text shows it."""
        return plan_theme(self.package)


def read_deck_template(settings: Settings, directory: Path) -> DeckTemplate:
    """The deck's contract of a brand file."""
    table = settings.table("deck")
    layouts, places = table.table("layouts"), table.table("placeholders")
    return DeckTemplate(
        file=path_of(table, "file", directory),
        scale=table.number("scale", low=_LEAST_SCALE, high=_MOST_SCALE),
        table_style=_guid(table, "table_style"),
        layouts={role: layouts.text(role) for role in LAYOUTS},
        placeholders={role: places.whole(role, low=0, high=_LAST_PLACE) for role in PLACEHOLDERS},
    )


def read_plan_template(settings: Settings, directory: Path) -> PlanTemplate:
    """The plan's contract of a brand file."""
    table = settings.table("plan")
    styles = table.table("styles")
    return PlanTemplate(
        file=path_of(table, "file", directory),
        table_style=table.text("table_style"),
        card_style=table.text("card_style"),
        definition_style=table.text("definition_style"),
        styles={role: styles.text(role) for role in STYLES},
    )


def _guid(table: Settings, name: str) -> str:
    value = table.text(name).upper()
    if not _GUID.fullmatch(value):
        raise BrandError(table.key(name), phrase("brands.expected.guid"), value)
    return value


def _package(file: Path, kind: str, place: str, expected: Phrase) -> "TemplatePackage":
    from generator.ooxml.template_package import TemplateError, template_package

    try:
        return template_package(content_of(file, place, expected), kind)
    except TemplateError as error:
        raise BrandError(place, expected, error.found) from error
