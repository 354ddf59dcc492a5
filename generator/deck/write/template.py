"""The brand's presentation as a blank one: its masters and looks stay, its samples and its author's traces go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation

from generator.ooxml.template_traces import OF_THE_PACKAGE, drop_elements, drop_relations, kind_of

_KEPT = frozenset({"slideMaster", "notesMaster", "theme", "presProps", "viewProps", "tableStyles", "font"})
_KEPT_BY_SHEETS = frozenset({"slideLayout", "slideMaster", "notesMaster", "theme", "image", "hyperlink"})
_SAMPLES = ("sldIdLst", "handoutMasterIdLst", "custShowLst", "custDataLst", "smartTags", "modifyVerifier", "sectionLst")


def blank_presentation(file: Path) -> Any:
    """Open a template: no slide, no handout, no section, no comment, no data of another program."""
    presentation = Presentation(str(file))
    drop_elements(presentation.element, _SAMPLES)
    drop_relations(presentation.part.rels, keep=_KEPT)
    drop_relations(presentation.part.package._rels, keep=OF_THE_PACKAGE)  # noqa: SLF001  it has no public name
    for sheet in tuple(_sheets(presentation.part)):
        drop_elements(sheet._element, ("custDataLst",))  # noqa: SLF001  likewise
        drop_relations(sheet.rels, keep=_KEPT_BY_SHEETS)
    return presentation


def _sheets(presentation: Any) -> Iterator[Any]:
    """The masters and their layouts; asking for a notes master would make one."""
    for master in _related(presentation, "slideMaster", "notesMaster"):
        yield master
        yield from _related(master, "slideLayout")


def _related(part: Any, *kinds: str) -> list[Any]:
    return [relation.target_part for relation in part.rels.values() if kind_of(relation) in kinds]
