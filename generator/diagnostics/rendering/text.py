"""Findings as text for a terminal: grouped by sheet, the cell first."""

from collections.abc import Iterator
from itertools import groupby

from generator.diagnostics import wording
from generator.diagnostics.finding import Finding
from generator.diagnostics.findings import Findings
from generator.diagnostics.severity import Severity
from generator.locales import Locale
from generator.locales.typography import HYPHEN

_INDENT = " " * 11
_ANSI = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"


def render_text(findings: Findings, locale: Locale, *, colour: bool = False) -> str:
    """Return all findings and a summary line; `colour` adds ANSI codes. Ends with a newline."""
    groups = groupby(findings, key=lambda item: item.place.sheet or item.place.file)
    lines = [line for sheet, group in groups for line in _group(sheet, tuple(group), locale, colour=colour)]
    return _searchable("\n".join([*lines, summary(findings, locale)]) + "\n")


def summary(findings: Findings, locale: Locale) -> str:
    """Count the findings by severity, in one line; says so when there are none."""
    counted = (
        ("errors", findings.errors),
        ("warnings", findings.warnings),
        ("infos", findings.infos),
    )
    parts = [locale.say(f"diagnostics.text.{name}", n=len(found)) for name, found in counted if found]
    return ", ".join(parts) or locale.say("diagnostics.text.none")


def _group(sheet: str | None, group: tuple[Finding, ...], locale: Locale, *, colour: bool) -> Iterator[str]:
    yield _painted(sheet or locale.say("diagnostics.text.workbook"), _BOLD, colour=colour)
    for finding in group:
        yield from _entry(finding, locale, colour=colour)
    yield ""


def _entry(finding: Finding, locale: Locale, *, colour: bool) -> Iterator[str]:
    letter = locale.say(f"diagnostics.severity.{finding.severity.value}.letter")
    head = _painted(f"{letter} {finding.code}", _ANSI[finding.severity], colour=colour)
    yield f"  {finding.place.cell or '':<6} {head}  {wording.message(finding, locale)}"
    for line in _advice(finding, locale):
        yield _painted(_INDENT + line, _DIM, colour=colour)
    if finding.suggestion:
        yield _INDENT + locale.say("diagnostics.text.suggestion", suggestion=finding.suggestion)


def _advice(finding: Finding, locale: Locale) -> tuple[str, str]:
    return (
        locale.say("diagnostics.text.why", why=wording.why(finding.code, locale)),
        locale.say("diagnostics.text.help", help=wording.what_to_do(finding.code, locale)),
    )


def _painted(line: str, ansi: str, *, colour: bool) -> str:
    return f"\x1b[{ansi}m{line}\x1b[0m" if colour else line


def _searchable(text: str) -> str:
    """Give references back their plain hyphen, so that what is copied from a terminal is found in the workbook."""
    return text.replace(HYPHEN, "-")
