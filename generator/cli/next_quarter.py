"""``copil new --from``: next quarter's workbook, and on the terminal what came along and what did not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.answers.paths import shown
from generator.cli.exit_codes import DONE, FINDINGS_BLOCK, WRONG_USAGE
from generator.cli.terminal import Progress, has_colour, is_watched, trouble
from generator.locales.language import Language
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.diagnostics import Findings
    from generator.model.quarter import Quarter
    from generator.workbook.colours import WorkbookColours
    from generator.workbook.rollover import LastBook

_FURTHEST = 12
_YES = "oy"  # oui, yes


@dataclass(frozen=True, kw_only=True)
class NextQuarter:
    """What was asked: the file to write, the workbook to take over, the period as typed, the new one's language."""

    file: Path
    last: Path
    period: str | None
    language: Language | None
    colours: WorkbookColours
    keep_messages: bool = False


def write_next(asked: NextQuarter, locale: Locale) -> int:
    """Write next quarter's workbook and return the exit code; nothing is written when something would be lost."""
    from generator.workbook.conversions import parse_quarter
    from generator.workbook.rollover import LastBook, read_last

    typed = parse_quarter(asked.period)
    if asked.period is not None and typed is None:
        trouble(locale.say("rollover.period_unread", period=asked.period))
        return WRONG_USAGE
    if asked.file.exists() and asked.last.exists() and asked.file.samefile(asked.last):
        trouble(locale.say("rollover.same_file", file=shown(asked.file)))
        return WRONG_USAGE
    progress = Progress(locale)
    progress.say("cli.progress.read")
    last = read_last(asked.last)
    progress.done()
    if not isinstance(last, LastBook):
        click.echo(_blocking(last, asked, locale))
        return FINDINGS_BLOCK
    period = typed or last.plan.period.plus(1)
    if not last.plan.period < period <= last.plan.period.plus(_FURTHEST):
        trouble(_out_of_range(last, period, asked, locale=locale))
        return WRONG_USAGE
    _write(last, period, asked, locale=locale)
    return DONE


def _write(last: LastBook, period: Quarter, asked: NextQuarter, *, locale: Locale) -> None:
    from generator.answers.next_quarter import as_text
    from generator.output.atomic import write_atomically
    from generator.workbook.rollover import roll_over

    keep = asked.keep_messages or _wants_messages(last, locale)
    rolled = roll_over(last, period, colours=asked.colours, language=asked.language, keep_messages=keep)
    write_atomically(asked.file, rolled.workbook)
    click.echo(as_text(rolled, asked.file, asked.last, locale))


def _wants_messages(last: LastBook, locale: Locale) -> bool:
    """Ask, where someone can answer, whether last quarter's own headlines and comments come along."""
    count = len(last.plan.messages)
    if not count or not is_watched():
        return False
    question = locale.say("rollover.ask_messages", count, period=last.plan.period)
    answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)
    return answer.strip().casefold()[:1] in set(_YES)


def _blocking(findings: Findings, asked: NextQuarter, locale: Locale) -> str:
    from generator.diagnostics import Findings
    from generator.diagnostics.rendering.text import render_text

    errors = Findings.of(findings.errors, sheets=findings.sheets)
    told = render_text(errors, locale, colour=has_colour()).rstrip()
    key = "rollover.blocked" if findings.sheets else "rollover.unopened"
    return f"{told}\n\n{locale.say(key, last=asked.last.name)}"


def _out_of_range(last: LastBook, period: Quarter, asked: NextQuarter, *, locale: Locale) -> str:
    ended = last.plan.period
    first, furthest = ended.plus(1), ended.plus(_FURTHEST)
    name = asked.last.name
    return locale.say("rollover.period_range", last=name, asked=period, ended=ended, first=first, furthest=furthest)
