"""What the documents are made of: every section once, in the order it is told, and the chapters of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.choices import DeckPreset, PlanPreset, Share


@dataclass(frozen=True, slots=True)
class Committee:
    """A place among the committee's slides; ``weight`` is the share of its time, 0 for what is no item of its agenda."""

    weight: int = 0


@dataclass(frozen=True, slots=True)
class Annex:
    """A place behind the committee's slides, in the internal deck alone."""


@dataclass(frozen=True, slots=True)
class Annexed:
    """A place in the annexes of the plan, ``rank``th of them, and the presets that tell it.

    ``blocks`` are the keys of what stands there instead of in the section's chapter; none: all that it tells the plan.
    """

    rank: int
    blocks: tuple[str, ...] = ()
    presets: frozenset[PlanPreset] = frozenset(PlanPreset)

    def takes(self, block: str) -> bool:
        """Tell whether a block stands there."""
        return not self.blocks or block in self.blocks


FULL_ONLY = frozenset({PlanPreset.FULL})


@dataclass(frozen=True, slots=True)
class ChapterEntry:
    """A chapter of the plan; its title is ``story.chapter.<key>``. Without a number of its own it has its rank."""

    key: str
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEntry:
    """A section: the message that is its title, where it stands in the deck and in the plan, and who is told it.

    ``slide`` is None without a slide, ``chapter`` None where the plan does not tell it, ``only`` None when both
    editions are told. ``ahead_of`` names a section that the deck tells before this one and the chapter after it,
    ``pressing_before`` the one that it is told before in the deck where it presses.
    ``title_client`` is the title that the client reads, where it has one of its own. ``tables`` are the tables
    (fields of the plan) that give it something to tell. ``annexed`` is what of it stands in the annexes of the plan,
    None for nothing; the annex is called ``story.annex.<key>``, unless the section stands there alone.
    """

    key: str
    title: str
    title_client: str | None = None
    slide: Committee | Annex | None = None
    chapter: str | None = None
    ahead_of: str | None = None
    pressing_before: str | None = None
    only: Share | None = None
    tables: tuple[str, ...] = ()
    annexed: Annexed | None = None

    def is_told(self, share: Share) -> bool:
        """Tell whether an edition tells this section."""
        return self.only in (None, share)

    def has_slide(self, share: Share) -> bool:
        """Tell whether the section stands in the deck of an edition."""
        return self.is_told(share) and (
            isinstance(self.slide, Committee) or (self.is_annex and share is Share.INTERNAL)
        )

    @property
    def is_annex(self) -> bool:
        """Whether its slide stands behind those of the committee."""
        return isinstance(self.slide, Annex)

    @property
    def weight(self) -> int:
        """Its share of the committee's time, 0 for what is no item of its agenda."""
        return self.slide.weight if isinstance(self.slide, Committee) else 0

    def is_in(self, preset: PlanPreset) -> bool:
        """Tell whether a preset of the plan tells this section; its chapter may be told while its annex is not."""
        return self.chapter != ANNEXES or self.annexed is None or preset in self.annexed.presets

    @property
    def titles(self) -> tuple[str, ...]:
        """The messages by which a person may name it: its titles, and that of the chapter that is its own."""
        own = f"story.chapter.{self.key}" if any(chapter.key == self.key for chapter in CHAPTERS) else None
        return tuple(title for title in (self.title, self.title_client, own) if title)


ANNEXES = "annexes"
"""The chapter of what leaves the body of the plan."""

CHAPTERS: tuple[ChapterEntry, ...] = (
    ChapterEntry("front", "0"),
    ChapterEntry("summary"),
    ChapterEntry("client"),
    ChapterEntry("mapping"),
    ChapterEntry("objectives"),
    ChapterEntry("governance"),
    ChapterEntry("kpis"),
    ChapterEntry("actions"),
    ChapterEntry("risks"),
    ChapterEntry("animation"),
    ChapterEntry(ANNEXES, "A"),
)
"""The chapters of the plan, in order."""

