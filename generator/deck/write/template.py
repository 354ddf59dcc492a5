"""The brand's presentation as a blank one: its masters and looks stay, its samples and its author's traces go."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pptx import Presentation

from generator.brand import BrandError, DeckTemplate
from generator.locales.phrase import phrase
from generator.ooxml.template_traces import (
    OF_THE_PACKAGE,
    drop_elements,
    drop_relations,
    drop_with_elements,
    kind_of,
)

_KEPT = frozenset({"slideMaster", "notesMaster", "theme", "presProps", "viewProps", "tableStyles", "font"})
_KEPT_BY_SHEETS = frozenset({"slideLayout", "slideMaster", "notesMaster", "theme", "image", "hyperlink"})
_SAMPLES = ("sldIdLst", "handoutMasterIdLst", "custShowLst", "custDataLst", "smartTags", "modifyVerifier", "sectionLst")


def blank_presentation(template: DeckTemplate) -> Any:
    """Open a template: no slide, no handout, no section, no comment, no data of another program."""
    presentation = _opened(template)
    drop_elements(presentation.element, _SAMPLES)
    drop_with_elements(presentation.part, keep=_KEPT)
    drop_relations(presentation.part.package._rels, keep=OF_THE_PACKAGE)  # noqa: SLF001  it has no public name
    sheets = tuple(_sheets(presentation.part))
    for sheet in sheets:
        drop_elements(sheet._element, ("custDataLst",))  # noqa: SLF001  likewise
        drop_with_elements(sheet, keep=_KEPT_BY_SHEETS)
    for part in _plain_parts(presentation.part, sheets):
        drop_with_elements(part, keep=("image",))
    return presentation


def _opened(template: DeckTemplate) -> Any:
    content = template.package.content
    try:
        presentation = Presentation(io.BytesIO(content))
        for sheet in _sheets(presentation.part):
            sheet._element  # noqa: B018, SLF001  asked for here, a damage is found here
    except Exception as error:  # a package may lack anything, and python-pptx raise anything about it
        found = phrase("brands.found.damaged", file=template.file.name)
        raise BrandError("deck.file", phrase("brands.expected.deck"), found) from error
    return presentation


def _sheets(presentation: Any) -> Iterator[Any]:
    """The masters and their layouts; asking for a notes master would make one."""
    for master in _related(presentation, "slideMaster", "notesMaster"):
        yield master
        yield from _related(master, "slideLayout")


def _plain_parts(presentation: Any, sheets: Iterable[Any]) -> Iterator[Any]:
    """The parts that python-pptx keeps as bytes."""
    yield from _related(presentation, "theme", "presProps", "viewProps", "tableStyles")
    for sheet in sheets:
        yield from _related(sheet, "theme")


def _related(part: Any, *kinds: str) -> list[Any]:
    return [relation.target_part for relation in part.rels.values() if kind_of(relation) in kinds]
