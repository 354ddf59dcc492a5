"""What ``copil check`` gives: the findings on the terminal or in a file, and the annotated copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.answers.paths import shown
from generator.cli.formats import HTML, JSON
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
    click.echo(locale.say("cli.check.written", file=shown(asked.output)), err=asked.output_format == JSON)


def _rendered(asked: Asked, checked: Checked, locale: Locale) -> str:
    if asked.output_format == JSON:
        from generator.answers.envelope import as_json

        return as_json("check", checked.findings, locale)
    if asked.output_format == HTML:
        from generator.answers.findings_page import findings_page
        from generator.brand import load

        return findings_page(checked, asked.file, load(asked.brand), locale, strict=asked.strict)
    from generator.diagnostics.rendering.text import render_text

    is_file = asked.output is not None
    return render_text(checked.findings, locale, colour=not is_file and has_colour(), whole=is_file or asked.full)


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
