"""What ``copil check`` gives: the findings on the terminal or in a file, and the annotated copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.answers.paths import shown
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
    from generator.answers.findings_report import findings_report
    from generator.diagnostics.renderers import renderer

    form, is_file = renderer(asked.output_format), asked.output is not None
    report = findings_report(
        checked,
        asked.file,
        locale,
        brand=asked.brand,
        strict=asked.strict,
        whole=is_file or asked.full,
        colour=not is_file and has_colour(),
    )
    told = form.render(report, locale)
    if asked.output is None:
        click.echo(told, nl=False)
        return
    from generator.output.atomic import write_atomically

    write_atomically(asked.output, told.encode("utf-8", "replace"))
    click.echo(locale.say("cli.check.written", file=shown(asked.output)), err=form.is_for_programs)


def annotate_copy(asked: Asked, target: Path, checked: Checked, locale: Locale) -> bool:
    """Write the annotated copy, and tell whether it could be; a file that could not be opened gives none."""
    from generator.answers.looks import note_colours
    from generator.brand import load
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
