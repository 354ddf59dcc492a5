"""Whose attitude or influence changed since the last committee: told first among ourselves, never to the client."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.diagnostics import Findings
from generator.editions import redact
from generator.history import compare
from generator.history.discretion import compare_for_client
from generator.locales import Language, Locale
from generator.model.choices import ActionStatus, Attitude, DecisionRole
from generator.model.plan import AccountPlan
from generator.story import Story, tell_client, tell_internal
from generator.story.blocks.since import ChangeLists
from tests.builders import a_contact, a_plan, an_account, an_action
from tests.story.outline import outline
from tests.story.telling import block, section, seen, typed_in

BRUN, OTT = "Olivier Brun", "Paul Ott"
IN_TIME, TOO_EARLY = date(2026, 9, 2), date(2026, 6, 30)
DONE = an_action(status=ActionStatus.DONE, done=IN_TIME)


def person(name: str, attitude: Attitude | None, influence: int | None = 3, **changes: Any) -> Any:
    return a_contact(name=name, attitude=attitude, influence=influence, function="Acheteur", **changes)


def told(then: list[Any], now: list[Any], language: Language = Language.FR, **tables: Any) -> Story:
    """The internal story of people as they are, compared with them as they were on 30/06/2026."""
    plan = typed_in(a_plan(contacts=tuple(now), **tables), language)
    return tell_internal(plan, Locale(language), Findings(), since=compare(before(then, **tables), plan))


def before(then: list[Any], **tables: Any) -> AccountPlan:
    account = an_account(cutoff=date(2026, 6, 30), version="1.2")
    return a_plan(account=account, contacts=tuple(then), **{**tables, "actions": (an_action(),)})


CASES = [
    (
        [person(BRUN, Attitude.RESERVED)],
        [person(BRUN, Attitude.OPPONENT, observed_on=IN_TIME)],
        "Depuis le T2_2026, une attitude se dégrade~: Olivier Brun, en opposition depuis septembre_2026",
        "Since Q2_2026, one attitude has worsened: Olivier Brun’s (opposed since September_2026)",
    ),
    (
        [person(BRUN, Attitude.RESERVED), person(OTT, Attitude.CHAMPION)],
        [person(BRUN, Attitude.OPPONENT, 1), person(OTT, Attitude.NEUTRAL, 5)],
        "Depuis le T2_2026, deux attitudes se dégradent, dont Olivier Brun, désormais en opposition",
        "Since Q2_2026, two attitudes have worsened, including Olivier Brun’s (now opposed)",
    ),
    (
        [person(BRUN, Attitude.NEUTRAL), person(OTT, Attitude.NEUTRAL)],
        [person(BRUN, Attitude.RESERVED, 2), person(OTT, Attitude.RESERVED, 4, observed_on=TOO_EARLY)],
        "Depuis le T2_2026, deux attitudes se dégradent, dont Paul Ott, désormais sur la réserve",
        "Since Q2_2026, two attitudes have worsened, including Paul Ott’s (now reserved)",
    ),
    (
        [person(BRUN, Attitude.OPPONENT)],
        [person(BRUN, Attitude.SUPPORTER, observed_on=IN_TIME)],
        "Depuis le T2_2026, une attitude s’améliore~: Olivier Brun, favorable depuis septembre_2026",
        "Since Q2_2026, one attitude has improved: Olivier Brun’s (supportive since September_2026)",
    ),
    (
        [person(BRUN, Attitude.OPPONENT, 3), person(OTT, None, 1)],
        [person(BRUN, Attitude.OPPONENT, 5), person(OTT, Attitude.RESERVED, 1)],
        "Depuis le T2_2026, une influence change~: Olivier Brun (de_3 à_5)",
        "Since Q2_2026, Olivier Brun’s influence has gone from 3 to 5",
    ),
]


@pytest.mark.parametrize(("then", "now", "fr", "en"), CASES)
def test_it_opens_both_slides(then: list[Any], now: list[Any], fr: str, en: str) -> None:
    for language, said in ((Language.FR, fr), (Language.EN, en)):
        story = told(then, now, language)
        for key in ("since", "people"):
            found = section(story, key)
            assert found is not None
            assert seen(found.headline).partition("~;")[0].partition(";")[0] == said


def test_what_became_of_actions_and_who_supports_us_follow() -> None:
    decider: dict[str, Any] = {"decision_role": DecisionRole.DECISION_MAKER}
    then, now = ([person(BRUN, at, **decider)] for at in (Attitude.RESERVED, Attitude.OPPONENT))
    story = told(then, now, actions=(DONE,))
    since, people = section(story, "since"), section(story, "people")
    assert since is not None
    assert people is not None
    news = "Depuis le T2_2026, une attitude se dégrade~: Olivier Brun, désormais en opposition"
    assert seen(since.headline) == f"{news}~; une action est close"
    assert seen(people.headline) == f"{news}~; le seul décideur ne nous est pas acquis"


def test_each_is_listed_with_what_was_and_is() -> None:
    then = [person(BRUN, Attitude.RESERVED), person(OTT, Attitude.NEUTRAL, 2)]
    found = section(told(then, [person(BRUN, Attitude.OPPONENT), person(OTT, Attitude.NEUTRAL, 4)]), "since")
    assert found is not None
    group = block(found, ChangeLists).groups[0]
    assert group.title == "2 changements d’attitude ou d’influence"
    listed = [(one.ref, one.what) for one in group.changes]
    assert listed == [(BRUN, "sur la réserve → en opposition"), (OTT, "influence 2 → 4")]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ([person(BRUN, Attitude.NEUTRAL)], [person(BRUN, Attitude.NEUTRAL)]),
        ([person(BRUN, None)], [person(BRUN, Attitude.OPPONENT)]),
        ([person(BRUN, Attitude.NEUTRAL, None)], [person(BRUN, Attitude.NEUTRAL, 5)]),
        ([person(BRUN, Attitude.NEUTRAL)], [person(BRUN, Attitude.OPPONENT, active=False)]),
        ([], [person(BRUN, Attitude.OPPONENT)]),
    ],
)
def test_nothing_is_said_of_who_did_not_turn(then: list[Any], now: list[Any]) -> None:
    said = outline(told(then, now, actions=(DONE,)))
    assert "attitude se dégrade" not in said
    assert "attitude s’améliore" not in said
    assert "influence change" not in said


def test_the_client_is_told_nothing_of_it() -> None:
    then, now = ([person(BRUN, at)] for at in (Attitude.RESERVED, Attitude.OPPONENT))
    plan = redact(a_plan(contacts=tuple(now), actions=(DONE,))).plan
    since = compare_for_client(redact(before(then, actions=(DONE,))).plan, plan)
    said = outline(tell_client(plan, Locale(Language.FR), shows_notices=False, since=since))
    assert "attitude" not in said.casefold()
    assert "opposition" not in said
