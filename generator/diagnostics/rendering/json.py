"""Findings as records for a program, one object a finding, in the form that every answer in JSON has."""

import json
from typing import Any

from generator.diagnostics import wording
from generator.diagnostics.finding import Finding
from generator.diagnostics.findings import Findings
from generator.diagnostics.renderer import Renderer
from generator.diagnostics.report import Report
from generator.locales import Locale
from generator.locales.characters import HYPHEN

Record = dict[str, str | None]


FORM = 1
"""Raised when a key is taken away or changes its meaning; keys that are added do not raise it."""


def document(command: str, program: str, findings: Findings, locale: Locale, **told: Any) -> str:
    """Return one JSON document, ending with a newline: which command answers, what it tells, what was found.

    ``program`` is the version of the program that answers.
    """
    known = {"command": command, "form": FORM, "copil": program}
    whole = known | told | {"findings": records(findings, locale)}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def records(findings: Findings, locale: Locale) -> list[Record]:
    """Return one flat record a finding, with the keys that ``findings.schema.json`` promises."""
    return [_record(finding, locale) for finding in findings]


def _record(finding: Finding, locale: Locale) -> Record:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": wording.message(finding, locale).replace(HYPHEN, "-"),
        "help": wording.what_to_do(finding.code, locale).replace(HYPHEN, "-"),
        "suggestion": finding.suggestion,
        "file": finding.place.file,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell,
        "table": finding.place.table,
        "column": finding.place.column,
        "key": finding.place.key,
        "value": finding.value,
    }


def _render(report: Report, locale: Locale) -> str:
    return document(report.command, report.program, report.findings, locale)


RENDERER = Renderer(_render, suffixes=(".json",), is_for_programs=True)
