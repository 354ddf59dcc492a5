"""What averages hide: P1 under the target of all tickets, an entity under that of the whole, growth in a year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.locales import Language
from generator.model.choices import Calculation, Priority, SurveyType, TicketMeasure, TicketType
from generator.story.blocks.bar_table import BarTable, Words
from generator.story.blocks.chart import ColumnChart
from generator.story.story import Section
from generator.workbook.example import example_plan
from tests.builders import a_kpi, a_plan, a_score, a_ticket_series, an_entity, quarters
from tests.story.telling import section, seen, tell, tell_to_client


def told(**tables: Any) -> Section:
    found = section(tell(a_plan(**tables)), "quality")
    assert found is not None
    return found


def tickets(measure: TicketMeasure, priority: Priority | None = None, **counts: int) -> Any:
    return a_ticket_series(type=TicketType.INCIDENT, priority=priority, measure=measure, quarters=quarters(**counts))


def service(p1: tuple[int, int], p2: tuple[int, int]) -> tuple[Any, ...]:
    return tuple(
        tickets(measure, priority, T3_2026=count)
        for priority, pair in ((Priority.P1, p1), (Priority.P2, p2))
        for measure, count in zip((TicketMeasure.RESOLVED, TicketMeasure.WITHIN_SLA), pair, strict=True)
    )


def aim(target: str = "0.95") -> Any:
    return a_kpi(calculation=Calculation.SLA, target=Decimal(target))


def rows(found: Section, key: str) -> dict[str, list[str]]:
    """The words of each row of a table."""
    (table,) = (one for one in found.slide_blocks if isinstance(one, BarTable) and one.key == key)
    return {
        row.key.rpartition("/")[2]: [seen(cell.text) for cell in row.cells if isinstance(cell, Words)]
        for row in table.rows
    }


def test_a_green_total_that_hides_the_p1_is_the_headline() -> None:
    """96 of 100 in all for 95 %; 1 of 2 P1."""
    found = told(tickets=service((2, 1), (98, 95)), kpis=(aim(),))

    assert seen(found.headline) == "Le total de_96~% cache les incidents P1~: un sur deux seulement dans les délais"
    assert rows(found, "quality/service") == {
        "incident-p1": ["Incident P1", "50~%", "1 sur_2", "−45"],
        "incident-p2": ["Incident P2", "96,9~%", "95 sur_98", "+1,9"],
        "total": ["Tous les tickets", "96~%", "96 sur_100", "+1"],
    }


def test_a_total_that_misses_its_target_says_so() -> None:
    found = told(tickets=service((2, 1), (98, 90)), kpis=(aim(),))

    assert seen(found.headline) == (
        "À_91~%, le service manque sa cible~; incidents P1~: un sur deux seulement dans les délais"
    )


def test_p1_on_target_hide_nothing() -> None:
    assert "cache" not in told(tickets=service((2, 2), (98, 94)), kpis=(aim(),)).headline


def test_without_a_target_nothing_is_said_to_be_missed() -> None:
    found = told(tickets=service((2, 1), (98, 95)))

    assert "cache" not in found.headline
    assert rows(found, "quality/service")["total"] == ["Tous les tickets", "96~%", "96 sur_100"]


def test_the_growth_of_the_p1_is_told_from_where_it_began() -> None:
    opened = tickets(TicketMeasure.OPENED, Priority.P1, T4_2025=6, T1_2026=4, T2_2026=5, T3_2026=7)
    found = told(tickets=(*service((7, 5), (93, 92)), opened), kpis=(aim(),))

    assert seen(found.headline).endswith(
        "cinq sur sept seulement dans les délais, et un nombre passé de_4 à_7 en deux trimestres"
    )


def test_tickets_are_compared_with_those_of_a_year_ago() -> None:
    """From 10 to 15: half as much again; of which P1 from none known."""
    opened = (
        tickets(TicketMeasure.OPENED, T3_2025=10, T3_2026=15),
        tickets(TicketMeasure.OPENED, Priority.P1, T3_2026=2),
    )

    assert rows(told(tickets=opened), "quality/year") == {
        "incident": ["Incident", "10", "15", "+50~%"],
        "critical": ["dont P1", "–", "2", "–"],
        "total": ["Tous les tickets", "10", "15", "+50~%"],
    }


def scores(entity: str, score: int, people: int, day: date = date(2026, 9, 14)) -> Any:
    return a_score(type=SurveyType.NPS, entity=entity, score=Decimal(score), respondents=people, measured=day)


def test_the_lowest_entity_comes_first_with_its_answers_and_its_year() -> None:
    """20 and 60 of as many: 40 in all; a year ago 10 and 60: 35."""
    before = date(2025, 9, 14)
    found = told(
        entities=(an_entity(name="Groupe"), an_entity(name="Industrie")),
        satisfaction=(
            scores("Groupe", 60, 10),
            scores("Industrie", 20, 10),
            scores("Groupe", 60, 10, before),
            scores("Industrie", 10, 10, before),
        ),
    )

    assert list(rows(found, "quality/entities").values()) == [
        ["Industrie", "20", "10", "+10"],
        ["Groupe", "60", "10", "0"],
        ["Toutes les entités", "40", "20", "+5"],
    ]


def test_the_client_is_told_of_no_entity_of_few_answers() -> None:
    plan = a_plan(
        entities=tuple(an_entity(name=name) for name in ("Groupe", "Industrie", "Logistique", "Iberia")),
        satisfaction=(
            scores("Groupe", 60, 30),
            scores("Industrie", 20, 30),
            scores("Logistique", 40, 20),
            scores("Iberia", 0, 2),
        ),
    )
    found = section(tell_to_client(plan), "quality")

    assert found is not None
    assert "Iberia" not in rows(found, "quality/entities")
    assert "Iberia" in rows(told(entities=plan.entities, satisfaction=plan.satisfaction), "quality/entities")


def test_the_example_shows_four_exhibits_and_no_course_of_what_the_dashboard_shows() -> None:
    found = section(tell(example_plan(Language.FR)), "quality")

    assert found is not None
    assert [one.key for one in found.slide_blocks] == [
        "quality/service",
        "quality/critical",
        "quality/entities",
        "quality/year",
    ]
    (columns,) = (one for one in found.slide_blocks if isinstance(one, ColumnChart))
    assert columns.emphasised == (7,)
