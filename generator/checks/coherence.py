"""Apply every rule to a plan, and turn what it breaks into findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.checks.facts import Facts
from generator.checks.rules import rules
from generator.diagnostics import Finding, Findings, Place, Severity, finding
from generator.locales import Locale
from generator.model.breach import Breach
from generator.model.field_path import FieldPath
from generator.model.gap import NO_GAPS, Gaps
from generator.model.plan import AccountPlan

Locate = Callable[[FieldPath], Place | None]
_GRAVITY = tuple(Severity)


def check_coherence(plan: AccountPlan, gaps: Gaps = NO_GAPS) -> tuple[Breach, ...]:
    """Return what the plan breaks, the gravest first: by severity, then in the order of the rules, then by weight.

    What may follow from a gap alone is not told: the gap is, and what is left of it will be once it is mended.
    """
    facts = Facts(plan, gaps)
    found = [(rule.rank, item) for rule in rules() for item in rule.check(facts) if rule.is_sure(facts, item)]
    found.sort(key=lambda ranked: (_GRAVITY.index(ranked[1].severity), ranked[0], -ranked[1].weight))
    return tuple(item for _, item in found)


def to_findings(breaches: Iterable[Breach], locate: Locate, locale: Locale) -> Findings:
    """Return the breaches as findings, at the places that ``locate`` tells; ``locale`` says the values there.

    Where the file has no such place, the key of the row still names it.
    """
    return Findings.of(_finding(item, locate, locale) for item in breaches)


def _finding(item: Breach, locate: Locate, locale: Locale) -> Finding:
    return finding(
        item.code,
        locate(item.path) or Place(key=" · ".join(filter(None, item.path.key)) or None),
        value=None if item.value is None else locale.value(item.value),
        suggestion=item.suggestion,
        severity=item.severity,
        **item.args,
    )
