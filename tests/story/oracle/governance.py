"""Claims about bodies, meetings and what is ahead: the committee, the calendar, the agenda, who sits where."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.model.choices import Cadence, DecisionRole
from tests.story.oracle.contracts import current
from tests.story.oracle.decisions import asked
from tests.story.oracle.meetings import counted_meetings, held_day, recent
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, only

_DAYS = {
    Cadence.WEEKLY: 7, Cadence.MONTHLY: 31, Cadence.BIMONTHLY: 61, Cadence.QUARTERLY: 92, Cadence.HALF_YEARLY: 184,
    Cadence.YEARLY: 366,
}  # fmt: skip


def _silence(w: World, body: Any) -> int:
    """Days since a body met, or since the plan began."""
    days = [day for one in w.plan.meetings if one.body == body.name and (day := held_day(w, one))]
    return max((w.cutoff - max(days, default=w.plan.account.plan_start)).days, 0)


def _off_cadence(w: World) -> list[Any]:
    allowed = 1 + w.settings.cadence_tolerance
    return [body for body in w.plan.bodies if Decimal(_silence(w, body)) > _DAYS[body.cadence] * allowed]


def _kept(w: World, said: Said) -> Expected:
    held, planned = counted_meetings(w)
    return only(planned, n=held, held=w.locale.number(held), planned=w.locale.number(planned))


def _off(w: World, said: Said) -> Expected:
    rows, (held, planned) = _off_cadence(w), counted_meetings(w)
    kept = w.locale.say(
        "story.governance.headline.on", n=held, held=w.locale.number(held), planned=w.locale.number(planned)
    )
    return only(rows, n=len(rows), kept=kept, names=w.locale.join([body.name for body in rows]))


def _none(w: World, said: Said) -> Expected:
    number = len(w.plan.bodies)
    return only(number and not recent(w), n=number, count=w.word(number, feminine=True))


def _minutes(w: World, said: Said) -> Expected:
    waited = [(one.minutes_sent - day).days for one in recent(w) if (day := held_day(w, one)) and one.minutes_sent]
    return only(waited and not _off_cadence(w), n=max(waited, default=0))


# --- ahead


def _ahead(w: World) -> dict[str, int]:
    """What is dated after the session and by the end of the calendar."""

    def comes(day: date | None) -> bool:
        return day is not None and w.session < day <= w.last_day_ahead

    return {
        "meeting": sum(comes(one.planned) for one in w.meetings_ahead),
        "notice": sum(comes(term.notice) for term in current(w)) if w.shows_notices else 0,
        "decision": sum(comes(one.due) for one in asked(w)),
        "action": sum(comes(one.due) for one in w.open_actions),
    }


def _part(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        number = _ahead(w)[kind]
        told = number and (kind != "meeting" or not w.committees)
        return only(told, n=number, count=w.word(number, feminine=kind != "notice"))

    return claim


def _parts(w: World) -> str:
    found = {kind: number for kind, number in _ahead(w).items() if number and (kind != "meeting" or not w.committees)}
    say = w.locale.say
    return w.locale.join([
        say(f"story.next.part.{kind}", n=number, count=w.word(number, feminine=kind != "notice"))
        for kind, number in found.items()
    ])  # fmt: skip


def _following(w: World) -> Any:
    later = [one for one in w.committees if one.planned > w.committees[0].planned]
    return later[0] if later else None


def _dated(w: World, said: Said) -> Expected:
    if not w.committees or _following(w) is None:
        return None
    return {"day": w.committees[0].planned, "following": _following(w).planned}


def _undated(w: World, said: Said) -> Expected:
    return only(w.committees and _following(w) is None, day=w.committees and w.committees[0].planned)


def _calendar(w: World, said: Said) -> Expected:
    return only(bool(w.committees) is ("said" in said.args), until=w.last_day_ahead, parts=_parts(w))


def _more(w: World, said: Said) -> Expected:
    """Actions alone are left out of the calendar."""
    return only(0 < (said.n or 0) <= _ahead(w)["action"])


def _agenda(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        body = next((one for one in w.plan.bodies if w.committees and one.name == w.committees[0].body), None)
        minutes, to_take = body.duration_minutes if body else None, len(asked(w))
        found = "plain" if not minutes else "timed_asked" if to_take else "timed"
        if found != kind:
            return None
        timed = {"minutes": minutes} if minutes else {}
        return timed | ({"n": to_take, "asked": w.word(to_take, feminine=True)} if kind == "timed_asked" else {})

    return claim


# --- who sits where


def _seated(w: World) -> set[str]:
    return {
        name for body in w.plan.bodies for name in (body.chair, *body.client_members, *body.supplier_members) if name
    }


def _people(w: World) -> list[Any]:
    return [contact for contact in w.plan.contacts if contact.active]


def _deciders(w: World) -> list[Any]:
    return [one for one in _people(w) if getattr(one, "decision_role", None) is DecisionRole.DECISION_MAKER]


def _coverage(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        deciders = _deciders(w)
        alone = [one for one in deciders if one.name not in _seated(w)]
        found = "all" if not alone else "none" if len(alone) == len(deciders) else "gap"
        if not deciders or found != kind:
            return None
        if kind == "all":
            return {"n": len(deciders)}
        names = [w.presented(one.name, one.function) for one in alone]
        told = {"n": len(alone), "count": w.word(len(alone)), "total": w.word(len(deciders))}
        return only(said.args["who"] in names, **told)

    return claim


def _unseated(w: World, said: Said) -> Expected:
    deciders = {one.name for one in _deciders(w)}
    return {"n": sum(1 for one in _people(w) if one.name not in _seated(w) and one.name not in deciders)}


def _gap(w: World, said: Said) -> Expected:
    return only({one.name for one in _deciders(w)} - _seated(w))


def _meeting(w: World, said: Said) -> Expected:
    coming = w.committees[0] if w.committees else None
    return only(coming, day=coming and w.locale.date_long(coming.planned))


G, N = "story.governance", "story.next"
CLAIMS: Claims = {
    f"{G}.headline.on": _kept,
    f"{G}.headline.off": _off,
    f"{G}.headline.none": _none,
    f"{G}.kept": lambda w, _: only(len(_off_cadence(w)) < len(w.plan.bodies)),
    f"{G}.not_kept": lambda w, said: only(said.n in [_silence(w, body) for body in _off_cadence(w)]),
    f"{G}.not_dated": lambda w, _: only({one.name for one in w.plan.bodies} - {one.body for one in w.meetings_ahead}),
    f"{G}.rhythm_caption": lambda w, _: {"cutoff": w.cutoff},
    f"{G}.source": lambda w, _: {"n": len(w.plan.bodies)},
    f"{G}.source_client": lambda w, _: {"n": len(w.plan.bodies)},
    "story.count.meetings": lambda w, _: {"n": counted_meetings(w)[1]},
    "story.summary.tile.meetings": lambda w, _: {"n": counted_meetings(w)[0]},
    "story.summary.tile.no_meeting": lambda w, _: only(not recent(w)),
    "story.summary.tile.off_cadence": lambda w, _: only(_off_cadence(w), n=len(_off_cadence(w))),
    "story.summary.tile.minutes": _minutes,
    "story.summary.tile.on_cadence": lambda w, _: only(not _off_cadence(w)),
    f"{N}.headline.meeting_alone": _dated,
    f"{N}.headline.undated": _undated,
    f"{N}.headline.meeting": _calendar,
    f"{N}.headline.events": _calendar,
    **{f"{N}.part.{kind}": _part(kind) for kind in ("meeting", "notice", "decision", "action")},
    **{
        f"{N}.{key}": lambda w, _: {"months": w.months_ahead, "day": w.session}
        for key in ("source", "source_client", "caption", "note")
    },
    f"{N}.more": _more,
    **{f"story.agenda.headline.{kind}": _agenda(kind) for kind in ("timed_asked", "timed", "plain")},
    **{f"story.coverage.headline.{kind}": _coverage(kind) for kind in ("all", "gap", "none")},
    "story.coverage.headline.no_decider": lambda w, _: only(not _deciders(w)),
    "story.coverage.more": _unseated,
    "story.coverage.member": lambda w, _: only(_seated(w)),
    "story.coverage.decider": lambda w, _: only(_deciders(w)),
    "story.coverage.gap": _gap,
    "story.coverage.nowhere": _gap,
    "story.coverage.source": lambda w, _: {"n": len(_people(w))},
    **{f"story.cover.{key}": _meeting for key in ("meeting", "meeting_at", "meeting_span")},
}
