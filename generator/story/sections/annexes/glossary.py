"""The words of the method."""

from __future__ import annotations

from generator.story.blocks.prose import FactSheet, Term
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared

_TERMS = (
    "steering",
    "cadence",
    "cutoff",
    "notice",
    "tacit",
    "kpi",
    "rag",
    "smart",
    "nps",
    "sla",
    "whitespace",
    "pipeline",
    "raci",
)
# The client's cards do not say why a target is attainable: the word would show a hole.
_INTERNAL_TERMS = frozenset({"whitespace", "pipeline", "smart"})
_NOTICE_TERMS = frozenset({"notice", "tacit"})


def tell(subject: Subject) -> Section:
    """Tell the words of the method."""
    untold = frozenset[str]() if isinstance(subject, InternalSubject) else _INTERNAL_TERMS
    untold |= frozenset[str]() if subject.shows_notices else _NOTICE_TERMS
    terms = [term for term in _TERMS if term not in untold]
    rows = tuple(
        sorted(
            (
                Term(term, subject.say(f"story.glossary.{term}.word"), subject.say(f"story.glossary.{term}.meaning"))
                for term in terms
            ),
            key=lambda row: row.label.casefold(),
        )
    )
    return Section(
        key="glossary",
        stage=Stage.SUMMARY,
        title=subject.say("story.glossary.title"),
        headline="",
        slide_blocks=(),
        chapter_blocks=(FactSheet(key="glossary/terms", rows=rows),),
        source="",
        notes=(),
    )


SECTION = Shared("glossary", tell)
