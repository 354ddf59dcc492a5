"""Claims of the notes: what is pointed at, what is objected and answered, what is asked and minuted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from generator.model.choices import ActionStatus, Attitude, DecisionRole, ObjectiveStatus
from tests.story.oracle.contracts import near
from tests.story.oracle.decisions import asked, late_ones
from tests.story.oracle.kpis import of_colour, standing
from tests.story.oracle.market import lacking, to_win
from tests.story.oracle.quality import critical_service
from tests.story.oracle.revenue import below_budget
from tests.story.oracle.risks import open_ones
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.since import slipped_actions
from tests.story.oracle.world import Claim, Claims, World, only

_LIVE = (ObjectiveStatus.IN_PROGRESS, ObjectiveStatus.NOT_STARTED)


def _listed(w: World, rows: Iterable[Any]) -> tuple[int, str]:
    refs = [row.ref for row in rows]
    return len(refs), w.locale.join(refs)


def _refs(*ways: Callable[[World], list[Any]]) -> Claim:
    """All the references of one of these sets, counted."""

    def claim(w: World, said: Said) -> Expected:
        told = [_listed(w, rows(w)) for rows in ways]
        return only(said.n and (said.n, said.args["refs"]) in told)

    return claim


def _late(w: World) -> list[Any]:
    return w.late_actions


def _notices(w: World) -> list[Any]:
    return near(w)


def _bare(w: World) -> list[Any]:
    return [risk for risk in open_ones(w) if not risk.response]


def _first_late(w: World, said: Said) -> Expected:
    """The first of the late actions, or of the decisions past due."""
    first = [rows[0] for rows in (_late(w), late_ones(w)) if rows]
    told = [(row.ref, row.owner or "–", (w.cutoff - row.due).days) for row in first]
    return only((said.args["ref"], said.args["owner"], said.n) in told)


def _progress(w: World, said: Said) -> Expected:
    rows = [row for row in _late(w)[:1] if row.progress is not None]
    told = [(w.locale.percent(row.progress, 0), row.owner or "–") for row in rows]
    return only((said.args["progress"], said.args["owner"]) in told)


def _row(w: World, said: Said) -> Expected:
    """A decision asked or an open action, with who answers for it and its date."""
    for row in (*asked(w), *w.open_actions):
        terms = ", ".join(part for part in (row.owner or "", w.locale.date(row.due) if row.due else "") if part)
        if (row.ref, terms) == (said.args["ref"], said.args["terms"]):
            return {}
    return None


def _answered(w: World, said: Said) -> Expected:
    """As many open actions as serve one KPI off target, or one objective."""
    rows = [row for row in w.open_actions if row.status is not ActionStatus.CANCELLED]
    by_kpi = [sum(row.kpi == kpi.ref for row in rows) for kpi in of_colour(w, "red", "amber")]
    by_objective = [sum(row.objective == one.ref for row in rows) for one in w.plan.objectives if one.status in _LIVE]
    return only(said.n in (*by_kpi, *by_objective))


def _kpi(w: World, said: Said) -> Expected:
    return only(any(dict(said.args) == told for told in standing(w, "red", "amber")))


def _why_kpi(w: World, said: Said) -> Expected:
    return only(said.args["name"] in [told["name"] for told in standing(w, "red", "amber")])


def _notice(w: World, said: Said) -> Expected:
    rows = near(w)
    return only(rows, ref=rows and rows[0].ref, day=rows and rows[0].notice)


def _days_left(w: World, said: Said) -> Expected:
    rows = near(w)
    days = [(row.notice - w.cutoff).days for row in rows if row.notice]
    return only(days, ref=rows and rows[0].ref, n=days and days[0])


def _position(w: World, said: Said) -> Expected:
    number, refs = _listed(w, near(w))
    return only(number, n=number, refs=refs, day=number and near(w)[0].notice)


def _decide(w: World, said: Said) -> Expected:
    return only(asked(w) and said.args["rows"], n=len(asked(w)))


def _recommended(w: World, said: Said) -> Expected:
    return only((said.args["ref"], said.args["letter"]) in [(one.ref, one.recommended) for one in asked(w)])


def _inaction(w: World, said: Said) -> Expected:
    told = [(one.ref, w.running(w.locale.typeset(one.inaction))) for one in asked(w) if one.inaction]
    return only((said.args["ref"], said.args["inaction"]) in told)


def _risk(w: World, said: Said) -> Expected:
    first = open_ones(w)[0]
    return {"ref": first.ref, "score": first.probability * first.impact}


def _objective(w: World, said: Said) -> Expected:
    return only(said.args["ref"] in [one.ref for one in w.plan.objectives if one.status in _LIVE])


def _next_date(w: World, said: Said) -> Expected:
    later = [one for one in w.committees if one.planned > w.session]
    return only(w.committees and not later, day=w.session)


def _critical(w: World, said: Said) -> Expected:
    """The P1 of the last quarter in time, fewer than their target asks."""
    resolved, within, target = critical_service(w)
    args = {"n": int(resolved), "resolved": int(resolved), "within": int(within)}
    missed = target is not None and resolved and within / resolved < target
    if said.key.endswith("back"):
        return only(missed, target=w.locale.percent(target or Decimal(0)))
    return only(missed, target=w.locale.percent(target or Decimal(0)), **args)


def _slipped(w: World, said: Said) -> Expected:
    rows = slipped_actions(w)
    longest = max((days for _, days in rows), default=0)
    told = [(action.ref, action.due) for action, days in rows if days == longest]
    return only((said.args["ref"], said.args["due"]) in told, n=longest)


def _hold(w: World, said: Said) -> Expected:
    refs = {action.ref for action, _ in slipped_actions(w)}
    return only(refs and all(ref in said.args["refs"] for ref in refs), n=len(slipped_actions(w)))


def _budget(w: World, said: Said) -> Expected:
    behind = below_budget(w)
    furthest = max(behind.values(), default=Decimal(0))
    told = said.args.get("part", w.money(furthest) if behind else "")
    return only(behind and behind.get(said.args["offer"]) == furthest and told == w.money(furthest))


def _gap(w: World, said: Said) -> Expected:
    most = max(lacking(w).values(), default=Decimal(0))
    return only(most and lacking(w).get(said.args["ref"]) == most, missing=w.money(most))


def _close_gap(w: World, said: Said) -> Expected:
    found = [ref for ref, amount in lacking(w).items() if amount]
    return only(found, n=len(found), refs=w.locale.join(found))


def _people(is_told: Callable[[World, Any], bool]) -> Claim:
    """All the active people of whom this holds, counted and named."""

    def claim(w: World, said: Said) -> Expected:
        found = [one.name for one in w.plan.contacts if one.active and is_told(w, one)]
        named = len(said.args["names"]) == len(w.locale.join(found)) and all(
            name in said.args["names"] for name in found
        )
        return only(found and named, n=len(found))

    return claim


def _is_to_win(w: World, one: Any) -> bool:
    unwon = (Attitude.OPPONENT, Attitude.RESERVED, Attitude.NEUTRAL)
    return one.attitude in unwon and one.influence is not None and one.influence > 3


def _is_wary(w: World, one: Any) -> bool:
    is_on_path = any(step.contact == one.name for step in w.plan.approval_steps)  # type: ignore[attr-defined]
    return is_on_path and one.attitude in (Attitude.OPPONENT, Attitude.RESERVED)


def _is_unseated(w: World, one: Any) -> bool:
    members = [(body.chair, *body.client_members, *body.supplier_members) for body in w.plan.bodies]
    return one.decision_role is DecisionRole.DECISION_MAKER and not any(one.name in found for found in members)


def _cell(w: World, said: Said) -> Expected:
    most = max((amount for _, amount in to_win(w)), default=Decimal(0))
    told = [(cell.offer, cell.entity) for cell, amount in to_win(w) if amount == most]
    return only(most and (said.args["offer"], said.args["entity"]) in told, amount=w.money(most))


T = "story.talk"
CLAIMS: Claims = {
    f"{T}.kpi": _kpi,
    f"{T}.why_kpi": _why_kpi,
    f"{T}.answered": _answered,
    f"{T}.row": _row,
    f"{T}.late": _first_late,
    f"{T}.why_late": lambda w, _: only(_late(w), ref=_late(w) and _late(w)[0].ref, due=_late(w) and _late(w)[0].due),
    f"{T}.progress": _progress,
    f"{T}.dates": _refs(_late, late_ones),
    f"{T}.dated": _refs(_late, late_ones),
    f"{T}.notice": _notice,
    f"{T}.why_now": lambda w, _: only(near(w), ref=near(w) and near(w)[0].ref),
    f"{T}.days_left": _days_left,
    f"{T}.position": _position,
    f"{T}.positioned": _refs(_notices),
    f"{T}.recommended": _recommended,
    f"{T}.why_decide": lambda w, _: only(asked(w)),
    f"{T}.inaction": _inaction,
    f"{T}.decide": _decide,
    f"{T}.decided": _refs(asked),
    f"{T}.risk": _risk,
    f"{T}.why_risk": lambda w, _: {"ref": open_ones(w)[0].ref},
    f"{T}.carried": lambda w, _: {"owner": open_ones(w)[0].owner},
    f"{T}.respond": _refs(_bare),
    f"{T}.responded": _refs(_bare),
    f"{T}.why_objective": _objective,
    f"{T}.next_date": _next_date,
    f"{T}.critical": _critical,
    f"{T}.critical_back": _critical,
    f"{T}.slipped": _slipped,
    f"{T}.hold": _hold,
    f"{T}.budget": _budget,
    f"{T}.budget_back": _budget,
    f"{T}.gap": _gap,
    f"{T}.close_gap": _close_gap,
    f"{T}.meet": _people(_is_to_win),
    f"{T}.met": _people(_is_to_win),
    f"{T}.wary": _people(_is_wary),
    f"{T}.seat": _people(_is_unseated),
    f"{T}.cell": _cell,
}
