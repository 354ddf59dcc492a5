"""Whose attitude or influence changed since the last committee: news of the first order, among ourselves."""

from __future__ import annotations

from collections.abc import Sequence

from generator.history.difference import Difference
from generator.history.turns import Turn, reweighed, turned_away, turned_towards
from generator.measures.citation import cite
from generator.model.choices import Attitude
from generator.story.figures import Cited, Said, rows_cited
from generator.story.subject import InternalSubject


def people_news(subject: InternalSubject, since: Difference) -> Said | None:
    """Say who turned away from us, else towards us, else who weighs more or less; nothing when nobody did."""
    changed = since.people.changed
    for key, turns in (("away", turned_away(changed)), ("towards", turned_towards(changed))):
        if turns:
            return _said(subject, key, turns, who=_who(subject, turns[0], since))
    if weights := reweighed(changed):
        first = weights[0]
        name, old, new = first.new.name, first.old.influence, first.new.influence
        return _said(subject, "weight", weights, name=name, old=old, new=new)
    return None


def _said(subject: InternalSubject, key: str, turns: Sequence[Turn], **args: object) -> Said:
    rows = rows_cited("contacts", [turn.new for turn in turns])
    return subject.told(
        f"story.people.news.{key}", n=len(turns), count=subject.counted(len(turns), rows, feminine=True), **args
    )


def _who(subject: InternalSubject, turn: Turn, since: Difference) -> Said:
    """A person and their attitude, since when where the fact behind it was observed in between."""
    attitude, day = turn.new.attitude, turn.new.observed_on
    if attitude is None:
        return Said(turn.new.name)
    stance = _stance(subject, attitude)
    if day is None or not since.since_cutoff < day <= since.until_cutoff:
        return subject.told("story.people.news.now", name=turn.new.name, stance=stance)
    month = Cited(subject.locale.month_long(day), (cite("contacts", turn.new, "observed_on"),))
    return subject.told("story.people.news.since", name=turn.new.name, stance=stance, month=month)


def attitude_turned(subject: InternalSubject, turn: Turn) -> str:
    """What an attitude was and what it is; nothing while either is not known."""
    old, new = turn.old.attitude, turn.new.attitude
    if old is None or new is None:
        return ""
    return subject.say("story.people.turn", old=_stance(subject, old), new=_stance(subject, new))


def influence_turned(subject: InternalSubject, turn: Turn) -> str:
    """What an influence was and what it is; nothing while either is not known."""
    if turn.old.influence is None or turn.new.influence is None:
        return ""
    return subject.say("story.people.turn_weight", old=turn.old.influence, new=turn.new.influence)


def _stance(subject: InternalSubject, attitude: Attitude) -> str:
    return subject.say(f"story.people.stance.{attitude.name.lower()}")
