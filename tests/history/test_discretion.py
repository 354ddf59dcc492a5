"""What the client may be told today of a former plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.editions import redact
from generator.editions.edition import Edition
from generator.editions.phrase_search import PhraseSearch
from generator.history.difference import ChangeKind, Difference
from generator.history.discretion import compare_for_client, still_seen, told_today
from generator.history.ownership import Ownership
from generator.model.account_identity import identity_of
from generator.model.choices import BodyType, Calculation, MeetingStatus, Share, Unit
from generator.model.plan import AccountPlan, SharedPlan
from generator.pipeline.former import Current
from tests.builders import (
    a_body,
    a_contact,
    a_contract,
    a_forbidden_word,
    a_kpi,
    a_meeting,
    a_plan,
    a_third_party,
    an_account,
    an_action,
    an_amendment,
    an_objective,
    an_offer,
    quarters,
    some_settings,
)

CLIENT = Share.CLIENT
FALCON = (a_forbidden_word(),)


def before(**tables: Any) -> AccountPlan:
    """A plan of the quarter before."""
    return a_plan(account=an_account(cutoff=date(2026, 6, 30)), **tables)


def changes(former: SharedPlan, plan: AccountPlan) -> dict[tuple[str, ...], list[tuple[str, object, object]]]:
    """What the client is told of each row but the account's, by table, key and what happened to it."""
    return {
        (row.table, *row.key, row.kind.value): [(field.field, field.old, field.new) for field in row.fields]
        for row in compared(former, plan).rows
        if row.table != "account"
    }


def compared(former: SharedPlan, plan: AccountPlan) -> Difference:
    found = redact(plan)
    return compare_for_client(
        Current(plan, found.plan, Ownership(identity_of(plan.account))).seen_by(Edition.CLIENT, former), found.plan
    )


def test_what_may_be_said_stays_as_it_was() -> None:
    former = before(actions=(an_action(share=CLIENT, action="Former"), an_action(ref="A-02", share=CLIENT)))
    plan = a_plan(actions=(an_action(share=CLIENT, action="Former deux sites"),), forbidden_words=FALCON)
    assert told_today(redact(former).plan, redact(plan).plan, PhraseSearch(("Falcon",))) == redact(former).plan
    assert changes(former, plan) == {("actions", "A-01", "changed"): [("action", "Former", "Former deux sites")]}


def test_a_row_that_is_gone_and_one_that_became_internal_are_the_same_to_the_client() -> None:
    former = before(actions=(an_action(share=CLIENT), an_action(ref="A-02", share=CLIENT)))
    kept = an_action(share=CLIENT)
    gone, internal = a_plan(actions=(kept,)), a_plan(actions=(kept, an_action(ref="A-02")))
    assert changes(former, gone) == changes(former, internal) == {}


def test_a_former_rate_is_the_same_whether_what_it_counted_is_gone_or_became_internal() -> None:
    """Of two meetings the client saw one held: half, whatever became of the other's body since."""
    kpi = a_kpi(share=CLIENT, calculation=Calculation.MEETINGS, unit=Unit.PERCENT, filter="Fenêtre=1")
    day = date(2026, 5, 12)
    met = a_meeting(ref="S-01", planned=day, held=day)
    missed = a_meeting(ref="S-02", body="Suivi des usines", planned=day, held=None, status=MeetingStatus.PLANNED)
    plants = a_body(name="Suivi des usines", type=BodyType.FOLLOW_UP)
    former = before(kpis=(kpi,), bodies=(a_body(), plants), meetings=(met, missed))
    gone = a_plan(kpis=(kpi,), bodies=(a_body(),), meetings=(met,))
    ours = plants.model_copy(update={"type": BodyType.INTERNAL})
    internal = a_plan(kpis=(kpi,), bodies=(a_body(), ours), meetings=(met, missed))
    rates = [compared(former, plan).kpis[0].old for plan in (gone, internal)]
    assert [rate and rate.current.value for rate in rates] == [Decimal("0.5"), Decimal("0.5")]


def test_what_goes_without_a_word_is_not_taken_for_said() -> None:
    contacts = (a_contact(name="Hélène Castaing"), a_contact(name="Gilles Fontaine"))
    former = redact(before(contacts=contacts)).plan
    now = redact(a_plan(contacts=(contacts[0], a_contact(name="Gilles Fontaine", active=False)))).plan
    assert [contact.name for contact in still_seen(former, now).contacts] == ["Hélène Castaing"]


def test_what_cannot_be_internal_is_told_when_it_goes() -> None:
    offers = (an_offer(name="Cloud"), an_offer(name="Conseil"))
    assert changes(before(offers=offers), a_plan(offers=offers[:1])) == {("offers", "Conseil", "removed"): []}


