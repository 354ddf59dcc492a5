"""The timeline of contracts: bars, amendments, notice dates."""

from __future__ import annotations

from datetime import date

from generator.locales.typography import lower_first
from generator.measures.contracts import ContractLife
from generator.story.blocks.timeline import Mark, MarkKind, Timeline, TimelineRow
from generator.story.sections.contracts.state import (
    alert_days,
    amount_of,
    contract_status,
    ending,
    horizon_months,
    in_entity_order,
    near_notices,
    share_of,
)
from generator.story.subject import Subject

_YEARS_BACK = 3
_YEARS_AHEAD = 4


def contract_timeline(subject: Subject) -> Timeline:
    """Return the timeline of every contract, bounded to a few years around the cut-off."""
    lives = in_entity_order(subject)
    start, end = _range(subject, lives)
    near, soon = near_notices(subject), ending(subject)
    rows, group = [], ""
    for life in lives:
        contract = life.contract
        rows.append(
            TimelineRow(
                key=f"contracts/{contract.ref}",
                group="" if contract.entity == group else contract.entity,
                title=subject.typeset(f"{contract.ref} {contract.title}"),
                detail=subject.marked(_amount(subject, life), "contracts", contract),
                start=contract.start,
                end=life.current_end,
                is_emphasised=life in near or life in soon,
                is_past=not life.is_current,
                marks=_marks(subject, life),
                status=contract_status(subject, life),
                alt=_alt(subject, life),
            )
        )
        group = contract.entity
    return Timeline(
        key="contracts/timeline",
        group_title=subject.say("story.entity"),
        row_title=subject.say("story.contracts.row_title"),
        status_title=subject.say("story.status"),
        start=start,
        end=end,
        today=subject.cutoff,
        today_label=subject.locale.date(subject.cutoff),
        rows=tuple(rows),
        emphasised_label=_emphasised(subject, () if near else soon),
        plain_label=subject.say("story.contracts.legend.plain"),
        mark_labels=_legend(subject, rows),
        alt=subject.series(row.alt for row in rows),
        caption=subject.say(
            "story.contracts.timeline_caption" if subject.shows_notices else "story.contracts.timeline_caption_client",
            cutoff=subject.cutoff,
        ),
    )


def _legend(subject: Subject, rows: list[TimelineRow]) -> tuple[tuple[MarkKind, str], ...]:
    """The words of the marks that stand on the rows, and of no other."""
    used = {mark.kind for row in rows for mark in row.marks}
    near = subject.say("story.contracts.legend.notice_near", n=alert_days(subject))
    words = (
        (MarkKind.AMENDMENT, subject.say("story.contracts.legend.amendment")),
        (MarkKind.NOTICE_NEAR, _weighed(subject, near, near_notices(subject))),
        (MarkKind.NOTICE_LATER, subject.say("story.contracts.legend.notice_later")),
    )
    return tuple((kind, word) for kind, word in words if kind in used)


def _emphasised(subject: Subject, soon: tuple[ContractLife, ...]) -> str:
    return _weighed(subject, subject.say("story.contracts.legend.emphasised", n=horizon_months(subject)), soon)


def _weighed(subject: Subject, words: str, lives: tuple[ContractLife, ...]) -> str:
    """What the headline speaks of, with what it weighs."""
    amount, share = subject.locale.money_short(amount_of(lives)), share_of(subject, lives)
    if not lives:
        return words
    if share is None:
        return subject.say("story.contracts.legend.worth", words=words, amount=amount)
    share_text = subject.locale.percent(share, 0)
    return subject.say("story.contracts.legend.weighs", words=words, amount=amount, share=share_text)


def _amount(subject: Subject, life: ContractLife) -> str:
    if not life.annual_amount:
        return subject.say("story.contracts.no_amount")
    return subject.say("story.per_year", amount=subject.locale.thousands(life.annual_amount))


def _range(subject: Subject, lives: tuple[ContractLife, ...]) -> tuple[date, date]:
    cutoff = subject.cutoff
    first = min((life.contract.start for life in lives), default=cutoff)
    last = max((life.current_end for life in lives if life.current_end), default=cutoff)
    start = max(first.year, cutoff.year - _YEARS_BACK)
    end = min(max(last.year, cutoff.year + 1), cutoff.year + _YEARS_AHEAD)
    return date(min(start, cutoff.year), 1, 1), date(end, 12, 31)


def _marks(subject: Subject, life: ContractLife) -> tuple[Mark, ...]:
    signed = (item for item in life.amendments if item.signed <= subject.cutoff)
    marks = [Mark(item.ref, item.signed, MarkKind.AMENDMENT, item.ref) for item in signed]
    if subject.shows_notices and life.notice_date is not None and life.is_current:
        if life in near_notices(subject):
            label = subject.say("story.contracts.notice_label", n=life.days_to_notice, day=life.notice_date)
            marks.append(Mark("notice", life.notice_date, MarkKind.NOTICE_NEAR, label))
        else:
            marks.append(Mark("notice", life.notice_date, MarkKind.NOTICE_LATER))
    return tuple(marks)


def _alt(subject: Subject, life: ContractLife) -> str:
    return subject.say(
        "story.contracts.alt.row" if life.current_end else "story.contracts.alt.row_open",
        ref=life.contract.ref,
        title=life.contract.title,
        start=life.contract.start,
        end=life.current_end or subject.cutoff,
        status=lower_first(contract_status(subject, life).text),
    )
