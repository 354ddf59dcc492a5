"""A legend explains the marks that are drawn, and no other."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.measures.rag import Rag
from generator.model.choices import Attitude, DecisionRole, Incumbent, RaciRole
from generator.story.blocks.grid import HeatMap, Matrix
from generator.story.blocks.people import OrgChart
from generator.story.blocks.summary import Tiles
from generator.story.story import Section
from tests.builders import a_body, a_contact, a_kpi, a_plan, a_potential, a_raci_assignment, an_action, quarters
from tests.story.telling import block, section, seen, tell


def told(key: str, **tables: Any) -> Section:
    found = section(tell(a_plan(**tables)), key)
    assert found is not None
    return found


def test_colours_of_kpis() -> None:
    on_target, unrated = a_kpi(target=3, quarters=quarters(T3_2026=4)), a_kpi(ref="KPI-02")
    assert seen(told("kpis", kpis=(on_target, unrated)).source) == (
        "Source~: 2 KPI (feuille 4 KPI) · pointillé~: cible · V ● à la cible · arrêté au_30/09/2026"
    )
    assert seen(told("kpis", kpis=(unrated,)).source) == "Source~: 1 KPI (feuille 4 KPI) · arrêté au_30/09/2026"


def test_roles_and_attitudes_of_people() -> None:
    people = (a_contact(decision_role=DecisionRole.BUYER), a_contact(name="Marc Oberlin", attitude=Attitude.NEUTRAL))
    chart = block(told("people", contacts=people), OrgChart)
    assert chart.roles == (("A", "Acheteur"),)
    assert [mark.attitude for mark in chart.attitudes] == [Attitude.NEUTRAL]


def test_seats() -> None:
    body = a_body(client_members=("Hélène Castaing",))
    assert [mark for mark, _ in block(told("coverage", contacts=(a_contact(),), bodies=(body,)), Matrix).legend] == [
        "●"
    ]


def test_roles_of_activities() -> None:
    raci = (a_raci_assignment(role=RaciRole.ACCOUNTABLE),)
    assert block(told("animation", raci=raci), Matrix).legend == (("A", "répond"),)


def test_holders_and_tints_of_the_whitespace() -> None:
    heat = block(
        told("whitespace", potential=(a_potential(incumbent=Incumbent.NOBODY, estimated_spend=100_000),)), HeatMap
    )
    assert heat.codes == "A\u202f: aucun"
    assert [level for level, _ in heat.legend] == [3]


def test_colours_of_the_synthesis_those_of_its_facts_among_them() -> None:
    late = an_action(due=date(2026, 8, 1))
    on_target = a_kpi(target=3, quarters=quarters(T3_2026=4))
    tiles = block(told("summary", actions=(late,), kpis=(on_target,)), Tiles)
    shown = {tile.status.rag for tile in tiles.tiles} | {Rag.GREEN}
    assert {one.rag for one in tiles.legend} == shown - {Rag.NONE}
    assert [one.rag for one in tiles.legend] == [one for one in (Rag.GREEN, Rag.AMBER, Rag.RED) if one in shown]
    assert block(told("summary", contacts=(a_contact(),)), Tiles).legend == ()
