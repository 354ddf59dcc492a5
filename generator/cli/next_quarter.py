"""``copil new --from``: next quarter's workbook, and on the terminal what came along and what did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.exit_codes import DONE, FINDINGS_BLOCK, WRONG_USAGE
from generator.cli.paths import shown, typed
from generator.cli.terminal import Progress, has_colour, is_watched, trouble
from generator.locales.language import Language
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.diagnostics import Findings
    from generator.model.quarter import Quarter
    from generator.workbook.colours import WorkbookColours
    from generator.workbook.rollover import LastBook, RolledOver

_FURTHEST = 12
_MOST_NAMED = 6
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
    from generator.output.atomic import write_atomically
    from generator.workbook.rollover import roll_over

    keep = asked.keep_messages or _wants_messages(last, locale)
    rolled = roll_over(last, period, colours=asked.colours, language=asked.language, keep_messages=keep)
    write_atomically(asked.file, rolled.workbook)
    click.echo("\n".join(_told(rolled, asked, locale)))


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


def _told(rolled: RolledOver, asked: NextQuarter, locale: Locale) -> Iterator[str]:
    from generator.model.schema import tables

    account, period, file = rolled.plan.account, rolled.plan.period, asked.file
    yield locale.say(
        "rollover.written", period=period, file=shown(file), version=account.version, cutoff=account.cutoff
    )
    added = {
        "columns": [column.header for columns in rolled.additions.columns.values() for column in columns],
        "items": [item.label for items in rolled.additions.items.values() for item in items],
        "sheets": [sheet.name for sheet in rolled.additions.sheets],
    }
    for kind, names in added.items():
        if names:
            yield locale.say(f"rollover.{kind}", len(names), names=_some(names, locale))
    yield from _not_taken(rolled, asked, locale)
    crosstabs = tuple(spec.table.title for spec in tables() if spec.is_crosstab)
    yield locale.say("rollover.then", period=period, version=account.version, file=typed(file), tables=crosstabs)


def _not_taken(rolled: RolledOver, asked: NextQuarter, locale: Locale) -> Iterator[str]:
    left = rolled.left_behind
    what = [locale.say("rollover.left.looks")]
    what += [locale.say(f"rollover.left.{kind}", number) for kind, number in left.parts.items()]
    yield locale.say("rollover.left", what=locale.join(what))
    told = {
        "messages": left.messages,
        "rows": left.rows,
        "cells": left.cells,
        "comments": left.comments,
        "values": left.values,
        "unsure": left.unsure,
    }
    for kind, places in told.items():
        if places:
            named = _some(places, locale)
            yield locale.say(f"rollover.left.{kind}", len(places), last=asked.last.name, places=named)
    comments = sum(1 for kpi in rolled.plan.kpis if kpi.comment)
    if comments:
        yield locale.say("rollover.reread", comments)


def _some(names: Sequence[str], locale: Locale) -> str:
    """Name the first ones, and count the others."""
    if len(names) <= _MOST_NAMED + 1:
        return locale.join(names)
    return locale.say("rollover.more", len(names) - _MOST_NAMED, names=", ".join(names[:_MOST_NAMED]))
