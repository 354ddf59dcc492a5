"""The life of contracts: which notice nears, which term ends, and what they weigh."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.measures.contracts import ContractLife, ending_within, notices_within, under_contract
from generator.measures.rag import Rag
from generator.model.choices import ContractStatus, Renewal
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Status
from generator.story.blocks.timeline import Mark, MarkKind, Timeline, TimelineRow
from generator.story.phrases import joined, sentence, source, status
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject

ALERT_DAYS = 90
HORIZON_MONTHS = 12
_YEARS_BACK = 3
_YEARS_AHEAD = 4
_OVER = frozenset(
    {ContractStatus.RENEWED, ContractStatus.NOT_RENEWED, ContractStatus.TERMINATED, ContractStatus.EXPIRED}
)


def tell(subject: Subject) -> Section | None:
    """Tell the contracts; nothing without one."""
    if not subject.plan.contracts:
        return None
    timeline = _timeline(subject)
    return Section(
        key="contracts",
        stage=Stage.CONTRACTS,
        title=subject.say("story.contracts.title"),
        headline=headline(subject),
        slide_blocks=(timeline,),
        chapter_blocks=(_table(subject), timeline, *_amendment_table(subject)),
        source=source(
            subject,
            joined(
                (
                    subject.say("story.contracts.source", n=len(subject.plan.contracts)),
                    subject.say("story.contracts.source_amendments", n=len(subject.plan.amendments))
                    if subject.plan.amendments
                    else "",
                    subject.say("story.contracts.source_total", total=_total(subject)),
                )
            ),
        ),
        notes=_notes(subject),
    )


def near_notices(subject: Subject) -> tuple[ContractLife, ...]:
    """Return the contracts whose notice date is told and falls within the alert."""
    return notices_within(subject.lives, subject.cutoff, _alert_days(subject)) if subject.shows_notices else ()


def ending(subject: Subject) -> tuple[ContractLife, ...]:
    """Return the contracts in force that end within the horizon."""
    return ending_within(subject.lives, subject.cutoff, _horizon_months(subject))


def _alert_days(subject: Subject) -> int:
    return subject.plan.settings.notice_alert_days if isinstance(subject, InternalSubject) else ALERT_DAYS


def _horizon_months(subject: Subject) -> int:
    return subject.plan.settings.renewal_horizon_months if isinstance(subject, InternalSubject) else HORIZON_MONTHS


def amount_of(lives: tuple[ContractLife, ...]) -> Decimal:
    """Return the sum of their annual amounts."""
    return sum((life.annual_amount for life in lives), Decimal(0))


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
    amount, total = amount_of(lives), under_contract(subject.lives).value
    share = amount / total if total else None
    args: dict[str, Any] = {
        "count": subject.count(len(lives)),
        "ref": lives[0].contract.ref,
        "until": until,
        "amount": subject.locale.money_short(amount),
        "title": lives[0].contract.title,
    }
    if share is None or share > 1:
        key = "story.contracts.headline.notices_alone" if kind == "notices" else "story.contracts.headline.ends_alone"
        return subject.say(key, n=len(lives), **args)
    key = "story.contracts.headline.notices" if kind == "notices" else "story.contracts.headline.ends"
    return subject.say(key, n=len(lives), share=subject.locale.percent(share, 0), **args)


def _total(subject: Subject) -> str:
    return subject.locale.money_short(under_contract(subject.lives).value or Decimal(0))


def contract_status(subject: Subject, life: ContractLife) -> Status:
    """Return where a contract stands: to renew soon, in force, or its own status once over."""
    contract = life.contract
    if life.is_past_end:
        return status(subject, Rag.RED, subject.say("story.contracts.past_end"))
    if contract.status in _OVER or contract.status is ContractStatus.DRAFT:
        return status(subject, Rag.NONE, subject.locale.label(contract.status.label))
    if life in near_notices(subject) or life in ending(subject):
        key = "story.contracts.to_extend" if contract.renewal is Renewal.TACIT else "story.contracts.to_renew"
        return status(subject, Rag.AMBER, subject.say(key))
    return status(subject, Rag.GREEN, subject.locale.label(contract.status.label))


def _timeline(subject: Subject) -> Timeline:
    lives = _in_entity_order(subject)
    start, end = _range(subject, lives)
    near, soon = near_notices(subject), ending(subject)
    rows, group = [], ""
    for life in lives:
        contract = life.contract
        rows.append(
            TimelineRow(
                key=f"contracts/{contract.ref}",
                group="" if contract.entity == group else contract.entity,
                title=subject.locale.typeset(f"{contract.ref} {contract.title}"),
                detail=_amount(subject, life),
                start=contract.start,
                end=life.current_end,
                is_emphasised=life in near or life in soon,
                is_past=not life.is_current,
                marks=_marks(subject, life),
                status=contract_status(subject, life),
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
        emphasised_label=subject.say("story.contracts.legend.emphasised", n=_horizon_months(subject)),
        plain_label=subject.say("story.contracts.legend.plain"),
        mark_labels=_legend(subject, rows),
        alt=_alt(subject, lives),
        caption=subject.say(
            "story.contracts.timeline_caption" if subject.shows_notices else "story.contracts.timeline_caption_client",
            cutoff=subject.cutoff,
        ),
    )


def _legend(subject: Subject, rows: list[TimelineRow]) -> tuple[tuple[MarkKind, str], ...]:
    """The words of the marks that stand on the rows, and of no other."""
    used = {mark.kind for row in rows for mark in row.marks}
    words = (
        (MarkKind.AMENDMENT, subject.say("story.contracts.legend.amendment")),
        (MarkKind.NOTICE_NEAR, subject.say("story.contracts.legend.notice_near", n=_alert_days(subject))),
        (MarkKind.NOTICE_LATER, subject.say("story.contracts.legend.notice_later")),
    )
    return tuple((kind, word) for kind, word in words if kind in used)


def _amount(subject: Subject, life: ContractLife) -> str:
    if not life.annual_amount:
        return subject.say("story.contracts.no_amount")
    return subject.say("story.per_year", amount=subject.locale.thousands(life.annual_amount))


def _in_entity_order(subject: Subject) -> tuple[ContractLife, ...]:
    order = {entity.name: rank for rank, entity in enumerate(subject.plan.entities)}
    return tuple(
        sorted(
            subject.lives,
            key=lambda life: (order.get(life.contract.entity, len(order)), not life.is_current, life.contract.start),
        )
    )


def _range(subject: Subject, lives: tuple[ContractLife, ...]) -> tuple[date, date]:
    cutoff = subject.cutoff
    first = min((life.contract.start for life in lives), default=cutoff)
    last = max((life.current_end for life in lives if life.current_end), default=cutoff)
    start = max(first.year, cutoff.year - _YEARS_BACK)
    end = min(max(last.year, cutoff.year + 1), cutoff.year + _YEARS_AHEAD)
    return date(min(start, cutoff.year), 1, 1), date(end, 12, 31)


def _marks(subject: Subject, life: ContractLife) -> tuple[Mark, ...]:
    marks = [Mark(item.signed, MarkKind.AMENDMENT, item.ref) for item in life.amendments]
    if subject.shows_notices and life.notice_date is not None and life.is_current:
        if life in near_notices(subject):
            label = subject.say("story.contracts.notice_label", n=life.days_to_notice, day=life.notice_date)
            marks.append(Mark(life.notice_date, MarkKind.NOTICE_NEAR, label))
        else:
            marks.append(Mark(life.notice_date, MarkKind.NOTICE_LATER))
    return tuple(marks)


def _table(subject: Subject) -> Table:
    say = subject.say
    columns = [
        TableColumn(say("story.ref"), 6),
        TableColumn(say("story.contracts.contract"), 22),
        TableColumn(say("story.entity"), 12),
        TableColumn(say("story.contracts.offers"), 18),
        TableColumn(say("story.contracts.signed"), 10),
        TableColumn(say("story.contracts.term"), 12),
        TableColumn(say("story.contracts.annual"), 11, Align.RIGHT),
        TableColumn(say("story.contracts.renewal"), 15),
        TableColumn(say("story.status"), 14),
    ]
    if subject.shows_notices:
        columns.insert(8, TableColumn(say("story.contracts.notice"), 10))
    rows = tuple(_table_row(subject, life) for life in _in_entity_order(subject))
    return Table(
        key="contracts/table",
        columns=tuple(columns),
        rows=rows,
        caption=say("story.contracts.table_caption", cutoff=subject.cutoff),
        is_wide=True,
    )


def _table_row(subject: Subject, life: ContractLife) -> TableRow:
    contract, locale = life.contract, subject.locale
    term = locale.date(life.current_end) if life.current_end else subject.say("story.contracts.no_end")
    renewal = locale.label(contract.renewal.label)
    if contract.renewal is Renewal.TACIT and contract.renewal_months:
        renewal = subject.say("story.contracts.renewal_term", n=contract.renewal_months, renewal=renewal)
    cells = [
        Cell(contract.ref),
        Cell(contract.title),
        Cell(contract.entity),
        Cell(", ".join(contract.offers)),
        Cell(locale.date(contract.signed)),
        Cell(term),
        Cell(locale.money(life.annual_amount)),
        Cell(renewal),
        Cell("", status=contract_status(subject, life)),
    ]
    if subject.shows_notices:
        cells.insert(8, Cell(locale.date(life.notice_date) if life.notice_date and life.is_current else "–"))
    return TableRow(f"contracts/{contract.ref}", tuple(cells), is_closed=not life.is_current)


def _amendment_table(subject: Subject) -> tuple[Table, ...]:
    if not subject.plan.amendments:
        return ()
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.ref"), 7),
        TableColumn(say("story.contracts.contract"), 8),
        TableColumn(say("story.contracts.signed"), 11),
        TableColumn(say("story.contracts.subject"), 11),
        TableColumn(say("story.contracts.description"), 32),
        TableColumn(say("story.contracts.impact"), 12, Align.RIGHT),
        TableColumn(say("story.contracts.new_end"), 11),
    )
    rows = tuple(
        TableRow(
            f"contracts/{item.ref}",
            (
                Cell(item.ref),
                Cell(locale.typeset(item.contract)),
                Cell(locale.date(item.signed)),
                Cell(locale.label(item.subject.label)),
                Cell(item.description or "–"),
                Cell(locale.money(item.annual_impact, signed=True) if item.annual_impact is not None else "–"),
                Cell(locale.date(item.new_end) if item.new_end else "–"),
            ),
        )
        for item in sorted(subject.plan.amendments, key=lambda item: item.signed)
    )
    return (
        Table(
            key="contracts/amendments", columns=columns, rows=rows, caption=say("story.contracts.amendments_caption")
        ),
    )


def _alt(subject: Subject, lives: tuple[ContractLife, ...]) -> str:
    return subject.series(
        subject.say(
            "story.contracts.alt.row" if life.current_end else "story.contracts.alt.row_open",
            ref=life.contract.ref,
            title=life.contract.title,
            start=life.contract.start,
            end=life.current_end or subject.cutoff,
            status=contract_status(subject, life).text,
        )
        for life in lives
    )


def _notes(subject: Subject) -> tuple[str, ...]:
    lines = [subject.say("story.contracts.note", total=_total(subject))]
    lines += [
        subject.say(
            "story.contracts.note_notice",
            ref=life.contract.ref,
            end=life.current_end or subject.cutoff,
            months=life.contract.notice_months or 0,
            day=life.notice_date,
        )
        for life in near_notices(subject)
    ]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.contracts.coaching"))
    return tuple(lines)
