"""Tickets opened and kept within their service level, worked by hand."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.tickets import TicketTable
from generator.model.choices import Priority, TicketMeasure, TicketType
from generator.model.field_path import FieldPath
from generator.model.mapping import TicketSeries
from generator.model.quarter import Quarter
from tests.builders import PERIOD, a_plan, a_ticket_series, quarters

OPENED, RESOLVED, WITHIN = TicketMeasure.OPENED, TicketMeasure.RESOLVED, TicketMeasure.WITHIN_SLA
BEFORE = Quarter(2026, 2)


def series(measure: TicketMeasure, count: int, priority: Priority | None = None, **changes: object) -> TicketSeries:
    return a_ticket_series(measure=measure, priority=priority, quarters=quarters(T3_2026=count), **changes)


def test_opened_adds_priorities() -> None:
    table = TicketTable(a_plan(tickets=(series(OPENED, 7, Priority.P1), series(OPENED, 20, Priority.P2))))
    assert table.opened(TicketType.INCIDENT, PERIOD).value == 27
    assert table.critical_opened(PERIOD).value == 7


def test_a_row_of_every_priority_is_not_added_to_its_detail() -> None:
    table = TicketTable(a_plan(tickets=(series(OPENED, 7, Priority.P1), series(OPENED, 31))))
    assert table.opened(TicketType.INCIDENT, PERIOD).value == 31
    assert table.critical_opened(PERIOD).value == 7


def test_opened_by_type_and_quarter() -> None:
    plan = a_plan(
        tickets=(
            a_ticket_series(type=TicketType.REQUEST, quarters=quarters(T2_2026=50, T3_2026=60, T4_2026=1)),
            a_ticket_series(quarters=quarters(T3_2026=0)),
        )
    )
    table = TicketTable(plan)
    assert table.types() == (TicketType.INCIDENT, TicketType.REQUEST)
    assert table.quarters() == (BEFORE, PERIOD)
    assert [table.opened(TicketType.INCIDENT, quarter).value for quarter in table.quarters()] == [None, 0]
    assert [table.opened(TicketType.REQUEST, quarter).value for quarter in table.quarters()] == [50, 60]
    assert table.critical_opened(PERIOD).value is None


def test_the_service_rate_counts_only_what_has_both_counts() -> None:
    plan = a_plan(
        tickets=(
            series(RESOLVED, 200),
            series(WITHIN, 190),
            series(RESOLVED, 100, type=TicketType.REQUEST),
            series(WITHIN, 98, type=TicketType.REQUEST),
            series(RESOLVED, 40, type=TicketType.COMPLAINT),
        )
    )
    found = TicketTable(plan).service_rate((PERIOD,))
    assert (found.rate.value, found.resolved.value, found.within.value) == (Decimal("0.96"), Decimal(300), Decimal(288))
    assert FieldPath("tickets", ("Incident", "", "Dans SLA"), "2026-T3") in found.rate.sources


def test_nothing_resolved_gives_no_rate() -> None:
    table = TicketTable(a_plan(tickets=(series(RESOLVED, 0), series(WITHIN, 0))))
    assert table.service_rate((PERIOD,)).rate.value is None


def test_the_rate_over_a_window_weighs_each_quarter_by_its_tickets() -> None:
    plan = a_plan(
        tickets=(
            a_ticket_series(measure=RESOLVED, quarters=quarters(T2_2026=100, T3_2026=300)),
            a_ticket_series(measure=WITHIN, quarters=quarters(T2_2026=80, T3_2026=300)),
        )
    )
    table = TicketTable(plan)
    assert table.service_rate((BEFORE, PERIOD)).rate.value == Decimal("0.95")
    assert [table.service_rate((quarter,)).rate.value for quarter in (BEFORE, PERIOD)] == [Decimal("0.8"), 1]
