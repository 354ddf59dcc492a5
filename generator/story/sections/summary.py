"""The synthesis: the weather, three facts of the quarter, the decisions asked.

And in the plan the ambition and priorities.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.model.choices import ObjectiveStatus
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.summary import KeyFact, KeyFacts, Request, Requests, Tile, Tiles
from generator.story.phrases import change_in_unit, full_stop, in_unit, joined, sentence, source, status, target_text
from generator.story.sections import contracts
from generator.story.sections.contracts import amount_of, ending, near_notices
from generator.story.sections.decisions import pending
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject

FACTS = 3
REQUESTS = 3


def tell(subject: Subject) -> Section | None:
    """Tell the synthesis; there always is one."""
    tiles, facts, asks = _tiles(subject), _facts(subject), _requests(subject)
    evidence = tuple(block for block in (facts, asks) if block is not None)
    return Section(
        key="summary",
        stage=Stage.SUMMARY,
        title=subject.say("story.summary.title"),
        headline=headline(subject),
        slide_blocks=(tiles, *evidence),
        chapter_blocks=(*_ambition(subject), tiles, *evidence, *_priorities(subject)),
        source=source(subject, _source(subject)),
        notes=_notes(subject),
    )


def headline(subject: Subject) -> str:
    """Say what goes well and what is at stake: KPIs on target, then notices, late actions or decisions asked."""
    figures, late = subject.weather.figures, subject.weather.actions.late
    strength = _strength(subject)
    notices = near_notices(subject)
    if notices:
        until = notices[-1].notice_date
        stake = subject.say(
            "story.summary.stake.notices",
            n=len(notices),
            count=subject.count(len(notices)),
            amount=subject.locale.money_short(amount_of(notices)),
            until=until,
        )
    elif late:
        stake = subject.say("story.summary.stake.late", n=len(late), count=subject.count(len(late), feminine=True))
    elif pending(subject):
        asked = len(pending(subject))
        stake = subject.say("story.summary.stake.decisions", n=asked, count=subject.count(asked, feminine=True))
    else:
        stake = ""
    if strength and stake:
        key = (
            "story.summary.headline.but" if len(figures.green) * 2 >= figures.measured else "story.summary.headline.and"
        )
        return sentence(subject.say(key, strength=strength, stake=stake))
    return sentence(
        strength
        or stake
        or subject.say("story.summary.headline.plain", client=subject.plan.account.client, period=subject.period)
    )


def _strength(subject: Subject) -> str:
    figures = subject.weather.figures
    if not figures.measured:
        return ""
    best = [
        f"{reading.kpi.name} {in_unit(subject.locale, reading.current.value, reading.kpi.unit)}"
        for reading in figures.green[:2]
    ]
    args: dict[str, Any] = {
        "count": subject.count(len(figures.green)),
        "total": subject.count(figures.measured),
        "best": subject.locale.join(best),
    }
    if not figures.green:
        return subject.say("story.summary.strength.none", n=figures.measured, total=subject.count(figures.measured))
    return subject.say(
        "story.summary.strength.some" if len(figures.green) < figures.measured else "story.summary.strength.all",
        n=len(figures.green),
        **args,
    )


def _tiles(subject: Subject) -> Tiles:
    tiles = (_contracts_tile(subject), _figures_tile(subject), _actions_tile(subject), _governance_tile(subject))
    alt = subject.series(f"{tile.title} : {tile.status.letter}, {tile.figure} {tile.caption}" for tile in tiles)
    return Tiles(key="summary/tiles", tiles=tiles, alt=alt)


def _contracts_tile(subject: Subject) -> Tile:
    tile, say = subject.weather.contracts, subject.say
    notices, ends = near_notices(subject), ending(subject)
    title = say("story.summary.tile.contracts")
    rag = tile.rag if subject.shows_notices else contracts_rag(subject)
    if notices:
        return Tile(
            "summary/contracts",
            title,
            status(subject, rag),
            say("story.summary.tile.notices", n=len(notices)),
            say("story.summary.tile.until", until=notices[-1].notice_date),
            say("story.summary.tile.to_extend", amount=subject.locale.money_short(amount_of(notices))),
        )
    if ends:
        return Tile(
            "summary/contracts",
            title,
            status(subject, rag),
            say("story.summary.tile.ends", n=len(ends)),
            say("story.summary.tile.until", until=ends[-1].current_end),
            say("story.summary.tile.to_extend", amount=subject.locale.money_short(amount_of(ends))),
        )
    return Tile(
        "summary/contracts",
        title,
        status(subject, rag),
        say("story.summary.tile.current", n=tile.current_count),
        say("story.summary.tile.current_caption", n=tile.current_count),
        say(
            "story.summary.tile.current_detail",
            amount=subject.locale.money_short(tile.under_contract.value or Decimal(0)),
        ),
    )


def contracts_rag(subject: Subject) -> Rag:
    """Return the contracts' colour from ends alone, where notice dates must not be told."""
    if any(life.is_past_end for life in subject.lives):
        return Rag.RED
    if not any(life.is_current for life in subject.lives):
        return Rag.NONE
    return Rag.AMBER if ending(subject) else Rag.GREEN


