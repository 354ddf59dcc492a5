"""A deck of five slides in another order, with the plan that goes with it: what refers to what agrees everywhere."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from generator.brand import load
from generator.deck import write_deck
from generator.diagnostics import Findings
from generator.editions import redact
from generator.locales import Language, Locale
from generator.measures.outline import outline_of
from generator.model.account import OutlineRow
from generator.model.choices import DeckPreset, Inclusion, Share
from generator.model.plan import AccountPlan
from generator.plan import write_plan
from generator.story import Story, tell_client, tell_internal
from generator.workbook.example import example_plan
from tests.builders import an_outline_row

CHOSEN = ("risks", "decisions-next", "kpis", "contracts", "next")
CANARY = "Zwanzigfach"
GONE = {"quality", "objectives", "organisation", "animation"}


def row(section: str, **changes: Any) -> OutlineRow:
    return an_outline_row(section=section, **changes)


def chosen(plan: AccountPlan) -> AccountPlan:
    """The example with five sections in an order of its own, behind the agenda; what is gone has a secret name."""
    out = {"deck": Inclusion.NO, "plan": Inclusion.NO, "title": CANARY}
    rows = [row("agenda", order=Decimal(0))]
    rows += [row(key, order=Decimal(10 * at)) for at, key in enumerate(CHOSEN, start=1)]
    rows += [row(one.section, **out) for one in plan.outline if one.section not in {*CHOSEN, "agenda", "client"}]
    rows += [row("intertitre", title="Ce qui se décide", client=True, order=Decimal(15))]
    return plan.model_copy(update={"outline": tuple(rows)})


@dataclass(frozen=True)
class Told:
    plan: AccountPlan
    internal: Story
    client: Story


@cache
def told() -> Told:
    plan = chosen(example_plan(Language.FR))
    redaction, locale = redact(plan), Locale(Language.FR)
    ours, theirs = (outline_of(plan.outline, share) for share in (Share.INTERNAL, Share.CLIENT))
    return Told(
        plan,
        tell_internal(plan, locale, Findings(), hidden=redaction.hidden, outline=ours),
        tell_client(redaction.plan, locale, shows_notices=redaction.shows_notices, outline=theirs),
    )


@cache
def deck_of(edition: str) -> bytes:
    return write_deck(getattr(told(), edition), load())


@pytest.mark.parametrize("edition", ["internal", "client"])
def test_slides_agenda_tracker_and_contents_agree(edition: str) -> None:
    story: Story = getattr(told(), edition)
    assert [one.key for one in story.slides] == ["agenda", *CHOSEN]
    items = story.slides[0].slide_blocks[0].items  # type: ignore[union-attr]
    assert [item.section for item in items] == list(CHOSEN)
    assert [stage.value for stage, _ in story.stages] == list(dict.fromkeys(one.stage.value for one in story.slides))
    numbered = [(chapter.number, chapter.key) for chapter in story.chapters]
    assert numbered == [
        ("1", "client"), ("2", "mapping"), ("3", "kpis"), ("4", "actions"), ("5", "risks"), ("A", "annexes"),
    ]  # fmt: skip


@pytest.mark.parametrize("edition", ["internal", "client"])
def test_each_item_of_the_agenda_leads_to_its_slide(edition: str) -> None:
    slides = list(Presentation(BytesIO(deck_of(edition))).slides)
    assert [slide.slide_layout.name for slide in slides].count("Intercalaire") == 1
    agenda = slides[1]
    targets = {rel.target_part.partname for rel in agenda.part.rels.values() if rel.reltype.endswith("/slide")}
    assert len(targets) == len(CHOSEN)
    assert targets <= {slide.part.partname for slide in slides[2:]}


def test_a_reference_to_what_was_taken_out_is_told_without_its_place() -> None:
    following = next(one for one in told().internal.slides if one.key == "next").slide_blocks[0]
    risks = next(one for one in told().internal.slides if one.key == "risks").slide_blocks[0]
    assert "plan" not in following.more  # type: ignore[union-attr]
    assert following.more  # type: ignore[union-attr]
    number = next(chapter.number for chapter in told().internal.chapters if chapter.key == "risks")
    assert risks.more.endswith(f"plan, chapitre {number}")  # type: ignore[union-attr]


def test_a_section_taken_out_leaves_no_trace_in_the_files_of_the_client() -> None:
    files = {"deck": deck_of("client"), "plan": write_plan(told().client, load())}
    titles = ("Qualité de service", "Vos enjeux, nos objectifs", "RACI, engagements")
    for name, data in files.items():
        said = everything(data)
        assert CANARY not in said, name
        assert [key for key in GONE if f'"{key}/' in said] == [], name
        assert [title for title in titles if title in said] == [], name
    assert '"risks/' in everything(files["deck"])


def test_the_client_s_files_do_not_tell_why_a_section_is_not_there() -> None:
    """Kept from the client, or from everybody: the same bytes."""
    plan = example_plan(Language.FR)
    decks = []
    for changes in ({"client": False}, {"deck": Inclusion.NO, "plan": Inclusion.NO}):
        redaction = redact(plan.model_copy(update={"outline": (row("risks", **changes),)}))
        outline = outline_of((row("risks", **changes),), Share.CLIENT)
        story = tell_client(redaction.plan, Locale(Language.FR), shows_notices=False, outline=outline)
        decks.append(write_deck(story, load()))
    assert decks[0] == decks[1]


def test_the_shortest_deck_is_five_slides() -> None:
    plan = example_plan(Language.FR)
    outline = outline_of(plan.outline, Share.INTERNAL, deck=DeckPreset.FLASH)
    story = tell_internal(plan, Locale(Language.FR), Findings(), hidden=redact(plan).hidden, outline=outline)
    assert len(Presentation(BytesIO(write_deck(story, load()))).slides) == 5


def everything(package: bytes) -> str:
    """All parts of a package and of what is embedded in it, as text."""
    found = []
    with zipfile.ZipFile(BytesIO(package)) as parts:
        for name in parts.namelist():
            data = parts.read(name)
            found.append(everything(data) if data[:2] == b"PK" else data.decode("utf-8", "ignore"))
    return "\n".join(found)
