"""What holds for any story: the person's own words win, little makes a whole, the client is told what it may see."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editions.edition import Edition
from generator.locales import Language, Locale
from generator.locales.catalogue import messages
from generator.model.choices import (
    Attitude,
    DecisionRole,
    FigureMeasure,
    MeetingStatus,
    Renewal,
    RiskStatus,
    Share,
)
from generator.model.plan import AccountPlan
from generator.story import Story
from generator.story.blocks.calendar import Agenda
from generator.story.blocks.people import OrgChart, OrgNode
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.table import Table
from generator.story.sections.committee.agenda import split_minutes
from tests.builders import (
    a_body,
    a_client_goal,
    a_contact,
    a_contract,
    a_decision,
    a_figure_series,
    a_kpi,
    a_meeting,
    a_message,
    a_plan,
    a_planned_meeting,
    a_raci_assignment,
    a_revision,
    a_risk,
    a_score,
    a_service_level,
    a_ticket_series,
    an_account,
    an_action,
    an_objective,
    quarters,
    some_settings,
)
from tests.story.contents import ANNEXES, COMMITTEE, WEIGHTS
from tests.story.outline import outline
from tests.story.telling import headline, section, sections, seen, tell, tell_to_client

# --- the account manager's own words ----------------------------------------------------------------------------------


def test_a_message_takes_the_place_of_the_generated_headline() -> None:
    own = a_message(title="Le trimestre est bon : 3 KPI sur 3", comment="Merci à tous !")
    found = section(tell(a_plan(kpis=(a_kpi(),), messages=(own,))), "kpis")
    assert found is not None
    assert seen(found.headline) == "Le trimestre est bon~: 3 KPI sur_3"
    assert seen(found.comment) == "Merci à tous~!"


def test_a_message_without_a_title_adds_its_comment_only() -> None:
    own = a_message(title=None, comment="Voir l’annexe")
    found = section(tell(a_plan(kpis=(a_kpi(),), messages=(own,))), "kpis")
    assert found is not None
    assert found.headline.startswith("Le KPI du plan")
    assert found.comment == "Voir l’annexe"


def test_only_tables_that_are_empty_are_missing() -> None:
    """Six actions stand on the sheet of the risks, of which there is none."""
    story = tell(
        a_plan(actions=tuple(an_action(ref=f"A-{rank}") for rank in range(6)), contacts=(a_contact(active=False),))
    )
    said = seen(missing(story))
    assert said.endswith("la table Risques de la feuille «~5 Actions~» est vide.")
    assert "Interlocuteurs" not in said
    assert "Plan d’actions" not in said


def test_the_internal_edition_takes_the_internal_message_else_the_clients() -> None:
    internal, client = a_message(title="Entre nous"), a_message(title="Avec vous", share=Share.CLIENT)
    tables: dict[str, Any] = {"kpis": (a_kpi(),)}
    assert headline("kpis", **tables, messages=(client, internal)) == "Entre nous"
    assert headline("kpis", **tables, messages=(client,)) == "Avec vous"


def test_the_key_of_a_message_may_be_typed_loosely() -> None:
    assert headline("kpis", kpis=(a_kpi(),), messages=(a_message(section=" KPIs ", title="Bien"),)) == "Bien"


def test_a_message_for_a_section_with_nothing_to_tell_changes_nothing() -> None:
    assert headline("risks", messages=(a_message(section="risks", title="Rien à signaler"),)) is None


# --- little, and nothing ----------------------------------------------------------------------------------------------


def test_a_minimal_plan_tells_a_whole_story() -> None:
    story = tell(
        a_plan(
            contracts=(a_contract(),),
            objectives=(an_objective(),),
            kpis=(a_kpi(target=10, quarters=quarters(T3_2026=12)),),
            actions=(an_action(),),
        )
    )
    assert [told.key for told in story.slides] == [
        "summary",
        "agenda",
        "kpis",
        "contracts",
        "objectives",
        "actions",
        "next",
    ]
    assert [(chapter.number, chapter.key) for chapter in story.chapters] == [
        ("1", "summary"), ("2", "client"), ("3", "mapping"), ("4", "objectives"), ("5", "kpis"), ("6", "actions"),
        ("A", "annexes"),
    ]  # fmt: skip
    assert all(told.headline for told in story.slides)


def test_an_empty_plan_says_once_what_it_lacks() -> None:
    story = tell(a_plan(entities=(), offers=(), team=()))
    assert [told.key for told in story.slides] == ["summary"]
    assert len(story.left_out) == len(COMMITTEE) + len(ANNEXES) - 2  # all but the synthesis and the client's own slide
    assert [(chapter.number, chapter.key) for chapter in story.chapters] == [("1", "summary"), ("A", "annexes")]
    text = seen(missing(story))
    assert text.startswith("Ce plan ne dit rien encore de ce qui suit~: ")
    assert "sur la feuille «~2 Objectifs~», les tables Objectifs SMART et Opportunités sont vides" in text
    assert "sur la feuille «~5 Actions~», les tables Plan d’actions et Risques sont vides" in text


def missing(story: Story) -> str:
    """What the one box of the plan says that it lacks."""
    blocks = [block for chapter in story.chapters for told in chapter.sections for block in told.chapter_blocks]
    (box,) = (block for block in blocks if isinstance(block, Prose) and block.role is ProseRole.MISSING)
    return box.paragraphs[0].text


def test_an_action_far_ahead_still_has_its_slide() -> None:
    story = tell(a_plan(actions=(an_action(due=date(2027, 6, 30)),)))
    assert "actions" in [told.key for told in story.slides]


def test_a_section_without_a_slide_is_not_on_the_agenda() -> None:
    story = tell(a_plan(risks=(a_risk(status=RiskStatus.CLOSED),), contracts=(a_contract(),), kpis=(a_kpi(),)))
    agenda = section(story, "agenda")
    assert agenda is not None
    (block,) = agenda.slide_blocks
    assert isinstance(block, Agenda)
    assert [item.section for item in block.items] == ["summary", "kpis", "contracts"]


# --- the cover --------------------------------------------------------------------------------------------------------


def test_the_cover_tells_the_next_steering_committee() -> None:
    meeting = a_planned_meeting(starts_at=time(10, 0), place="Lyon")
    cover = tell(a_plan(bodies=(a_body(duration_minutes=90),), meetings=(meeting,))).cover
    assert seen(cover.meeting) == "Séance du jeudi 15 octobre 2026, 10_h – 11_h_30"
    assert cover.place == "Lyon"
    assert seen(cover.plan_line) == "Plan 2026–2028~: troisième trimestre sur douze"


def test_the_cover_without_a_committee_has_no_meeting_line() -> None:
    cover = tell(a_plan()).cover
    assert (cover.meeting, cover.place) == ("", "")


def test_the_cover_of_a_plan_not_begun_or_over_tells_its_years() -> None:
    ended = an_account(plan_start=date(2024, 1, 1), plan_end=date(2024, 12, 31))
    assert tell(a_plan(account=ended)).cover.plan_line == "Plan 2024"


# --- the agenda's minutes ---------------------------------------------------------------------------------------------

KEYS = st.lists(st.sampled_from(sorted(WEIGHTS)), min_size=1, unique=True)


@given(KEYS, st.integers(5, 400))
def test_minutes_add_up_to_the_duration(keys: list[str], duration: int) -> None:
    minutes = split_minutes(duration, keys)
    if duration < 5 * len(keys):
        assert minutes == {}
    else:
        assert sum(minutes.values()) == duration
        assert set(minutes) == set(keys)
        assert min(minutes.values()) >= 5


@given(KEYS)
def test_an_agenda_without_a_duration_is_untimed(keys: list[str]) -> None:
    assert split_minutes(None, keys) == split_minutes(0, keys) == {}


def test_the_decisions_asked_get_the_most_time() -> None:
    minutes = split_minutes(90, list(WEIGHTS))
    assert max(minutes, key=lambda key: minutes[key]) == "decisions-next"


# --- what the client is told ------------------------------------------------------------------------------------------


def whole_plan() -> AccountPlan:
    """A plan with something internal in every table that has anything to hide."""
    return a_plan(
        account=an_account(ambition="Doubler la marge"),
        contracts=(a_contract(end=date(2027, 1, 31), notice_months=3, renewal=Renewal.TACIT, renewal_months=12),),
        contacts=(
            a_contact(
                decision_role=DecisionRole.DECISION_MAKER,
                attitude=Attitude.OPPONENT,
                influence=5,
                counterpart="Claire Vasseur",
                observed_fact="A quitté la réunion",
            ),
            a_contact(name="Marc Oberlin", manager="Hélène Castaing"),
        ),
        client_goals=(a_client_goal(share=Share.CLIENT),),
        satisfaction=(a_score(score=42, respondents=20, verbatim="Trop lent"),),
        tickets=(a_ticket_series(quarters=quarters(T3_2026=40)),),
        figures=(
            a_figure_series(quarters=quarters(T3_2025=90_000, T3_2026=100_000)),
            a_figure_series(measure=FigureMeasure.MARGIN, quarters=quarters(T3_2026=23_456)),
        ),
        objectives=(an_objective(share=Share.CLIENT, attainable="Nous tenons le DSI", goal="ENJ-01"),),
        bodies=(a_body(duration_minutes=60, client_members=("Hélène Castaing",)),),
        meetings=(a_meeting(), a_planned_meeting()),
        decisions=(a_decision(share=Share.CLIENT),),
        kpis=(a_kpi(share=Share.CLIENT, target=10, quarters=quarters(T2_2026=9, T3_2026=12)),),
        actions=(an_action(share=Share.CLIENT, addressee="Marc Oberlin"),),
        risks=(a_risk(share=Share.CLIENT),),
        raci=(a_raci_assignment(share=Share.CLIENT),),
        service_levels=(a_service_level(share=Share.CLIENT, achieved=4),),
        revisions=(a_revision(share=Share.CLIENT),),
        messages=(a_message(section="contracts", title="Gardons ce contrat pour nous"),),
    )


@pytest.fixture(scope="module", params=list(Language), ids=lambda language: language.value)
def client_story(request: pytest.FixtureRequest) -> Story:
    return tell_to_client(whole_plan(), request.param)


def test_the_client_is_told_the_committee_and_its_organisation(client_story: Story) -> None:
    assert client_story.edition is Edition.CLIENT
    without = {"decisions-past", "since"}
    assert [told.key for told in client_story.slides] == [key for key in COMMITTEE if key not in without]
    assert {told.key for told in sections(client_story)}.isdisjoint(
        {"people", "decision-paths", "whitespace", "pipeline", "landscape", "coverage", "coherence"}
    )


def test_nothing_the_client_is_told_is_internal(client_story: Story) -> None:
    assert not any(told.is_internal for told in sections(client_story))
    assert "(internal)" not in outline(client_story)
    assert (client_story.confidential, client_story.plan_confidential, client_story.internal_mark) == ("", "", "")


def test_the_client_is_told_no_opinion_margin_ambition_or_coaching(client_story: Story) -> None:
    told = outline(client_story).casefold()
    for word in (
        "marge", "margin", "23,5", "23.5", "doubler", "opposé", "opponent", "a quitté la réunion", "trop lent",
        "nous tenons le dsi", "gardons ce contrat", "préavis", "notice date", "influence", "interne –", "internal –",
    ):  # fmt: skip
        assert word not in told


def test_the_clients_notes_hold_no_coaching(client_story: Story) -> None:
    locale = Locale(client_story.language)
    coaching = {locale.say(key) for key in messages(client_story.language, "story") if key.endswith(".coaching")}
    told = {note for one in sections(client_story) for note in one.notes}
    assert len(coaching) >= 8
    assert told
    assert told.isdisjoint(coaching)


def test_the_clients_organisation_bears_no_role_nor_attitude(client_story: Story) -> None:
    told = section(client_story, "organisation")
    assert told is not None
    chart = told.slide_blocks[0]
    assert isinstance(chart, OrgChart)
    assert (chart.roles, chart.attitudes, chart.role_title, chart.attitude_title) == ((), (), "", "")
    for node in _nodes(chart.roots):
        assert (node.role, node.attitude, node.is_decision_maker, node.is_detail_alert) == ("", None, False, False)


def test_the_clients_counterparts_are_counted() -> None:
    story = tell_to_client(whole_plan())
    told = section(story, "organisation")
    assert told is not None
    assert told.headline == "Un interlocuteur sur deux a son référent chez nous"


def test_notice_dates_are_told_the_client_only_when_shown() -> None:
    plan = whole_plan()
    hidden = tell_to_client(plan)
    shown = tell_to_client(plan.model_copy(update={"settings": some_settings(notice_visible_to_client=True)}))
    assert "31/10/2026" not in outline(hidden)
    assert "31/10/2026" in outline(shown)
    contracts = section(hidden, "contracts")
    assert contracts is not None
    assert seen(contracts.headline) == (
        "Le contrat CT=01 finit le_31/01/2027~: il pèse 100_k€ par an, soit 100~% du montant sous contrat"
    )


def test_an_empty_chapter_is_left_out_of_the_clients_plan() -> None:
    story = tell_to_client(AccountPlan(account=an_account()))
    assert [chapter.key for chapter in story.chapters] == ["annexes"]


def test_a_meeting_put_off_is_not_the_next_one() -> None:
    off = a_planned_meeting(status=MeetingStatus.CANCELLED)
    assert tell(a_plan(bodies=(a_body(),), meetings=(off,))).cover.meeting == ""


def _nodes(roots: tuple[OrgNode, ...]) -> list[OrgNode]:
    return [one for root in roots for one in (root, *_nodes(root.children))]


@pytest.mark.parametrize(
    ("unit", "printed"), [("EUR", "12_k€"), ("€", "12_k€"), ("$", "12~000_$"), ("jours ouvrés", "12~000_jours ouvrés")]
)
def test_what_a_service_level_is_measured_in_is_said_once(unit: str, printed: str) -> None:
    found = section(tell(a_plan(service_levels=(a_service_level(target=12_000, unit=unit),))), "animation")
    assert found is not None
    (table,) = [block for block in found.chapter_blocks if isinstance(block, Table)]
    assert printed in [seen(cell.text) for cell in table.rows[0].cells]
