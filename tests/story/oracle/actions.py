"""Claims about the action plan."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from generator.model.choices import ActionStatus
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.since import closed_actions, new_actions, slipped_actions
from tests.story.oracle.world import Claim, Claims, World, counted, only, row


def _blocked(w: World) -> list[Any]:
    rows = [action for action in w.open_actions if action.status is ActionStatus.BLOCKED]
    return sorted(rows, key=lambda action: (action.due or w.cutoff + timedelta(days=99999), counted(action.ref)))


def _soon(w: World) -> list[Any]:
    last = w.cutoff + timedelta(days=90)
    rows = [action for action in w.open_actions if action.due and w.cutoff <= action.due <= last]
    return sorted(rows, key=lambda action: (action.due, counted(action.ref)))


def _late(name: str, *, of_all: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        late, live = w.late_actions, w.live_actions
        if not late or (len(late) == len(live)) is not of_all:
            return None
        first = late[0]
        days = w.locale.say("story.days_long", n=(w.cutoff - first.due).days)
        told = (w.quoted if name == "quoted" else w.within)(first.ref, w.running(first.action))
        return {
            "n": len(late), "count": w.word(len(late), feminine=True), "total": w.word(len(live), feminine=True),
            "name": told, "days": days,
        }  # fmt: skip

    return claim


def _blocked_said(w: World, said: Said) -> Expected:
    rows = _blocked(w)
    return (rows and not w.late_actions and _counted(w, rows, name=w.within(rows[0].ref, rows[0].action))) or None


def _due_said(w: World, said: Said) -> Expected:
    rows = _soon(w)
    if not rows or w.late_actions:
        return None
    return _counted(w, rows, name=w.within(rows[0].ref, rows[0].action), due=rows[0].due)


def _counted(w: World, rows: list[Any], **args: Any) -> Expected:
    return {"n": len(rows), "count": w.word(len(rows), feminine=True), **args}


def _more(w: World, said: Said) -> Expected:
    shown = len(w.live_actions) - (said.n or 0)
    return only(0 <= shown <= 20, n=len(w.live_actions) - shown)


def _others(w: World, said: Said) -> Expected:
    """What the plan lists in its body is late, blocked or due soon; else what is open; else what was not given up."""
    pressing = {one.ref for one in (*w.late_actions, *_blocked(w), *_soon(w))}
    shown = len(pressing) or len(w.open_actions) or len(w.live_actions)
    return {"n": len(w.plan.actions) - shown}


def _alt(w: World, said: Said) -> Expected:
    """Of the whole table or of the rows a slide shows; late ones stand first on it."""
    late, blocked = len(w.late_actions), len(_blocked(w))
    if said.n == len(w.plan.actions):
        return {"n": said.n, "late": late, "blocked": blocked}
    n = said.n or 0
    return only(n <= len(w.live_actions) and said.args["blocked"] <= blocked, late=min(late, n))


def _note_late(w: World, said: Said) -> Expected:
    action = row(w.late_actions, said.args["ref"])
    return {"owner": action.owner or "–", "days": (w.cutoff - action.due).days}


def _source(w: World, said: Said) -> Expected:
    return {"n": len(w.live_actions)}


def _source_since(w: World, said: Said) -> Expected:
    moved = {"closed": closed_actions(w), "slipped": slipped_actions(w), "new": new_actions(w)}
    return {"n": len(w.live_actions), "quarter": w.before().period} | {key: len(rows) for key, rows in moved.items()}


def _days_late(w: World, said: Said) -> Expected:
    """Of an action or of a decision: some row is so many days past its date."""
    dates = [row.due for row in (*w.open_actions, *w.plan.decisions) if row.due]
    return only(any((w.cutoff - due).days == said.n for due in dates) and (said.n or 0) > 0, n=said.n)


H = "story.actions.headline"
CLAIMS: Claims = {
    f"{H}.late": _late("within", of_all=False),
    f"{H}.all_late": _late("within", of_all=True),
    f"{H}.late_since": _late("quoted", of_all=False),
    f"{H}.blocked": _blocked_said,
    f"{H}.due": _due_said,
    f"{H}.open": lambda w, _: ((w.open_actions or None) and not w.late_actions and _counted(w, w.open_actions)) or None,
    f"{H}.closed": lambda w, _: None if w.open_actions or not w.live_actions else _counted(w, w.live_actions),
    f"{H}.cancelled": lambda w, _: None if w.live_actions else _counted(w, list(w.plan.actions)),
    f"{H}.since": lambda w, _: only(w.former, quarter=w.former and w.before().period),
    "story.actions.days_late": _days_late,
    "story.actions.more": _more,
    "story.actions.others": _others,
    "story.actions.alt": _alt,
    "story.actions.note_late": _note_late,
    "story.actions.note_marks": lambda w, _: {"quarter": w.before().period},
    "story.actions.source": _source,
    "story.actions.source_client": _source,
    "story.actions.source_since": _source_since,
    "story.actions.source_since_client": _source_since,
    "story.count.actions": lambda w, _: only(w.live_actions, n=len(w.live_actions)),
}
