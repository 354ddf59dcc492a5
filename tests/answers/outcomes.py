"""What a build came to, without building."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.diagnostics import Findings
from generator.editions.edition import Edition
from generator.model.plan import AccountPlan
from generator.pipeline import Built, Checked, Document, DocumentKind
from generator.workbook.origins import Origins

SOUND = Findings()


def built(plan: AccountPlan | None, *, findings: Findings = SOUND, folder: str = "out", **more: Any) -> Built:
    """The house's documents of a plan; none without a plan."""
    kinds = (DocumentKind.DECK, DocumentKind.PLAN) if plan else ()
    return Built(
        Checked(plan, None, Origins(), findings),
        findings,
        documents=tuple(Document(kind, Edition.INTERNAL, Path(folder) / kind.name) for kind in kinds),
        **more,
    )
