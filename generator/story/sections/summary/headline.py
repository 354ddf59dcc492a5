"""What the synthesis says first: what is to be decided and for how much, what is off target, what went well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.locales.currencies import names_amount
from generator.measures.citation import cite
from generator.measures.decisions import are_for_the_next_committee, asked
from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.model.governance import SharedDecision
from generator.story.figures import Cited, Said, rows_cited, series_said
from generator.story.sections.actions.cited import actions_counted
from generator.story.sections.contracts.state import amount_cited, lives_counted, near_notices
from generator.story.sections.kpis.cited import named_value, target_said, value_cited
from generator.story.sections.summary.facts import leading, telling
from generator.story.subject import InternalSubject, Subject

_LONGEST_NAME = 48
"""Characters of a decision that goes into the headline; a longer one goes by its reference."""


def headline(subject: Subject) -> Said:
    """Say by stake: the decision and its money, then what is off target, then what is on it."""
    stake, trouble, strength = _stake(subject), _trouble(subject), _strength(subject)
    if trouble and strength:
        state: Said | None = subject.told("story.summary.headline.but", trouble=trouble, strength=strength)
    else:
        state = trouble or strength
    if stake and state:
        return subject.told("story.summary.headline.then", stake=stake, state=state).sentence()
    return (stake or state or Said(_plain(subject))).sentence()


def _stake(subject: Subject) -> Said | None:
    """The decisions asked, else the notices that fall soon."""
    found, notices = asked(subject.plan), near_notices(subject)
    if found:
        return _decisions(subject, found)
    if not notices:
        return None
    return subject.told(
        "story.summary.stake.notices",
        n=len(notices),
        count=lives_counted(subject, notices),
        amount=amount_cited(subject, notices),
        until=notices[-1].notice_date,
    )


def _decisions(subject: Subject, found: Sequence[SharedDecision]) -> Said:
    """How many decisions are asked, and the first that has a stake, one in money rather than another."""
    key = "decisions" if are_for_the_next_committee(subject.plan, found) else "decisions_open"
    count = subject.counted(len(found), rows_cited("decisions", found), feminine=True)
    said = subject.told(f"story.summary.stake.{key}", n=len(found), count=count)
    currency = subject.locale.currency
    staked = sorted((one for one in found if one.stake), key=lambda one: not names_amount(one.stake or "", currency))
    if not staked or subject.is_foreign:
        return said
    first = staked[0]
    stake = Cited(subject.typeset(first.stake or ""), (cite("decisions", first, "stake"),))
    return subject.told("story.summary.stake.first", n=len(found), said=said, name=_name(subject, first), stake=stake)


def _name(subject: Subject, item: SharedDecision) -> str:
    return item.ref if len(item.decision) > _LONGEST_NAME else subject.quoted(item.ref, item.decision)


def _trouble(subject: Subject) -> Said | None:
    """What is off target; else what is late; else that nothing measured is on target."""
    figures, late = subject.weather.figures, subject.weather.actions.late
    red = [reading for reading in leading(subject) if reading.rag is Rag.RED]
    if red:
        first, count = red[0], subject.counted(len(red), _rows(red))
        return subject.told("story.summary.red", n=len(red), count=count, **_standing(subject, first))
    if late:
        return subject.told("story.summary.stake.late", n=len(late), count=actions_counted(subject, late))
    if figures.measured and not figures.green:
        total = subject.counted(figures.total, _rows(subject.readings))
        return subject.told("story.summary.strength.none", n=figures.total, total=total)
    return None


def _strength(subject: Subject) -> Said | None:
    """What is on target: one KPI beside one that is not, else how many are."""
    figures = subject.weather.figures
    if not figures.green:
        return None
    lead = leading(subject)
    green = [reading for reading in lead if reading.rag is Rag.GREEN]
    if green and any(reading.rag is Rag.RED for reading in lead):
        return subject.told("story.summary.green", **_standing(subject, _shown_first(subject, green)))
    args: dict[str, Any] = {
        "count": subject.counted(len(figures.green), _rows(figures.green)),
        "total": subject.counted(figures.total, _rows(subject.readings)),
    }
    kind = "some" if len(figures.green) < figures.total else "all"
    best = [reading for reading in telling(subject) if reading in green][:2]
    if not best:
        return subject.told(f"story.summary.strength.{kind}_unnamed", n=len(figures.green), **args)
    args["best"] = series_said(subject.locale, [named_value(subject, reading) for reading in best])
    return subject.told(f"story.summary.strength.{kind}", n=len(figures.green), **args)


def _shown_first(subject: Subject, green: Sequence[KpiReading]) -> KpiReading:
    """The first that stands among the facts, so that the headline's figure stands under it."""
    return next((reading for reading in telling(subject) if reading in green), green[0])


def _standing(subject: Subject, reading: KpiReading) -> dict[str, Any]:
    return {
        "name": subject.quoted(reading.kpi.ref, reading.kpi.name),
        "value": value_cited(subject, reading),
        "target": target_said(subject, reading),
    }


def _rows(readings: Iterable[KpiReading]) -> tuple[Any, ...]:
    return rows_cited("kpis", (reading.kpi for reading in readings))


def _plain(subject: Subject) -> str:
    account = subject.plan.account
    if isinstance(subject, InternalSubject):
        return subject.say("story.summary.headline.plain", client=account.client, period=subject.period)
    return subject.say("story.summary.headline.plain_client", client=account.client, end=account.plan_end)
