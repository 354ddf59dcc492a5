"""The notes: a talk track made from the data for us, definitions and sources for the client."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.locales import Language
from generator.model.choices import Attitude, Share
from tests.builders import (
    a_body,
    a_contact,
    a_decision,
    a_kpi,
    a_plan,
    a_planned_meeting,
    a_potential,
    a_risk,
    an_action,
    an_approval_step,
    quarters,
)
from tests.story.telling import section, seen, tell, tell_to_client


def notes(key: str, language: Language = Language.FR, **tables: Any) -> list[str]:
    found = section(tell(a_plan(**tables), language), key)
    assert found is not None
    return [seen(line) for line in found.notes]


def test_a_late_action_is_pointed_at_objected_answered_asked_and_minuted() -> None:
    late = an_action(due=date(2026, 8, 15), progress=Decimal("0.6"))
    later = an_action(ref="A-02", due=date(2026, 9, 20))
    told = notes("actions", actions=(late, later))
    assert told[1:6] == [
        "Montrer~: A=01, 46 jours de retard, responsable Claire Vasseur.",
        "Objection probable~: A=01 était due le_15/08/2026~: pourquoi n’est-elle pas close~?",
        "Réponse~: Elle est faite à_60~%, Claire Vasseur en répond.",
        "Demander~: Une nouvelle date et un nom pour chacune~: A=01 et A=02.",
        "À consigner~: La nouvelle date de A=01 et A=02, et qui la tient.",
    ]
    assert told[0].startswith("Ouvrir~: Les deux actions sont en retard")
    assert told[-1].startswith("Source~:")


def test_what_the_data_does_not_give_goes() -> None:
    told = notes("actions", actions=(an_action(),))
    assert [line.partition("~:")[0] for line in told][:1] == ["Ouvrir"]
    parts = ("Montrer", "Objection", "Réponse", "Demander", "À consigner")
    assert not [line for line in told if line.startswith(parts)]
    bare = notes("actions", actions=(an_action(due=date(2026, 8, 15)),))  # nobody says how far it is
    assert not [line for line in bare if line.startswith(("Objection", "Réponse"))]


def test_a_decision_is_answered_by_what_happens_without_it() -> None:
    decision = a_decision(recommended="A", owner="Hélène Castaing", due=date(2026, 11, 30), inaction="Tout s’arrête")
    told = notes("decisions-next", decisions=(decision,))
    assert told[1:6] == [
        "Montrer~: D=01, option A recommandée.",
        "Objection probable~: Et si le comité ne décide pas~?",
        "Réponse~: D=01~: tout s’arrête.",
        "Demander~: La décision D=01 (Hélène Castaing, 30/11/2026).",
        "À consigner~: L’option retenue pour D=01, qui l’applique et pour quand.",
    ]


def test_a_kpi_off_target_is_answered_by_its_cause_and_its_actions() -> None:
    kpi = a_kpi(name="Incidents", target=10, quarters=quarters(T3_2026=7), comment="La migration pèse")
    told = notes("kpis", Language.FR, kpis=(kpi,), actions=(an_action(kpi="KPI-01"),))
    assert told[1:4] == [
        "Montrer~: «~Incidents~», à_7 pour_10.",
        "Objection probable~: «~Incidents~»~: pourquoi cet écart à la cible~?",
        "Réponse~: La migration pèse. Une action ouverte y répond~: A=01 (Claire Vasseur, 31/12/2026).",
    ]


def test_a_risk_without_a_response_asks_for_one() -> None:
    told = notes("risks", risks=(a_risk(response=None),))
    assert [line for line in told if line.startswith("Demander")] == ["Demander~: Une réponse à R=01."]


def test_the_date_of_the_committee_after_this_one_is_asked_for() -> None:
    tables: dict[str, Any] = {"bodies": (a_body(),), "meetings": (a_planned_meeting(),), "actions": (an_action(),)}
    assert "Demander~: La date du comité qui suit celui du_15/10/2026." in notes("next", **tables)
    dated = (a_planned_meeting(), a_planned_meeting(ref="S-03", planned=date(2026, 12, 15)))
    assert not [line for line in notes("next", **{**tables, "meetings": dated}) if line.startswith("Demander")]


def test_the_client_reads_definitions_and_sources_alone() -> None:
    late = an_action(due=date(2026, 8, 15), progress=Decimal("0.6"), share=Share.CLIENT)
    found = section(tell_to_client(a_plan(actions=(late,))), "actions")
    assert found is not None
    told = [seen(line) for line in found.notes]
    assert not [line for line in told if line.startswith(("Ouvrir", "Montrer", "Objection", "Demander", "À consigner"))]
    assert told[-1].startswith("Source~:")


def test_people_of_influence_to_win_are_asked_after_by_name() -> None:
    wary = a_contact(name="Nathalie Ferrand", influence=4, attitude=Attitude.RESERVED)
    won = a_contact(ref="CL-02", name="Marc Oberlin", influence=5, attitude=Attitude.CHAMPION)
    told = notes("people", contacts=(wary, won))
    assert "Demander~: Qui voit Nathalie Ferrand, et quand." in told
    assert "À consigner~: Qui voit Nathalie Ferrand, et la date." in told


def test_a_path_asks_who_talks_to_those_who_resist() -> None:
    wary = a_contact(name="Nathalie Ferrand", attitude=Attitude.OPPONENT)
    told = notes("decision-paths", contacts=(wary,), approval_steps=(an_approval_step(contact="Nathalie Ferrand"),))
    assert "Demander~: Qui parle à Nathalie Ferrand avant la demande d’accord." in told


def test_the_largest_amount_to_win_is_pointed_at() -> None:
    cells = (
        a_potential(entity="Iberia", offer="Cloud", estimated_spend=Decimal(120_000)),
        a_potential(entity="Iberia", offer="Support", estimated_spend=Decimal(150_000)),
    )
    told = notes("whitespace", potential=cells)
    assert "Montrer~: Support chez Iberia, 150_k€ par an à capter." in told