def _figures_tile(subject: Subject) -> Tile:
    tile, say = subject.weather.figures, subject.say
    title = say("story.summary.tile.figures")
    if not tile.measured:
        return Tile("summary/figures", title, status(subject, tile.rag), "–", say("story.summary.tile.unmeasured"), "")
    first = (*tile.red, *tile.amber, *tile.green)[:2]
    detail = subject.series(
        f"{reading.kpi.name} {in_unit(subject.locale, reading.current.value, reading.kpi.unit)}" for reading in first
    )
    figure = say("story.summary.tile.out_of", part=len(tile.green), whole=tile.measured)
    return Tile(
        "summary/figures",
        title,
        status(subject, tile.rag),
        figure,
        say("story.summary.tile.on_target"),
        detail,
    )


def _actions_tile(subject: Subject) -> Tile:
    tile, say = subject.weather.actions, subject.say
    title, live = say("story.summary.tile.actions"), sum(1 for state in subject.actions if not state.is_cancelled)
    if not tile.total:
        return Tile("summary/actions", title, status(subject, tile.rag), "–", say("story.summary.tile.no_action"), "")
    if tile.late:
        return Tile(
            "summary/actions",
            title,
            status(subject, tile.rag),
            say("story.summary.tile.late", n=len(tile.late)),
            say("story.summary.tile.of_actions", n=live),
            say("story.summary.tile.oldest", n=tile.oldest_days),
        )
    return Tile(
        "summary/actions",
        title,
        status(subject, tile.rag),
        say("story.summary.tile.open", n=tile.open_count),
        say("story.summary.tile.of_actions", n=live),
        say("story.summary.tile.none_late"),
    )


def _governance_tile(subject: Subject) -> Tile:
    tile, say = subject.weather.governance, subject.say
    title = say("story.summary.tile.governance")
    if not tile.planned:
        return Tile(
            "summary/governance", title, status(subject, tile.rag), "–", say("story.summary.tile.no_meeting"), ""
        )
    if tile.off_cadence:
        detail = say("story.summary.tile.off_cadence", n=len(tile.off_cadence))
    elif tile.longest_minutes_days is not None:
        detail = say("story.summary.tile.minutes", n=tile.longest_minutes_days)
    else:
        detail = say("story.summary.tile.on_cadence")
    return Tile(
        "summary/governance",
        title,
        status(subject, tile.rag),
        say("story.summary.tile.out_of", part=tile.held, whole=tile.planned),
        say("story.summary.tile.meetings", n=tile.held),
        detail,
    )


def _facts(subject: Subject) -> KeyFacts | None:
    """The KPIs that say most: those in the red, then the best movers."""
    known = [reading for reading in subject.readings if reading.current.value is not None]
    if not known:
        return None
    chosen = sorted(known, key=_weight)[:FACTS]
    facts = tuple(_fact(subject, reading) for reading in chosen)
    return KeyFacts(
        key="summary/facts",
        label=sentence(subject.say("story.summary.facts", n=len(facts), count=subject.count(len(facts)))),
        facts=facts,
    )


