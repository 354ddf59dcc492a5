"""The contents of both documents, written by hand."""

from __future__ import annotations

COMMITTEE = (
    "summary", "agenda", "since", "kpis", "quality", "contracts", "objectives", "organisation", "actions", "risks",
    "decisions-next", "decisions-past", "next",
)  # fmt: skip
PRESSED = (
    "summary", "agenda", "since", "decisions-next", "kpis", "quality", "contracts", "objectives", "organisation",
    "actions", "risks", "decisions-past", "next",
)  # fmt: skip
"""The committee when a decision is due soon."""
ANNEXES = (
    "revenue", "people", "decision-paths", "whitespace", "pipeline", "landscape", "coverage", "animation", "coherence",
)  # fmt: skip
FULL_ONLY = ("changed-rows", "coherence", "sources")
"""Annexes that the fullest plan alone tells."""

CHAPTERS = (
    ("0", "front", ("revisions", "changes")),
    ("1", "summary", ("summary",)),
    ("2", "client", ("client",)),
    (
        "3",
        "mapping",
        ("contracts", "revenue", "quality", "organisation", "people", "landscape", "whitespace", "decision-paths"),
    ),
    ("4", "objectives", ("objectives", "pipeline")),
    ("5", "governance", ("governance", "coverage")),
    ("6", "kpis", ("kpis",)),
    ("7", "actions", ("actions", "decisions-next", "next")),
    ("8", "risks", ("risks",)),
    ("9", "animation", ("animation",)),
    (
        "A",
        "annexes",
        (
            "contracts",
            "people",
            "governance",
            "animation",
            "risks",
            "coverage",
            "actions",
            "objectives",
            "kpis",
            "register",
            "changes",
            *FULL_ONLY[:2],
            "glossary",
            *FULL_ONLY[2:],
        ),
    ),
)
INTERNAL = {
    "people", "decision-paths", "whitespace", "pipeline", "landscape", "coverage", "coherence", "changed-rows",
    "sources",
}  # fmt: skip
CLIENT = {"organisation"}
WEIGHTS = {
    "summary": 2, "since": 3, "decisions-past": 2, "kpis": 3, "contracts": 3, "quality": 2, "objectives": 3,
    "actions": 4, "risks": 2, "decisions-next": 5, "next": 1,
}  # fmt: skip
