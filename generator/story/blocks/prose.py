"""Sentences: paragraphs, what to remember, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from generator.story.blocks.text import Sentence


class ProseRole(Enum):
    """How sentences stand on the page."""

    BODY = auto()
    CALLOUT = auto()
    MISSING = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Paragraphs, with a label above when there is one.

    ``MISSING`` says what to fill in and where, ``REFERENCE`` what stands elsewhere. ``see`` is the key of a heading of
    the plan, whose number the first paragraph gives.
    """

    key: str
    paragraphs: tuple[Sentence, ...]
    role: ProseRole = ProseRole.BODY
    label: str = ""
    see: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A row of a sheet: what it tells, which is its key, in a word, and the text."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSheet:
    """Two columns of label and text (reference, definition, formula, source)."""

    key: str
    rows: tuple[Term, ...]
    label: str = ""
