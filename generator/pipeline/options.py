"""What a build is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.editions.edition import Edition
from generator.locales import Language
from generator.model.choices import DeckPreset, PlanPreset
from generator.pipeline.results import DocumentKind


class Pages(Enum):
    """Whether the contents of a plan tell pages: never, where LibreOffice is found, or else the build is refused."""

    NEVER = "never"
    FOUND = "found"
    ALWAYS = "always"


class Since(Enum):
    """Which former build the documents speak of: the latest earlier one, or none."""

    AUTO = "auto"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class BuildOptions:
    """What is written, where, and how: data alone, so that another process can be handed them.

    ``language`` None follows the workbook; ``brand`` None is the default one; ``strict`` lets warnings block; ``since``
    may be a snapshot or a former workbook; ``renamed_from`` is the name that the account's history is kept under;
    ``allowed`` are codes of edition findings that do not block the client's
    documents; ``deck`` and ``plan`` are presets that go before those of the workbook;
    ``native_charts`` and ``pages`` are for the plan; ``machine`` names the user and the machine, which no
    client's document may say.
    """

    output: Path
    kinds: tuple[DocumentKind, ...] = (DocumentKind.DECK, DocumentKind.PLAN)
    editions: tuple[Edition, ...] = tuple(Edition)
    language: Language | None = None
    brand: Path | None = None
    since: Since | Path = Since.AUTO
    renamed_from: str | None = None
    deck: DeckPreset | None = None
    plan: PlanPreset | None = None
    native_charts: bool = False
    pages: Pages = Pages.NEVER
    allowed: frozenset[str] = frozenset()
    machine: tuple[str, ...] = ()
    strict: bool = False
