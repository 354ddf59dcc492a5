"""What a build tells and in which order, decided: the slides of the deck, the sections of each chapter of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from generator.model.choices import DeckPreset, PlanPreset
from generator.model.sections import BY_KEY

DIVIDER = "intertitre"
"""What a row of the outline names that opens a part: any number of rows may."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a row of the outline is about: a section, one of its items when there is a ``ref``, or the start of a part."""

    section: str
    ref: str = ""

    @property
    def is_divider(self) -> bool:
        """Whether it opens a part."""
        return self.section == DIVIDER


def named(text: str) -> Named | None:
    """Read the key of a row: ``kpis``, ``kpis:KPI-02``, ``intertitre``; None for what names no section."""
    section, _, ref = (part.strip() for part in text.partition(":"))
    if section == DIVIDER and not ref:
        return Named(DIVIDER)
    return Named(section, ref) if section in BY_KEY else None


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a part: a slide of the deck, a heading of the plan, with a name that a person gave it."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in the deck: a section, or its item ``ref`` alone, behind the committee's slides or among them.

    ``title`` is the name that a person gave it.
    """

    section: str
    ref: str = ""
    title: str = ""
    is_annex: bool = False
    opening: Opening | None = None

    @property
    def key(self) -> str:
        """What it goes by in the deck: an item on a slide of its own is named after its section."""
        return f"{self.section}/part/{self.ref}" if self.ref else self.section


class CutBy(Enum):
    """What keeps a section out of a document."""

    OUTLINE = "outline"
    DECK_PRESET = "deck_preset"
    PLAN_PRESET = "plan_preset"


@dataclass(frozen=True, slots=True)
class Cut:
    """The sections that a document would tell, and why it does not."""

    by: CutBy
    is_deck: bool
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Both documents of one edition.

    ``slides`` are the places of the deck in order, those of the annexes last; ``chapters`` the sections of each chapter
    that has any, by its key; ``openings`` what stands before a chapter; ``titles`` are names of sections that a person
    gave, ``lines`` the most rows that a section tells on its slide. The presets are those asked for. ``is_usual`` tells
    whether sections follow each other as declared: no person chose another order, nor parts.
    """

    slides: tuple[Standing, ...]
    chapters: Mapping[str, tuple[str, ...]]
    openings: Mapping[str, Opening] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    deck_preset: DeckPreset = DeckPreset.FULL
    plan_preset: PlanPreset = PlanPreset.CURRENT
    cut: tuple[Cut, ...] = ()
    is_usual: bool = True

    @property
    def sections(self) -> frozenset[str]:
        """Every section that one of the two documents tells."""
        return frozenset(one.section for one in self.slides).union(*self.chapters.values())

    def is_cut(self, section: str, by: CutBy) -> bool:
        """Tell whether that is what keeps a section out of a document."""
        return any(cut.by is by and section in cut.sections for cut in self.cut)

    def chapter_of(self, section: str) -> str | None:
        """Return the chapter that tells a section; None when the plan does not."""
        return next((chapter for chapter, told in self.chapters.items() if section in told), None)
