"""The contracts over the quarters to come: what is at stake first, until when each runs, and how much ends when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator.locales.typography import lower_first
from generator.measures.contracts import ContractLife, under_contract
from generator.measures.references import in_reading_order
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks.timeline import (
    EndingStrip,
    EndingValue,
    Mark,
    MarkKind,
    Period,
    Timeline,
    TimelineRow,
)
from generator.story.phrases import in_thousands, joined, thousands_unit
from generator.story.sections.contracts.state import amount_of, at_stake, contract_status, near_notices
from generator.story.subject import Subject

_YEARS_AHEAD = 4
_NO_END = date.max


def drawn_lives(subject: Subject) -> tuple[ContractLife, ...]:
    """Return the contracts that bars are drawn of: at stake by amount, past their end, in force by end.

    What has no amount comes last.
    """
    stake = sorted(at_stake(subject), key=lambda life: (-life.annual_amount, *_by_end(life)))
    past = [life for life in subject.lives if life.is_past_end and life not in stake]
    running = [life for life in subject.lives if life.is_current and life not in stake]
    return (*stake, *sorted(past, key=_by_end), *sorted(running, key=_by_end))


def contract_timeline(subject: Subject, *, most: int | None = None) -> tuple[Timeline, ...]:
    """Return the bars of the contracts that run, at most so many of them; nothing when none does."""
    lives = drawn_lives(subject)
    if not lives:
        return ()
    quarters, stake = _quarters(subject, lives), at_stake(subject)
    rows = tuple(_row(subject, life, is_at_stake=life in stake) for life in lives[:most])
    timeline = Timeline(
        key="contracts/timeline",
        row_title=subject.say("story.contracts.row_title"),
        periods=tuple(_period(subject, quarter) for quarter in quarters),
        today=subject.cutoff,
        today_label=subject.locale.date(subject.cutoff),
        rows=rows,
        strip=_strip(subject, quarters, stake),
        alt=subject.series(row.alt for row in rows),
        caption=subject.say(
            "story.contracts.timeline_caption" if subject.shows_notices else "story.contracts.timeline_caption_client",
            cutoff=subject.cutoff,
        ),
    )
    return (timeline,)


def _by_end(life: ContractLife) -> tuple[object, ...]:
    return (not life.annual_amount, life.current_end or _NO_END, in_reading_order(life.contract.ref))


def _row(subject: Subject, life: ContractLife, *, is_at_stake: bool) -> TimelineRow:
    contract = life.contract
    return TimelineRow(
        key=f"contracts/{contract.ref}",
        title=subject.marked(subject.typeset(f"{contract.ref} {contract.title}"), "contracts", contract),
        detail=contract.entity,
        amount=subject.locale.thousands(life.annual_amount) if life.annual_amount else "–",
        start=contract.start,
        end=life.current_end,
        end_label=_end_label(subject, life),
        is_emphasised=is_at_stake,
        is_past=life.is_past_end,
        marks=_marks(subject, life),
        alt=_alt(subject, life),
    )


def _end_label(subject: Subject, life: ContractLife) -> str:
    if life.current_end is None:
        return subject.say("story.contracts.no_end")
    if life.is_past_end:
        return subject.say("story.contracts.ended", day=life.current_end)
    return subject.say("story.contracts.end_label", n=(life.current_end - subject.cutoff).days, day=life.current_end)


def _period(subject: Subject, quarter: Quarter) -> Period:
    name = subject.say("story.contracts.quarter", number=str(quarter.number))
    return Period(quarter.start, quarter.end, str(quarter.year), name)


def _quarters(subject: Subject, lives: Iterable[ContractLife]) -> tuple[Quarter, ...]:
    """From the quarter of the cut-off to that of the last end: at least a year, and not beyond a few."""
    first = Quarter.containing(subject.cutoff)
    ends = [Quarter.containing(life.current_end) for life in lives if life.current_end is not None]
    last = min(max([*ends, first.plus(QUARTERS_A_YEAR)]), first.plus(_YEARS_AHEAD * QUARTERS_A_YEAR))
    count = (last.year - first.year) * QUARTERS_A_YEAR + last.number - first.number + 1
    return last.back(count)


def _strip(subject: Subject, quarters: tuple[Quarter, ...], stake: tuple[ContractLife, ...]) -> EndingStrip | None:
    """What ends by quarter: with what ends later or never, all that is under contract."""
    current = [life for life in subject.lives if life.is_current]
    whole = under_contract(subject.lives).value
    if not whole:
        return None
    by_quarter = {quarter: [life for life in current if _ends_in(life, quarter)] for quarter in quarters}
    later = whole - sum((amount_of(tuple(lives)) for lives in by_quarter.values()), Decimal(0))
    locale = subject.locale
    note = subject.say("story.contracts.strip.whole", amount=locale.thousands(whole))
    after = subject.say("story.contracts.strip.later", amount=locale.thousands(later)) if later else ""
    return EndingStrip(
        subject.say("story.contracts.strip.title", unit=thousands_unit(locale)),
        joined((note, after), ", "),
        tuple(_ending_value(subject, lives, stake) for lives in by_quarter.values()),
    )


def _ends_in(life: ContractLife, quarter: Quarter) -> bool:
    return life.current_end is not None and Quarter.containing(life.current_end) == quarter


def _ending_value(subject: Subject, lives: list[ContractLife], stake: tuple[ContractLife, ...]) -> EndingValue:
    own = amount_of(tuple(life for life in lives if life in stake))
    other = amount_of(tuple(life for life in lives if life not in stake))
    return EndingValue(own, other, in_thousands(subject.locale, own + other) if own or other else "")


def _marks(subject: Subject, life: ContractLife) -> tuple[Mark, ...]:
    if not subject.shows_notices or life.notice_date is None or not life.is_current:
        return ()
    if life not in near_notices(subject):
        return (Mark("notice", life.notice_date, MarkKind.NOTICE_LATER),)
    label = subject.say("story.contracts.notice_label", n=life.days_to_notice, day=life.notice_date)
    return (Mark("notice", life.notice_date, MarkKind.NOTICE_NEAR, label),)


def _alt(subject: Subject, life: ContractLife) -> str:
    return subject.say(
        "story.contracts.alt.row" if life.current_end else "story.contracts.alt.row_open",
        ref=life.contract.ref,
        title=life.contract.title,
        start=life.contract.start,
        end=life.current_end or subject.cutoff,
        status=lower_first(contract_status(subject, life).text),
    )
