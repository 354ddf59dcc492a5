"""What we say about an account, in the order we say it, in no file format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from generator.editions.edition import Edition
from generator.locales.language import Language
from generator.model.choices import PlanPreset
from generator.model.outline import Cut, Opening
from generator.model.quarter import Quarter
from generator.story.blocks import Block
from generator.story.figures import Figure


class Stage(Enum):
    """A segment of the stage tracker: those of the committee, then those of the internal annexes."""

    SUMMARY = "summary"
    PERFORMANCE = "performance"
    CONTRACTS = "contracts"
    OBJECTIVES = "objectives"
    ACTIONS = "actions"
    DECISIONS = "decisions"
    FOLLOW_UP = "follow_up"
    FINANCE = "finance"
    PEOPLE = "people"
    WHITESPACE = "whitespace"
    PIPELINE = "pipeline"
    GOVERNANCE = "governance"
    COHERENCE = "coherence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One message: a headline that is a full sentence, the blocks that prove it, where they come from, how to say it.

    ``slide_blocks`` stand on the section's slides (none: no slide), ``chapter_blocks`` in its place in the plan.
    ``source`` is the whole line, printed as it is, ``chapter_source`` that of the plan where it differs;
    ``comment`` is the account manager's own, printed in both documents.
    ``is_pressing`` brings it forward in the deck. ``headlines`` holds, by a block's key, what a slide after the first
    says when that block opens it. ``figures`` are the numbers printed in headlines, tiles and cards, with what they
    were made from. ``is_annex`` tells whether its slides stand behind those of the committee, ``opening`` what opens
    the part of the deck that begins with them.
    """

    key: str
    stage: Stage
    title: str
    headline: str
    slide_blocks: tuple[Block, ...]
    chapter_blocks: tuple[Block, ...]
    source: str
    notes: tuple[str, ...]
    is_internal: bool = False
    is_pressing: bool = False
    comment: str = ""
    chapter_source: str = ""
    headlines: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    is_annex: bool = False
    opening: Opening | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the plan: its number (``A`` for the annexes), key, title, takeaway, and the sections under it.

    A chapter with one section of the same key prints it directly, without a sub-heading. ``opening`` is what opens the
    part of the plan that begins with it, ``follows`` what its rows lead to, by reference.
    """

    number: str
    key: str
    title: str
    takeaway: str
    sections: tuple[Section, ...]
    opening: Opening | None = None
    follows: str = ""


@dataclass(frozen=True, slots=True)
class PlanQuarter:
    """A quarter of the plan on the cover: printed name, and whether it is past, now (or None: to come)."""

    name: str
    is_past: bool
    is_now: bool


@dataclass(frozen=True, slots=True)
class CoverPerson:
    """A line of the cover's foot: label, name, function, and where to write to."""

    label: str
    name: str
    detail: str
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What both covers say; meeting lines are empty when no steering committee is planned."""

    client: str
    supplier: str
    deck_kicker: str
    plan_kicker: str
    meeting: str
    place: str
    plan_line: str
    years: tuple[tuple[str, tuple[PlanQuarter, ...]], ...]
    people: tuple[CoverPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The whole story of an account for one edition in one language.

    ``slides`` are the deck's sections in order, those of the annexes last; ``chapters`` the plan's. ``stages`` gives
    the tracker's words, in the order of the slides; ``preset`` is how much the plan tells. For the build report,
    ``left_out`` holds the titles of the sections that had nothing to tell, ``cut`` the sections that were not asked
    for, and ``foreign_texts`` counts the texts of the workbook that stand there in another language.
    """

    edition: Edition
    language: Language
    account: str
    supplier: str
    author: str
    period: Quarter
    cutoff: date
    version: str
    deck_title: str
    plan_title: str
    footer: str
    plan_header: str
    plan_footer: str
    page_word: str
    confidential: str
    plan_confidential: str
    internal_mark: str
    cover: Cover
    stages: tuple[tuple[Stage, str], ...]
    deck_sections: tuple[str, str]
    slides: tuple[Section, ...]
    chapters: tuple[Chapter, ...]
    contents_title: str
    figures_title: str
    figure_word: str
    table_word: str
    section_word: str
    annex_word: str
    preset: PlanPreset = PlanPreset.CURRENT
    left_out: tuple[str, ...] = ()
    foreign_texts: int = 0
    cut: tuple[Cut, ...] = ()
