"""The synthesis: the weather, three facts of the quarter, the decisions asked.

And in the plan the ambition and priorities.
"""

from __future__ import annotations

from typing import Any

from generator.measures.actions import live
from generator.measures.decisions import are_for_the_next_committee, asked
from generator.measures.governance import kept_meetings
from generator.measures.kpis import KpiReading
from generator.model.governance import SharedDecision
from generator.story.blocks.summary import Request, Requests
from generator.story.figures import Said, rows_cited, series_said
from generator.story.phrases import joined, sentence, source
from generator.story.sections.actions.cited import actions_counted
from generator.story.sections.contracts import contracts
from generator.story.sections.contracts.state import amount_cited, lives_counted, near_notices
from generator.story.sections.kpis.cited import named_value
from generator.story.sections.summary.direction import ambition, priorities
from generator.story.sections.summary.facts import fact_figures, facts, telling
from generator.story.sections.summary.weather_tiles import tile_figures, weather_tiles
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared

REQUESTS = 3


def tell(subject: Subject) -> Section | None:
    """Tell the synthesis; there always is one."""
    weather, told, asks = weather_tiles(subject), facts(subject), _requests(subject)
    said = headline(subject)
    tiles = (weather,) if weather.tiles else ()
    evidence = tuple(block for block in (told, asks) if block is not None)
    return Section(
        key="summary",
        stage=Stage.SUMMARY,
        title=subject.say("story.summary.title"),
        headline=said.text,
        slide_blocks=(*tiles, *evidence),
        chapter_blocks=(*ambition(subject), *tiles, *evidence, *priorities(subject)),
        source=source(subject, _source(subject)),
        notes=_notes(subject),
        figures=(*said.under("summary/title"), *tile_figures(subject), *fact_figures(subject)),
    )


def headline(subject: Subject) -> Said:
    """Say what goes well and what is at stake: KPIs on target, then notices, late actions or decisions asked."""
    figures = subject.weather.figures
    strength, stake = _strength(subject), _stake(subject)
    if strength and stake:
        link = "but" if len(figures.green) * 2 >= figures.measured else "and"
        return subject.told(f"story.summary.headline.{link}", strength=strength, stake=stake).sentence()
    return (strength or stake or Said(_plain(subject))).sentence()


def _stake(subject: Subject) -> Said | None:
    notices, late, to_take = near_notices(subject), subject.weather.actions.late, asked(subject.plan)
    if notices:
        return subject.told(
            "story.summary.stake.notices",
            n=len(notices),
            count=lives_counted(subject, notices),
            amount=amount_cited(subject, notices),
            until=notices[-1].notice_date,
        )
    if late:
        return subject.told("story.summary.stake.late", n=len(late), count=actions_counted(subject, late))
    if to_take:
        count = subject.counted(len(to_take), rows_cited("decisions", to_take), feminine=True)
        return subject.told("story.summary.stake.decisions", n=len(to_take), count=count)
    return None


def _plain(subject: Subject) -> str:
    account = subject.plan.account
    if isinstance(subject, InternalSubject):
        return subject.say("story.summary.headline.plain", client=account.client, period=subject.period)
    return subject.say("story.summary.headline.plain_client", client=account.client, end=account.plan_end)


def _strength(subject: Subject) -> Said | None:
    figures = subject.weather.figures
    if not figures.measured:
        return None
    total = subject.counted(figures.total, rows_cited("kpis", (reading.kpi for reading in subject.readings)))
    if not figures.green:
        return subject.told("story.summary.strength.none", n=figures.total, total=total)
    args: dict[str, Any] = {
        "count": subject.counted(len(figures.green), rows_cited("kpis", (reading.kpi for reading in figures.green))),
        "total": total,
        "best": series_said(subject.locale, [named_value(subject, reading) for reading in _best(subject)]),
    }
    return subject.told(
        "story.summary.strength.some" if len(figures.green) < figures.total else "story.summary.strength.all",
        n=len(figures.green),
        **args,
    )


def _best(subject: Subject) -> list[KpiReading]:
    """Two KPIs on target at most: those among the facts, so that the headline's figures stand under it."""
    green = subject.weather.figures.green
    shown = {reading.kpi.ref for reading in telling(subject.readings)}
    return [reading for reading in green if reading.kpi.ref in shown][:2]


def _requests(subject: Subject) -> Requests | None:
    found = asked(subject.plan)
    if not found:
        return None
    shown, others = found[:REQUESTS], len(found) - REQUESTS
    key = "requests" if are_for_the_next_committee(subject.plan, found) else "requests_open"
    requests = tuple(
        Request(
            item.ref,
            subject.typeset(item.decision),
            subject.marked(_who_and_when(subject, item), "decisions", item),
        )
        for item in shown
    )
    label = sentence(subject.say(f"story.summary.{key}", n=len(found), count=subject.count(len(found), feminine=True)))
    return Requests(
        key="summary/requests",
        label=label,
        requests=requests,
        more=subject.say("story.summary.more_requests", n=others) if others > 0 else "",
    )


def _who_and_when(subject: Subject, item: SharedDecision) -> str:
    if item.due is None:
        return item.owner or "–"
    return subject.say("story.summary.request_due", owner=item.owner or "–", due=item.due)


def _source(subject: Subject) -> str:
    plan, say = subject.plan, subject.say
    parts = (
        (plan.contracts, "story.count.contracts"),
        (subject.readings, "story.count.kpis"),
        (live(subject.actions), "story.count.actions"),
        (kept_meetings(plan), "story.count.meetings"),
    )
    return joined((say(key, n=len(rows)) for rows, key in parts if rows), ", ")


def _notes(subject: Subject) -> tuple[str, ...]:
    lines = [subject.say("story.summary.note"), contracts.headline(subject).text]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.summary.coaching"))
    return tuple(lines)


SECTION = Shared("summary", tell)
