"""What counts on the very day: of the cut-off (30/09/2026), of a start, of an end, of the first day of the plan."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from generator.measures.actions import action_states
from generator.measures.contracts import (
    ContractLife,
    contract_lives,
    ending_within,
    notice_outlasts,
    notices_passed,
    notices_within,
    renewed_contracts,
)
from generator.measures.formulas.market import penetration
from generator.measures.formulas.tables import MeasureTables
from generator.measures.governance import body_rhythms, held_on, is_over, minutes_delays
from generator.measures.kpis import kpi_readings
from generator.measures.pipeline import sales_pipeline
from generator.measures.renewals import TermEnd, TermOutcome, term_ends
from generator.measures.satisfaction import SurveyTable
from generator.measures.standing import Standing, behind, pending, settled
from generator.measures.whitespace import whitespace
from generator.model.choices import (
    ActionStatus,
    MeetingStatus,
    OpportunityStage,
    Renewal,
    SurveyType,
)
from generator.model.kpi_filter import KpiFilter
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from tests.builders import (
    CUTOFF,
    PERIOD,
    a_body,
    a_contract,
    a_figure_series,
    a_kpi,
    a_meeting,
    a_plan,
    a_planned_meeting,
    a_potential,
    a_score,
    an_action,
    an_amendment,
    an_objective,
    an_opportunity,
    quarters,
)

DAY = timedelta(1)
BEFORE, AFTER = CUTOFF - DAY, CUTOFF + DAY
PLAN_START = date(2026, 1, 1)


# --- contracts --------------------------------------------------------------------------------------------------------


def life(*amendments: Any, **changes: Any) -> ContractLife:
    return contract_lives(a_plan(contracts=(a_contract(**changes),), amendments=amendments))[0]


def replaced(**changes: Any) -> AccountPlan:
    return a_plan(contracts=(a_contract(), a_contract(ref="CT-02", replaces="CT-01", **changes)))


@pytest.mark.parametrize(("start", "is_current"), [(CUTOFF, True), (AFTER, False)])
def test_a_contract_is_in_force_from_its_first_day(start: date, *, is_current: bool) -> None:
    assert life(start=start).is_current is is_current


@pytest.mark.parametrize(("end", "is_current"), [(CUTOFF, True), (BEFORE, False)])
def test_a_contract_is_in_force_to_its_last_day(end: date, *, is_current: bool) -> None:
    found = life(end=end)
    assert (found.is_current, found.is_past_end) == (is_current, not is_current)


@pytest.mark.parametrize(("start", "is_current"), [(CUTOFF, False), (AFTER, True)])
def test_a_contract_is_taken_over_on_the_first_day_of_the_next(start: date, *, is_current: bool) -> None:
    assert contract_lives(replaced(start=start))[0].is_current is is_current


@pytest.mark.parametrize(("signed", "replaced_by"), [(CUTOFF, ("CT-02",)), (AFTER, ())])
def test_a_contract_replaces_another_from_its_signature(signed: date, replaced_by: tuple[str, ...]) -> None:
    assert contract_lives(replaced(signed=signed, start=AFTER))[0].replaced_by == replaced_by


@pytest.mark.parametrize(("signed", "amount"), [(CUTOFF, 105_000), (AFTER, 100_000)])
def test_an_amendment_counts_from_its_signature(signed: date, amount: int) -> None:
    assert life(an_amendment(signed=signed, annual_impact=5_000)).annual_amount == amount


@pytest.mark.parametrize(("end", "renewals"), [(CUTOFF, 0), (BEFORE, 1)])
def test_a_contract_renews_by_itself_the_day_after_its_end(end: date, renewals: int) -> None:
    assert life(end=end, renewal=Renewal.TACIT, renewal_months=12).tacit_renewals == renewals


@pytest.mark.parametrize(
    ("signed", "is_renewed"),
    [(PLAN_START - DAY, False), (PLAN_START, True), (CUTOFF, True), (AFTER, False)],
)
def test_a_renewal_counts_from_the_start_of_the_plan_to_the_cut_off(signed: date, *, is_renewed: bool) -> None:
    extended = a_plan(contracts=(a_contract(),), amendments=(an_amendment(signed=signed, new_end=date(2029, 1, 1)),))
    assert renewed_contracts(extended) == ({"CT-01"} if is_renewed else set())
    assert ("CT-02" in renewed_contracts(replaced(signed=signed))) is is_renewed


@pytest.mark.parametrize(("new_end", "is_renewed"), [(date(2027, 12, 31), False), (date(2028, 1, 1), True)])
def test_an_amendment_extends_when_it_ends_later(new_end: date, *, is_renewed: bool) -> None:
    plan = a_plan(contracts=(a_contract(),), amendments=(an_amendment(signed=CUTOFF, new_end=new_end),))
    assert bool(renewed_contracts(plan)) is is_renewed


def test_a_contract_ends_within_months_to_their_last_day() -> None:
    """Three months from 30/09/2026: 30/12/2026."""
    found = [life(end=day) for day in (date(2026, 12, 30), date(2026, 12, 31))]
    assert ending_within(found, CUTOFF, 3) == (found[0],)


def test_notices_are_near_from_the_day_to_the_last_of_the_alert_and_passed_before() -> None:
    """Of no month, the notice date is the end: the day before, the day, ninety days and ninety-one days later."""
    ends = (CUTOFF, date(2026, 12, 29), date(2026, 12, 30))
    found = [life(end=day, notice_months=0) for day in ends]
    assert notices_within(found, CUTOFF, 90) == tuple(found[:2])
    passed = life(end=date(2026, 10, 29), notice_months=1)
    today = life(end=date(2026, 10, 30), notice_months=1)
    assert (passed.notice_date, today.notice_date) == (BEFORE, CUTOFF)
    assert notices_passed((passed, today), CUTOFF) == (passed,)


@pytest.mark.parametrize(
    ("end", "months", "outlasts"),
    [
        (date(2026, 12, 31), 24, False),  # given the day before the contract begins
        (date(2026, 12, 30), 24, True),
        (date(2025, 1, 1), 0, False),  # of a day
        (date(2025, 1, 1), 24, True),
        (date(2024, 12, 31), 90, False),  # ends before it starts: told as that
    ],
)
def test_a_notice_outlasts_a_contract_when_it_is_due_before_the_day_that_precedes_it(
    end: date, months: int, *, outlasts: bool
) -> None:
    assert notice_outlasts(life(start=date(2025, 1, 1), end=end, notice_months=months)) is outlasts


# --- ends of terms ----------------------------------------------------------------------------------------------------


def terms(*amendments: Any, **changes: Any) -> tuple[TermEnd, ...]:
    return term_ends(a_plan(contracts=(a_contract(**changes),), amendments=amendments))


@pytest.mark.parametrize(("end", "outcome"), [(CUTOFF, TermOutcome.UNDECIDED), (BEFORE, TermOutcome.NOT_RENEWED)])
def test_a_term_is_undecided_to_its_last_day(end: date, outcome: TermOutcome) -> None:
    assert [term.outcome for term in terms(end=end)] == [outcome]


@pytest.mark.parametrize(("signed", "count"), [(CUTOFF, 2), (AFTER, 1)])
def test_an_extension_ends_a_term_from_its_signature(signed: date, count: int) -> None:
    assert len(terms(an_amendment(signed=signed, new_end=date(2029, 12, 31)))) == count


def test_an_amendment_to_the_same_end_or_an_earlier_one_ends_no_term() -> None:
    assert len(terms(an_amendment(new_end=date(2027, 12, 31)))) == 1
    assert len(terms(an_amendment(new_end=date(2027, 6, 30)))) == 1


@pytest.mark.parametrize(("signed", "old"), [(date(2026, 3, 31), 105_000), (date(2026, 4, 1), 100_000)])
def test_what_was_signed_by_the_due_date_is_part_of_the_old_amount(signed: date, old: int) -> None:
    end = {"end": date(2026, 3, 31)}
    impact = an_amendment(ref="AV-01", signed=signed, annual_impact=5_000)
    assert terms(impact, **end)[0].old.value == old
    extension = an_amendment(ref="AV-02", signed=date(2026, 5, 1), new_end=date(2029, 3, 31))
    assert terms(impact, extension, **end)[0].old.value == old


@pytest.mark.parametrize(("end", "outcomes"), [(CUTOFF, ["UNDECIDED"]), (BEFORE, ["TACIT", "UNDECIDED"])])
def test_a_term_renews_by_itself_the_day_after_its_end(end: date, outcomes: list[str]) -> None:
    assert [term.outcome.name for term in terms(end=end, renewal=Renewal.TACIT, renewal_months=12)] == outcomes


# --- actions, meetings ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("done", "is_recent"), [(CUTOFF, True), (AFTER, False)])
def test_an_action_closed_on_the_day_is_closed(done: date, *, is_recent: bool) -> None:
    plan = a_plan(actions=(an_action(status=ActionStatus.DONE, done=done),))
    assert action_states(plan)[0].is_closed_recently is is_recent


@pytest.mark.parametrize(("day", "held"), [(CUTOFF, True), (AFTER, False)])
def test_a_meeting_held_on_the_day_is_held(day: date, *, held: bool) -> None:
    assert (held_on(a_meeting(planned=CUTOFF, held=day), CUTOFF) == day) is held
    rhythm = body_rhythms(a_plan(bodies=(a_body(),), meetings=(a_meeting(planned=day, held=day),)))[0]
    assert (rhythm.planned, rhythm.held) == (int(held), int(held))


@pytest.mark.parametrize(("planned", "over"), [(BEFORE, True), (CUTOFF, False)])
def test_a_meeting_planned_for_the_day_is_not_over(planned: date, *, over: bool) -> None:
    assert is_over(a_planned_meeting(planned=planned), CUTOFF) is over


@pytest.mark.parametrize(("planned", "count"), [(date(2025, 10, 1), 1), (date(2025, 9, 30), 0)])
def test_the_last_four_quarters_begin_on_their_first_day(planned: date, count: int) -> None:
    meeting = a_meeting(planned=planned, held=planned, status=MeetingStatus.HELD)
    assert len(minutes_delays(a_plan(bodies=(a_body(),), meetings=(meeting,)))) == count


@pytest.mark.parametrize(("sent", "days"), [(CUTOFF, 1), (AFTER, None)])
def test_minutes_sent_on_the_day_are_sent(sent: date, days: int | None) -> None:
    meeting = a_meeting(planned=BEFORE, held=BEFORE, minutes_sent=sent)
    assert [delay.days for delay in minutes_delays(a_plan(bodies=(a_body(),), meetings=(meeting,)))] == [days]


# --- figures ----------------------------------------------------------------------------------------------------------


def test_the_value_of_the_quarter_at_hand_counts_and_none_of_the_next() -> None:
    (reading,) = kpi_readings(a_plan(kpis=(a_kpi(quarters=quarters(T3_2026=12, T4_2026=13)),)))
    assert (reading.current.value, list(reading.series)[-1]) == (Decimal(12), PERIOD)
    figures = MeasureTables(a_plan(figures=(a_figure_series(quarters=quarters(T3_2026=1, T4_2026=2)),))).figures
    assert figures.quarters() == (PERIOD,)


@pytest.mark.parametrize(("measured", "count"), [(CUTOFF, 1), (AFTER, 0)])
def test_an_answer_of_the_day_counts(measured: date, count: int) -> None:
    table = SurveyTable(a_plan(satisfaction=(a_score(measured=measured, score=9, respondents=None),)))
    assert table.result(SurveyType.NPS, (Quarter.containing(measured),)).respondents == count


@pytest.mark.parametrize(
    ("score", "people", "points"),
    [(100, 2, 100), (-100, 2, -100), (101, 2, None), (-101, 2, None), (0, 1, -100), (10, 1, 100), (11, 1, None)],
)
def test_scores_count_to_their_bounds(score: int, people: int, points: int | None) -> None:
    table = SurveyTable(a_plan(satisfaction=(a_score(score=score, respondents=people),)))
    assert table.result(SurveyType.NPS, PERIOD.back(4)).measure.value == points


def test_what_brings_in_nothing_or_less_is_not_ours() -> None:
    def plan(value: int) -> AccountPlan:
        series = a_figure_series(quarters=quarters(T3_2026=value))
        return a_plan(figures=(series,), potential=(a_potential(offer="Support", estimated_spend=10),))

    ours = [whitespace(plan(value)).cells["Groupe", "Support"].incumbent is not None for value in (1, 0, -1)]
    assert ours == [True, False, False]


def test_a_spend_in_part_of_a_year_is_not_rounded() -> None:
    """10 a year are 2.5 in a quarter; 1 of them is 40 %."""
    series = a_figure_series(quarters=quarters(T3_2026=1))
    plan = a_plan(figures=(series,), potential=(a_potential(offer="Support", estimated_spend=10),))
    assert penetration(MeasureTables(plan), KpiFilter(window=1), (PERIOD,)).measure.value == Decimal("0.4")


# --- signatures -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("current", "found"), [(99, None), (100, Standing.SIGNED)])
def test_a_target_met_is_signed(current: int, found: Standing | None) -> None:
    assert settled(an_objective(unit="€", baseline=0, target=100, current=current)) is found


@pytest.mark.parametrize(
    ("due", "late", "found"),
    [
        (BEFORE, 0, Standing.OVERDUE),
        (CUTOFF, 0, None),
        (CUTOFF, 14, None),
        (CUTOFF, 15, Standing.LATE),
        (None, 15, Standing.LATE),
    ],
)
def test_a_signature_is_behind_past_its_day_or_a_fortnight_of_an_action(
    due: date | None, late: int, found: Standing | None
) -> None:
    assert behind(an_objective(due=due), CUTOFF, late) is found


@pytest.mark.parametrize(
    ("probability", "day", "stage", "found"),
    [
        ("0.9", BEFORE, OpportunityStage.PROPOSED, Standing.OVERDUE),
        ("0.5", CUTOFF, OpportunityStage.PROPOSED, Standing.ADVANCED),
        ("0.49", CUTOFF, OpportunityStage.PROPOSED, None),
        ("0.5", CUTOFF, OpportunityStage.QUALIFIED, None),
        ("0.3", CUTOFF, OpportunityStage.PROPOSED, None),
        ("0.29", CUTOFF + 60 * DAY, OpportunityStage.PROPOSED, Standing.UNLIKELY),
        ("0.29", CUTOFF + 61 * DAY, OpportunityStage.PROPOSED, None),
    ],
)
def test_what_an_open_deal_says(probability: str, day: date, stage: OpportunityStage, found: Standing | None) -> None:
    opportunity = an_opportunity(probability=Decimal(probability), decision_due=day, stage=stage)
    (deal,) = sales_pipeline(a_plan(opportunities=(opportunity,))).deals
    assert pending(deal, CUTOFF, 0) is found
