"""What a plan holds about one person, and the plan without them."""

from __future__ import annotations

from datetime import date
from typing import SupportsIndex

import pytest

from generator.history.encoding import encoded
from generator.history.erasure import without_person
from generator.history.mentions import mentions
from generator.history.person import Person, identify, likely
from generator.model.choices import Attitude
from generator.model.plan import AccountPlan
from tests.builders import (
    a_body,
    a_contact,
    a_plan,
    a_raci_assignment,
    a_revision,
    a_risk,
    a_score,
    a_team_member,
    an_account,
    an_action,
)

HELENE = Person(("Hélène Castaing",), is_known=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hélène Castaing", ["Hélène Castaing"]),
        ("Appeler CASTAING Helene, puis hélène castaing.", ["CASTAING Helene", "hélène castaing"]),
        ("helene.castaing@valmonde.example", ["helene.castaing"]),
        ("Hélène et M. Castaing", []),
        ("Marie-Hélène Castaing", []),
        ("Hélène Castaing-Roux", []),
        ("-Hélène Castaing-", ["Hélène Castaing"]),
        ("Relancer - Hélène Castaing - lundi", ["Hélène Castaing"]),
        ("Hélène Castaing Hélène", ["Hélène Castaing"]),
        ("Hélène Castaings", []),
        ("", []),
    ],
)
def test_a_name_in_a_text(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in HELENE.spans(text)] == found


class Copied(str):
    """A text that counts how much of it is copied."""

    __slots__ = ("characters",)
    characters: int

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        """Copy a part, and count it."""
        part = super().__getitem__(key)
        self.characters += len(part)
        return part


def test_a_document_that_names_somebody_everywhere_is_read_once() -> None:
    """Not once more up to each name: a whole part of a document is one text."""
    text = Copied("Hélène Castaing décide ; " * 200)
    text.characters = 0
    assert len(HELENE.spans(text)) == 200
    assert text.characters <= len(text)


def test_a_surname_alone_may_be_theirs() -> None:
    assert HELENE.may_be_in("Relancer Mme Castaing")
    assert not HELENE.may_be_in("Relancer Hélène")
    assert not Person(("Hélène Ng",)).may_be_in("ng")
    assert not Person(("Castaing",)).may_be_in("Castaing")


def a_full_plan() -> AccountPlan:
    """A plan that names Hélène Castaing in every manner."""
    return a_plan(
        contacts=(
            a_contact(ref="C-01", attitude=Attitude.SUPPORTER, last_contact=date(2026, 9, 1)),
            a_contact(name="Marc Oberlin", manager="Hélène Castaing"),
        ),
        satisfaction=(a_score(verbatim="Merci à Castaing"),),
        bodies=(a_body(client_members=("Marc Oberlin", "Hélène Castaing")),),
        actions=(an_action(addressee="Hélène Castaing"), an_action(ref="A-02", action="Voir CASTAING Hélène à Lyon")),
        risks=(a_risk(),),
        raci=(a_raci_assignment(person="Hélène Castaing"),),
        revisions=(a_revision(author="Claire Vasseur"),),
    )


def test_all_that_a_plan_holds() -> None:
    plan = a_full_plan()
    person = identify("castaing helene", (plan,))
    assert person == Person(("Hélène Castaing",), ("C-01",), (), is_known=True)
    assert [
        (found.path.table, found.path.key[0], found.path.field, found.kind.value) for found in mentions(plan, person)
    ] == [
        ("contacts", "Hélène Castaing", "name", "own"),
        ("contacts", "Hélène Castaing", "ref", "own"),
        ("contacts", "Hélène Castaing", "function", "own"),
        ("contacts", "Hélène Castaing", "entity", "own"),
        ("contacts", "Hélène Castaing", "active", "own"),
        ("contacts", "Hélène Castaing", "attitude", "own"),
        ("contacts", "Hélène Castaing", "last_contact", "own"),
        ("contacts", "Marc Oberlin", "manager", "reference"),
        ("satisfaction", "2026-09-15", "verbatim", "possible"),
        ("bodies", "COPIL", "client_members", "reference"),
        ("actions", "A-01", "addressee", "reference"),
        ("actions", "A-02", "action", "text"),
        ("raci", "Préparer le COPIL", "person", "reference"),
    ]


