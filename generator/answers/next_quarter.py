"""What came along into next quarter's workbook, and what did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.answers.paths import shown, typed
from generator.locales.locale import Locale
from generator.model.schema import tables
from generator.workbook.rollover import RolledOver

_MOST_NAMED = 6


def as_text(rolled: RolledOver, file: Path, last: Path, locale: Locale) -> str:
    """Return what was written to a file from the last workbook, ready to print."""
    return "\n".join(_told(rolled, file, last, locale))


def _told(rolled: RolledOver, file: Path, last: Path, locale: Locale) -> Iterator[str]:
    account, period = rolled.plan.account, rolled.plan.period
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
    yield from _not_taken(rolled, last, locale)
    crosstabs = tuple(spec.table.title for spec in tables() if spec.is_crosstab)
    yield locale.say("rollover.then", period=period, version=account.version, file=typed(file), tables=crosstabs)


def _not_taken(rolled: RolledOver, last: Path, locale: Locale) -> Iterator[str]:
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
            yield locale.say(f"rollover.left.{kind}", len(places), last=last.name, places=named)
    comments = sum(1 for kpi in rolled.plan.kpis if kpi.comment)
    if comments:
        yield locale.say("rollover.reread", comments)


def _some(names: Sequence[str], locale: Locale) -> str:
    """Name the first ones, and count the others."""
    if len(names) <= _MOST_NAMED + 1:
        return locale.join(names)
    return locale.say("rollover.more", len(names) - _MOST_NAMED, names=", ".join(names[:_MOST_NAMED]))
