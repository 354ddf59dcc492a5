"""The coherence rules, each with its code: the ones that weigh most first among those of a severity."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.checks.actions import nobody_or_no_date, overdue_actions, overloaded_owners, progress_against_status
from generator.checks.contracts import (
    active_past_end,
    contracts_without_revenue,
    ends_without_objective,
    notices_longer_than_term,
    notices_without_action,
    offers_not_for_sale,
    revenue_without_contract,
    signed_without_date,
)
from generator.checks.cycles import circular_entities, circular_managers
from generator.checks.dates import ends_before_start, events_to_come, values_to_come
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
from generator.checks.rests import QUARTERS, Rests, computed_from, nothing_computed
from generator.checks.selling import nothing_to_win, pipeline_too_small, selling_to_the_unhappy
from generator.checks.upkeep import not_one_accountable, unrevised_plan
from generator.model.breach import Breach
from generator.model.choices import BodyType, FigureMeasure, ObjectiveType
from generator.model.field_path import FieldPath
from generator.model.gap import SOMETHING


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, the check that yields its breaches, and what beside the place of a breach would undo it.

    ``own`` are other fields of the breach's row; ``rests`` are rows of any table.
    """

    code: str
    check: Callable[[Facts], Iterator[Breach]]
    rests: tuple[Rests, ...] = ()
    own: tuple[str, ...] = ()
    inputs: Callable[[Facts, FieldPath], tuple[Rests, ...]] = nothing_computed

    def is_sure(self, facts: Facts, item: Breach) -> bool:
        """Tell whether a breach stands whatever the cells hold that could not be read."""
        path = item.path
        fields = {path.field, *self.own}
        if path.key and any(facts.gaps.holds(path.table, path.key, field) for field in fields):
            return False
        return not any(rest.is_open(facts, path, item.args) for rest in (*self.rests, *self.inputs(facts, path)))


def _settings(*fields: str) -> Rests:
    """Return thresholds: where one could not be read, its default stands in its place."""
    return Rests("settings", fields)


_END = Rests("amendments", by="contract", where=(("new_end", SOMETHING),))
_OWN_END = ("end", "renewal_months")
_SOLD = Rests("figures", (QUARTERS,), where=(("measure", FigureMeasure.REVENUE),))
_PARENTS = Rests("entities", ("parent",))
_COMMITTEES = Rests("bodies", where=(("type", BodyType.STEERING),))
_DECISION_MAKERS = Rests("contacts", ("decision_role",))
_SEATS = (Rests("bodies", by="client_members"), Rests("bodies", by="chair"))
_SEATS_OF_PERSON = tuple(replace(rest, named="person") for rest in _SEATS)
_AMENDED = Rests("amendments", ("annual_impact", "new_end"))
_CONTRACTS = Rests("contracts", ("offers", "signed", *_OWN_END))
_SUCCESSORS = Rests("contracts", ("signed",), by="replaces")

