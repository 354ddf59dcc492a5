"""``copil check``: every finding of a workbook, as text, JSON, a page, or notes on a copy of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.exit_codes import DONE, FINDINGS_BLOCK, WRONG_USAGE
from generator.cli.terminal import Progress, has_colour, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.pipeline import Checked

_FORMATS = ("text", "json", "html")
_BY_SUFFIX = {".json": "json", ".html": "html", ".htm": "html"}


@dataclass(frozen=True)
class _Asked:
    """What the command line asks for."""

    file: Path
    output_format: str
    output: Path | None
    annotate: Path | None
    brand: Path | None
    strict: bool


def check_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(
        file: Path,
        output_format: str | None,
        output: Path | None,
        annotate: Path | None,
        brand: Path | None,
        lang: str | None,  # noqa: ARG001 - read before commands are made
        *,
        strict: bool,
    ) -> int:
        told = output_format or _BY_SUFFIX.get(output.suffix.lower() if output else "", "text")
        asked = _Asked(file, told, output, annotate, brand, strict)
        if (refusal := _refusal(asked, locale)) is not None:
            trouble(refusal)
            return WRONG_USAGE
        from generator.pipeline import check

        progress = Progress(locale)
        progress.say("cli.progress.read")
        try:
            checked = check(file, language=locale.language)
        finally:
            progress.done()
        _tell(asked, checked, locale)
        is_annotated = annotate is None or _annotate(asked, annotate, checked, locale)
        blocks = checked.plan is None or checked.findings.blocking(strict=strict)
        return FINDINGS_BLOCK if blocks or not is_annotated else DONE

    return spoken(
        SpokenCommand,
        locale,
        name="check",
        callback=run,
        help=locale.say("cli.check.help"),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.xlsx"),
            click.Option(
                ["--format", "output_format"], type=click.Choice(_FORMATS), help=locale.say("cli.check.format")
            ),
            _path(["-o", "--output"], "FILE", locale.say("cli.check.output")),
            _path(["--annotate"], "OUT.xlsx", locale.say("cli.check.annotate")),
            click.Option(["--strict"], is_flag=True, help=locale.say("cli.strict")),
            _path(["--brand"], "DIR", locale.say("cli.check.brand")),
            click.Option(["--lang"], type=click.Choice(["fr", "en"]), help=locale.say("cli.lang")),
        ],
    )


def _path(names: list[str], metavar: str, told: str) -> click.Option:
    return click.Option(names, type=click.Path(path_type=Path), metavar=metavar, help=told)


def _refusal(asked: _Asked, locale: Locale) -> str | None:
    """Say why nothing is done: the workbook is never written over, and a copy stays the kind of file it was."""
    written = [path for path in (asked.output, asked.annotate) if path is not None]
    if any(_is_same(path, asked.file) for path in written):
        return locale.say("cli.check.over_input", file=str(asked.file))
    if len(written) > 1 and _is_same(*written):
        return locale.say("cli.check.same_output", file=str(written[0]))
    if asked.annotate is not None and asked.annotate.suffix.lower() != asked.file.suffix.lower():
        return locale.say("cli.check.suffix", suffix=asked.file.suffix, file=str(asked.annotate))
    return None


def _is_same(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()


def _tell(asked: _Asked, checked: Checked, locale: Locale) -> None:
    """Print the findings, or write them to a file and say so."""
    told = _rendered(asked, checked, locale)
    if asked.output is None:
        click.echo(told, nl=False)
        return
    from generator.ooxml.atomic import write_atomically

    write_atomically(asked.output, told.encode("utf-8", "replace"))
    click.echo(locale.say("cli.check.written", file=str(asked.output)))


def _rendered(asked: _Asked, checked: Checked, locale: Locale) -> str:
    if asked.output_format == "json":
        from generator.diagnostics.rendering.json import render_json

        return render_json(checked.findings, locale)
    if asked.output_format == "html":
        return _page(asked, checked, locale)
    from generator.diagnostics.rendering.text import render_text

    return render_text(checked.findings, locale, colour=asked.output is None and has_colour())


def _page(asked: _Asked, checked: Checked, locale: Locale) -> str:
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


def _annotate(asked: _Asked, target: Path, checked: Checked, locale: Locale) -> bool:
    """Write the annotated copy, and tell whether it could be; a file that could not be opened gives none."""
    from generator.brand import load
    from generator.cli.looks import note_colours
    from generator.ooxml.atomic import write_atomically
    from generator.workbook.annotate import annotated

    if not checked.findings.sheets:
        trouble(locale.say("cli.check.not_read", file=str(target)))
        return False
    colours = note_colours(load(asked.brand).palette)
    copy = annotated(asked.file.read_bytes(), checked.findings, locale, colours=colours, file=asked.file.name)
    if copy is None:
        trouble(locale.say("cli.check.not_annotable", file=str(target)))
        return False
    write_atomically(target, copy.content)
    for loss in copy.losses:
        trouble(locale.say(f"report.loss.{loss}", sheet=copy.register))
    trouble(locale.say("cli.check.annotated", file=str(target), sheet=copy.register))
    return True
