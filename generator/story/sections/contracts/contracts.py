"""The life of contracts: which notice nears, which term ends, and what they weigh."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.measures.back_plan import BackPlan
from generator.measures.contracts import ContractLife, under_contract
from generator.measures.measure import merged
from generator.model.column import Days
from generator.story.blocks.timeline import Timeline
from generator.story.figures import Cited, Said, cited_number
from generator.story.phrases import joined, source
from generator.story.sections.contracts.back_plan import back_plan, launches
from generator.story.sections.contracts.state import (
    amount_cited,
    amount_of,
    ending,
    lives_counted,
    near_notices,
    share_of,
)
from generator.story.sections.contracts.tables import amendment_table, contract_table
from generator.story.sections.contracts.timeline import contract_timeline, drawn_lives
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared

_MOST_ROWS = 9
_MOST_ROWS_WITH_A_PATH = 6


def tell(subject: Subject) -> Section | None:
    """Tell the contracts; nothing without one."""
    if not subject.plan.contracts:
        return None
    said, way = headline(subject), back_plan(subject)
    most = _MOST_ROWS_WITH_A_PATH if way else _MOST_ROWS
    on_slide, in_plan = contract_timeline(subject, most=most), contract_timeline(subject)
    return Section(
        key="contracts",
        stage=Stage.CONTRACTS,
        title=subject.say("story.contracts.title"),
        headline=said.text,
        slide_blocks=(*on_slide, *way) if on_slide else (contract_table(subject),),
        chapter_blocks=(*in_plan, *way, contract_table(subject), *amendment_table(subject)),
        source=_source(subject, on_slide),
        chapter_source=_source(subject, in_plan),
        notes=_notes(subject),
        figures=said.under("contracts/title"),
    )


def _source(subject: Subject, drawn: tuple[Timeline, ...]) -> str:
    """Say what the contracts were read from, and how many have no bar among those drawn."""
    amendments = len(subject.plan.amendments)
    parts = (
        subject.worded("story.contracts.source", n=len(subject.plan.contracts)),
        subject.say("story.contracts.source_amendments", n=amendments) if amendments else "",
        _undrawn(subject, sum(len(timeline.rows) for timeline in drawn)),
        subject.say("story.contracts.source_notice") if _shows_notice(drawn) else "",
        *_path_source(subject),
    )
    return source(subject, joined(parts))


def headline(subject: Subject) -> Said:
    """Say which notices near and what they weigh; else which contracts end; else what is under contract."""
    notices, ends, ways = near_notices(subject), ending(subject), launches(subject)
    if ways:
        return _to_launch(subject, notices, ways[0]).sentence()
    current = tuple(life for life in subject.lives if life.is_current)
    if notices:
        return _at_stake(subject, "notices", notices, notices[-1].notice_date).sentence()
    if ends:
        return _at_stake(subject, "ends", ends, ends[-1].current_end).sentence()
    if not current:
        return subject.told("story.contracts.headline.none", cutoff=subject.cutoff)
    dated = [life.current_end for life in current if life.current_end is not None]
    args: dict[str, Any] = {
        "count": lives_counted(subject, current),
        "total": Cited(_total(subject), under_contract(subject.lives).sources, "CONTRATS"),
    }
    if not dated:
        return subject.told("story.contracts.headline.open_ended", n=len(current), **args).sentence()
    return subject.told("story.contracts.headline.calm", n=len(current), end=min(dated), **args).sentence()


def _to_launch(subject: Subject, notices: tuple[ContractLife, ...], way: BackPlan) -> Said:
    """Say what the notices weigh, and when the first of their renewals has to set out on its path."""
    key = "launch" if way.launch >= subject.cutoff else "launch_late"
    return subject.told(
        f"story.contracts.headline.{key}",
        n=len(notices),
        count=lives_counted(subject, notices),
        amount=amount_cited(subject, notices),
        until=notices[-1].notice_date,
        ref=way.life.contract.ref,
        days=subject.told("story.days_long", n=cited_number(subject.locale, way.days, way.delays)),
        launch=Cited(subject.locale.date(way.launch), way.sources),
    )


def _undrawn(subject: Subject, shown: int) -> str:
    """Say how many contracts have no bar: over, not signed, yet to begin, or beyond what a slide shows."""
    count, rest = len(subject.lives) - shown, amount_of(drawn_lives(subject)[shown:])
    if rest:
        return subject.say("story.contracts.undrawn_worth", n=count, amount=subject.locale.thousands(rest))
    return subject.say("story.contracts.undrawn", n=count) if count else ""


def _shows_notice(drawn: tuple[Timeline, ...]) -> bool:
    return any(row.marks for timeline in drawn for row in timeline.rows)


def _path_source(subject: Subject) -> tuple[str, ...]:
    """Say which path is drawn; the other notices that have one are in the notes."""
    return tuple(
        subject.say("story.contracts.source_path", name=way.steps[0].purchase_type) for way in launches(subject)[:1]
    )


def _at_stake(subject: Subject, kind: str, lives: tuple[ContractLife, ...], until: date | None) -> Said:
    share = share_of(subject, lives)
    args: dict[str, Any] = {
        "count": lives_counted(subject, lives),
        "ref": lives[0].contract.ref,
        "until": until,
        "amount": amount_cited(subject, lives),
        "title": lives[0].contract.title,
    }
    if share is None:
        key = "story.contracts.headline.notices_alone" if kind == "notices" else "story.contracts.headline.ends_alone"
        return subject.told(key, n=len(lives), **args)
    key = "story.contracts.headline.notices" if kind == "notices" else "story.contracts.headline.ends"
    whole = merged((*(life.amount.sources for life in lives), under_contract(subject.lives).sources))
    return subject.told(key, n=len(lives), share=Cited(subject.locale.percent(share, 0), whole), **args)


def _total(subject: Subject) -> str:
    return subject.locale.money_short(under_contract(subject.lives).value or Decimal(0))


def _notes(subject: Subject) -> tuple[str, ...]:
    lines = [subject.say("story.contracts.note", total=_total(subject))]
    lines += [_notice_note(subject, life) for life in near_notices(subject)]
    lines += [
        subject.say("story.contracts.note_launch", n=way.days, ref=way.life.contract.ref, day=way.launch)
        for way in launches(subject)
    ]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.contracts.coaching"))
    return tuple(lines)


def _notice_note(subject: Subject, life: ContractLife) -> str:
    term = life.contract.notice_months
    said: dict[str, Any] = {
        "ref": life.contract.ref,
        "end": life.current_end or subject.cutoff,
        "day": life.notice_date,
    }
    if isinstance(term, Days):
        return subject.say("story.contracts.note_notice_days", n=term.days, **said)
    return subject.say("story.contracts.note_notice", months=term or 0, **said)


SECTION = Shared("contracts", tell)