def test_former_spellings_under_the_same_ref_are_the_same_person() -> None:
    former = a_plan(contacts=(a_contact(name="Hélène Castain", ref="C-01"),))
    later = a_plan(contacts=(a_contact(name="Paul Weber", ref="C-01"),))
    plans = (a_full_plan(), former, later)
    person = identify("Hélène Castaing", plans)
    assert person.names == ("Hélène Castaing", "Hélène Castain")
    assert person.others == ("Paul Weber",)
    assert identify("c-01", (a_full_plan(),)).names == ("Hélène Castaing",)
    assert len(mentions(former, person)) == 5


def test_who_is_not_known_is_told_a_likely_name() -> None:
    plans = (a_full_plan(),)
    assert identify("Castaing", plans) == Person(("Castaing",))
    assert likely("Castaing", plans) == "Hélène Castaing"
    assert likely("Zoé Untel", plans) is None


def test_a_lone_word_is_not_enough_to_erase_by() -> None:
    assert not identify("Castaing", (a_full_plan(),)).is_told_apart
    assert identify("Zoé Untel", (a_full_plan(),)).is_told_apart
    assert identify("C-01", (a_full_plan(),)).is_told_apart


def test_a_plan_without_the_person() -> None:
    plan = a_full_plan()
    person = identify("Hélène Castaing", (plan,))
    cleaned = without_person(plan, person, mark="(effacée)")
    assert [contact.name for contact in cleaned.contacts] == ["Marc Oberlin"]
    assert cleaned.contacts[0].manager == "(effacée)"
    assert cleaned.bodies[0].client_members == ("Marc Oberlin", "(effacée)")
    assert cleaned.actions[0].addressee == "(effacée)"
    assert cleaned.actions[1].action == "Voir (effacée) à Lyon"
    assert cleaned.raci[0].person == "(effacée)"
    assert cleaned.account == plan.account
    # what may be somebody else stays, and is told
    assert [found.kind.value for found in mentions(cleaned, person)] == ["possible"]


def test_a_longer_name_is_somebody_else() -> None:
    plan = a_plan(
        contacts=(a_contact(), a_contact(name="Anne Hélène Castaing")),
        actions=(an_action(addressee="Anne Hélène Castaing"),),
    )
    cleaned = without_person(plan, HELENE, mark="(effacée)")
    assert [contact.name for contact in cleaned.contacts] == ["Anne Hélène Castaing"]
    assert cleaned.actions == plan.actions
    assert {found.path.key for found in mentions(plan, HELENE)} == {("Hélène Castaing",)}


def test_anybody_of_the_example_can_be_erased(example: AccountPlan) -> None:
    for name in ("Claire Vasseur", "Marc Oberlin", "Inès Marchal", "Gilles Fontaine"):
        person = identify(name, (example,))
        cleaned = without_person(example, person, mark="(effacée)")
        assert len(mentions(example, person)) > 5
        assert {found.kind.value for found in mentions(cleaned, person)} <= {"possible"}
        assert name not in str(encoded(cleaned))


def test_a_plan_that_does_not_name_the_person_stays_as_it_is() -> None:
    plan = a_plan(actions=(an_action(),))
    assert without_person(plan, HELENE, mark="(effacée)") is plan


def test_one_of_ours_leaves_the_account_form_too() -> None:
    plan = a_plan(
        account=an_account(sponsor="Claire Vasseur"), team=(a_team_member(), a_team_member(name="Karim Belhadj"))
    )
    cleaned = without_person(plan, identify("Claire Vasseur", (plan,)), mark="(effacée)")
    assert (cleaned.account.manager, cleaned.account.sponsor) == ("(effacée)", "(effacée)")
    assert [member.name for member in cleaned.team] == ["Karim Belhadj"]
