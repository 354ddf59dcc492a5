"""The example's deck keeps who is who: the same bytes twice, and a new row changes no other shape's identity."""

from __future__ import annotations

from datetime import timedelta

from generator.brand import load
from generator.deck import write_deck
from generator.locales import Language
from generator.model.choices import ActionStatus
from generator.model.plan import AccountPlan
from tests.deck.example_deck import (
    P,
    SavedDeck,
    SavedSlide,
    deck_of,
    every_shape,
    name_of,
    plan_of,
    properties_of,
    story_of,
    text_of,
)

_ACTION = "A-37"


def with_an_action(plan: AccountPlan) -> AccountPlan:
    """The same plan with one more action, due first of all, so that it pushes every other down."""
    open_one = next(action for action in plan.actions if action.status is ActionStatus.IN_PROGRESS)
    added = {"ref": _ACTION, "action": "Relire le compte rendu", "due": plan.account.cutoff + timedelta(days=1)}
    return plan.model_copy(update={"actions": (open_one.model_copy(update=added), *plan.actions)})


def identities(slide: SavedSlide) -> dict[str, tuple[str, ...]]:
    """The ids of the shapes by name: the one of the file, and the one that survives a copy."""
    return {
        name_of(shape): (
            str(properties_of(shape).get("id")),
            *(str(one.get("id")) for one in properties_of(shape).iter() if one.tag.endswith("}creationId")),
        )
        for shape in every_shape(slide.root)
    }


def stamp(slide: SavedSlide) -> list[str]:
    """The identity of the slide itself."""
    found = [one for one in slide.root.iter() if one.tag.endswith("2010/main}creationId")]
    return [str(one.get("val")) for one in found]


def slide_ids(deck: SavedDeck) -> dict[str, str]:
    """The ids of the slides in the presentation, by key."""
    listed = [str(one.get("id")) for one in deck.presentation.iter(f"{P}sldId")]
    return {slide.key: number for slide, number in zip(deck.slides, listed, strict=True)}


def test_the_same_example_gives_the_same_bytes() -> None:
    for language in (Language.FR, Language.EN):
        assert write_deck(story_of(plan_of(language), language), load()) == deck_of(language).data


def test_every_shape_and_slide_has_an_identity() -> None:
    for slide in deck_of(Language.FR).slides:
        assert len(stamp(slide)) == 1
        assert all(len(found) == 2 for found in identities(slide).values())
    stamps = [stamp(slide)[0] for slide in deck_of(Language.FR).slides]
    assert len(set(stamps)) == len(stamps)


def test_one_more_action_changes_the_identity_of_nothing_else() -> None:
    before = deck_of(Language.FR)
    after = SavedDeck(write_deck(story_of(with_an_action(plan_of(Language.FR)), Language.FR), load()))
    assert any(_ACTION in text_of(slide.root) for slide in after.of_section("actions"))
    assert slide_ids(after) == slide_ids(before)
    for old, new in zip(before.slides, after.slides, strict=True):
        assert (new.key, stamp(new)) == (old.key, stamp(old))
        was, now = identities(old), identities(new)
        kept = was.keys() & now.keys()
        assert {name: now[name] for name in kept} == {name: was[name] for name in kept}
        elsewhere = {name for name in was.keys() ^ now.keys() if _ACTION not in name}
        assert {name for name in elsewhere if not name.startswith(("next/A-", "since/new/"))} == set(), old.key
