"""What ``copil check`` gives: the findings on the terminal or in a file, and the annotated copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.paths import shown
from generator.cli.terminal import has_colour, trouble
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.pipeline import Checked


@dataclass(frozen=True)
class Asked:
    """What the command line asks for."""

    file: Path
    output_format: str
    output: Path | None
    annotate: Path | None
    brand: Path | None
    strict: bool
    full: bool


def tell(asked: Asked, checked: Checked, locale: Locale) -> None:
    """Print the findings, or write them to a file and say so."""
    told = _rendered(asked, checked, locale)
    if asked.output is None:
        click.echo(told, nl=False)
        return
    from generator.output.atomic import write_atomically

    write_atomically(asked.output, told.encode("utf-8", "replace"))
    click.echo(locale.say("cli.check.written", file=shown(asked.output)))


def _rendered(asked: Asked, checked: Checked, locale: Locale) -> str:
    if asked.output_format == "json":
        from generator.diagnostics.rendering.json import render_json

        return render_json(checked.findings, locale)
    if asked.output_format == "html":
        return _page(asked, checked, locale)
    from generator.diagnostics.rendering.text import render_text

    is_file = asked.output is not None
    return render_text(checked.findings, locale, colour=not is_file and has_colour(), whole=is_file or asked.full)


def _page(asked: Asked, checked: Checked, locale: Locale) -> str:
    from generator.brand import load
    from generator.cli.looks import report_look
    from generator.diagnostics.rendering.html import Report, render_html
    from generator.workbook.soundness import stages

    account = checked.plan.account if checked.plan else None
    facts = (
        ()
        if account is None or checked.plan is None
        else (
            locale.value(checked.plan.period),
            locale.say("report.html.cutoff", cutoff=account.cutoff),
            locale.say("report.html.version", version=account.version),
        )
    )
    report = Report(
        file=asked.file.name,
        subject=account.client if account else asked.file.stem,
        findings=checked.findings,
        stages=stages(checked.findings, checked.origins, locale),
        facts=facts,
        strict=asked.strict,
    )
    supplier = account.supplier if account else ""
    return render_html(report, report_look(load(asked.brand), supplier), locale)


def annotate_copy(asked: Asked, target: Path, checked: Checked, locale: Locale) -> bool:
    """Write the annotated copy, and tell whether it could be; a file that could not be opened gives none."""
    from generator.brand import load
    from generator.cli.looks import note_colours
    from generator.output.atomic import write_atomically
    from generator.workbook.annotate import annotated

    if not checked.findings.sheets:
        trouble(locale.say("cli.check.not_read", file=shown(target)))
        return False
    colours = note_colours(load(asked.brand).palette)
    copy = annotated(asked.file.read_bytes(), checked.findings, locale, colours=colours, file=asked.file.name)
    if copy is None:
        trouble(locale.say("cli.check.not_annotable", file=shown(target)))
        return False
    write_atomically(target, copy.content)
    for loss in copy.losses:
        trouble(locale.say(f"report.loss.{loss}", sheet=copy.register))
    trouble(locale.say("cli.check.annotated", file=shown(target), sheet=copy.register))
    return True
