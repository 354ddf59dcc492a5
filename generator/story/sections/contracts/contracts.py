"""The life of contracts: which notice nears, which term ends, and what they weigh."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.measures.contracts import ContractLife, under_contract
from generator.model.column import Days
from generator.story.phrases import joined, sentence, source
from generator.story.sections.contracts.state import (
    amount_of,
    ending,
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
    timeline = contract_timeline(subject)
    return Section(
        key="contracts",
        stage=Stage.CONTRACTS,
        title=subject.say("story.contracts.title"),
        headline=headline(subject),
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
    )


def headline(subject: Subject) -> str:
    """Say which notices near and what they weigh; else which contracts end; else what is under contract."""
    notices, ends = near_notices(subject), ending(subject)
    current = tuple(life for life in subject.lives if life.is_current)
    if notices:
        return sentence(_at_stake(subject, "notices", notices, notices[-1].notice_date))
    if ends:
        return sentence(_at_stake(subject, "ends", ends, ends[-1].current_end))
    if not current:
        return subject.say("story.contracts.headline.none", cutoff=subject.cutoff)
    dated = [life.current_end for life in current if life.current_end is not None]
    if not dated:
        return sentence(
            subject.say(
                "story.contracts.headline.open_ended",
                n=len(current),
                count=subject.count(len(current)),
                total=_total(subject),
            )
        )
    return sentence(
        subject.say(
            "story.contracts.headline.calm",
            n=len(current),
            count=subject.count(len(current)),
            total=_total(subject),
            end=min(dated),
        )
    )


def _at_stake(subject: Subject, kind: str, lives: tuple[ContractLife, ...], until: date | None) -> str:
    share = share_of(subject, lives)
    args: dict[str, Any] = {
        "count": subject.count(len(lives)),
        "ref": lives[0].contract.ref,
        "until": until,
        "amount": subject.locale.money_short(amount_of(lives)),
        "title": lives[0].contract.title,
    }
    if share is None:
        key = "story.contracts.headline.notices_alone" if kind == "notices" else "story.contracts.headline.ends_alone"
        return subject.say(key, n=len(lives), **args)
    key = "story.contracts.headline.notices" if kind == "notices" else "story.contracts.headline.ends"
    return subject.say(key, n=len(lives), share=subject.locale.percent(share, 0), **args)


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
