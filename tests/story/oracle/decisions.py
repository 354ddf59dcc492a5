"""Claims about decisions: taken and where they stand, rejected, still asked."""

from __future__ import annotations

import re
from typing import Any

from generator.model.choices import DecisionStatus
from tests.story.oracle.meetings import OFF, held_day
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, counted, only, row

_TAKEN = (DecisionStatus.TAKEN, DecisionStatus.APPLIED)


def _of(w: World, *statuses: DecisionStatus) -> list[Any]:
    rows = [decision for decision in w.plan.decisions if decision.status in statuses]
    return sorted(rows, key=lambda decision: counted(decision.ref))


def asked(w: World) -> list[Any]:
    """The decisions still to take, as people count their references."""
    return _of(w, DecisionStatus.PENDING)


def late_ones(w: World) -> list[Any]:
    rows = [one for one in _of(w, DecisionStatus.TAKEN) if one.due and one.due < w.cutoff]
    return sorted(rows, key=lambda decision: (decision.due, counted(decision.ref)))


def _past(w: World) -> tuple[list[Any], list[Any], list[Any]]:
    return _of(w, *_TAKEN), _of(w, DecisionStatus.APPLIED), late_ones(w)


def _word(w: World, rows: list[Any]) -> str:
    return w.word(len(rows), feminine=True)


def _all(w: World, said: Said) -> Expected:
    taken, applied, _ = _past(w)
    return only(taken and taken == applied, n=len(taken))


def _none(w: World, said: Said) -> Expected:
    taken, applied, late = _past(w)
    return only(taken and not applied and not late, n=len(taken), total=_word(w, taken))


def _some(w: World, said: Said) -> Expected:
    taken, applied, late = _past(w)
    told = 0 < len(applied) < len(taken) and not late
    return only(told, n=len(applied), count=_word(w, applied), total=_word(w, taken))


