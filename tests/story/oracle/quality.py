"""Claims about satisfaction and tickets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.choices import Calculation, Priority, SurveyType, TicketMeasure
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
        if last is None or _misses(w):
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


def _held(w: World, measure: TicketMeasure, quarter: Quarter) -> dict[tuple[Any, Any], Decimal]:
    found: dict[tuple[Any, Any], Decimal] = {}
    for row in w.plan.tickets:
        if row.measure is measure and quarter in row.quarters:
            key = (row.type, row.priority)
            found[key] = found.get(key, Decimal(0)) + row.quarters[quarter]
    return found


def _service_quarter(w: World) -> Quarter | None:
    """The last quarter that tells how many tickets were resolved, and how many of the same kind in time."""
    quarters = {quarter for row in w.plan.tickets for quarter in row.quarters if quarter <= w.period}
    return max((quarter for quarter in quarters if any(n for n, _ in _kept(w, quarter).values())), default=None)


def _kept(w: World, quarter: Quarter) -> dict[tuple[Any, Any], tuple[Decimal, Decimal]]:
    resolved, within = (_held(w, one, quarter) for one in (TicketMeasure.RESOLVED, TicketMeasure.WITHIN_SLA))
    return {key: (number, within[key]) for key, number in resolved.items() if key in within}


def _rates(w: World, quarter: Quarter) -> tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]]:
    """Resolved and in time: of all tickets, where a row of every priority stands for its own, and of the P1."""
    kinds = _kept(w, quarter)
    whole = [pair for (kind, level), pair in kinds.items() if level is None or (kind, None) not in kinds]
    critical = [pair for (_, level), pair in kinds.items() if level is Priority.P1]
    return _summed(whole), _summed(critical)


def _summed(pairs: list[tuple[Decimal, Decimal]]) -> tuple[Decimal, Decimal]:
    return sum((one for one, _ in pairs), Decimal(0)), sum((two for _, two in pairs), Decimal(0))


def _aim(w: World) -> Decimal | None:
    told = (kpi for kpi in w.plan.kpis if kpi.calculation is Calculation.SLA and kpi.target is not None)
    return next((kpi.target for kpi in told if "type=" not in (kpi.filter or "").lower().replace(" ", "")), None)


def critical_service(w: World) -> tuple[Decimal, Decimal, Decimal | None]:
    """Of the P1 of the last quarter: resolved, in time, and the share aimed at."""
    quarter = _service_quarter(w)
    _, (resolved, within) = _rates(w, quarter) if quarter else ((), (Decimal(0), Decimal(0)))
    return resolved, within, _aim(w)


def _misses(w: World) -> bool:
    """Whether the P1 fall short of the target of the service level."""
    quarter, aim = _service_quarter(w), _aim(w)
    if quarter is None or aim is None:
        return False
    _, (resolved, within) = _rates(w, quarter)
    return bool(resolved) and within / resolved < aim


def _hidden(w: World, said: Said) -> Expected:
    quarter, aim = _service_quarter(w), _aim(w)
    if quarter is None or aim is None or not _misses(w):
        return None
    (every, kept), (resolved, within) = _rates(w, quarter)
    rate = kept / every
    return only(
        (rate >= aim) is said.key.endswith("hidden"),
        n=int(resolved),
        total=w.locale.percent(rate),
        within=w.word(int(within)),
        resolved=w.word(int(resolved)),
    )


def _rising(w: World, said: Said) -> Expected:
    """The quarters of growth that lead to the last one which counts P1."""
    quarter = max((one for one in w.period.back(60) if _opened(w, one, critical=True) is not None), default=None)
    if quarter is None:
        return None
    last, rises, oldest = quarter, 0, quarter.plus(-7)
    while quarter > oldest:
        now, before = (_opened(w, one, critical=True) for one in (quarter, quarter.plus(-1)))
        if now is None or before is None or now <= before:
            break
        quarter, rises = quarter.plus(-1), rises + 1
    ends = {
        name: w.locale.number(_opened(w, one, critical=True) or 0, 0)
        for name, one in (("before", quarter), ("now", last))
    }
    return only(rises, n=rises, quarters=w.word(rises), **ends)


def _entities(w: World, said: Said) -> Expected:
    kind = _kind(w)
    if kind is None:
        return None
    last = max(_scores(w, kind))
    told = {"kind": w.locale.label(kind.label), "quarter": last}
    marks = _scores(w, SurveyType.CSAT)
    if kind is SurveyType.CSAT or last not in marks:
        return only(not said.key.endswith("csat"), **told)
    return only(said.key.endswith("csat") and _printed(w, SurveyType.CSAT, marks[last]) in said.args["value"], **told)


def _of(w: World, said: Said) -> Expected:
    quarter = _service_quarter(w)
    if quarter is None:
        return None
    pairs = [*_kept(w, quarter).values(), *_rates(w, quarter)]
    printed = [tuple(w.locale.number(number, 0) for number in pair) for pair in pairs]
    return only((said.args["resolved"], said.args["within"]) in printed)


def _target_mark(w: World, said: Said) -> Expected:
    kind = _kind(w)
    aims = [kpi.target for kpi in w.plan.kpis if kpi.target is not None]
    told = [w.locale.percent(aim, 0) for aim in aims]
    if kind is not None:
        told += [_printed(w, kind, aim) for aim in aims]
    return only(said.args["value"] in told)


def _critical_alt(w: World, said: Said) -> Expected:
    counted = [one for one in w.period.back(60) if _opened(w, one, critical=True) is not None]
    first, last = max(counted[0], counted[-1].plus(-7)), counted[-1]
    shown = [_opened(w, one, critical=True) for one in (first, last)]
    texts = ["" if number is None else w.locale.number(number, 0) for number in shown]
    return {"first": texts[0], "first_quarter": first, "last": texts[1], "last_quarter": last}


Q, H = "story.quality", "story.quality.headline"
CLAIMS: Claims = {
    **{f"{H}.score{way}": _score(way) for way in ("", "_up", "_down", "_flat")},
    **{f"{H}.{kind}": _critical(kind) for kind in ("critical", "critical_change", "no_critical", "no_critical_change")},
    f"{H}.tickets": _tickets,
    f"{H}.no_ticket": _tickets,
    f"{H}.none": lambda w, _: only(_kind(w) is None and _last(w) is None, period=w.period),
    f"{H}.hidden": _hidden,
    f"{H}.missed": _hidden,
    f"{H}.rising": _rising,
    f"{Q}.service_title": lambda w, _: {"quarter": _service_quarter(w)},
    f"{Q}.of": _of,
    f"{Q}.target_mark": _target_mark,
    f"{Q}.critical_alt": _critical_alt,
    f"{Q}.entities_title": _entities,
    f"{Q}.entities_title_csat": _entities,
    f"{Q}.line_title": _respondents,
    "story.few_answers": _few,
    f"{Q}.line_alt": _line,
    f"{Q}.columns_title_critical": _columns_title,
    f"{Q}.columns_title_change": _columns_title,
    f"{Q}.columns_alt": _columns,
}
