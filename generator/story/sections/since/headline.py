"""What the time since the last committee comes to, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.history.difference import Difference, KpiMovement
from generator.model.table import Row
from generator.story.figures import Cited, Said, rows_cited, series_said
from generator.story.phrases import change_in_unit, is_adverse
from generator.story.sections.kpis.cited import movement_cited
from generator.story.sections.kpis.movers import largest_mover
from generator.story.sections.people.turns import people_news
from generator.story.subject import InternalSubject, Subject


def headline(subject: Subject, since: Difference) -> Said:
    """Say who turned away from us or how many KPIs improved, then what became of actions, contracts or decisions.

    The client is told nothing of people.
    """
    kpis, rest = _kpis_said(subject, since), _rest_said(subject, since)
    news = people_news(subject, since) if isinstance(subject, InternalSubject) else None
    if news:
        kpis = subject.told("story.since.rest", quarter=since.since, rest=news)
    if kpis and rest:
        return subject.told("story.since.both", kpis=kpis, rest=rest).sentence()
    if rest:
        return subject.told("story.since.rest", quarter=since.since, rest=rest).sentence()
    return (kpis or subject.told("story.since.nothing", quarter=since.since)).sentence()


def actions_said(subject: Subject, since: Difference, *, family: str = "actions") -> Said | None:
    """Say how many actions were closed and how many slipped; nothing when none. ``family`` says how."""
    closed, slipped = since.actions.closed, since.actions.slipped
    done = _number(subject, "actions", closed)
    late = _number(subject, "actions", [slip.row for slip in slipped])
    if closed and slipped:
        too = subject.told("story.since.slipped_too", n=len(slipped), count=late)
        return subject.told(f"story.since.{family}.both", n=len(closed), count=done, slipped=too)
    if closed:
        return subject.told(f"story.since.{family}.closed", n=len(closed), count=done)
    return subject.told(f"story.since.{family}.slipped", n=len(slipped), count=late) if slipped else None


def _number(subject: Subject, table: str, rows: Sequence[Row], *, feminine: bool = True) -> Cited:
    return subject.counted(len(rows), rows_cited(table, rows), feminine=feminine)


def _kpis_said(subject: Subject, since: Difference) -> Said | None:
    known = tuple(move for move in since.kpis if move.change is not None)
    better = tuple(move for move in known if move.change and not is_adverse(move.change, move.kpi.direction))
    worse = tuple(move for move in known if is_adverse(move.change, move.kpi.direction))
    if not known:
        return None
    if not better and not worse:
        if len(known) == len(since.kpis):
            return subject.told("story.since.kpis.flat", quarter=since.since)
        counts = _counts(subject, known, since)
        return subject.told("story.since.kpis.flat_known", n=len(known), quarter=since.since, **counts)
    told, key = (better, "story.since.kpis.up") if better else (worse, "story.since.kpis.down")
    if len(better) == len(since.kpis):
        key = "story.since.kpis.up_all"
    most = largest_mover(told)
    change = change_in_unit(subject.locale, most.change, most.kpi.unit)
    return subject.told(
        key,
        n=len(told),
        quarter=since.since,
        **_counts(subject, told, since),
        name=subject.called(most.kpi.ref, most.kpi.name),
        change=replace(movement_cited(subject, most), text=change),
    )


def _counts(subject: Subject, moves: Sequence[KpiMovement], since: Difference) -> dict[str, Cited]:
    return {
        "count": _number(subject, "kpis", [move.kpi for move in moves], feminine=False),
        "total": _number(subject, "kpis", [move.kpi for move in since.kpis], feminine=False),
    }


def _rest_said(subject: Subject, since: Difference) -> Said | None:
    """What became of the actions, else of the contracts, else of the decisions."""
    said = actions_said(subject, since)
    if said:
        return said
    counted: tuple[tuple[str, str, Sequence[Row], bool], ...] = (
        ("signed", "contracts", since.contracts.signed, False),
        ("amended", "amendments", since.contracts.amended, False),
        ("ended", "contracts", since.contracts.ended, False),
        ("applied", "decisions", since.decisions_applied, True),
        ("new", "actions", since.actions.new, True),
    )
    parts = [
        subject.told(f"story.since.{key}", n=len(rows), count=_number(subject, table, rows, feminine=feminine))
        for key, table, rows, feminine in counted
        if rows
    ][:2]
    return series_said(subject.locale, parts) if parts else None
