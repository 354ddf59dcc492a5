"""Every sentence is a claim about the plan: each is reckoned again from the rows alone, by other code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Findings
from generator.editions import redact
from generator.history import compare
from generator.history.discretion import compare_for_client
from generator.locales import Language
from generator.locales.catalogue import messages
from generator.measures.outline import outline_of
from generator.model.choices import PlanPreset, Share
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.story import Story, tell_client, tell_internal
from generator.workbook.example import example_plan
from tests.story.drawn_plans import two_plans
from tests.story.oracle import (
    actions,
    animation,
    annexes,
    changes,
    contracts,
    decisions,
    exposure,
    follows,
    governance,
    kpis,
    market,
    objectives,
    people,
    places,
    quality,
    revenue,
    risks,
    signatures,
    since,
    summary,
    talk,
)
from tests.story.oracle.said import Recorder, Said
from tests.story.oracle.silent import SILENT, is_silent
from tests.story.oracle.world import Claim, Values, World
from tests.story.test_example import BY_HAND
from tests.stress.plans import CASES
from tools.next_quarter_example import earlier_plan

SECTIONS = (
    actions, animation, annexes, changes, contracts, decisions, exposure, follows, governance, kpis, market, objectives,
    people, places, quality, revenue, risks, signatures, since, summary, talk,
)  # fmt: skip
FULL = {share: outline_of((), share, plan=PlanPreset.FULL) for share in Share}
CLAIMS: Mapping[str, Claim] = {key: claim for section in SECTIONS for key, claim in section.CLAIMS.items()}
KEYS = sorted(messages(Language.FR, "story"))


def test_every_message_is_judged_or_claims_nothing() -> None:
    assert [key for key in KEYS if key not in CLAIMS and not is_silent(key)] == []
    assert [key for key in CLAIMS if key not in KEYS] == []
    assert [key for key in CLAIMS if is_silent(key)] == []
    assert sum(len(section.CLAIMS) for section in SECTIONS) == len(CLAIMS)


def test_no_pattern_of_silence_is_left_over() -> None:
    names = [key.removeprefix("story.") for key in KEYS]
    assert [pattern for pattern in SILENT if not any(re.fullmatch(pattern, name) for name in names)] == []


@pytest.mark.parametrize("language", Language)
def test_the_example_says_what_is_so(language: Language) -> None:
    plan, former = example_plan(language), earlier_plan(language)
    judged(plan, language, worked=worked_by_hand())
    judged(plan, language, former=former, worked=worked_by_hand())


@pytest.mark.parametrize("case", [case for case in CASES if case not in ("all", "crowd")])
def test_the_stress_plans_say_what_is_so(case: str) -> None:
    plan = CASES[case]()
    for language in Language:
        judged(plan, language)


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), language=st.sampled_from(Language), compared=st.booleans())
def test_whatever_a_plan_holds_its_sentences_are_so(seed: int, language: Language, *, compared: bool) -> None:
    former, plan = two_plans(seed)
    judged(plan, language, former=former if compared else None)


def worked_by_hand() -> Values:
    """The values of the example's computed KPIs, worked by hand."""
    return {
        ref: {Quarter.named(name): Decimal(str(value)) for name, value in held.items() if value != ""}
        for ref, held in BY_HAND["kpis"].items()
        if ref.startswith("KPI") and not ref.endswith("respondents")
    }


def judged(
    plan: AccountPlan, language: Language, *, former: AccountPlan | None = None, worked: Values | None = None
) -> None:
    """Tell a plan to both editions, and judge all that was said."""
    redaction = redact(plan)
    locale = Recorder(language)
    told = None if former is None else compare(former, plan)
    story = tell_internal(plan, locale, Findings(), since=told, hidden=redaction.hidden, outline=FULL[Share.INTERNAL])
    judge(locale, World(plan, Recorder(language), former=former, worked=worked or {}, chapters=numbers(story)))

    locale, shared = Recorder(language), redaction.plan
    was = None if former is None else redact(former).plan
    told = None if was is None else compare_for_client(was, shared)
    story = tell_client(shared, locale, shows_notices=redaction.shows_notices, since=told, outline=FULL[Share.CLIENT])
    silent = frozenset(key[0] for table, key in redaction.hidden if table == "contacts")
    world = World(
        shared,
        Recorder(language),
        is_internal=False,
        shows_notices=redaction.shows_notices,
        former=was,
        worked=worked or {},
        chapters=numbers(story),
        silent=silent,
    )
    judge(locale, world)


def numbers(story: Story) -> Mapping[str, str]:
    return {chapter.key: chapter.number for chapter in story.chapters}


def judge(locale: Recorder, world: World) -> None:
    false = {fault for said in locale.heard if said.key in CLAIMS for fault in [fault_of(said, world)] if fault}
    assert sorted(false) == []


def fault_of(said: Said, world: World) -> str:
    """What is false in what was said; nothing when it is so."""
    expected = CLAIMS[said.key](world, said)
    told = {name: said.n if name == "n" else said.args[name] for name in expected or {}}
    wrong = {
        name: (shown, value)
        for name, shown in told.items()
        if printed(world, shown) != printed(world, value := (expected or {})[name])
    }
    if expected is None:
        return f"{said.key} is not so: {said.n} {dict(said.args)}"
    return f"{said.key}: said, is {wrong}" if wrong else ""


def printed(world: World, value: object) -> object:
    return "" if value is None else world.locale.value(value) if not isinstance(value, bool) else value
