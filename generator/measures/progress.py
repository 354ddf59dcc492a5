"""How far each objective has come from its baseline to its target, against the time gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.measures.citation import cite_all
from generator.measures.rag import Rag
from generator.measures.signature import Signature, Signatures
from generator.model.account import SharedAccount
from generator.model.choices import ObjectiveStatus
from generator.model.field_path import FieldPath
from generator.model.objectives import SharedObjective
from generator.model.plan import SharedPlan

AMBER_MARGIN = Decimal("0.1")
_WITHOUT_RAG = frozenset({ObjectiveStatus.DROPPED, ObjectiveStatus.NOT_STARTED})
_CLOSED = frozenset({ObjectiveStatus.REACHED, ObjectiveStatus.MISSED, ObjectiveStatus.DROPPED})


@dataclass(frozen=True, slots=True)
class ObjectiveProgress:
    """How far an objective has come from its baseline to its target, falling values too.

    ``raw_share`` is as computed, ``share`` within 0 to 1. ``expected`` is the share of time gone from the plan's start
    to the due date, within 0 to 1. None where a value is missing, the target equals the baseline, or nothing is due;
    and all three for a ``signature``, which is not judged on a straight line.
    """

    objective: SharedObjective
    share: Decimal | None
    raw_share: Decimal | None
    expected: Decimal | None
    rag: Rag
    sources: tuple[FieldPath, ...]
    signature: Signature | None = None

    @property
    def lag(self) -> Decimal:
        """How far the share is ahead of the expected one, negative when behind; 0 where there is no way to measure."""
        return (self.share or Decimal(0)) - (self.expected or Decimal(0))

    @property
    def is_open(self) -> bool:
        """Whether the objective is neither reached, missed nor dropped."""
        return self.objective.status not in _CLOSED


def objective_progress(plan: SharedPlan) -> tuple[ObjectiveProgress, ...]:
    """Return the progress of every objective, in the workbook's order."""
    signatures = Signatures(plan)
    return tuple(
        _signed(objective, signature)
        if (signature := signatures.of(objective)) is not None
        else _measured(objective, plan.account, signatures.told_to_client(objective))
        for objective in plan.objectives
    )


def pursued(progress: Iterable[ObjectiveProgress]) -> tuple[ObjectiveProgress, ...]:
    """Return the objectives of the plan: all but those dropped."""
    return tuple(item for item in progress if item.objective.status is not ObjectiveStatus.DROPPED)


def progress_rag(status: ObjectiveStatus, share: Decimal | None, expected: Decimal | None) -> Rag:
    """Return an objective's colour.

    By status first: reached green, missed red, dropped or not started none. Else green when the target is met or the
    share is at least the expected one, amber when it lags by at most ten points, red beyond; none when either is
    unknown.
    """
    if status is ObjectiveStatus.REACHED:
        return Rag.GREEN
    if status is ObjectiveStatus.MISSED:
        return Rag.RED
    if status in _WITHOUT_RAG or share is None:
        return Rag.NONE
    if share >= 1:
        return Rag.GREEN
    if expected is None:
        return Rag.NONE
    if share >= expected:
        return Rag.GREEN
    return Rag.AMBER if share >= expected - AMBER_MARGIN else Rag.RED


def _signed(objective: SharedObjective, signature: Signature) -> ObjectiveProgress:
    return ObjectiveProgress(
        objective, None, None, None, signature.rag, (*_sources(objective), *signature.sources), signature
    )


def _measured(objective: SharedObjective, account: SharedAccount, told_to_client: Rag) -> ObjectiveProgress:
    """Judge on a straight line, but never better than the client's edition where that tells a signature."""
    raw = _raw_share(objective)
    share = None if raw is None else _clipped(raw)
    expected = _expected(objective.due, account.plan_start, account.cutoff)
    rag = Rag.RED if told_to_client is Rag.RED else progress_rag(objective.status, share, expected)
    return ObjectiveProgress(objective, share, raw, expected, rag, _sources(objective))


def _sources(objective: SharedObjective) -> tuple[FieldPath, ...]:
    fields = ("baseline", "current", "target", "due", "status")
    return cite_all("objectives", objective, [name for name in fields if getattr(objective, name) is not None])


def _raw_share(objective: SharedObjective) -> Decimal | None:
    baseline, target, current = objective.baseline, objective.target, objective.current
    if baseline is None or target is None or current is None or target == baseline:
        return None
    return (current - baseline) / (target - baseline)


def _expected(due: date | None, start: date, cutoff: date) -> Decimal | None:
    if due is None:
        return None
    if due <= start:
        return Decimal(1) if cutoff >= due else Decimal(0)
    return _clipped(Decimal((cutoff - start).days) / Decimal((due - start).days))


def _clipped(share: Decimal) -> Decimal:
    return min(max(share, Decimal(0)), Decimal(1))
