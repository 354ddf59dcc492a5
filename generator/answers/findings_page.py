"""The page of a workbook's findings: its facts, a score a stage, in the look of a brand."""

from __future__ import annotations

from pathlib import Path

from generator.answers.looks import report_look
from generator.brand import Brand
from generator.diagnostics.rendering.html import Report, render_html
from generator.locales.locale import Locale
from generator.pipeline import Checked
from generator.workbook.soundness import stages


def findings_page(checked: Checked, file: Path, brand: Brand, locale: Locale, *, strict: bool = False) -> str:
    """Return the page; ``strict`` lets warnings block."""
    account = checked.plan.account if checked.plan else None
    report = Report(
        file=file.name,
        subject=account.client if account else file.stem,
        findings=checked.findings,
        stages=stages(checked.findings, checked.origins, locale),
        facts=_facts(checked, locale),
        strict=strict,
    )
    return render_html(report, report_look(brand, account.supplier if account else ""), locale)


def _facts(checked: Checked, locale: Locale) -> tuple[str, ...]:
    if checked.plan is None:
        return ()
    account = checked.plan.account
    return (
        locale.value(checked.plan.period),
        locale.say("report.html.cutoff", cutoff=account.cutoff),
        locale.say("report.html.version", version=account.version),
    )
