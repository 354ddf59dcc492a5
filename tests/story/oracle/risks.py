"""Claims about risks: how many are open, how many critical, which is first."""

from __future__ import annotations

from typing import Any

from generator.model.choices import RiskStatus
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, counted, only, row


def open_ones(w: World) -> list[Any]:
    """The gravest first; of equal ones the heavier impact, then as people count references."""
    rows = [risk for risk in w.plan.risks if risk.status is RiskStatus.OPEN]
    return sorted(rows, key=lambda risk: (-risk.probability * risk.impact, -risk.impact, counted(risk.ref)))


def _critical(w: World) -> int:
    return w.settings.risk_criticality if w.is_internal else 15


def _headline(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        rows = open_ones(w)
        high = [risk for risk in rows if risk.probability * risk.impact >= _critical(w)]
        found = "calm" if not high else "all_critical" if len(high) == len(rows) else "critical"
        if not rows or found != kind:
            return None
        counted_rows = high or rows
        told = {"n": len(counted_rows), "count": w.word(len(counted_rows)), "what": w.cited(rows[0].ref, rows[0].risk)}
        return told | {"score": rows[0].probability * rows[0].impact} | ({"total": w.word(len(rows))} if high else {})

    return claim


def _alt(w: World, said: Said) -> Expected:
    risk = row(open_ones(w), said.args["ref"])
    return {"name": risk.risk, "probability": risk.probability, "impact": risk.impact}


R = "story.risks"
CLAIMS: Claims = {
    **{f"{R}.headline.{kind}": _headline(kind) for kind in ("critical", "all_critical", "calm")},
    f"{R}.headline.none": lambda w, _: only(not open_ones(w), n=len(w.plan.risks)),
    f"{R}.list_title": lambda w, _: {"n": min(5, len(open_ones(w))), "count": w.word(min(5, len(open_ones(w))))},
    f"{R}.more": lambda w, _: only(len(open_ones(w)) > 5, n=len(open_ones(w)) - 5),
    f"{R}.no_response": lambda w, _: only(any(not risk.response for risk in open_ones(w))),
    f"{R}.alt.row": _alt,
    f"{R}.source": lambda w, _: {"n": len(w.plan.risks)},
    f"{R}.source_client": lambda w, _: {"n": len(w.plan.risks)},
    f"{R}.note": lambda w, _: {"critical": _critical(w)},
}
