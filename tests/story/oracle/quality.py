"""Claims about satisfaction and tickets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.choices import Priority, SurveyType, TicketMeasure
from generator.model.quarter import Quarter
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, only


def _answers(w: World, kind: SurveyType) -> dict[Quarter, list[tuple[Decimal, int]]]:
    """Points and people of each quarter: 100, 0 or −100 for one person's NPS; the share of the highest mark else."""
    found: dict[Quarter, list[tuple[Decimal, int]]] = {}
    for row in w.plan.satisfaction:
        people = 1 if row.respondents is None else row.respondents
        points = _points(row, people)
        if row.type is kind and row.measured <= w.cutoff and people and points is not None:
            found.setdefault(Quarter.containing(row.measured), []).append((points, people))
    return found


def _points(row: Any, people: int) -> Decimal | None:
    if row.type is not SurveyType.NPS:
        return row.score / row.scale_max if row.scale_max else None
    if people > 1:
        return row.score if -100 <= row.score <= 100 else None
    if not 0 <= row.score <= 10:
        return None
    return Decimal(100 if row.score >= 9 else -100 if row.score <= 6 else 0)


def _scores(w: World, kind: SurveyType) -> dict[Quarter, Decimal]:
    rows = _answers(w, kind)
    return {
        quarter: sum((points * people for points, people in found), Decimal(0)) / sum(people for _, people in found)
        for quarter, found in sorted(rows.items())
        if quarter <= w.period
    }


def _kind(w: World) -> SurveyType | None:
    """The survey told: the NPS where there is one."""
    return next((kind for kind in (SurveyType.NPS, SurveyType.CSAT, SurveyType.CES) if _scores(w, kind)), None)


def _printed(w: World, kind: SurveyType, value: Decimal) -> str:
    return w.locale.number(value, 0) if kind is SurveyType.NPS else w.locale.percent(value, 0)


def _score(way: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        kind = _kind(w)
        if kind is None:
            return None
        scores = _scores(w, kind)
        last = max(scores)
        told = {"kind": w.locale.label(kind.label), "value": _printed(w, kind, scores[last]), "quarter": last}
        if last.plus(-4) not in scores:
            return only(way == "", **told)
        before = _printed(w, kind, scores[last.plus(-4)])
        same = before == told["value"]
        found = "_flat" if same else "_up" if scores[last] > scores[last.plus(-4)] else "_down"
        return only(found == way, **told, before=before)

    return claim


def _opened(w: World, quarter: Quarter, *, critical: bool = False) -> Decimal | None:
    """Tickets opened in a quarter; where a nature has a row of every priority, that row alone counts."""
    rows = [row for row in w.plan.tickets if row.measure is TicketMeasure.OPENED and quarter in row.quarters]
    if critical:
        rows = [row for row in rows if row.priority is Priority.P1]
    else:
        whole = {row.type for row in rows if row.priority is None}
        rows = [row for row in rows if row.priority is None or row.type not in whole]
    return sum((row.quarters[quarter] for row in rows), Decimal(0)) if rows else None


def _last(w: World) -> Quarter | None:
    quarters = [quarter for row in w.plan.tickets if row.measure is TicketMeasure.OPENED for quarter in row.quarters]
    return max((quarter for quarter in quarters if quarter <= w.period), default=None)


def _critical(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        last = _last(w)
        if last is None:
            return None
        now, before = (_opened(w, quarter, critical=True) for quarter in (last, last.plus(-1)))
        if now is None:
            return None
        base = "critical" if now else "no_critical"
        found = base if before is None or before == now else f"{base}_change"
        told = {"n": int(now), "count": w.locale.number(now, 0), "quarter": last}
        if found == kind and before is not None and found.endswith("change"):
            told["before"] = w.locale.number(before, 0)
        return only(found == kind, **told)

    return claim


def _tickets(w: World, said: Said) -> Expected:
    last = _last(w)
    if last is None or _opened(w, last, critical=True) is not None:
        return None
    total = _opened(w, last) or Decimal(0)
    is_told = bool(total) is said.key.endswith(".tickets")
    return only(is_told, n=int(total), count=w.locale.number(total, 0), quarter=last)


def _respondents(w: World, said: Said) -> Expected:
    kind = _kind(w)
    if kind is None:
        return None
    people = sum(number for _, number in _answers(w, kind)[max(_scores(w, kind))])
    return {"n": people, "count": people, "kind": w.locale.label(kind.label)}


def _few(w: World, said: Said) -> Expected:
    """Of a survey of one quarter, or of a KPI's four: the answers, fewer than the minimum."""
    told = []
    for kind in SurveyType:
        held = {quarter: sum(number for _, number in rows) for quarter, rows in _answers(w, kind).items()}
        told += [number for quarter, number in held.items() if quarter <= w.period]
        told.append(sum(held.get(quarter, 0) for quarter in w.period.back(4)))
    return only(said.n in told and 0 < (said.n or 0) < w.respondents_minimum)


def _line(w: World, said: Said) -> Expected:
    kind = _kind(w)
    if kind is None:
        return None
    scores = _scores(w, kind)
    last = max(scores)
    first = max(min(scores), last.plus(-7))
    shown = _printed(w, kind, scores[first]) if first in scores else "–"
    told = {"first": shown, "first_quarter": first, "last": _printed(w, kind, scores[last]), "last_quarter": last}
    return {"kind": w.locale.label(kind.label), **told}


def _columns(w: World, said: Said) -> Expected:
    last = _last(w)
    known = [quarter for row in w.plan.tickets if row.measure is TicketMeasure.OPENED for quarter in row.quarters]
    if last is None:
        return None
    first = max(min(quarter for quarter in known if quarter <= w.period), last.plus(-7))
    totals = [w.locale.number(_opened(w, quarter) or Decimal(0), 0) for quarter in (first, last)]
    return {"first": totals[0], "first_quarter": first, "last": totals[1], "last_quarter": last}


def _columns_title(w: World, said: Said) -> Expected:
    last = _last(w)
    if last is None:
        return None
    now, before = (_opened(w, quarter, critical=True) for quarter in (last, last.plus(-1)))
    if not now:
        return None
    told = {"count": w.locale.number(now, 0), "quarter": last}
    if said.key.endswith("change"):
        return only(before is not None, **told, before=w.locale.number(before or 0, 0))
    return only(before is None, **told)


Q, H = "story.quality", "story.quality.headline"
CLAIMS: Claims = {
    **{f"{H}.score{way}": _score(way) for way in ("", "_up", "_down", "_flat")},
    **{f"{H}.{kind}": _critical(kind) for kind in ("critical", "critical_change", "no_critical", "no_critical_change")},
    f"{H}.tickets": _tickets,
    f"{H}.no_ticket": _tickets,
    f"{H}.none": lambda w, _: only(_kind(w) is None and _last(w) is None, period=w.period),
    f"{Q}.line_title": _respondents,
    "story.few_answers": _few,
    f"{Q}.line_alt": _line,
    f"{Q}.columns_title_critical": _columns_title,
    f"{Q}.columns_title_change": _columns_title,
    f"{Q}.columns_alt": _columns,
}