RULES: tuple[Rule, ...] = (
    # what makes dates and charts impossible
    Rule("R401", ends_before_start),
    Rule("R415", circular_managers),
    Rule("R415", circular_entities),
    Rule("R402", rates_out_of_bounds),
    Rule("R421", not_smart),
    Rule("R451", nobody_or_no_date),
    # contracts about to be lost
    Rule(
        "R404",
        notices_without_action,
        (Rests("actions", by="contract"), _END, _settings("notice_alert_days")),
        _OWN_END,
    ),
    Rule("R416", notices_longer_than_term, (_SUCCESSORS, _END), _OWN_END),
    Rule("R405", active_past_end, (_SUCCESSORS, _END), _OWN_END),
    Rule(
        "R403",
        ends_without_objective,
        (
            Rests("objectives", by="contract", named="contract", where=(("type", ObjectiveType.RENEWAL),)),
            replace(_SUCCESSORS, named="contract"),
            replace(_END, named="contract"),
            Rests("contracts", _OWN_END, by="ref", named="contract"),
            _settings("renewal_horizon_months"),
        ),
    ),
    # those who decide, and where
    Rule(
        "R434",
        powerless_steering,
        (_COMMITTEES, _DECISION_MAKERS),
        ("chair",),
    ),
    Rule("R431", unseated_decision_makers, _SEATS),
    Rule(
        "R433",
        absent_deciders,
        _SEATS_OF_PERSON,
    ),
    Rule("R409", missing_roles, (Rests("contacts", ("decision_role", "attitude")),)),
    Rule("R457", unanswered_wariness, (Rests("actions", by="addressee"),)),
    Rule("R412", neglected_key_people, (_settings("contact_silence_days"),)),
    Rule("R413", single_relationships, (Rests("contacts", ("coverage",), by="entity"), _SOLD)),
    # results off their course
    Rule("R443", red_without_action, (Rests("actions", by="kpi"),), ("target", "threshold"), computed_from),
    Rule("R456", unanswered_risks, (_settings("risk_criticality"),)),
    Rule("R455", decisions_not_applied),
    Rule("R452", overdue_actions),
    Rule(
        "R428",
        selling_to_the_unhappy,
        (
            Rests("objectives", where=(("type", ObjectiveType.QUALITY),)),
            Rests("satisfaction", ("respondents", "scale_max")),
            Rests("tickets", (QUARTERS,)),
        ),
    ),
    Rule(
        "R427",
        pipeline_too_small,
        (Rests("opportunities", by="objective"), Rests("account", ("currency",))),
        ("unit", "baseline", "current"),
    ),
    Rule("R424", objectives_without_actions, (Rests("actions", by="objective"),)),
    Rule("R432", unfollowed_objectives, (Rests("bodies", by="objectives"),)),
    Rule("R423", unmeasured_objectives, (Rests("kpis", by="objectives"),)),
    Rule("R422", pointless_goals),
    Rule("R426", nothing_to_win, (Rests("potential", ("incumbent",), by="entity", named="entity"),)),
    # rhythm
    Rule("R435", broken_cadence, (Rests("meetings", ("held",), by="body"), _settings("cadence_tolerance"))),
    Rule("R436", no_next_meeting, (Rests("meetings", ("held",), by="body"),)),
    Rule("R437", decisions_without_meeting),
    # data that disagree
    Rule("R444", disagreeing_values, (_settings("kpi_gap"),), ("filter",), computed_from),
    Rule("R441", too_few_or_many_kpis, (Rests("kpis"), _settings("kpi_minimum", "kpi_maximum"))),
    Rule("R442", incomplete_kpis),
    Rule("R406", revenue_without_contract, (_CONTRACTS, Rests("amendments", ("new_end",)), _PARENTS)),
    Rule("R406", contracts_without_revenue, (_SOLD, _PARENTS, _END), _OWN_END),
    Rule("R407", offers_not_for_sale),
    Rule("R402", margins_above_revenue),
    Rule("R402", penetration_above_whole, inputs=computed_from),
    Rule("R458", events_to_come),
    Rule("R459", signed_without_date),
    Rule("R414", departed_people),
    Rule("R470", undrawn_people),
    Rule("R463", not_one_accountable, (Rests("raci", by="activity", named="activity"),)),
    Rule("R464", values_to_come),
    # good to know
    Rule(
        "R408",
        concentrated_contracts,
        (
            _CONTRACTS,
            _AMENDED,
            _settings("concentration_rate"),
        ),
    ),
    Rule("R408", concentrated_entities, (_SOLD, Rests("entities"), _settings("concentration_rate"))),
    Rule("R454", overloaded_owners, (Rests("actions", ("owner",)), _settings("owner_share"))),
    Rule("R453", progress_against_status),
    Rule("R438", late_minutes, (_settings("minutes_days"),), ("held",)),
    Rule("R425", objectives_for_us_only),
    Rule("R461", unrevised_plan, (Rests("revisions"), _settings("revision_days"))),
    Rule("R465", stale_opinions, (_settings("retention_months"),), ("observed_on", "last_contact")),
)
