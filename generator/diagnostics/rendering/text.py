"""Findings as text for a terminal: grouped by sheet, the cell first, many of one kind told once."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from generator.diagnostics import wording
from generator.diagnostics.finding import Finding
from generator.diagnostics.findings import Findings
from generator.diagnostics.renderer import Renderer
from generator.diagnostics.report import Report
from generator.diagnostics.severity import Severity
from generator.locales import Locale
from generator.locales.characters import HYPHEN

_INDENT = " " * 11
_ANSI = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"
_EXAMPLES = 5


def render_text(findings: Findings, locale: Locale, *, colour: bool = False, whole: bool = False) -> str:
    """Return the findings and a summary line; `colour` adds ANSI codes. Ends with a newline.

    Of more than six findings of one code in one table the first five are told and the others counted; `whole` tells
    each one.
    """
    groups = groupby(findings, key=lambda item: item.place.sheet or item.place.file)
    lines = [line for sheet, group in groups for line in _group(sheet, tuple(group), locale, colour, whole)]
    return _searchable("\n".join([*lines, summary(findings, locale)]) + "\n")


def _render(report: Report, locale: Locale) -> str:
    return render_text(report.findings, locale, colour=report.colour, whole=report.whole)


def summary(findings: Findings, locale: Locale) -> str:
    """Count the findings by severity, in one line; says so when there are none."""
    counted = (
        ("errors", findings.errors),
        ("warnings", findings.warnings),
        ("infos", findings.infos),
    )
    parts = [locale.say(f"diagnostics.text.{name}", n=len(found)) for name, found in counted if found]
    return ", ".join(parts) or locale.say("diagnostics.text.none")


def _group(
    sheet: str | None,
    group: tuple[Finding, ...],
    locale: Locale,
    colour: bool,  # noqa: FBT001
    whole: bool,  # noqa: FBT001
) -> Iterator[str]:
    yield _painted(sheet or locale.say("diagnostics.text.workbook"), _BOLD, colour=colour)
    folded = {} if whole else _crowds(group)
    for finding in group:
        if finding not in folded.get(_kind(finding), ()):
            yield from _entry(finding, locale, colour=colour)
    for others in folded.values():
        yield _painted(_INDENT + _counted(others, locale), _DIM, colour=colour)
    yield ""


def _kind(finding: Finding) -> tuple[str, str | None]:
    return finding.code, finding.place.table


def _crowds(group: tuple[Finding, ...]) -> dict[tuple[str, str | None], dict[Finding, None]]:
    """Return what is only counted, by kind: all but the first of the kinds that have many."""
    kinds = Counter(map(_kind, group))
    crowds: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in group:
        if kinds[_kind(finding)] > _EXAMPLES + 1:
            crowds.setdefault(_kind(finding), []).append(finding)
    return {kind: dict.fromkeys(found[_EXAMPLES:]) for kind, found in crowds.items()}


def _counted(others: dict[Finding, None], locale: Locale) -> str:
    first, *_, last = others
    return locale.say(
        "diagnostics.text.others",
        n=len(others),
        code=first.code,
        table=first.place.table or first.place.sheet or "",
        first=first.place.cell or "",
        last=last.place.cell or "",
    )


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


RENDERER = Renderer(_render)