def test_a_reference_to_what_is_gone_and_to_what_became_internal_are_the_same_to_the_client() -> None:
    goals = tuple(an_objective(ref=ref, share=CLIENT) for ref in ("OBJ-01", "OBJ-02"))
    former = before(actions=(an_action(share=CLIENT, objective="OBJ-01"),), objectives=goals)
    turned = an_action(share=CLIENT, objective="OBJ-02")
    gone = a_plan(actions=(turned,), objectives=goals[1:])
    internal = a_plan(actions=(turned,), objectives=(an_objective(ref="OBJ-01", share=Share.INTERNAL), goals[1]))
    expected = {("actions", "A-01", "changed"): [("objective", None, "OBJ-02")]}
    assert (changes(former, gone), changes(former, internal)) == (expected, expected)


def test_a_text_that_named_a_competitor_is_not_told_once_corrected() -> None:
    former = before(actions=(an_action(share=CLIENT, action="Répondre à Ibertec", due=date(2026, 11, 30)),))
    plan = a_plan(actions=(an_action(share=CLIENT),), third_parties=(a_third_party(),))
    assert changes(former, plan) == {
        ("actions", "A-01", "changed"): [("due", date(2026, 11, 30), date(2026, 12, 31))],
    }


def test_a_row_that_said_a_forbidden_word_goes_without_a_word() -> None:
    former = before(actions=(an_action(share=CLIENT), an_action(ref="A-02", share=CLIENT, action="Projet-Falcon")))
    plan = a_plan(actions=(an_action(share=CLIENT),), forbidden_words=FALCON)
    assert changes(former, plan) == {}


def test_what_the_former_workbook_forbade_is_not_said_either() -> None:
    said = (an_action(share=CLIENT, action="Projet Falcon"),)
    plan = a_plan(actions=(an_action(share=CLIENT),))
    assert changes(before(actions=said, forbidden_words=FALCON), plan) == {}
    received = redact(before(actions=said)).plan
    assert changes(received, plan) == {
        ("actions", "A-01", "changed"): [("action", "Projet Falcon", "Former les référents")]
    }


def test_a_notice_that_was_shown_and_is_no_more_is_not_told() -> None:
    former = before(contracts=(a_contract(notice_months=6),), settings=some_settings(notice_visible_to_client=True))
    plan = a_plan(contracts=(a_contract(notice_months=6, scope="Postes et serveurs"),))
    assert changes(former, plan) == {
        ("contracts", "CT-01", "changed"): [("scope", "Postes de travail", "Postes et serveurs")]
    }
    shown = a_plan(contracts=(a_contract(notice_months=3),), settings=some_settings(notice_visible_to_client=True))
    assert changes(former, shown) == {("contracts", "CT-01", "changed"): [("notice_months", 6, 3)]}


def test_an_owner_who_became_internal_does_not_seem_to_have_gone() -> None:
    ours = a_body(name="Revue interne", type=BodyType.INTERNAL)
    former = before(bodies=(a_body(),), actions=(an_action(share=CLIENT, body="COPIL"),))
    plan = a_plan(bodies=(a_body(), ours), actions=(an_action(share=CLIENT, body="Revue interne"),))
    assert changes(former, plan) == {}
    # nor does one who has: to the client both cells are empty
    nobody = a_plan(bodies=(a_body(), ours), actions=(an_action(share=CLIENT),))
    assert redact(nobody).plan == redact(plan).plan
    assert changes(former, nobody) == {}


def test_a_typed_value_that_is_withheld_does_not_seem_to_be_gone() -> None:
    """Of the two meetings due the client sees one, held: 1, and not the half that was typed."""
    bodies = (a_body(), a_body(name="Revue interne", type=BodyType.INTERNAL))
    missed = a_meeting(ref="S-03", body="Revue interne", held=None, status=MeetingStatus.PLANNED)
    kpi = a_kpi(share=CLIENT, calculation=Calculation.MEETINGS, quarters=quarters(T2_2026="0.4", T3_2026="0.5"))
    plan = a_plan(bodies=bodies, meetings=(a_meeting(), missed), kpis=(kpi,))
    typed = a_kpi(share=CLIENT, calculation=Calculation.MANUAL, quarters=quarters(T1_2026="0.3", T3_2026="0.5"))
    received = redact(before(kpis=(typed,))).plan
    found = changes(received, plan)["kpis", "KPI-01", "changed"]
    assert ("2026-T1", quarters(T1_2026="0.3").popitem()[1], None) in found
    assert not [field for field, *_ in found if field == "2026-T3"]


def test_the_rows_of_the_two_plans_stay_apart() -> None:
    former = before(contracts=(a_contract(),), amendments=(an_amendment(),))
    plan = a_plan(contracts=(a_contract(), a_contract(ref="CT-02")))
    assert [(row.table, row.kind) for row in compared(former, plan).rows if row.table != "account"] == [
        ("contracts", ChangeKind.ADDED),
    ]
