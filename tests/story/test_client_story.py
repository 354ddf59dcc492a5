"""The client's story reads whole whatever was taken out: nothing empty is told, no number is skipped."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.editions import redact
from generator.history import compare
from generator.locales import Language, Locale
from generator.model.choices import Share
from generator.model.plan import AccountPlan, SharedPlan
from generator.story import Story, tell_client
from generator.story.blocks.summary import Tiles
from tests.builders import (
    a_body,
    a_contact,
    a_contract,
    a_kpi,
    a_plan,
    a_planned_meeting,
    a_raci_assignment,
    a_risk,
    a_service_level,
    an_account,
    an_action,
    quarters,
)
from tests.story.contents import CHAPTERS, COMMITTEE
from tests.story.outline import outline
from tests.story.telling import section, sections, seen, tell_to_client

CLIENT = Share.CLIENT


def told(language: Language = Language.FR, **tables: Any) -> Story:
    return tell_to_client(a_plan(**tables), language)


def tiles(story: Story) -> list[str]:
    summary = section(story, "summary")
    blocks = summary.slide_blocks if summary else ()
    return [tile.title for block in blocks if isinstance(block, Tiles) for tile in block.tiles]


def test_of_the_weather_only_what_is_known_is_told() -> None:
    story = told(
        contracts=(a_contract(),), actions=(an_action(),), kpis=(a_kpi(target=5, quarters=quarters(T3_2026=6)),)
    )
    assert tiles(story) == ["Contrats"]
    assert "aucune action" not in outline(story).casefold()


def test_the_tiles_count_what_is_shared() -> None:
    kpi = a_kpi(target=5, quarters=quarters(T3_2026=6), share=CLIENT)
    late = an_action(ref="A-02", due=an_account().cutoff.replace(day=1), share=CLIENT)
    story = told(kpis=(kpi, a_kpi(ref="KPI-02", target=9, quarters=quarters(T3_2026=6))), actions=(an_action(), late))
    summary = section(story, "summary")
    assert summary is not None
    (block,) = (block for block in summary.slide_blocks if isinstance(block, Tiles))
    assert [(tile.title, seen(tile.figure), seen(tile.caption)) for tile in block.tiles] == [
        ("Chiffres et qualité", "1 sur_1", "KPI à la cible"),
        ("Actions", "1 en retard", "sur_1 action"),
    ]


def test_a_plan_of_which_nothing_is_shared_has_a_cover_and_annexes() -> None:
    story = told(entities=(), offers=(), actions=(an_action(),), kpis=(a_kpi(),), risks=(a_risk(),))
    assert story.slides == ()
    assert [(chapter.number, chapter.key) for chapter in story.chapters] == [("A", "annexes")]
    assert story.stages == ()


def test_chapters_are_numbered_without_a_gap() -> None:
    story = told(contracts=(a_contract(),), risks=(a_risk(share=CLIENT),), actions=(an_action(share=CLIENT),))
    assert [(chapter.number, chapter.key) for chapter in story.chapters] == [
        ("1", "summary"),
        ("2", "client"),
        ("3", "mapping"),
        ("4", "actions"),
        ("5", "risks"),
        ("A", "annexes"),
    ]


def test_slides_refer_to_chapters_by_their_new_number() -> None:
    many = tuple(an_action(ref=f"A-{rank:02}", share=CLIENT) for rank in range(40))
    story = told(actions=many, risks=tuple(a_risk(ref=f"R-{rank:02}", share=CLIENT) for rank in range(9)))
    text = seen(outline(story))
    assert "plan, chapitre 3" in text
    assert "plan, chapitre 4" in text
    assert "plan, chapitre 7" not in text
    assert "plan, chapitre 8" not in text


def test_the_stages_are_those_of_the_slides() -> None:
    story = told(contracts=(a_contract(),))
    assert {stage for stage, _ in story.stages} == {slide.stage for slide in story.slides}


def test_an_empty_source_tells_its_date_alone() -> None:
    story = told(bodies=(a_body(),), meetings=(a_planned_meeting(),))
    assert "Source~: ·" not in seen(outline(story))


@pytest.mark.parametrize("language", Language)
def test_nothing_told_says_that_there_is_more(example: AccountPlan, language: Language) -> None:
    redaction = redact(example)
    story = tell_client(redaction.plan, Locale(language), shows_notices=False)
    text = outline(story).casefold()
    for word in ("confidential", "confidentiel", "édition interne", "internal edition", "sla internes", "internal sla"):
        assert word not in text
    assert "sources/messages" not in text
    assert not any(one.is_internal and one.slide_blocks for one in sections(story))


def test_shared_commitments_are_not_called_internal() -> None:
    story = told(service_levels=(a_service_level(achieved=4, share=CLIENT),), raci=(a_raci_assignment(share=CLIENT),))
    told_of = section(story, "animation")
    assert told_of is not None
    assert told_of.headline == "L’engagement de service mesuré est tenu"
    assert told_of.title == "Rôles et engagements"


def test_sixty_people_are_all_in_the_organisation() -> None:
    people = tuple(a_contact(name=f"Personne {rank}", active=rank % 6 != 0) for rank in range(60))
    text = outline(told(contacts=people))
    assert [
        person.name for person in people if (f"{person.name} " in text or f"{person.name}\n" in text) != person.active
    ] == []


def test_the_client_is_not_told_of_the_rows_of_our_tables() -> None:
    """Nor of a spelling put right in one, nor of which tables the quarter filled."""

    def plan(name: str, value: int, **account: Any) -> SharedPlan:
        return redact(
            a_plan(
                account=an_account(**account),
                actions=(an_action(action=name, share=CLIENT),),
                risks=(a_risk(share=CLIENT, risk=name),),
                kpis=(a_kpi(share=CLIENT, quarters=quarters(T2_2026=3, **({"T3_2026": 5} if value else {}))),),
            )
        ).plan

    old, now = plan("Former les referents", 0, cutoff=date(2026, 6, 30)), plan("Former les référents", 1)
    story = tell_client(now, Locale(Language.FR), shows_notices=False, since=compare(old, now))
    assert section(story, "changed-rows") is None
    changes = section(story, "changes")
    assert changes is not None
    assert seen(changes.headline) == "Le KPI suivi s’améliore depuis le T2_2026~: Sites couverts (+2)"
    text = outline(story)
    assert "referents" not in text
    assert "Valeurs ajoutées" not in text
    assert "modification" not in text


@pytest.mark.parametrize("key", [key for key in COMMITTEE if key not in {"summary", "agenda", "since"}])
def test_the_example_tells_the_client_every_slide(example: AccountPlan, key: str) -> None:
    redaction = redact(example)
    story = tell_client(redaction.plan, Locale(Language.FR), shows_notices=False)
    assert key in {slide.key for slide in story.slides}
    assert [chapter.number for chapter in story.chapters] == [number for number, _, _ in CHAPTERS]
