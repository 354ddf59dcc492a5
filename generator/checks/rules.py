"""The coherence rules, each with its code: the ones that weigh most first among those of a severity."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.checks.actions import nobody_or_no_date, overdue_actions, overloaded_owners, progress_against_status
from generator.checks.contracts import (
    active_past_end,
    contracts_without_revenue,
    ends_without_objective,
    notices_longer_than_term,
    notices_without_action,
    offers_not_for_sale,
    revenue_without_contract,
)
from generator.checks.cycles import circular_entities, circular_managers
from generator.checks.dates import ends_before_start, values_to_come
from generator.checks.departed import departed_people
from generator.checks.facts import Facts
from generator.checks.figures import (
    concentrated_contracts,
    concentrated_entities,
    margins_above_revenue,
    penetration_above_whole,
    rates_out_of_bounds,
)
from generator.checks.follow_up import decisions_not_applied, unanswered_risks
from generator.checks.governance import (
    absent_deciders,
    powerless_steering,
    unfollowed_objectives,
    unseated_decision_makers,
)
from generator.checks.kpis import disagreeing_values, incomplete_kpis, red_without_action, too_few_or_many_kpis
from generator.checks.meetings import broken_cadence, decisions_without_meeting, late_minutes, no_next_meeting
from generator.checks.objectives import (
    not_smart,
    objectives_for_us_only,
    objectives_without_actions,
    pointless_goals,
    unmeasured_objectives,
)
from generator.checks.people import (
    missing_roles,
    neglected_key_people,
    single_relationships,
    stale_opinions,
    unanswered_wariness,
    undrawn_people,
)
from generator.checks.selling import nothing_to_win, pipeline_too_small, selling_to_the_unhappy
from generator.checks.upkeep import not_one_accountable, unrevised_plan
from generator.model.breach import Breach


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, and the check that yields its breaches."""

    code: str
    check: Callable[[Facts], Iterator[Breach]]


RULES: tuple[Rule, ...] = (
    # what makes dates and charts impossible
    Rule("R401", ends_before_start),
    Rule("R415", circular_managers),
    Rule("R415", circular_entities),
    Rule("R402", rates_out_of_bounds),
    Rule("R421", not_smart),
    Rule("R451", nobody_or_no_date),
    # contracts about to be lost
    Rule("R404", notices_without_action),
    Rule("R416", notices_longer_than_term),
    Rule("R405", active_past_end),
    Rule("R403", ends_without_objective),
    # those who decide, and where
    Rule("R434", powerless_steering),
    Rule("R431", unseated_decision_makers),
    Rule("R433", absent_deciders),
    Rule("R409", missing_roles),
    Rule("R457", unanswered_wariness),
    Rule("R412", neglected_key_people),
    Rule("R413", single_relationships),
    # results off their course
    Rule("R443", red_without_action),
    Rule("R456", unanswered_risks),
    Rule("R455", decisions_not_applied),
    Rule("R452", overdue_actions),
    Rule("R428", selling_to_the_unhappy),
    Rule("R427", pipeline_too_small),
    Rule("R424", objectives_without_actions),
    Rule("R432", unfollowed_objectives),
    Rule("R423", unmeasured_objectives),
    Rule("R422", pointless_goals),
    Rule("R426", nothing_to_win),
    # rhythm
    Rule("R435", broken_cadence),
    Rule("R436", no_next_meeting),
    Rule("R437", decisions_without_meeting),
    # data that disagree
    Rule("R444", disagreeing_values),
    Rule("R441", too_few_or_many_kpis),
    Rule("R442", incomplete_kpis),
    Rule("R406", revenue_without_contract),
    Rule("R406", contracts_without_revenue),
    Rule("R407", offers_not_for_sale),
    Rule("R402", margins_above_revenue),
    Rule("R402", penetration_above_whole),
    Rule("R414", departed_people),
    Rule("R470", undrawn_people),
    Rule("R463", not_one_accountable),
    Rule("R464", values_to_come),
    # good to know
    Rule("R408", concentrated_contracts),
    Rule("R408", concentrated_entities),
    Rule("R454", overloaded_owners),
    Rule("R453", progress_against_status),
    Rule("R438", late_minutes),
    Rule("R425", objectives_for_us_only),
    Rule("R461", unrevised_plan),
    Rule("R465", stale_opinions),
)