def _overdue(*, several: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        taken, applied, late = _past(w)
        if not applied or not late or (len(late) > 1) is not several:
            return None
        return {
            "n": len(applied), "count": _word(w, applied), "total": _word(w, taken), "late": _word(w, late),
            "what": w.cited(late[0].ref, late[0].decision),
        }  # fmt: skip

    return claim


def _none_applied(w: World, said: Said) -> Expected:
    _, applied, late = _past(w)
    if applied or not late:
        return None
    return {"n": len(late), "late": _word(w, late), "what": w.cited(late[0].ref, late[0].decision)}


def _rejected(w: World, said: Said) -> Expected:
    rejected = _of(w, DecisionStatus.REJECTED)
    return only(rejected and not _of(w, *_TAKEN), n=len(rejected))


def _asked(*, today: bool, stake: bool = False) -> Claim:
    """Today are asked only decisions of the committee that meets next."""

    def claim(w: World, said: Said) -> Expected:
        rows = asked(w)
        session = w.committees[0].ref if w.committees else None
        if not rows or (session is not None and all(one.meeting == session for one in rows)) is not today:
            return None
        told = {"n": len(rows), "count": _word(w, rows), "name": w.within(rows[0].ref, rows[0].decision)}
        if not stake:
            return told
        return only(not w.is_foreign and rows[0].stake, **told, stake=w.locale.typeset(rows[0].stake or ""))

    return claim


def _requests(*, of_committee: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        rows = asked(w)
        session = w.committees[0].ref if w.committees else None
        is_theirs = session is not None and all(one.meeting == session for one in rows)
        return only(rows and is_theirs is of_committee, n=len(rows), count=_word(w, rows))

    return claim


def _put_to_the_committee(w: World) -> bool:
    """Whether all that is asked is asked at the committee that meets next."""
    session = w.committees[0].ref if w.committees else None
    return session is not None and all(one.meeting == session for one in asked(w))


def _at_stake(*, of_committee: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        rows = asked(w)
        return only(rows and _put_to_the_committee(w) is of_committee, n=len(rows), count=_word(w, rows))

    return claim


def _first_stake(w: World, said: Said) -> Expected:
    """The first by reference whose stake is in money; where none is, the first that has one."""
    staked = [one for one in asked(w) if one.stake]
    signs = ("€", "EUR")
    in_money = [one for one in staked if any(s in one.stake for s in signs) and re.search(r"\d", one.stake)]
    if not staked or w.is_foreign:
        return None
    told = (in_money or staked)[0]
    name = told.ref if len(told.decision) > 48 else w.quoted(told.ref, told.decision)
    return {"n": len(asked(w)), "name": name, "stake": w.locale.typeset(told.stake)}


def _to_come(w: World, decision: Any) -> bool:
    """Whether a decision is still to take, at a meeting that can take it no more."""
    meeting = next((one for one in w.plan.meetings if one.ref == decision.meeting), None)
    if meeting is None or decision.status is not DecisionStatus.PENDING:
        return False
    return meeting.status in OFF or held_day(w, meeting) is not None or meeting.planned < w.cutoff


def _meeting_of(w: World, said: Said) -> Expected:
    meetings = {meeting.ref: meeting for meeting in w.plan.meetings}
    told = [meetings[one.meeting] for one in w.plan.decisions if one.meeting in meetings and not _to_come(w, one)]
    return only((said.args["body"], said.args["day"]) in [(one.body, one.held or one.planned) for one in told])


def _counts(w: World, said: Said) -> Expected:
    taken, rejected = _of(w, *_TAKEN), _of(w, DecisionStatus.REJECTED)
    counted = (("taken", taken), ("rejected", rejected))
    parts = [w.locale.say(f"story.decisions.{key}", n=len(rows)) for key, rows in counted if rows]
    return {"counts": ", ".join(parts)}


P, D = "story.decisions.past", "story.decisions"
CLAIMS: Claims = {
    f"{P}.all": _all,
    f"{P}.none": _none,
    f"{P}.some": _some,
    f"{P}.overdue": _overdue(several=False),
    f"{P}.several_overdue": _overdue(several=True),
    f"{P}.none_applied": _none_applied,
    f"{P}.rejected": _rejected,
    f"{D}.past_source": _counts,
    f"{D}.past_source_client": _counts,
    f"{D}.taken": lambda w, _: {"n": len(_of(w, *_TAKEN))},
    f"{D}.rejected": lambda w, _: {"n": len(_of(w, DecisionStatus.REJECTED))},
    f"{D}.next.headline": _asked(today=True),
    f"{D}.next.headline_stake": _asked(today=True, stake=True),
    f"{D}.next.headline_open": _asked(today=False),
    f"{D}.next_source": lambda w, _: {"n": len(asked(w))},
    f"{D}.next_source_client": lambda w, _: {"n": len(asked(w))},
    f"{D}.next_note": lambda w, said: {"owner": row(asked(w), said.args["ref"]).owner or "–"},
    f"{D}.source": lambda w, _: {"n": len(w.plan.decisions)},
    f"{D}.source_client": lambda w, _: {"n": len(w.plan.decisions)},
    f"{D}.register_headline": lambda w, _: {"n": len(w.plan.decisions)},
    f"{D}.meeting_of": _meeting_of,
    f"{D}.meeting_to_come": lambda w, _: only(any(_to_come(w, one) for one in w.plan.decisions)),
    "story.summary.requests": _requests(of_committee=True),
    "story.summary.requests_open": _requests(of_committee=False),
    "story.summary.more_requests": lambda w, _: only(len(asked(w)) > 3, n=len(asked(w)) - 3),
    "story.summary.stake.decisions": _at_stake(of_committee=True),
    "story.summary.stake.decisions_open": _at_stake(of_committee=False),
    "story.summary.stake.first": _first_stake,
    "story.count.decisions": lambda w, _: {"n": len(asked(w))},
    "story.agenda.items_asked": lambda w, _: {"n": len(asked(w)), "count": _word(w, asked(w))},
}