SECTIONS: tuple[SectionEntry, ...] = (
    SectionEntry(key="revisions", title="story.revisions.title", chapter="front", tables=("revisions",)),
    SectionEntry(key="changes", title="story.changes.title", chapter="front", annexed=Annexed(11, ("changes/kpis",))),
    SectionEntry(key="summary", title="story.summary.title", slide=Committee(2), chapter="summary"),
    SectionEntry(key="agenda", title="story.agenda.title", slide=Committee()),
    SectionEntry(key="since", title="story.since.title", slide=Committee(3)),
    SectionEntry(key="client", title="story.client.title", chapter="client", tables=("entities", "client_goals")),
    SectionEntry(
        key="kpis",
        title="story.kpis.title",
        slide=Committee(3),
        chapter="kpis",
        tables=("kpis",),
        annexed=Annexed(9, ("kpis/cards", "kpis/definitions")),
    ),
    SectionEntry(
        key="quality",
        title="story.quality.title",
        slide=Committee(2),
        chapter="mapping",
        tables=("satisfaction", "tickets"),
    ),
    SectionEntry(
        key="contracts",
        title="story.contracts.title",
        slide=Committee(3),
        chapter="mapping",
        ahead_of="quality",
        tables=("contracts",),
        annexed=Annexed(1, ("contracts/table", "contracts/amendments")),
    ),
    SectionEntry(
        key="revenue",
        title="story.revenue.title",
        title_client="story.revenue.title_client",
        slide=Annex(),
        chapter="mapping",
        ahead_of="quality",
        tables=("figures",),
    ),
    SectionEntry(
        key="objectives",
        title="story.objectives.title",
        slide=Committee(3),
        chapter="objectives",
        tables=("objectives",),
        annexed=Annexed(8, ("objectives/cards",)),
    ),
    SectionEntry(
        key="organisation",
        title="story.people.organisation.title",
        slide=Committee(),
        chapter="mapping",
        only=Share.CLIENT,
        tables=("contacts",),
    ),
    SectionEntry(
        key="people",
        title="story.people.title",
        slide=Annex(),
        chapter="mapping",
        only=Share.INTERNAL,
        tables=("contacts",),
        annexed=Annexed(2, ("people/table",)),
    ),
    SectionEntry(
        key="decision-paths",
        title="story.paths.title",
        slide=Annex(),
        chapter="mapping",
        only=Share.INTERNAL,
        tables=("approval_steps",),
    ),
    SectionEntry(
        key="whitespace",
        title="story.whitespace.title",
        slide=Annex(),
        chapter="mapping",
        ahead_of="decision-paths",
        only=Share.INTERNAL,
        tables=("potential",),
    ),
    SectionEntry(
        key="pipeline",
        title="story.pipeline.title",
        slide=Annex(),
        chapter="objectives",
        only=Share.INTERNAL,
        tables=("opportunities",),
    ),
    SectionEntry(
        key="landscape",
        title="story.landscape.title",
        slide=Annex(),
        chapter="mapping",
        ahead_of="whitespace",
        only=Share.INTERNAL,
        tables=("third_parties", "swot"),
    ),
    SectionEntry(
        key="governance",
        title="story.governance.title",
        chapter="governance",
        tables=("bodies",),
        annexed=Annexed(3, ("governance/bodies",)),
    ),
    SectionEntry(
        key="coverage",
        title="story.coverage.title",
        slide=Annex(),
        chapter="governance",
        only=Share.INTERNAL,
        annexed=Annexed(6, ("coverage/matrix",)),
    ),
    SectionEntry(
        key="actions",
        title="story.actions.title",
        slide=Committee(4),
        chapter="actions",
        tables=("actions",),
        annexed=Annexed(7, ("actions/by-owner",)),
    ),
    SectionEntry(
        key="risks",
        title="story.risks.title",
        slide=Committee(2),
        chapter="risks",
        tables=("risks",),
        annexed=Annexed(5, ("risks/register",)),
    ),
    SectionEntry(
        key="decisions-next",
        title="story.decisions.next_title",
        slide=Committee(5),
        chapter="actions",
        pressing_before="kpis",
        tables=("decisions",),
    ),
    SectionEntry(key="decisions-past", title="story.decisions.past_title", slide=Committee(2)),
    SectionEntry(key="next", title="story.next.title", slide=Committee(1), chapter="actions", tables=("meetings",)),
    SectionEntry(key="register", title="story.decisions.register_title", chapter="annexes", annexed=Annexed(10)),
    SectionEntry(
        key="changed-rows",
        title="story.changes.rows_title",
        chapter="annexes",
        only=Share.INTERNAL,
        annexed=Annexed(12, presets=FULL_ONLY),
    ),
    SectionEntry(
        key="animation",
        title="story.animation.title",
        title_client="story.animation.title_client",
        slide=Annex(),
        chapter="animation",
        tables=("raci", "service_levels", "trainings"),
        annexed=Annexed(4),
    ),
    SectionEntry(
        key="coherence",
        title="story.coherence.title",
        slide=Annex(),
        chapter="annexes",
        only=Share.INTERNAL,
        annexed=Annexed(13, presets=FULL_ONLY),
    ),
    SectionEntry(key="glossary", title="story.glossary.title", chapter="annexes", annexed=Annexed(14)),
    SectionEntry(
        key="sources",
        title="story.sources.title",
        chapter="annexes",
        only=Share.INTERNAL,
        annexed=Annexed(15, presets=FULL_ONLY),
    ),
)
"""Every section, in the order of the deck, and inside its chapter in that of the plan."""

BY_KEY: Mapping[str, SectionEntry] = {entry.key: entry for entry in SECTIONS}

TITLES: Mapping[str, str] = {entry.key: entry.title for entry in SECTIONS}
"""The message that names each section, for when it has nothing to tell."""

DECK_PRESETS: Mapping[DeckPreset, frozenset[str] | None] = {
    DeckPreset.FULL: None,
    DeckPreset.SHORT: frozenset({
        "summary", "agenda", "since", "kpis", "contracts", "objectives", "actions", "risks", "decisions-next", "next",
    }),
    DeckPreset.FLASH: frozenset({"summary", "kpis", "decisions-next", "next"}),
}  # fmt: skip
"""The sections that a preset leaves of the deck; None for all of them."""


def told_only_in(share: Share) -> frozenset[str]:
    """Return the sections that one edition alone tells."""
    return frozenset(entry.key for entry in SECTIONS if entry.only is share)
