"""The form of every answer in JSON: the same keys around whatever is told, ``docs/schemas`` has the form of each."""

from __future__ import annotations

import json
from typing import Any

from generator.diagnostics import Findings
from generator.diagnostics.rendering.json import records
from generator.locales.locale import Locale
from generator.output.fingerprint import program_version

FORM = 1
"""Raised when a key is taken away or changes its meaning; keys that are added do not raise it."""


def as_json(command: str, findings: Findings, locale: Locale, **told: Any) -> str:
    """Return one JSON document, ending with a newline: which command answers, what it tells, what was found.

    An answer that findings keep from being given holds them and nothing else, as ``refused.schema.json`` says.
    """
    known = {"command": command, "form": FORM, "copil": program_version()}
    document = known | told | {"findings": records(findings, locale)}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
