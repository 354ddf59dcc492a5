"""The life of contracts: which notice nears, which term ends, and what they weigh."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.measures.contracts import ContractLife, under_contract
from generator.measures.measure import merged
from generator.model.column import Days
from generator.story.figures import Cited, Said
from generator.story.phrases import joined, source
from generator.story.sections.contracts.state import (
    amount_cited,
    ending,
    lives_counted,
    near_notices,
    share_of,
)
from generator.story.sections.contracts.tables import amendment_table, contract_table
from generator.story.sections.contracts.timeline import contract_timeline
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell the contracts; nothing without one."""
    if not subject.plan.contracts:
        return None
    timeline, said = contract_timeline(subject), headline(subject)
    return Section(
        key="contracts",
        stage=Stage.CONTRACTS,
        title=subject.say("story.contracts.title"),
        headline=said.text,
        slide_blocks=(timeline,),
        chapter_blocks=(contract_table(subject), timeline, *amendment_table(subject)),
        source=source(
            subject,
            joined(
                (
                    subject.worded("story.contracts.source", n=len(subject.plan.contracts)),
                    subject.say("story.contracts.source_amendments", n=len(subject.plan.amendments))
                    if subject.plan.amendments
                    else "",
                    subject.say("story.contracts.source_total", total=_total(subject)),
                )
            ),
        ),
        notes=_notes(subject),
        figures=said.under("contracts/title"),
    )


def headline(subject: Subject) -> Said:
    """Say which notices near and what they weigh; else which contracts end; else what is under contract."""
    notices, ends = near_notices(subject), ending(subject)
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
