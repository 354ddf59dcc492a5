"""The form of every answer in JSON: the same keys around whatever is told, ``docs/schemas`` has the form of each."""

from __future__ import annotations

from typing import Any

from generator.diagnostics import Findings
from generator.diagnostics.rendering.json import document
from generator.locales.locale import Locale
from generator.output.fingerprint import program_version


def as_json(command: str, findings: Findings, locale: Locale, **told: Any) -> str:
    """Return one JSON document, ending with a newline: which command answers, what it tells, what was found.

    An answer that findings keep from being given holds them and nothing else, as ``refused.schema.json`` says.
    """
    return document(command, program_version(), findings, locale, **told)
