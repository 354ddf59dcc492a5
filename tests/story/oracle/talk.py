"""Claims of the notes: what is pointed at, what is objected and answered, what is asked and minuted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from generator.model.choices import ActionStatus, ObjectiveStatus
from tests.story.oracle.contracts import near
from tests.story.oracle.decisions import asked, late_ones
from tests.story.oracle.kpis import of_colour, standing
from tests.story.oracle.risks import open_ones
from tests.story.oracle.said import Expected, Said
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
}
