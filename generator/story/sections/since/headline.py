"""What the time since the last committee comes to, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from generator.history.difference import Difference, KpiMovement
from generator.story.phrases import change_in_unit, is_adverse, sentence
from generator.story.sections.kpis.movers import largest_mover
from generator.story.subject import Subject


def headline(subject: Subject, since: Difference) -> str:
    """Say how many KPIs improved and the largest mover, then what became of actions, contracts or decisions."""
    kpis, rest = _kpis_said(subject, since), _rest_said(subject, since)
    if kpis and rest:
        return sentence(subject.say("story.since.both", kpis=kpis, rest=rest))
    if rest:
        return sentence(subject.say("story.since.rest", quarter=since.since, rest=rest))
    return sentence(kpis or subject.say("story.since.nothing", quarter=since.since))


def actions_said(subject: Subject, since: Difference, *, family: str = "actions") -> str:
    """Say how many actions were closed and how many slipped; nothing when none. ``family`` says how."""
    closed, slipped = len(since.actions.closed), len(since.actions.slipped)
    if closed and slipped:
        too = subject.say("story.since.slipped_too", n=slipped, count=subject.count(slipped, feminine=True))
        return subject.say(
            f"story.since.{family}.both", n=closed, count=subject.count(closed, feminine=True), slipped=too
        )
    if closed:
        return subject.say(f"story.since.{family}.closed", n=closed, count=subject.count(closed, feminine=True))
    if slipped:
        return subject.say(f"story.since.{family}.slipped", n=slipped, count=subject.count(slipped, feminine=True))
    return ""


def _kpis_said(subject: Subject, since: Difference) -> str:
    known = tuple(move for move in since.kpis if move.change is not None)
    better = tuple(move for move in known if move.change and not is_adverse(move.change, move.kpi.direction))
    worse = tuple(move for move in known if is_adverse(move.change, move.kpi.direction))
    if not known:
        return ""
    if not better and not worse:
        key, counts = ("flat", {}) if len(known) == len(since.kpis) else ("flat_known", _counts(subject, known, since))
        return subject.say(f"story.since.kpis.{key}", n=len(known) if counts else None, quarter=since.since, **counts)
    told, key = (better, "story.since.kpis.up") if better else (worse, "story.since.kpis.down")
    if len(better) == len(since.kpis):
        key = "story.since.kpis.up_all"
    most = largest_mover(told)
    return subject.say(
        key,
        n=len(told),
        quarter=since.since,
        **_counts(subject, told, since),
        name=subject.called(most.kpi.ref, most.kpi.name),
        change=change_in_unit(subject.locale, most.change, most.kpi.unit),
    )


def _counts(subject: Subject, moves: Sequence[KpiMovement], since: Difference) -> dict[str, str]:
    return {"count": subject.count(len(moves)), "total": subject.count(len(since.kpis))}


def _rest_said(subject: Subject, since: Difference) -> str:
    """What became of the actions, else of the contracts, else of the decisions."""
    said = actions_said(subject, since)
    if said:
        return said
    counted = (
        ("story.since.signed", len(since.contracts.signed), False),
        ("story.since.amended", len(since.contracts.amended), False),
        ("story.since.ended", len(since.contracts.ended), False),
        ("story.since.applied", len(since.decisions_applied), True),
        ("story.since.new", len(since.actions.new), True),
    )
    parts = [
        subject.say(key, n=number, count=subject.count(number, feminine=feminine))
        for key, number, feminine in counted
        if number
    ]
    return subject.locale.join(parts[:2])
