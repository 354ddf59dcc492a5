"""What the story is about: a plan, whom we speak to, and the measures, each worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from generator.diagnostics.findings import Findings
from generator.editions.redaction import Hidden, redact
from generator.history.difference import Difference, KpiMovement
from generator.locales.locale import Locale
from generator.locales.typography import lower_first
from generator.measures.actions import DUE_SOON_DAYS, ActionState, action_states
from generator.measures.citation import cite
from generator.measures.contracts import ContractLife, contract_lives
from generator.measures.governance import BodyRhythm, body_rhythms, following_steering, next_steering
from generator.measures.kpis import KpiReading, kpi_readings
from generator.measures.outline import EVERYTHING
from generator.measures.progress import ObjectiveProgress, objective_progress
from generator.measures.revenue import FigureTable
from generator.measures.weather import Weather, no_better, weather
from generator.model.account import Settings
from generator.model.choices import Share
from generator.model.field_path import FieldPath
from generator.model.governance import Meeting
from generator.model.mapping import SharedContact
from generator.model.outline import Outline
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.quarter import Quarter
from generator.model.sections import ANNEXES
from generator.model.table import Row
from generator.story.figures import Cited, Said, cited_in, plain
from generator.story.outline import numbers


@dataclass(frozen=True)
class Subject:
    """The plan as one edition may see it, and the locale it is told in.

    ``shows_notices`` is false where notice dates must not be told; a score of fewer answers than
    ``respondents_minimum`` is shown as such; ``since`` is what changed from the plan of the last
    committee, as this edition may see both, None for a first edition;
    ``hidden`` are the rows of this plan that the client does not see; ``outline`` is what both documents tell, and
    ``silent`` the chapters of it that turned out to have nothing to say.
    """

    plan: SharedPlan
    locale: Locale
    shows_notices: bool = False
    respondents_minimum: int = Settings().respondents_minimum
    since: Difference | None = None
    hidden: Hidden = frozenset()
    outline: Outline = EVERYTHING[Share.CLIENT]
    silent: frozenset[str] = frozenset()

    @property
    def share(self) -> Share:
        """Whom we speak to."""
        return Share.CLIENT

    @property
    def cutoff(self) -> date:
        """The "today" of everything."""
        return self.plan.account.cutoff

    @property
    def horizon(self) -> date:
        """The last day of the committee's outlook."""
        return self.cutoff + timedelta(days=DUE_SOON_DAYS)

    @property
    def period(self) -> Quarter:
        """The quarter the documents speak of."""
        return self.plan.period

    @cached_property
    def readings(self) -> tuple[KpiReading, ...]:
        """The KPIs, read at the period."""
        return kpi_readings(self.plan)

    @cached_property
    def lives(self) -> tuple[ContractLife, ...]:
        """The contracts with amendments and renewals applied."""
        return contract_lives(self.plan)

    @cached_property
    def actions(self) -> tuple[ActionState, ...]:
        """The actions, late first."""
        return action_states(self.plan)

    @cached_property
    def progress(self) -> tuple[ObjectiveProgress, ...]:
        """The objectives' way from baseline to target."""
        return objective_progress(self.plan)

    @cached_property
    def rhythms(self) -> tuple[BodyRhythm, ...]:
        """The bodies' meetings, held and to come."""
        return body_rhythms(self.plan)

    @cached_property
    def weather(self) -> Weather:
        """The state of the account in four tiles."""
        return weather(self.plan, self.readings, shows_notices=self.shows_notices)

    @cached_property
    def figures(self) -> FigureTable:
        """Revenue, and for the internal edition budget and margin."""
        return FigureTable(self.plan)

    @cached_property
    def steering(self) -> Meeting | None:
        """The next planned steering committee."""
        return next_steering(self.plan)

    @property
    def session(self) -> date:
        """The day the committee meets; the cut-off where none is planned."""
        return self.cutoff if self.steering is None else self.steering.planned

    @cached_property
    def following(self) -> Meeting | None:
        """The planned steering committee after the next one."""
        return following_steering(self.plan)

    @cached_property
    def contacts(self) -> Mapping[str, SharedContact]:
        """The client's people by name."""
        return {contact.name: contact for contact in self.plan.contacts}

    @cached_property
    def movements(self) -> Mapping[str, KpiMovement]:
        """How the KPIs moved since the last committee, by reference."""
        return {move.kpi.ref: move for move in self.since.kpis} if self.since else {}

    @cached_property
    def action_marks(self) -> Mapping[str, str]:
        """What happened to the actions since the last committee, in a word, by reference."""
        if self.since is None:
            return {}
        actions = self.since.actions
        slipped = {cite(one.table, one.row).key[0]: self.say("story.since.days", n=one.days) for one in actions.slipped}
        return {
            **{ref: self.say("story.since.mark.slipped", days=days) for ref, days in slipped.items()},
            **{action.ref: self.say("story.since.mark.new") for action in actions.new},
            **{action.ref: self.say("story.since.mark.closed") for action in actions.closed},
        }

    @cached_property
    def chapters(self) -> Mapping[str, str]:
        """The numbers of the plan's chapters by key; one that is not told has none, but for what stands behind."""
        return numbers({ANNEXES} | (self.outline.chapters.keys() - self.silent))

    def most(self, section: str, usual: int) -> int:
        """Return how many rows a section tells on its slide: as many as usual, unless a person said how many."""
        return self.outline.lines.get(section, usual)

    def in_plan(self, *sections: str) -> str:
        """Say where the plan tells sections, those of them that it does: ``chapitre 7``; "" when it tells none."""
        found = dict.fromkeys(self.outline.chapter_of(section) for section in sections)
        told = [chapter for chapter in found if chapter in self.chapters]
        words = [
            self.say("story.place.annexes")
            if chapter == ANNEXES
            else self.say("story.place.chapter", chapter=self.chapters[chapter])
            for chapter in told
            if chapter is not None
        ]
        return self.locale.join(words)

    def elsewhere(self, what: str, *sections: str) -> str:
        """Return what a slide does not show, and where the plan does; without a place where it does not either."""
        place = self.in_plan(*sections)
        return self._at(what, self.say("story.place.plan", place=place)) if place else what

    def further(self, what: str, *sections: str) -> str:
        """The same inside the plan itself."""
        place = self.in_plan(*sections)
        return self._at(what, place) if place else what

    def _at(self, what: str, place: str) -> str:
        return self.say("story.place.elsewhere", what=what, place=place)

    def is_hidden(self, table: str, row: Row) -> bool:
        """Tell whether the client does not see a row of a table (a field of the plan)."""
        return bool(self.hidden) and (table, cite(table, row).key) in self.hidden

    @property
    def hides_notices(self) -> bool:
        """Whether notice dates are told here that the client is not told."""
        return False

    def marked(self, text: str, table: str, row: Row) -> str:
        """Return a text with the internal mark behind it when the client does not see the row it is about."""
        return f"{text} · {self.say('story.internal')}" if self.is_hidden(table, row) else text

    def function_of(self, name: str) -> str:
        """Return the function of a person of either side, "" when unknown."""
        if name in self.contacts:
            return self.contacts[name].function
        return next((member.function for member in self.plan.team if member.name == name), "")

    @cached_property
    def is_foreign(self) -> bool:
        """Whether the workbook's texts are in another language than the document's."""
        return self.plan.account.language is not self.locale.language

    def typeset(self, text: str) -> str:
        """Set a text of the workbook as its own language wants it; an amount in it stays as typed."""
        return replace(self.locale, language=self.plan.account.language).typeset(text)

    def cited(self, ref: str, text: str) -> str:
        """Return a row as it goes in a sentence: its reference, then its text where that is in the same language."""
        return ref if self.is_foreign else f"{ref}, {self.running(text)}"

    def running(self, text: str) -> str:
        """Return a text as it goes on a sentence: in lower case, unless it opens with a name or an acronym."""
        opens_with_a_name = any(text.startswith(name) and not text[len(name) :][:1].isalnum() for name in self._names)
        return text if opens_with_a_name else lower_first(text)

    def within(self, ref: str, text: str) -> str:
        """Return a text as it goes on a sentence; where that is in another language, the reference alone."""
        return ref if self.is_foreign else self.running(text)

    def quoted(self, ref: str, name: str) -> str:
        """Return a name in quotation marks; where that is in another language, the reference alone."""
        return ref if self.is_foreign else self.say("story.quoted", text=name)

    def quoted_if_foreign(self, text: str) -> str:
        """Return a text without a reference as it goes on a sentence: in quotation marks in another language."""
        return self.say("story.quoted", text=text) if self.is_foreign else self.running(text)

    def called(self, ref: str, name: str) -> str:
        """Return a name; where that is in another language, the reference alone."""
        return ref if self.is_foreign else name

    def presented(self, name: str, function: str) -> str:
        """Return a person with their function, where that is in the same language."""
        return name if self.is_foreign else self.say("story.presented", name=name, function=function)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        plan = self.plan
        people = (*(row.name for row in plan.contacts), *(row.name for row in plan.team))
        sold = (*(row.name for row in plan.entities), *(row.name for row in plan.offers))
        return (plan.account.client, plan.account.supplier, *people, *sold, *(row.name for row in plan.bodies))

    def quarter(self, quarter: Quarter) -> str:
        """Print a quarter: ``T3 2026``."""
        return self.locale.quarter(quarter.year, quarter.number)

    def quarter_short(self, quarter: Quarter) -> str:
        """Print a quarter on an axis: ``T3 26``."""
        return self.locale.quarter_short(quarter.year, quarter.number)

    def count(self, number: int, *, feminine: bool = False) -> str:
        """Spell a count out."""
        return self.locale.count_word(number, feminine=feminine)

    def series(self, parts: Iterable[str]) -> str:
        """Join the parts of an alternative text: ``a ; b``."""
        return self.locale.typeset(" ; ".join(parts))

    def say(self, key: str, /, n: int | None = None, **args: object) -> str:
        """Say a message of the catalogue."""
        return self.locale.say(key, n, **args)

    def told(self, key: str, /, n: int | Cited | None = None, **args: object) -> Said:
        """Say a message, and keep the figures that go into it beside its text."""
        cited = tuple(one for arg in (n, *args.values()) for one in cited_in(arg))
        number = n.number if isinstance(n, Cited) else n
        return Said(self.say(key, number, **{name: plain(arg) for name, arg in args.items()}), cited)

    def counted(self, number: int, sources: Iterable[FieldPath], *, feminine: bool = False) -> Cited:
        """Spell a count out, and keep what was counted."""
        return Cited(self.count(number, feminine=feminine), tuple(sources), number=number, is_spelled=True)

    def wording(self, key: str) -> str:
        """Return the key of the words meant for whom we speak to: the client has neither our workbook nor our terms."""
        return f"{key}_client"

    def worded(self, key: str, /, n: int | None = None, **args: object) -> str:
        """Say a message that has words of its own for the client."""
        return self.say(self.wording(key), n, **args)


@dataclass(frozen=True)
class InternalSubject(Subject):
    """The whole plan, with what the checks found.

    ``shared`` is what the client may see of it, worked out when it is not at hand.
    """

    plan: AccountPlan
    outline: Outline = EVERYTHING[Share.INTERNAL]
    findings: Findings = Findings()
    shared: SharedPlan | None = None

    @property
    def share(self) -> Share:
        """Whom we speak to: ourselves."""
        return Share.INTERNAL

    @cached_property
    def weather(self) -> Weather:
        """The state of the account in four tiles, none in a better colour than the client is told."""
        shared = redact(self.plan).plan if self.shared is None else self.shared
        told = weather(shared, shows_notices=self.plan.settings.notice_visible_to_client)
        return no_better(super().weather, told)

    def wording(self, key: str) -> str:
        """Return the key of a message that has words of its own for the client: ours."""
        return key

    @property
    def hides_notices(self) -> bool:
        """Whether notice dates are told here that the client is not told: the settings say."""
        return not self.plan.settings.notice_visible_to_client
