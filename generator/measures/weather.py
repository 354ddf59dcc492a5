"""The four tiles of the summary (the météo): contracts, figures, actions, governance, from dates and statuses alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.measures.actions import ActionState, action_states, late, live, open_actions
from generator.measures.contracts import (
    ContractLife,
    contract_lives,
    ending_within,
    notices_passed,
    notices_within,
    under_contract,
)
from generator.measures.governance import BodyRhythm, MinutesDelay, body_rhythms, minutes_delays, recent_attendance
from generator.measures.kpis import KpiReading, kpi_readings
from generator.measures.measure import NOT_AVAILABLE, Measure, total
from generator.measures.rag import Rag, worst
from generator.measures.thresholds import settings_of
from generator.model.choices import BodyType, Renewal
from generator.model.plan import SharedPlan

LATE_SHARE_RED = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class ContractsTile:
    """The contracts whose notice falls within the alert, that end within the horizon, or are past their notice or end.

    ``overdue_notices`` have passed and do not renew by themselves; ``past_end`` have ended and still say active.
    ``next_event`` is the first notice date ahead, ``last_event`` the last one within the alert.
    """

    rag: Rag
    notices: tuple[ContractLife, ...]
    notice_amount: Measure
    next_event: date | None
    last_event: date | None
    overdue_notices: tuple[ContractLife, ...]
    past_end: tuple[ContractLife, ...]
    under_contract: Measure
    current_count: int


@dataclass(frozen=True, slots=True)
class FiguresTile:
    """KPIs by colour; ``measured`` have a value and a target."""

    rag: Rag
    green: tuple[KpiReading, ...]
    amber: tuple[KpiReading, ...]
    red: tuple[KpiReading, ...]
    measured: int
    total: int


@dataclass(frozen=True, slots=True)
class ActionsTile:
    """Actions late among those open; ``total`` leaves out those given up; ``late_share`` may be None."""

    rag: Rag
    late: tuple[ActionState, ...]
    open_count: int
    total: int
    late_share: Decimal | None
    oldest_days: int


@dataclass(frozen=True, slots=True)
class GovernanceTile:
    """Meetings held and planned over the last four quarters, the bodies off their cadence, late or missing minutes."""

    rag: Rag
    planned: int
    held: int
    attendance: Measure
    off_cadence: tuple[BodyRhythm, ...]
    body_count: int
    minutes: tuple[MinutesDelay, ...]
    late_minutes: tuple[MinutesDelay, ...]
    longest_minutes_days: int | None


@dataclass(frozen=True, slots=True)
class Weather:
    """The météo of the plan at hand."""

    contracts: ContractsTile
    figures: FiguresTile
    actions: ActionsTile
    governance: GovernanceTile


def weather(plan: SharedPlan, readings: Sequence[KpiReading] | None = None, *, shows_notices: bool = True) -> Weather:
    """Return the four tiles at the cut-off; pass the KPI readings when they are already at hand.

    Without ``shows_notices`` no colour depends on a notice date.
    """
    return Weather(
        contracts_tile(plan, contract_lives(plan), shows_notices=shows_notices),
        figures_tile(kpi_readings(plan) if readings is None else readings),
        actions_tile(action_states(plan)),
        governance_tile(plan),
    )


def no_better(own: Weather, told: Weather) -> Weather:
    """Return our own weather with no colour better than the one that the client is told.

    Few rows make extremes: one action late of the client's four is red, one of all our twenty amber.
    """
    return Weather(
        replace(own.contracts, rag=worst((own.contracts.rag, told.contracts.rag))),
        replace(own.figures, rag=worst((own.figures.rag, told.figures.rag))),
        replace(own.actions, rag=worst((own.actions.rag, told.actions.rag))),
        replace(own.governance, rag=worst((own.governance.rag, told.governance.rag))),
    )


def contracts_tile(plan: SharedPlan, lives: Sequence[ContractLife], *, shows_notices: bool = True) -> ContractsTile:
    """Return the tile of contracts.

    Red when an active contract is past its end; amber when one ends within the horizon of the settings (12 months by
    default), and where notice dates may be told, when one falls within the alert (90 days), or has passed on a
    contract that does not renew by itself; green otherwise; none without a contract in force.
    """
    cutoff, settings = plan.account.cutoff, settings_of(plan)
    notices = notices_within(lives, cutoff, settings.notice_alert_days)
    ending = ending_within(lives, cutoff, settings.renewal_horizon_months)
    overdue = tuple(life for life in notices_passed(lives, cutoff) if life.contract.renewal is not Renewal.TACIT)
    past_end = tuple(life for life in lives if life.is_past_end)
    current = sum(1 for life in lives if life.is_current)
    dates = [life.notice_date for life in notices if life.notice_date is not None]
    return ContractsTile(
        rag=_contracts_rag(
            has_any=bool(current or past_end),
            is_ended=bool(past_end),
            is_near=bool(ending or (shows_notices and (notices or overdue))),
        ),
        notices=notices,
        notice_amount=total(life.amount for life in notices) if notices else NOT_AVAILABLE,
        next_event=min(dates, default=None),
        last_event=max(dates, default=None),
        overdue_notices=overdue,
        past_end=past_end,
        under_contract=under_contract(lives),
        current_count=current,
    )


def figures_tile(readings: Sequence[KpiReading]) -> FiguresTile:
    """Return the tile of figures: the majority's colour, never better than amber with a red one.

    The majority is more than half of the measured KPIs. Without a majority it is amber; none when nothing is measured.
    """
    by_rag = {rag: tuple(item for item in readings if item.rag is rag) for rag in (Rag.GREEN, Rag.AMBER, Rag.RED)}
    measured = sum(len(items) for items in by_rag.values())
    rag = next((rag for rag, items in by_rag.items() if 2 * len(items) > measured), Rag.AMBER if measured else Rag.NONE)
    if rag is Rag.GREEN and by_rag[Rag.RED]:
        rag = Rag.AMBER
    return FiguresTile(rag, by_rag[Rag.GREEN], by_rag[Rag.AMBER], by_rag[Rag.RED], measured, len(readings))


def actions_tile(states: Sequence[ActionState]) -> ActionsTile:
    """Return the tile of actions, by the share of open ones that are late.

    Green with none late, amber up to a fifth, red beyond; none without actions.
    """
    late_ones, open_ones = late(states), open_actions(states)
    share = Decimal(len(late_ones)) / len(open_ones) if open_ones else None
    kept = live(states)
    rag = Rag.GREEN if kept else Rag.NONE
    if share:
        rag = Rag.RED if share > LATE_SHARE_RED else Rag.AMBER
    return ActionsTile(
        rag, late_ones, len(open_ones), len(kept), share, max((item.days_late for item in late_ones), default=0)
    )


def governance_tile(plan: SharedPlan) -> GovernanceTile:
    """Return the tile of governance.

    Green when every body keeps its cadence (with the tolerance of the settings); red when a steering committee, or more
    than half of the bodies, does not; amber otherwise; none without a body.
    """
    rhythms, found, minutes = body_rhythms(plan), recent_attendance(plan), minutes_delays(plan)
    off = tuple(rhythm for rhythm in rhythms if not rhythm.is_on_cadence)
    return GovernanceTile(
        rag=_governance_rag(rhythms, off),
        planned=found.planned,
        held=found.held,
        attendance=found.rate,
        off_cadence=off,
        body_count=len(rhythms),
        minutes=minutes,
        late_minutes=tuple(delay for delay in minutes if delay.is_late),
        longest_minutes_days=max((delay.days for delay in minutes if delay.days is not None), default=None),
    )


def _contracts_rag(*, has_any: bool, is_ended: bool, is_near: bool) -> Rag:
    if not has_any:
        return Rag.NONE
    if is_ended:
        return Rag.RED
    return Rag.AMBER if is_near else Rag.GREEN


def _governance_rag(rhythms: tuple[BodyRhythm, ...], off: tuple[BodyRhythm, ...]) -> Rag:
    if not rhythms:
        return Rag.NONE
    if not off:
        return Rag.GREEN
    is_grave = 2 * len(off) > len(rhythms) or any(rhythm.body.type is BodyType.STEERING for rhythm in off)
    return Rag.RED if is_grave else Rag.AMBER
