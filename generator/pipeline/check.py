"""From a workbook to its plan, what the client may see of it, and every finding."""

from __future__ import annotations

from pathlib import Path

from generator.checks import check_coherence, to_findings
from generator.editions import redact
from generator.editions.unread import sure
from generator.locales import Language, Locale
from generator.model.plan import SharedPlan
from generator.pipeline.results import Checked
from generator.workbook.bind import Bound, bind
from generator.workbook.read import read


def check(workbook: Path, *, language: Language | None = None) -> Checked:
    """Read a workbook and return its plan and every finding.

    ``language`` words the values that findings cite; None follows the workbook.
    """
    return checked(bind(read(workbook)), language=language)


def checked(bound: Bound, *, language: Language | None = None) -> Checked:
    """Return what is found in the plan that a workbook was bound to, beside what binding it told."""
    if bound.plan is None:
        return Checked(None, None, bound.origins, bound.findings)
    redaction = redact(bound.plan)
    locale = document_locale(bound.plan, language)
    breaches = (*check_coherence(bound.plan, bound.gaps), *sure(redaction.breaches, bound.plan, bound.gaps))
    return Checked(
        bound.plan, redaction, bound.origins, bound.findings + to_findings(breaches, bound.origins.place, locale)
    )


def document_locale(plan: SharedPlan, language: Language | None) -> Locale:
    """Return the locale of the documents: the language asked for, else the workbook's."""
    return Locale(language or plan.account.language, plan.account.currency)
