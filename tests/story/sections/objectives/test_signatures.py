"""What is told of an objective that is signed or not: stage, probability and date to us; to the client none of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from generator.editions import redact
from generator.locales import Language, Locale
from generator.model.choices import ObjectiveType, OpportunityStage, Share
from generator.model.plan import AccountPlan
from generator.story import Story, tell_client
from generator.story.blocks.objectives import GoalLinks, ObjectiveCard, ObjectiveCards, ObjectiveLine
from tests.builders import CUTOFF, a_plan, an_action, an_objective, an_opportunity
from tests.story.outline import outline
from tests.story.telling import headline, section, seen, tell

RENEWAL = {
    "type": ObjectiveType.RENEWAL,
    "label": "Reconduire le support",
    "measure": "Montant reconduit",
    "unit": "€",
    "baseline": 0,
    "current": 0,
    "target": 200_000,
    "share": Share.CLIENT,
}
NEGOTIATED = {"objective": "OBJ-01", "stage": OpportunityStage.NEGOTIATED, "probability": "0.7"}


def a_renewal(*, late: int = 0, deals: int = 1, **changes: Any) -> AccountPlan:
    """A renewal with its deals, and an action that many days late."""
    action = an_action(objective="OBJ-01", due=CUTOFF - timedelta(days=late), share=Share.CLIENT)
    return a_plan(
        objectives=(an_objective(**{**RENEWAL, **changes}),),
        opportunities=tuple(an_opportunity(ref=f"OPP-0{at + 1}", **NEGOTIATED) for at in range(deals)),
        actions=(action,) if late else (),
    )


def to_client(plan: AccountPlan) -> Story:
    return tell_client(redact(plan).plan, Locale(Language.FR), shows_notices=False)


def line(story: Story) -> ObjectiveLine:
    found = section(story, "objectives")
    assert found is not None
    (links,) = found.slide_blocks
    assert isinstance(links, GoalLinks)
    return links.goals[0].objectives[0]


def card(story: Story) -> ObjectiveCard:
    found = section(story, "objectives")
    assert found is not None
    cards = next(block for block in found.chapter_blocks if isinstance(block, ObjectiveCards))
    return cards.cards[0]


def test_we_are_told_stage_probability_and_date() -> None:
    told = line(tell(a_renewal(deals=2)))
    assert seen(told.progress.state) == "Négociée à_70~%, décision le_30/11/2026 (et 1 autre affaire)"
    assert (told.progress.share, told.progress.share_text, told.progress.current) == (None, "", "")
    assert (seen(told.progress.target), told.status.letter) == ("200_k€", "O")


def test_the_card_says_why_it_has_its_colour() -> None:
    found = card(tell(a_renewal(late=15)))
    measure = next(one for one in found.lines if one.letter == "M")
    assert seen(measure.text) == "Montant reconduit~: cible 200_k€. Négociée à_70~%, décision le_30/11/2026."
    (comment,) = (seen(text) for text in found.comment)
    assert comment == (
        "OPP=01, Extension du support~: Négociée à_70~%, décision le_30/11/2026. Une action liée a 15 jours de retard. "
        "Actions liées~: A=01."
    )


def test_what_is_signed_already_is_told() -> None:
    told = line(tell(a_renewal(current=80_000)))
    assert seen(told.progress.state) == "80_k€ acquis · Négociée à_70~%, décision le_30/11/2026"
    assert seen(line(tell(a_renewal(current=200_000))).progress.state) == "Acquis"
    assert seen(line(tell(a_renewal(deals=0))).progress.state) == "Aucune affaire liée"


def test_no_share_of_a_way_is_told_of_it() -> None:
    for story in (tell(a_renewal()), to_client(a_renewal())):
        told = outline(story)
        assert "0\u202f%" not in told.replace("70\u202f%", "")
        assert "chemin" not in told


def test_the_client_is_told_neither_deal_nor_stage_nor_probability() -> None:
    story = to_client(a_renewal())
    assert (line(story).progress.state, line(story).status.letter) == ("Pas encore acquis", "–")
    told = outline(story)
    assert not any(word in told for word in ("OPP", "Négociée", "70\u202f%", "30/11/2026"))


def test_no_deal_changes_a_word_of_what_the_client_is_told() -> None:
    without = outline(to_client(a_renewal(deals=0)))
    assert outline(to_client(a_renewal(deals=2))) == without
    assert outline(to_client(a_renewal(type=ObjectiveType.CROSS_SELL))) == without
    assert outline(to_client(a_renewal(type=ObjectiveType.QUALITY))) == without


def test_the_headline_of_signatures() -> None:
    def told(**changes: Any) -> str | None:
        plan = a_renewal(**changes)
        return headline(
            "objectives", objectives=plan.objectives, opportunities=plan.opportunities, actions=plan.actions
        )

    assert told(deals=0) == "Un objectif est fixé~; il est trop tôt pour le juger"
    assert told() == "«~Montant reconduit~» est bien engagé, mais reste à signer"
    assert told(late=15) == "L’objectif suivi ne tient pas le rythme~: «~Montant reconduit~» a pris du retard"
    assert told(due=date(2026, 9, 29)) == (
        "L’objectif suivi ne tient pas le rythme~: la date prévue pour «~Montant reconduit~» est passée"
    )