def _weight(reading: KpiReading) -> tuple[int, Decimal]:
    rank = {Rag.RED: 0, Rag.AMBER: 1, Rag.GREEN: 1, Rag.NONE: 2}[reading.rag]
    year = reading.year_change or reading.change or Decimal(0)
    base = abs(reading.current.value or Decimal(1)) or Decimal(1)
    return rank, -abs(year) / base


def _fact(subject: Subject, reading: KpiReading) -> KeyFact:
    kpi = reading.kpi
    value = in_unit(subject.locale, reading.current.value, kpi.unit)
    change = reading.change
    args: dict[str, Any] = {"name": kpi.name, "target": target_text(subject, kpi), "quarter": subject.period.plus(-1)}
    if change:
        args["change"] = change_in_unit(subject.locale, change, kpi.unit)
    if kpi.target is None:
        key = "story.summary.fact.change_only" if change else "story.summary.fact.name_only"
    elif reading.rag is Rag.GREEN:
        key = "story.summary.fact.reached_change" if change else "story.summary.fact.reached"
    else:
        key = "story.summary.fact.missed_change" if change else "story.summary.fact.missed"
    text = subject.say(key, **args)
    if kpi.comment:
        text = f"{text} {full_stop(subject.locale.typeset(kpi.comment))}"
    return KeyFact(value, text)


def _requests(subject: Subject) -> Requests | None:
    asked = pending(subject)
    if not asked:
        return None
    shown, others = asked[:REQUESTS], len(asked) - REQUESTS
    requests = tuple(
        Request(
            item.ref,
            subject.locale.typeset(item.decision),
            subject.say("story.summary.request_due", owner=item.owner or "–", due=item.due)
            if item.due
            else item.owner or "",
        )
        for item in shown
    )
    label = sentence(
        subject.say("story.summary.requests", n=len(asked), count=subject.count(len(asked), feminine=True))
    )
    return Requests(
        key="summary/requests",
        label=label,
        requests=requests,
        more=subject.say("story.summary.more_requests", n=others) if others > 0 else "",
    )


def _ambition(subject: Subject) -> tuple[Prose, ...]:
    if not isinstance(subject, InternalSubject) or not subject.plan.account.ambition:
        return ()
    text = full_stop(subject.locale.typeset(subject.plan.account.ambition))
    return (
        Prose(
            key="summary/ambition",
            paragraphs=(text,),
            role=ProseRole.CALLOUT,
            label=subject.say("story.summary.ambition"),
        ),
    )


def _priorities(subject: Subject) -> tuple[Prose, ...]:
    """The three objectives still open that lag most or fall due first."""
    live = [
        item
        for item in subject.progress
        if item.objective.status in (ObjectiveStatus.IN_PROGRESS, ObjectiveStatus.NOT_STARTED)
    ]
    ranked = sorted(
        live, key=lambda item: ((item.share or Decimal(0)) - (item.expected or Decimal(0)), item.objective.ref)
    )[:FACTS]
    if not ranked:
        return ()
    lines = tuple(
        subject.say(
            "story.summary.priority",
            ref=item.objective.ref,
            label=item.objective.label,
            due=subject.locale.date(item.objective.due) if item.objective.due else "–",
        )
        for item in ranked
    )
    return (
        Prose(
            key="summary/priorities",
            paragraphs=lines,
            label=sentence(
                subject.say("story.summary.priorities", n=len(lines), count=subject.count(len(lines), feminine=True))
            ),
        ),
    )


def _source(subject: Subject) -> str:
    plan, say = subject.plan, subject.say
    parts = (
        (plan.contracts, "story.count.contracts"),
        (plan.kpis, "story.count.kpis"),
        (plan.actions, "story.count.actions"),
        (plan.meetings, "story.count.meetings"),
    )
    return joined((say(key, n=len(rows)) for rows, key in parts if rows), ", ")


def _notes(subject: Subject) -> tuple[str, ...]:
    lines = [subject.say("story.summary.note"), contracts.headline(subject)]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.summary.coaching"))
    return tuple(lines)
