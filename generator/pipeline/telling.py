"""One edition on its way: what it may see, what it is compared with, the story it tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from generator.diagnostics import Findings
from generator.editions import Redaction
from generator.editions.edition import Edition
from generator.history import compare
from generator.history.discretion import compare_for_client
from generator.locales import Locale
from generator.measures.outline import outline_of
from generator.model.choices import DeckPreset, PlanPreset, Share
from generator.model.outline import Outline
from generator.model.plan import AccountPlan, SharedPlan
from generator.pipeline.former import Former
from generator.pipeline.results import DocumentKind
from generator.story import Story, tell_client, tell_internal


@dataclass(frozen=True)
class Telling:
    """The plan as an edition may see it, its story, and the former plan it is compared with."""

    plan: SharedPlan
    story: Story
    former: Former

    def kinds(self, asked: Iterable[DocumentKind]) -> tuple[DocumentKind, ...]:
        """Return the documents drawn of those asked for: a plan told without its annexes has them beside it."""
        kept = [kind for kind in asked if kind is not DocumentKind.ANNEXES]
        is_parted = DocumentKind.PLAN in kept and self.story.preset is PlanPreset.SHORT
        return (*kept, *((DocumentKind.ANNEXES,) if is_parted else ()))


Told = Mapping[Edition, Telling]


@dataclass(frozen=True)
class Teller:
    """Tells a plan, to each edition what it may know."""

    plan: AccountPlan
    redaction: Redaction
    findings: Findings
    locale: Locale
    deck: DeckPreset = DeckPreset.FULL
    preset: PlanPreset = PlanPreset.CURRENT

    def tell(self, edition: Edition, former: Former) -> Telling:
        """Tell an edition."""
        match edition:
            case Edition.INTERNAL:
                return Telling(self.plan, self._internal(former), former)
            case Edition.CLIENT:
                return Telling(self.redaction.plan, self._client(former), former)
            case _:
                assert_never(edition)

    def _internal(self, former: Former) -> Story:
        since = None if former.plan is None else compare(former.plan, self.plan)
        redaction = self.redaction
        return tell_internal(
            self.plan,
            self.locale,
            self.findings,
            since=since,
            hidden=redaction.hidden,
            shared=redaction.plan,
            outline=self._outline(Share.INTERNAL),
        )

    def _client(self, former: Former) -> Story:
        """What the client sees says all: the plan at hand is not asked."""
        shared = self.redaction.plan
        since = None if former.plan is None else compare_for_client(former.plan, shared)
        return tell_client(
            shared,
            self.locale,
            shows_notices=self.redaction.shows_notices,
            respondents_minimum=self.redaction.respondents_minimum,
            since=since,
            outline=self._outline(Share.CLIENT),
        )

    def _outline(self, share: Share) -> Outline:
        """What an edition tells: only here the rows of the outline, which are ours, decide of the client's."""
        return outline_of(self.plan.outline, share, deck=self.deck, plan=self.preset)
