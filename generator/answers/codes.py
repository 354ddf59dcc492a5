"""What the code of a finding means, for a program: ``docs/schemas/code.schema.json`` tells its form."""

from __future__ import annotations

from generator.answers.envelope import as_json as enveloped
from generator.diagnostics import Findings, wording
from generator.diagnostics.catalogue import CATALOGUE
from generator.locales.locale import Locale


def as_json(code: str, locale: Locale) -> str:
    """Return a code explained as one JSON object; KeyError when there is none."""
    return enveloped(
        "explain",
        Findings(),
        locale,
        code=code,
        severity=CATALOGUE[code].severity.value,
        rule=wording.rule(code, locale),
        example=wording.example(code, locale),
        why=wording.why(code, locale),
        help=wording.what_to_do(code, locale),
    )
