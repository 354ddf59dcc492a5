"""Findings as records for a program: one object a finding."""

from generator.diagnostics import wording
from generator.diagnostics.finding import Finding
from generator.diagnostics.findings import Findings
from generator.locales import Locale
from generator.locales.characters import HYPHEN

Record = dict[str, str | None]


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
