"""The report of a workbook's findings: its facts, a score a stage, in the look of a brand."""

from __future__ import annotations

from pathlib import Path

from generator.answers.looks import report_look
from generator.diagnostics.report import Report
from generator.locales.locale import Locale
from generator.output.fingerprint import program_version
from generator.pipeline import Checked
from generator.workbook.soundness import stages


def findings_report(
    checked: Checked,
    file: Path,
    locale: Locale,
    *,
    brand: Path | None = None,
    strict: bool = False,
    whole: bool = False,
    colour: bool = False,
) -> Report:
    """Return the report; ``brand`` is a folder, None for our own. For the others see ``Report``."""
    account = checked.plan.account if checked.plan else None
    return Report(
        file=file.name,
        subject=account.client if account else file.stem,
        findings=checked.findings,
        stages=stages(checked.findings, checked.origins, locale),
        look=lambda: report_look(brand, account.supplier if account else ""),
        command="check",
        program=program_version(),
        facts=_facts(checked, locale),
        strict=strict,
        whole=whole,
        colour=colour,
    )


def _facts(checked: Checked, locale: Locale) -> tuple[str, ...]:
    if checked.plan is None:
        return ()
    account = checked.plan.account
    return (
        locale.value(checked.plan.period),
        locale.say("report.html.cutoff", cutoff=account.cutoff),
        locale.say("report.html.version", version=account.version),
    )
