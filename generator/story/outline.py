"""The order of what is told: the slides of the deck, the chapters of the plan."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.choices import Share
from generator.model.sections import told_only_in

# Number, key (its title is story.chapter.<key>) and sections of each chapter; an empty one says what is missing in the
# internal edition, and is left out of the client's.
CHAPTERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("0", "front", ("revisions", "changes")),
    ("1", "summary", ("summary",)),
    ("2", "client", ("client",)),
    (
        "3",
        "mapping",
        ("contracts", "revenue", "quality", "organisation", "people", "decision-paths", "landscape", "whitespace"),
    ),
    ("4", "objectives", ("objectives", "pipeline")),
    ("5", "governance", ("governance", "coverage")),
    ("6", "kpis", ("kpis",)),
    ("7", "actions", ("actions", "decisions-next", "next")),
    ("8", "risks", ("risks",)),
    ("9", "animation", ("animation",)),
    ("A", "annexes", ("register", "changed-rows", "coherence", "glossary", "sources")),
)

FRONT, ANNEX = "0", "A"
NUMBERS: Mapping[str, str] = {key: number for number, key, _ in CHAPTERS}
"""The numbers of the chapters when none is left out."""

COMMITTEE = (
    "summary",
    "agenda",
    "since",
    "decisions-past",
    "kpis",
    "contracts",
    "quality",
    "objectives",
    "organisation",
    "actions",
    "risks",
    "decisions-next",
    "next",
)
CLIENT_ONLY = told_only_in(Share.CLIENT)
ANNEXES = (
    "revenue",
    "people",
    "decision-paths",
    "whitespace",
    "pipeline",
    "landscape",
    "coverage",
    "coherence",
    "animation",
)
