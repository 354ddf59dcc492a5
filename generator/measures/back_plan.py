"""The way back from a notice date: the approval path that a renewal takes, and the last day to set out on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.measures.citation import cite
from generator.measures.contracts import ContractLife
from generator.measures.measure import merged
from generator.measures.references import in_reading_order
from generator.model.field_path import FieldPath
from generator.model.kpi_filter import folded
from generator.model.mapping import ApprovalStep
from generator.model.plan import AccountPlan

_NO_THRESHOLD = Decimal(-1)


@dataclass(frozen=True, slots=True)
class BackPlan:
    """A contract whose notice nears, the steps of the path that its renewal takes, and the notice date."""

    life: ContractLife
    notice: date
    steps: tuple[ApprovalStep, ...]

    @property
    def days(self) -> int:
        """How long the path usually takes."""
        return sum(step.delay_days or 0 for step in self.steps)

    @property
    def launch(self) -> date:
        """The latest day to set out: the notice date less the days of the path."""
        return self.notice - timedelta(days=self.days)

    @property
    def delays(self) -> tuple[FieldPath, ...]:
        """The delays that the days are the sum of."""
        return tuple(cite("approval_steps", step, "delay_days") for step in self.steps if step.delay_days)

    @property
    def sources(self) -> tuple[FieldPath, ...]:
        """The fields that the launch was worked out from."""
        return merged((self.life.sources, self.delays))


def back_plans(plan: AccountPlan, lives: Iterable[ContractLife], stems: Iterable[str]) -> tuple[BackPlan, ...]:
    """Return the way back of each contract that has a notice date and a path of known length, the first to leave first.

    A path is for renewals when a stem stands in the name of its purchase, and for a contract when its threshold does
    not exceed the annual amount; of several, the one with the highest threshold.
    """
    paths = tuple(_paths(plan, tuple(folded(stem) for stem in stems)))
    found = (_back_plan(life, paths) for life in lives)
    known = [one for one in found if one is not None and one.days]
    return tuple(sorted(known, key=lambda one: (one.launch, in_reading_order(one.life.contract.ref))))


def _back_plan(life: ContractLife, paths: Iterable[tuple[ApprovalStep, ...]]) -> BackPlan | None:
    if life.notice_date is None:
        return None
    fitting = [path for path in paths if _threshold(path) <= life.annual_amount]
    return BackPlan(life, life.notice_date, max(fitting, key=_threshold)) if fitting else None


def _paths(plan: AccountPlan, stems: tuple[str, ...]) -> Iterator[tuple[ApprovalStep, ...]]:
    names = dict.fromkeys(step.purchase_type for step in plan.approval_steps)
    for name in names:
        if any(stem in folded(name) for stem in stems):
            steps = (step for step in plan.approval_steps if step.purchase_type == name)
            yield tuple(sorted(steps, key=lambda step: step.step))


def _threshold(path: tuple[ApprovalStep, ...]) -> Decimal:
    return next((step.threshold for step in path if step.threshold is not None), _NO_THRESHOLD)
