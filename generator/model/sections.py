"""The sections that are told, by the key under which a message names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.choices import Share


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section: the messages that are its titles, and the edition it is told in; None when it is told in both."""

    titles: tuple[str, ...]
    only: Share | None = None


SECTIONS: Mapping[str, SectionEntry] = {
    "summary": SectionEntry(("story.summary.title", "story.chapter.summary")),
    "agenda": SectionEntry(("story.agenda.title",)),
    "since": SectionEntry(("story.since.title",)),
    "decisions-past": SectionEntry(("story.decisions.past_title",)),
    "kpis": SectionEntry(("story.kpis.title", "story.chapter.kpis")),
    "contracts": SectionEntry(("story.contracts.title",)),
    "quality": SectionEntry(("story.quality.title",)),
    "objectives": SectionEntry(("story.objectives.title", "story.chapter.objectives")),
    "organisation": SectionEntry(("story.people.organisation.title",), only=Share.CLIENT),
    "actions": SectionEntry(("story.actions.title", "story.chapter.actions")),
    "risks": SectionEntry(("story.risks.title", "story.chapter.risks")),
    "decisions-next": SectionEntry(("story.decisions.next_title",)),
    "next": SectionEntry(("story.next.title",)),
    "revenue": SectionEntry(("story.revenue.title",)),
    "people": SectionEntry(("story.people.title",), only=Share.INTERNAL),
    "decision-paths": SectionEntry(("story.paths.title",), only=Share.INTERNAL),
    "whitespace": SectionEntry(("story.whitespace.title",), only=Share.INTERNAL),
    "pipeline": SectionEntry(("story.pipeline.title",), only=Share.INTERNAL),
    "landscape": SectionEntry(("story.landscape.title",), only=Share.INTERNAL),
    "coverage": SectionEntry(("story.coverage.title",), only=Share.INTERNAL),
    "coherence": SectionEntry(("story.coherence.title",), only=Share.INTERNAL),
    "animation": SectionEntry(("story.animation.title", "story.animation.title_client", "story.chapter.animation")),
    "client": SectionEntry(("story.client.title", "story.chapter.client")),
    "governance": SectionEntry(("story.governance.title", "story.chapter.governance")),
    "revisions": SectionEntry(("story.revisions.title",)),
    "changes": SectionEntry(("story.changes.title",)),
    "changed-rows": SectionEntry(("story.changes.rows_title",)),
    "register": SectionEntry(("story.decisions.register_title",)),
    "glossary": SectionEntry(("story.glossary.title",)),
    "sources": SectionEntry(("story.sources.title",)),
}
"""Every section by its key; the tests hold them to the sections that the story tells."""

TITLES: Mapping[str, str] = {key: entry.titles[0] for key, entry in SECTIONS.items()}
"""The message that names each section, for when it has nothing to tell."""


def told_only_in(share: Share) -> frozenset[str]:
    """Return the sections that one edition alone tells."""
    return frozenset(key for key, entry in SECTIONS.items() if entry.only is share)
