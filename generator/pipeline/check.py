"""From a workbook to its plan, what the client may see of it, and every finding."""

from __future__ import annotations

from pathlib import Path

from generator.checks import check_coherence, to_findings
from generator.editions import redact
from generator.locales import Language, Locale
from generator.pipeline.results import Checked
from generator.workbook.bind import bind
from generator.workbook.read import read


def check(workbook: Path, *, language: Language = Language.FR) -> Checked:
    """Read a workbook and return its plan and every finding; ``language`` words the values that findings cite."""
    bound = bind(read(workbook))
    if bound.plan is None:
        return Checked(None, None, bound.origins, bound.findings)
    redaction = redact(bound.plan)
    locale = Locale(language, bound.plan.account.currency)
    breaches = (*check_coherence(bound.plan), *redaction.breaches)
    return Checked(
        bound.plan, redaction, bound.origins, bound.findings + to_findings(breaches, bound.origins.place, locale)
    )
