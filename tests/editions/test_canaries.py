"""The promise to the client, on whole files: of all that is internal, marked one by one, nothing is in what it gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.brand import load
from generator.checks import check_coherence, to_findings
from generator.deck import write_deck
from generator.editions import Redaction, redact
from generator.editions.edition import Edition
from generator.editions.needles import SHORTEST, numbers_in, plain
from generator.editions.package_text import said_in
from generator.editions.scan import leaks
from generator.editions.secrets import secrets_of
from generator.history.snapshot import Snapshot, to_bytes
from generator.locales import Language, Locale
from generator.measures.outline import outline_of
from generator.model.choices import PlanPreset, Share
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.schema import tables
from generator.plan import write_plan
from generator.story import Story, tell_client, tell_internal
from generator.workbook.example import example_plan
from tests.builders import an_opportunity
from tests.editions.canaries import Canaries, can_be_marked, with_canaries
from tests.editions.test_drawn_plans import plans
from tests.editions.test_scan import printed

LANGUAGES = pytest.mark.parametrize("language", Language, ids=lambda language: str(language.value))

ENTIRELY_SHARED = {"account", "team", "entities", "offers", "tickets", "satisfaction"}
"""Tables whose rows all go to the client, whatever some of their columns hold."""

IN_NO_DOCUMENT = {
    **dict.fromkeys(("approval_steps.threshold", "opportunities.amount", "potential.estimated_spend"), "told rounded"),
    **dict.fromkeys(("figures.quarters", "kpis.baseline"), "told rounded"),
    **dict.fromkeys(("opportunities.probability", "actions.progress"), "told as a whole percentage"),
    **dict.fromkeys(("meetings.ref", "meetings.planned", "meetings.place", "meetings.minutes_sent"), "told as counts"),
    **dict.fromkeys(("actions.start", "actions.done"), "drawn as bars, or told when it is near"),
    **dict.fromkeys(("contacts.ref", "contacts.function"), "of people who have left, the name alone is told"),
    "account.code": "it tells folders apart",
    "contracts.scope": "a draft is told by its title",
    "figures.service": "amounts are summed over services",
    "forbidden_words.word": "it is there to be kept out",
    **dict.fromkeys(
        ("outline.name", "outline.order", "outline.title"), "it says where sections stand; these are told as usual"
    ),
    "objectives.unit": "told with the figures of objectives that have a short unit",
    **dict.fromkeys(("potential.dated", "potential.source"), "kept for whoever reads the workbook"),
    "satisfaction.verbatim": "kept for whoever reads the workbook",
    "swot.evidence": "kept for whoever reads the workbook",
    **dict.fromkeys(
        ("settings.concentration_rate", "settings.cadence_tolerance", "settings.owner_share", "settings.kpi_gap"),
        "told rounded, with the finding it raises",
    ),
}
"""Marked fields that not even the internal documents print as they are, and why; the internal snapshot holds them."""


FULL = {share: outline_of((), share, plan=PlanPreset.FULL) for share in Share}
"""Every section and annex that an edition can be told."""


@dataclass(frozen=True)
class Marked:
    """The example with a mark on all that is internal, and what the client may see of it."""

    plan: AccountPlan
    marks: Canaries
    redaction: Redaction
    locale: Locale

    @property
    def client(self) -> Story:
        """What the client is told."""
        plan, shows = self.redaction.plan, self.redaction.shows_notices
        return tell_client(plan, self.locale, shows_notices=shows, outline=FULL[Share.CLIENT])

    @property
    def internal(self) -> Story:
        """What we are told."""
        findings = to_findings(check_coherence(self.plan), lambda _: None, self.locale)
        hidden, outline = self.redaction.hidden, FULL[Share.INTERNAL]
        return tell_internal(self.plan, self.locale, findings, hidden=hidden, outline=outline)


@cache
def marked(language: Language) -> Marked:
    plan, marks = with_canaries(example_plan(language))
    return Marked(plan, marks, redact(plan), Locale(language, plan.account.currency))


@cache
def client_files(language: Language) -> dict[str, bytes]:
    """Everything that one build writes for the client, the plan with pictures and with native charts."""
    case, brand = marked(language), load()
    snapshot = Snapshot(Edition.CLIENT, case.redaction.plan, "0" * 64, "1")
    return {
        "deck": write_deck(case.client, brand),
        "plan": write_plan(case.client, brand),
        "plan with native charts": write_plan(case.client, brand, native_charts=True),
        "snapshot": to_bytes(snapshot),
    }


@cache
def internal_files() -> dict[str, bytes]:
    case, brand = marked(Language.FR), load()
    return {
        "deck": write_deck(case.internal, brand),
        "plan": write_plan(case.internal, brand, native_charts=True),
        "snapshot": to_bytes(Snapshot(Edition.INTERNAL, case.plan, "0" * 64, "1")),
    }


@cache
def seen_in_ours() -> dict[str, frozenset[str]]:
    """The fields whose marks each of our own files shows."""
    marks = marked(Language.FR).marks
    return {name: frozenset(marks.seen_in(file)) for name, file in internal_files().items()}


def test_every_internal_field_that_can_carries_a_mark() -> None:
    expected = {
        f"{spec.field}.{column.field}"
        for spec in tables()
        for column in spec.columns
        if can_be_marked(spec, column) and (not column.shared or spec.field not in ENTIRELY_SHARED)
    }
    assert marked(Language.FR).marks.places == expected


@LANGUAGES
def test_no_mark_is_in_any_file_for_the_client(language: Language) -> None:
    marks = marked(language).marks
    seen = {name: marks.seen_in(file) for name, file in client_files(language).items()}
    assert {name: found for name, found in seen.items() if found} == {}


def test_the_same_search_finds_them_all_in_our_own_files() -> None:
    marks = marked(Language.FR).marks
    seen = seen_in_ours()
    assert seen["snapshot"] == marks.places
    assert marks.places - seen["deck"] - seen["plan"] <= set(IN_NO_DOCUMENT)


def test_the_scan_of_each_build_would_tell_every_mark_that_the_search_finds() -> None:
    case = marked(Language.FR)
    secrets = secrets_of(case.plan, case.redaction.plan, language=Language.FR, printed=printed())
    days = set(case.marks.days.values())
    for name in ("deck", "plan"):
        found = leaks(internal_files()[name], secrets, name=name)
        told = {f"{leak.source.table}.{_column(leak.source)}" for leak in found}
        assert seen_in_ours()[name] - days - told == set()


def _column(path: FieldPath) -> str:
    return "quarters" if "-T" in path.field else path.field


@LANGUAGES
def test_the_scan_of_each_build_finds_nothing_in_the_files_for_the_client(language: Language) -> None:
    case = marked(language)
    secrets = secrets_of(case.plan, case.redaction.plan, language=language, printed=printed())
    for name in ("deck", "plan", "plan with native charts"):
        assert leaks(client_files(language)[name], secrets, name=name) == ()


@LANGUAGES
def test_no_word_of_an_internal_list_stands_alone_in_a_file_for_the_client(language: Language) -> None:
    columns = [column for spec in tables() for column in spec.columns]
    said: dict[bool, set[str]] = {True: {column.label.in_(language) for column in columns}, False: set()}
    for column in columns:
        said[column.shared].update(choice.label.in_(language) for choice in column.choices)
    internal = said[False] - said[True]
    assert len(internal) > 20
    for name in ("deck", "plan"):
        lines = {line.strip() for part in said_in(client_files(language)[name]) for line in part.prose.splitlines()}
        assert lines & internal == set()


@settings(max_examples=6)
@given(plans(), st.sampled_from(Language))
def test_no_mark_is_in_the_files_of_any_plan_drawn(plan: AccountPlan, language: Language) -> None:
    with_marks, marks = with_canaries(plan)
    case, brand = Marked(with_marks, marks, redact(with_marks), Locale(language)), load()
    files = (write_deck(case.client, brand), write_plan(case.client, brand, native_charts=True))
    assert [marks.seen_in(file) for file in files] == [{}, {}]


def test_no_figure_that_the_client_reads_of_its_own_plan_is_taken_for_a_secret() -> None:
    plan = with_cents(example_plan(Language.FR))
    case, brand = Marked(plan, Canaries(), redact(plan), Locale(Language.FR)), load()
    files = (write_deck(case.client, brand), write_plan(case.client, brand, native_charts=True))
    printed_numbers = {digits for file in files for said in said_in(file) for digits in numbers_in(plain(said.prose))}
    long = [digits for digits in printed_numbers if SHORTEST <= len(digits) < LONGEST_AMOUNT]
    assert len(long) > 100
    row = an_opportunity()
    same = tuple(
        row.model_copy(update={"ref": f"OPP-{at}", "amount": Decimal(digits)}) for at, digits in enumerate(long)
    )
    coinciding = plan.model_copy(update={"opportunities": same})
    secrets = secrets_of(coinciding, case.redaction.plan, language=Language.FR, printed=printed())
    assert [leak for file in files for leak in leaks(file, secrets, name="x")] == []


LONGEST_AMOUNT = 10  # digits; beyond, it is a place in a chart


def with_cents(plan: AccountPlan) -> AccountPlan:
    """A plan whose amounts are as an ERP exports them, no two alike."""
    turns = count(1)

    def uneven(amount: Decimal | None) -> Decimal | None:
        return None if amount is None else amount + Decimal(next(turns) * 3571) / 7 // 1 / 100

    def all_uneven(quarters: Mapping[Quarter, Decimal]) -> dict[Quarter, Decimal | None]:
        return {quarter: uneven(amount) for quarter, amount in quarters.items()}

    return plan.model_copy(
        update={
            "figures": tuple(row.model_copy(update={"quarters": all_uneven(row.quarters)}) for row in plan.figures),
            "contracts": tuple(
                row.model_copy(update={"annual_amount": uneven(row.annual_amount)}) for row in plan.contracts
            ),
            "amendments": tuple(
                row.model_copy(update={"annual_impact": uneven(row.annual_impact)}) for row in plan.amendments
            ),
            "objectives": tuple(
                row.model_copy(update={"target": uneven(row.target), "current": uneven(row.current)})
                for row in plan.objectives
            ),
        }
    )
