"""Where contracts stand: which notice nears, which term ends, in which order they are told."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.contracts import ContractLife, ending_within, notices_within, under_contract
from generator.measures.measure import merged
from generator.measures.rag import Rag
from generator.measures.thresholds import settings_of
from generator.model.choices import ContractStatus, Renewal
from generator.story.blocks.text import Status
from generator.story.figures import Cited, rows_cited
from generator.story.phrases import status
from generator.story.subject import Subject

_OVER = frozenset(
    {ContractStatus.RENEWED, ContractStatus.NOT_RENEWED, ContractStatus.TERMINATED, ContractStatus.EXPIRED}
)


def near_notices(subject: Subject) -> tuple[ContractLife, ...]:
    """Return the contracts whose notice date is told and falls within the alert."""
    return notices_within(subject.lives, subject.cutoff, alert_days(subject)) if subject.shows_notices else ()


def ending(subject: Subject) -> tuple[ContractLife, ...]:
    """Return the contracts in force that end within the horizon."""
    return ending_within(subject.lives, subject.cutoff, horizon_months(subject))


def at_stake(subject: Subject) -> tuple[ContractLife, ...]:
    """Return the contracts that the slide is about: those whose notice nears, else those that end."""
    return near_notices(subject) or ending(subject)


def alert_days(subject: Subject) -> int:
    """Return within how many days a notice date is near."""
    return settings_of(subject.plan).notice_alert_days


def horizon_months(subject: Subject) -> int:
    """Return within how many months an end is near."""
    return settings_of(subject.plan).renewal_horizon_months


def amount_of(lives: tuple[ContractLife, ...]) -> Decimal:
    """Return the sum of their annual amounts."""
    return sum((life.annual_amount for life in lives), Decimal(0))


def lives_counted(subject: Subject, lives: tuple[ContractLife, ...]) -> Cited:
    """Return how many there are, with the contracts that were counted."""
    return subject.counted(len(lives), rows_cited("contracts", (life.contract for life in lives)))


def amount_cited(subject: Subject, lives: tuple[ContractLife, ...]) -> Cited:
    """Return the sum of their annual amounts as printed, with what it was made from."""
    return Cited(subject.locale.money_short(amount_of(lives)), merged(life.amount.sources for life in lives))


def share_of(subject: Subject, lives: tuple[ContractLife, ...]) -> Decimal | None:
    """Return their part of all that is under contract; None when they are not a part of it."""
    total = under_contract(subject.lives).value
    share = amount_of(lives) / total if total and all(life.is_current for life in lives) else None
    return None if share is None or share > 1 else share


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


def in_entity_order(subject: Subject) -> tuple[ContractLife, ...]:
    """Return the contracts by entity as the workbook orders them, those in force first, then by start."""
    order = {entity.name: rank for rank, entity in enumerate(subject.plan.entities)}
    return tuple(
        sorted(
            subject.lives,
            key=lambda life: (order.get(life.contract.entity, len(order)), not life.is_current, life.contract.start),
        )
    )
