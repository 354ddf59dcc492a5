"""Claims about what a chapter leads to: which actions, decisions and objectives name its rows, and how many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from generator.model.choices import ActionStatus, ObjectiveStatus
from tests.story.oracle.decisions import asked
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, counted

_TABLES = ("client_goals", "contracts", "objectives", "meetings", "kpis", "risks")
_LONGEST, _SHOWN = 8, 7


def _actions(w: World, refs: set[str]) -> list[str]:
    """The open ones that name one: late first, the longest first; then blocked; then by date, the undated last."""

    def rank(action: Any) -> tuple[Any, ...]:
        late = action in w.late_actions
        is_blocked = action.status is ActionStatus.BLOCKED
        return (not late, not late and not is_blocked, action.due is None, action.due or w.cutoff, counted(action.ref))

    found = [one for one in w.open_actions if refs & {one.contract, one.objective, one.kpi, one.risk}]
    return [one.ref for one in sorted(found, key=rank)]


def _decisions(w: World, refs: set[str]) -> list[str]:
    def words(text: str) -> set[str]:
        return set("".join(letter if letter.isalnum() or letter in "-_" else " " for letter in text).split())

    return [one.ref for one in asked(w) if refs & {one.meeting, *words(one.decision)}]


def _objectives(w: World, refs: set[str]) -> list[str]:
    going_on = (ObjectiveStatus.NOT_STARTED, ObjectiveStatus.IN_PROGRESS)
    found = [one for one in w.plan.objectives if one.status in going_on and refs & {one.goal, one.contract}]
    return sorted((one.ref for one in found), key=counted)


def _found(w: World, find: Callable[[World, set[str]], list[str]]) -> Iterator[list[str]]:
    for table in _TABLES:
        yield find(w, {row.ref for row in getattr(w.plan, table)})


def _all(find: Callable[[World, set[str]], list[str]]) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        told = [refs for refs in _found(w, find) if 0 < len(refs) <= _LONGEST]
        return next(({"n": len(refs)} for refs in told if w.locale.join(refs) == said.args["refs"]), None)

    return claim


def _more(find: Callable[[World, set[str]], list[str]]) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        told = [refs for refs in _found(w, find) if len(refs) > _LONGEST]
        left = {len(refs) - _SHOWN for refs in told if ", ".join(refs[:_SHOWN]) == said.args["refs"]}
        return {"n": said.n} if said.n in left else None

    return claim


_KINDS = {"actions": _actions, "decisions": _decisions, "objectives": _objectives}
CLAIMS: Claims = {
    **{f"story.follows.{kind}": _all(find) for kind, find in _KINDS.items()},
    **{f"story.follows.{kind}_more": _more(find) for kind, find in _KINDS.items()},
}
