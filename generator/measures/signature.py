"""Objectives that are signed or not: judged by their deal, their actions and their date, never on a straight line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.measures.actions import ActionState, action_states
from generator.measures.citation import cite_all
from generator.measures.contracts import renewed_contracts
from generator.measures.pipeline import Deal, currency_scale, sales_pipeline
from generator.measures.rag import Rag
from generator.measures.standing import Standing, behind, closed, pending, settled
from generator.model.actions import Action
from generator.model.choices import ObjectiveType, Share
from generator.model.field_path import FieldPath
from generator.model.objectives import Objective, SharedObjective
from generator.model.plan import AccountPlan, SharedPlan

_SIGNED = frozenset({ObjectiveType.RENEWAL, ObjectiveType.CROSS_SELL, ObjectiveType.UP_SELL})


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature at the cut-off: its colour and why, the deal it hangs on, and how late its actions are.

    ``deal`` is the heaviest open deal linked to the objective, ``others`` counts the other open ones; the client's
    edition knows none. ``days_late`` is the delay of the linked action that is latest.
    """

    standing: Standing
    rag: Rag
    deal: Deal | None
    others: int
    days_late: int
    sources: tuple[FieldPath, ...]


class Signatures:
    """The signatures of a plan; of a shared plan, as far as what the client may know tells of them."""

    def __init__(self, plan: SharedPlan) -> None:
        self._cutoff, self._currency = plan.account.cutoff, plan.account.currency
        self._deals = sales_pipeline(plan).deals if isinstance(plan, AccountPlan) else ()
        self._renewed = renewed_contracts(plan)
        self._late: dict[str, list[ActionState]] = {}
        for state in action_states(plan):
            if state.action.objective is not None and state.is_late:
                self._late.setdefault(state.action.objective, []).append(state)

    def of(self, objective: SharedObjective) -> Signature | None:
        """Return how a signature stands; None for an objective that is measured along the way."""
        if not self._reads_as_one(objective):
            return None
        if not isinstance(objective, Objective):
            return self._told(objective, self._late.get(objective.ref, []))
        return self._known(objective) if objective.type in _SIGNED else None

    def told_to_client(self, objective: SharedObjective) -> Rag:
        """Return the colour that the client's edition gives to an objective of the whole plan that it tells as one.

        The type is internal: whatever goes from nothing to an amount is a signature to the client.
        """
        if not isinstance(objective, Objective) or objective.share is not Share.CLIENT:
            return Rag.NONE
        return self._shared(objective).rag if self._reads_as_one(objective) else Rag.NONE

    def _reads_as_one(self, objective: SharedObjective) -> bool:
        is_amount = currency_scale(objective.unit, self._currency) is not None
        return is_amount and objective.baseline == 0 and objective.target is not None and objective.target > 0

    def _shared(self, objective: Objective) -> Signature:
        late = self._late.get(objective.ref, [])
        return self._told(objective, [one for one in late if _is_shared(one)])

    def _told(self, objective: SharedObjective, late: Sequence[ActionState]) -> Signature:
        """Judge by what both sides know: status, values, contract, due date, actions.

        A contract that was renewed says nothing for sure of an objective whose type is not told: no colour.
        """
        days = _days(late)
        standing = settled(objective) or (Standing.RENEWED if objective.contract in self._renewed else None)
        standing = standing or behind(objective, self._cutoff, days) or Standing.EARLY
        rag = Rag.NONE if standing is Standing.RENEWED else standing.rag
        return Signature(standing, rag, None, 0, days, _paths(late))

    def _known(self, objective: Objective) -> Signature:
        """Judge by the deals as well, and never better than the client's edition does."""
        late = self._late.get(objective.ref, [])
        linked = [deal for deal in self._deals if deal.opportunity.objective == objective.ref]
        live = [deal for deal in linked if deal.is_open]
        standing = self._standing(objective, linked, _days(late))
        if self.told_to_client(objective) is Rag.RED:
            standing = self._shared(objective).standing
        fields = ("stage", "probability", "decision_due")
        sources = tuple(path for deal in linked for path in cite_all("opportunities", deal.opportunity, fields))
        leading = live[0] if live else None
        return Signature(standing, standing.rag, leading, max(len(live) - 1, 0), _days(late), (*sources, *_paths(late)))

    def _standing(self, objective: Objective, linked: Sequence[Deal], days_late: int) -> Standing:
        is_renewed = objective.type is ObjectiveType.RENEWAL and objective.contract in self._renewed
        target = (objective.target or Decimal(0)) * (currency_scale(objective.unit, self._currency) or 1)
        leading = next((deal for deal in linked if deal.is_open), None)
        return (
            settled(objective)
            or (Standing.RENEWED if is_renewed else None)
            or closed(linked, target)
            or behind(objective, self._cutoff, days_late)
            or (pending(leading, self._cutoff, days_late) if leading else None)
            or Standing.EARLY
        )


def _days(late: Sequence[ActionState]) -> int:
    return max((state.days_late for state in late), default=0)


def _paths(late: Sequence[ActionState]) -> tuple[FieldPath, ...]:
    return tuple(path for state in late for path in state.sources)


def _is_shared(state: ActionState) -> bool:
    return isinstance(state.action, Action) and state.action.share is Share.CLIENT
