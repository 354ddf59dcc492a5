"""Whatever the plan: no colour of the internal edition is better than the client's for the same tile or objective."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.editions import redact
from generator.locales import Language, Locale
from generator.measures.rag import Rag
from generator.model.choices import (
    ActionStatus,
    BodyType,
    ContractStatus,
    ObjectiveStatus,
    ObjectiveType,
    OpportunityStage,
    Renewal,
    Share,
)
from generator.model.plan import AccountPlan
from generator.story.subject import InternalSubject, Subject
from tests.builders import (
    CUTOFF,
    a_body,
    a_contract,
    a_kpi,
    a_meeting,
    a_plan,
    an_action,
    an_objective,
    an_opportunity,
    quarters,
    some_settings,
)

LOCALE = Locale(Language.FR)
GRAVITY = {Rag.NONE: 0, Rag.GREEN: 0, Rag.AMBER: 1, Rag.RED: 2}
DAYS = st.integers(-120, 600)
REFS = tuple(f"OBJ-{rank}" for rank in range(3))
CONTRACTS = tuple(f"CT-{rank}" for rank in range(3))


@st.composite
def plans(draw: st.DrawFn) -> AccountPlan:
    """Plans of a few rows, some shared and some not, with dates and thresholds of every kind."""

    def day() -> Any:
        return CUTOFF + timedelta(days=draw(DAYS))

    def one(kinds: Any) -> Any:
        return draw(st.sampled_from(kinds))

    contracts = tuple(
        a_contract(
            ref=ref,
            end=one([None, day()]),
            notice_months=one([None, 1, 6]),
            renewal=one(Renewal),
            renewal_months=one([None, 12]),
            status=one(ContractStatus),
            replaces=one([None, *CONTRACTS[:rank]]),
        )
        for rank, ref in enumerate(CONTRACTS)
    )
    actions = tuple(
        an_action(ref=f"A-{rank}", due=day(), status=one(ActionStatus), objective=one([None, *REFS]), share=one(Share))
        for rank in range(draw(st.integers(0, 5)))
    )
    objectives = tuple(
        an_objective(
            ref=ref,
            type=one(ObjectiveType),
            unit=one(["€", "k€", "sites"]),
            baseline=one([None, 0, 5]),
            current=one([None, 0, 8, 10]),
            due=one([None, day()]),
            status=one(ObjectiveStatus),
            contract=one([None, *CONTRACTS]),
            share=one(Share),
        )
        for ref in REFS
    )
    deals = tuple(
        an_opportunity(
            ref=f"OPP-{rank}",
            objective=one([None, *REFS]),
            stage=one(OpportunityStage),
            probability=one(["0.1", "0.5", "0.9"]),
            amount=one([5, 100_000]),
            decision_due=day(),
        )
        for rank in range(draw(st.integers(0, 4)))
    )
    kpis = tuple(
        a_kpi(ref=f"KPI-{rank}", target=10, threshold=5, share=one(Share), quarters=quarters(T3_2026=one([1, 7, 10])))
        for rank in range(draw(st.integers(0, 5)))
    )
    bodies = tuple(a_body(name=f"Instance {rank}", type=one(BodyType)) for rank in range(draw(st.integers(0, 4))))
    meetings = tuple(
        a_meeting(ref=f"S-{rank}", body=one(bodies).name, planned=held, held=held)
        for rank in range(draw(st.integers(0, 4)) if bodies else 0)
        for held in (CUTOFF - timedelta(days=draw(st.integers(0, 400))),)
    )
    settings_drawn = some_settings(
        renewal_horizon_months=one([1, 12, 24]),
        notice_alert_days=one([10, 90, 300]),
        cadence_tolerance=one(["0", "0.25", "1"]),
        notice_visible_to_client=one([True, False]),
    )
    return a_plan(
        contracts=contracts, actions=actions, objectives=objectives, opportunities=deals, kpis=kpis, bodies=bodies,
        meetings=meetings, settings=settings_drawn,
    )  # fmt: skip


@given(plan=plans())
def test_no_colour_is_better_for_us_than_for_the_client(plan: AccountPlan) -> None:
    redaction = redact(plan)
    ours = InternalSubject(plan, LOCALE, shows_notices=True)
    theirs = Subject(redaction.plan, LOCALE, shows_notices=redaction.shows_notices)
    tiles = ("contracts", "figures", "actions", "governance")
    pairs = {name: (getattr(ours.weather, name).rag, getattr(theirs.weather, name).rag) for name in tiles}
    told = {item.objective.ref: item.rag for item in theirs.progress}
    pairs |= {ref: (item.rag, told[ref]) for item in ours.progress if (ref := item.objective.ref) in told}
    assert {name: pair for name, pair in pairs.items() if GRAVITY[pair[0]] < GRAVITY[pair[1]]} == {}
