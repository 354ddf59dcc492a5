"""Claims about what keeps the plan alive: who answers for what, commitments, training, versions."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.model.choices import RaciRole, TrainingStatus
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, only


def _is_kept(level: Any) -> bool:
    return bool(level.achieved >= level.target if level.unit.strip() == "%" else level.achieved <= level.target)


def _measures(w: World) -> list[Any]:
    return [level for level in w.plan.service_levels if level.achieved is not None]


def _is_last(level: Any, measures: list[Any]) -> bool:
    """No other measure of the same commitment comes after it."""
    others = [other for other in measures if other.commitment == level.commitment and other.period is not None]
    return not any(level.period is None or other.period > level.period for other in others if other is not level)


def _kept(w: World) -> tuple[int, int]:
    measures = _measures(w)
    last = [level for level in measures if _is_last(level, measures)]
    return sum(1 for level in last if _is_kept(level)), len(last)


def _trained(w: World) -> tuple[int, int]:
    rows = [one for one in getattr(w.plan, "trainings", ()) if one.status is not TrainingStatus.CANCELLED]
    return sum(1 for one in rows if one.status is TrainingStatus.DONE), len(rows)


def _activities(w: World) -> set[str]:
    return {row.activity for row in w.plan.raci}


def _answering(w: World) -> Counter[str]:
    return Counter(row.person for row in w.plan.raci if row.role is RaciRole.ACCOUNTABLE)


def _alone(w: World) -> tuple[int, int]:
    answered = {row.activity for row in w.plan.raci if row.role is RaciRole.ACCOUNTABLE}
    return len(_activities(w) - answered), len(_activities(w))


def _share(counts: Any, which: str, *, feminine: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        part, whole = counts(w)
        found = "all" if part == whole else "none" if not part else "some"
        if not whole or found != which:
            return None
        told = {"count": w.word(part, feminine=feminine), "total": w.word(whole, feminine=feminine)}
        return {"n": part or whole, **told}

    return claim


def _answers(*, of_all: bool) -> Claim:
    """The person who answers for most; to us only where every activity has somebody."""

    def claim(w: World, said: Said) -> Expected:
        answering, total = _answering(w), len(_activities(w))
        most = max(answering.values(), default=0)
        if not most or answering[said.args["person"]] != most or (most == total) is not of_all:
            return None
        return only(not w.is_internal or not _alone(w)[0], n=most, count=w.word(most, feminine=True))

    return claim


def _shared_out(w: World, said: Said) -> Expected:
    number = len(_activities(w))
    told = not _answering(w) and not w.is_internal
    return only(told, n=number, count=w.word(number, feminine=True))


def _revised(w: World, said: Said) -> Expected:
    rows = w.plan.revisions
    last = max(row.dated for row in rows)
    versions = [row.version for row in rows if row.dated == last]
    return only(said.args["version"] in versions, n=len(rows), day=last)


def _to_mend(w: World, said: Said) -> Expected:
    measures = _measures(w)
    missed = [one for one in measures if _is_last(one, measures) and not _is_kept(one)]
    names = [
        w.locale.say("story.quoted", text=one.commitment) if w.is_foreign else w.running(one.commitment)
        for one in missed
    ]
    return only(said.args["commitment"] in names)


def _sessions(w: World) -> list[Any]:
    return [one for one in getattr(w.plan, "trainings", ()) if one.status is TrainingStatus.PLANNED and one.planned]


def _overdue(w: World, said: Said) -> Expected:
    number = sum(1 for one in _sessions(w) if one.planned < w.cutoff)
    return only(number, n=number, count=w.word(number, feminine=True))


def _next_session(w: World, said: Said) -> Expected:
    days = [one.planned for one in _sessions(w)]
    first = [one.person for one in _sessions(w) if one.planned == min(days)]
    return only(days and min(days) >= w.cutoff and said.args["person"] in first, day=min(days))


H = "story.animation.headline"
_FAMILIES = {"kept": (_kept, False), "trained": (_trained, True)}
CLAIMS: Claims = {
    **{f"{H}.{key}": _share(counts, "some", feminine=fem) for key, (counts, fem) in _FAMILIES.items()},
    **{f"{H}.all_{key}": _share(counts, "all", feminine=fem) for key, (counts, fem) in _FAMILIES.items()},
    **{f"{H}.none_{key}": _share(counts, "none", feminine=fem) for key, (counts, fem) in _FAMILIES.items()},
    f"{H}.not_measured": lambda w, _: only(not _kept(w)[1]),
    f"{H}.cancelled": lambda w, _: only(not _trained(w)[1]),
    f"{H}.unanswered": _share(_alone, "some", feminine=True),
    f"{H}.all_unanswered": _share(_alone, "all", feminine=True),
    f"{H}.answers": _answers(of_all=False),
    f"{H}.all_answers": _answers(of_all=True),
    f"{H}.shared_out": _shared_out,
    "story.animation.not_measured": lambda w, _: only(any(one.achieved is None for one in w.plan.service_levels)),
    "story.animation.to_mend": _to_mend,
    "story.animation.answered": lambda w, _: only(w.is_internal and not _alone(w)[0], n=len(_activities(w))),
    "story.animation.overdue": _overdue,
    "story.animation.next_session": _next_session,
    "story.animation.kept": lambda w, _: only(any(map(_is_kept, _measures(w)))),
    "story.animation.not_kept": lambda w, _: only(not all(map(_is_kept, _measures(w)))),
    "story.revisions.headline": _revised,
}
