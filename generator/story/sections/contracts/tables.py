"""The table of contracts and that of amendments, for the plan."""

from __future__ import annotations

from generator.measures.contracts import ContractLife
from generator.model.choices import ContractStatus, Renewal
from generator.story.blank import day_or_blank
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.sections.contracts.state import (
    contract_status,
    in_entity_order,
)
from generator.story.subject import Subject


def contract_table(subject: Subject) -> Table:
    """Return every contract with its current term and amount, amendments included."""
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
        notice = say("story.contracts.notice")
        title = f"{notice} · {say('story.internal')}" if subject.hides_notices else notice
        columns.insert(8, TableColumn(title, 10))
    rows = tuple(_table_row(subject, life) for life in in_entity_order(subject))
    return Table(
        key="contracts/table",
        columns=tuple(columns),
        rows=rows,
        caption=say("story.contracts.table_caption", cutoff=subject.cutoff),
        name_at=1,
        is_wide=True,
    )


def _table_row(subject: Subject, life: ContractLife) -> TableRow:
    contract, locale = life.contract, subject.locale
    end = locale.date(life.current_end) if life.current_end else subject.say("story.contracts.no_end")
    term = f"{locale.date(contract.start)} – {end}"
    renewal = locale.label(contract.renewal.label)
    if contract.renewal is Renewal.TACIT and contract.renewal_months:
        renewal = subject.say("story.contracts.renewal_term", n=contract.renewal_months, renewal=renewal)
    cells = [
        Cell(contract.ref),
        Cell(contract.title),
        Cell(contract.entity),
        Cell(", ".join(contract.offers)),
        Cell(day_or_blank(subject, contract.signed, is_open=contract.status is not ContractStatus.DRAFT)),
        Cell(term),
        Cell(locale.money(life.annual_amount)),
        Cell(renewal),
        Cell("", status=contract_status(subject, life)),
    ]
    if subject.shows_notices:
        cells.insert(8, Cell(locale.date(life.notice_date) if life.notice_date and life.is_current else "–"))
    return TableRow(
        f"contracts/{contract.ref}",
        tuple(cells),
        is_closed=not life.is_current,
        is_internal=subject.is_hidden("contracts", contract),
    )


def amendment_table(subject: Subject) -> tuple[Table, ...]:
    """Return the amendments, oldest first; nothing without one."""
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
                Cell(subject.typeset(item.contract)),
                Cell(locale.date(item.signed)),
                Cell(locale.label(item.subject.label)),
                Cell(item.description or "–"),
                Cell(locale.money(item.annual_impact, signed=True) if item.annual_impact is not None else "–"),
                Cell(locale.date(item.new_end) if item.new_end else "–"),
            ),
            is_internal=subject.is_hidden("amendments", item),
        )
        for item in sorted(subject.plan.amendments, key=lambda item: item.signed)
    )
    return (
        Table(
            key="contracts/amendments",
            columns=columns,
            rows=rows,
            caption=say("story.contracts.amendments_caption"),
            name_at=4,
        ),
    )
