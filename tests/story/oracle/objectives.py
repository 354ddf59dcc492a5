"""Claims about objectives: how far they have come, against the time gone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.choices import ObjectiveStatus
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.signatures import RED, amounts, is_signature, standing, told_to_client
from tests.story.oracle.world import Claim, Claims, World, only, row

_ENDED = (ObjectiveStatus.REACHED, ObjectiveStatus.MISSED, ObjectiveStatus.DROPPED)


def kept(w: World) -> list[Any]:
    """The objectives of the plan: not those dropped."""
    return [one for one in w.plan.objectives if one.status is not ObjectiveStatus.DROPPED]


def _way(one: Any) -> Decimal | None:
    """The part of the way gone, below zero when it went back."""
    if None in (one.baseline, one.target, one.current) or one.baseline == one.target:
        return None
    return (one.current - one.baseline) / (one.target - one.baseline)  # type: ignore[no-any-return]


def _share(one: Any) -> Decimal | None:
    way = _way(one)
    return None if way is None else max(Decimal(0), min(way, Decimal(1)))


def _expected(w: World, one: Any) -> Decimal | None:
    """The part of the time gone from the start of the plan to the due date."""
    if one.due is None:
        return None
    start = w.plan.account.plan_start
    if one.due <= start:
        return Decimal(int(w.cutoff >= one.due))
    gone = Decimal((w.cutoff - start).days) / Decimal((one.due - start).days)
    return max(Decimal(0), min(gone, Decimal(1)))


def _pace(w: World, one: Any) -> str:
    """Kept, lost, advanced, or not to be judged; never kept where the client is told that it is lost."""
    if is_signature(w, one):
        found = standing(w, one)
        if found in RED:
            return "lost"
        is_kept = found == "signed" or (found == "renewed" and w.is_internal)
        return "kept" if is_kept else "advanced" if found == "advanced" else "unjudged"
    return "lost" if told_to_client(w, one) in RED else _measured(w, one)


def _measured(w: World, one: Any) -> str:
    """Kept, lost or not to be judged, along the way."""
    if one.status is ObjectiveStatus.REACHED:
        return "kept"
    if one.status is ObjectiveStatus.MISSED:
        return "lost"
    share, expected = _share(one), _expected(w, one)
    if one.status in (ObjectiveStatus.DROPPED, ObjectiveStatus.NOT_STARTED) or share is None:
        return "unjudged"
    if share == 1:
        return "kept"
    return "unjudged" if expected is None else "kept" if share >= expected else "lost"


def _of(w: World, pace: str) -> list[Any]:
    return [one for one in w.plan.objectives if _pace(w, one) == pace]


def _is_red(w: World, one: Any) -> bool:
    """Ten points behind, missed, or told so to the client."""
    if is_signature(w, one) or told_to_client(w, one) in RED:
        return standing(w, one) in RED if is_signature(w, one) else True
    if one.status is ObjectiveStatus.MISSED:
        return True
    share, expected = _share(one), _expected(w, one)
    is_far = share is not None and expected is not None and share < expected - Decimal("0.1")
    return _measured(w, one) == "lost" and is_far


def _lags(w: World) -> list[str]:
    """What may be said of the one, or those, that lag most: of the red ones where there are such."""

    def ahead(one: Any) -> Decimal:
        if is_signature(w, one):
            return Decimal(0)
        return (_share(one) or Decimal(0)) - (_expected(w, one) or Decimal(0))

    lost = _of(w, "lost")
    lost = [one for one in lost if _is_red(w, one)] or lost
    return [_lag(w, one) for one in lost if ahead(one) == min(map(ahead, lost))]


def _lag(w: World, one: Any) -> str:
    key, told = _lag_of(w, one)
    return w.locale.say(f"story.objectives.lag{key}", name=w.quoted(one.ref, one.measure or one.label), **told)


def _lag_of(w: World, one: Any) -> tuple[str, dict[str, Any]]:
    if is_signature(w, one):
        return f".{standing(w, one)}", {}
    if one.status is ObjectiveStatus.MISSED:
        return ".missed", {}
    way = _way(one)
    if way is None:  # only the client's colour says that it lags
        return f".{told_to_client(w, one)}", {}
    if way <= 0:
        return ".back" if way < 0 else ".none", {}
    current, target = amounts(w, one)
    return "", {"current": current, "target": target}


def _headline(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        on_pace, lost, total = _of(w, "kept"), _of(w, "lost"), len(kept(w))
        kept_all = "all" if len(on_pace) == total else "rest"
        lost_all = "none" if len(lost) == total else "none_judged"
        found = "unjudged" if not (on_pace or lost) else kept_all if not lost else "some" if on_pace else lost_all
        if found != kind:
            return None
        if kind in ("all", "rest"):
            return {"n": len(on_pace), "count": w.word(len(on_pace)), "total": w.word(total)}
        number, whole = (len(on_pace), total) if kind == "some" else (len(lost), len(lost))
        return only(said.args["lag"] in _lags(w), n=number, count=w.word(len(on_pace)), total=w.word(whole))

    return claim


def _unjudged(*, early: bool) -> Claim:
    """Too early is said only of signatures for which it is."""

    def claim(w: World, said: Said) -> Expected:
        rows, judged = kept(w), [*_of(w, "kept"), *_of(w, "lost"), *_of(w, "advanced")]
        is_early = all(is_signature(w, one) and standing(w, one) == "early" for one in rows)
        return only(rows and not judged and is_early is early, n=len(rows), count=w.word(len(rows)))

    return claim


def _advanced(w: World, said: Said) -> Expected:
    rows = _of(w, "advanced")
    names = [w.quoted(one.ref, one.measure or one.label) for one in rows]
    is_all = not (_of(w, "kept") or _of(w, "lost"))
    return only(is_all and said.args["name"] in names, n=len(rows), count=w.word(len(rows)))


def _goals_served(w: World) -> set[str | None]:
    return {one.goal for one in w.plan.objectives}


def _unserved(w: World, said: Said) -> Expected:
    number = sum(1 for goal in w.plan.client_goals if goal.ref not in _goals_served(w))
    return only(number and w.is_internal is said.key.endswith("unserved"), n=number)


def _alt(w: World, said: Said) -> Expected:
    return {"title": row(w.plan.objectives, said.args["ref"]).label}


def _commented(kind: str) -> Claim:
    """Said of some objective of which it is so."""

    def claim(w: World, said: Said) -> Expected:
        for one in w.plan.objectives:
            share, expected, is_open = _share(one), _expected(w, one), one.status not in _ENDED
            if share is None or is_signature(w, one):
                continue
            found = "way" if expected is None or not is_open else "ahead" if share >= expected else "behind"
            told = {"share": w.locale.percent(share, 0)}
            if found != "way" and expected is not None:
                told["expected"] = w.locale.percent(expected, 0)
            if found == kind and dict(said.args) == told:
                return {}
        return None

    return claim


def _unmeasured(w: World, said: Said) -> Expected:
    one = row(w.plan.objectives, said.args["ref"])
    return only(_share(one) is None and not is_signature(w, one))


def _measure(w: World, said: Said) -> Expected:
    unset = w.locale.say("story.smart.no_measure")
    names = [one.measure or unset for one in w.plan.objectives]
    return only(said.args["measure"] in [name[:1].upper() + name[1:] for name in names])


def _goal(w: World, said: Said) -> Expected:
    return {"goal": row(w.plan.client_goals, said.args["ref"]).goal}


def _priority(w: World, said: Said) -> Expected:
    one = row(w.plan.objectives, said.args["ref"])
    told = {"label": one.label} | ({"due": one.due} if one.due else {})
    return only((one.due is None) is said.key.endswith("undated") and one.status not in _ENDED, **told)


def _priorities(w: World, said: Said) -> Expected:
    number = min(3, len([one for one in w.plan.objectives if one.status not in _ENDED]))
    return only(number, n=number, count=w.word(number, feminine=True))


def _tick(w: World, said: Said) -> Expected:
    rows = [one for one in w.plan.objectives if not is_signature(w, one)]
    return only(any(_share(one) is not None and _expected(w, one) is not None for one in rows))


def _expected_said(w: World, said: Said) -> Expected:
    parts = [_expected(w, one) for one in w.plan.objectives]
    return only(said.args["share"] in [w.locale.percent(part, 0) for part in parts if part is not None])


def _say(w: World, said: Said) -> str:
    return w.locale.say(said.key, **said.args)


_LAGS = ("", ".none", ".back", ".missed", ".overdue", ".late", ".lost", ".unlikely")
O = "story.objectives"  # noqa: E741
CLAIMS: Claims = {
    **{f"{O}.headline.{kind}": _headline(kind) for kind in ("all", "rest", "none", "none_judged", "some")},
    f"{O}.headline.unrated": _unjudged(early=False),
    f"{O}.headline.early": _unjudged(early=True),
    f"{O}.headline.advanced": _advanced,
    f"{O}.headline.dropped": lambda w, _: only(not kept(w), n=len(w.plan.objectives)),
    **{f"{O}.lag{key}": lambda w, said: only(_say(w, said) in _lags(w)) for key in _LAGS},
    f"{O}.unserved": _unserved,
    f"{O}.other_goals": _unserved,
    f"{O}.expected": _expected_said,
    f"{O}.source": lambda w, _: only(kept(w), n=len(kept(w))),
    f"{O}.source_client": lambda w, _: only(kept(w), n=len(kept(w))),
    f"{O}.source_dropped": lambda w, _: {"n": len(w.plan.objectives) - len(kept(w))},
    f"{O}.source_goals": lambda w, _: only(w.plan.client_goals, n=len(w.plan.client_goals)),
    f"{O}.tick": _tick,
    f"{O}.alt.row": _alt,
    f"{O}.lagging": lambda w, _: only(any(_is_red(w, one) and one.status not in _ENDED for one in _of(w, "lost"))),
    f"{O}.unmeasured": _unmeasured,
    **{f"{O}.{kind}": _commented(kind) for kind in ("way", "ahead", "behind")},
    "story.smart.measure": _measure,
    "story.smart.goal": _goal,
    "story.smart.owner": lambda w, said: only(said.args["owner"] in [goal.owner for goal in w.plan.client_goals]),
    "story.smart.due": lambda w, said: only(said.args["due"] in [one.due for one in w.plan.objectives]),
    "story.smart.no_due": lambda w, _: only(any(one.due is None for one in w.plan.objectives)),
    "story.smart.no_measure": lambda w, _: only(any(not one.measure for one in w.plan.objectives)),
    "story.smart.no_reason": lambda w, _: only(w.is_internal and any(not _reason(one) for one in w.plan.objectives)),
    "story.smart.no_goal": lambda w, _: only(
        w.is_internal and _goals_served(w) - {goal.ref for goal in w.plan.client_goals}
    ),
    "story.summary.priority": _priority,
    "story.summary.priority_undated": _priority,
    "story.summary.priorities": _priorities,
}


def _reason(one: Any) -> object:
    return getattr(one, "attainable", None)
