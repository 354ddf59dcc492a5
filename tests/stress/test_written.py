"""Whatever the data: both documents are written, sound, and lose no row without a word."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from generator.brand import load
from generator.deck import write_deck
from generator.locales import Language
from generator.model.choices import ActionStatus
from generator.model.plan import AccountPlan
from generator.plan import write_plan
from generator.plan.arrange import arrange
from tests.documents import deck_text, plan_text
from tests.stress.conftest import story_of
from tests.stress.plans import CASES
from tests.validity import complaints

WRITTEN = {
    "required": Language.FR,
    "ones": Language.EN,
    "actions": Language.EN,
    "amounts": Language.FR,
    "strange": Language.FR,
}
DECIDED = [("all", Language.EN), *((case, Language.FR) for case in CASES if case not in {*WRITTEN, "all"})]
REFERENCE = {"entities", "offers"}  # told by what they are used for
SOUND = ("required", "strange")
_STAND_INS = str.maketrans({"\u2011": "-", "\u00a0": " ", "\u202f": " "})
_OTHERS = re.compile(r"\b(\d+) (?:autres?|more|others?|other)\b")


@pytest.fixture(scope="module", name="folder")
def folder_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stress")


@cache
def written(case: str, folder: Path) -> tuple[Path, Path]:
    """The deck and the plan of a case as files."""
    story, brand = story_of(case, WRITTEN[case]), load(None)
    deck, plan = folder / f"{case}.pptx", folder / f"{case}.docx"
    deck.write_bytes(write_deck(story, brand))
    plan.write_bytes(write_plan(story, brand))
    return deck, plan


@pytest.mark.parametrize("case", WRITTEN)
def test_the_plan_names_every_row(case: str, folder: Path) -> None:
    text = plain(plan_text(written(case, folder)[1]))
    for table, names in rows_of(CASES[case]()).items():
        assert [name for name in names if plain(name) not in text] == [], table


@pytest.mark.parametrize("case", WRITTEN)
def test_the_deck_names_every_row_or_says_how_many_more(case: str, folder: Path) -> None:
    text = deck_text(written(case, folder)[0])
    for table, names in rows_of(CASES[case]()).items():
        missing = [name for name in names if plain(name) not in plain(text)]
        assert table in REFERENCE or len(missing) <= max(said_more(text), default=0), (table, missing)


def test_five_hundred_actions_are_shown_or_counted_in_the_deck(folder: Path) -> None:
    shown = 20
    live = [one for one in CASES["actions"]().actions if one.status is not ActionStatus.CANCELLED]
    assert len(live) - shown in said_more(deck_text(written("actions", folder)[0]))


@pytest.mark.parametrize("case", SOUND)
def test_both_documents_are_valid(case: str, folder: Path) -> None:
    for document in written(case, folder):
        assert complaints(document) == []


@pytest.mark.parametrize(("case", "language"), DECIDED)
def test_the_plan_is_decided_whatever_the_data(case: str, language: Language) -> None:
    assert arrange(story_of(case, language), load(None)).stretches


def said_more(text: str) -> list[int]:
    """The numbers of what a document says it does not show."""
    return [int(number) for number in _OTHERS.findall(stood_in(text))]


def stood_in(text: str) -> str:
    """A text with the plain spaces and hyphens that typography replaces."""
    return text.translate(_STAND_INS)


def plain(text: str) -> str:
    """The letters and digits of a text, which no document changes."""
    return "".join(filter(str.isalnum, re.sub("_x[0-9A-F]{4}_", "", text)))


def rows_of(plan: AccountPlan) -> dict[str, list[str]]:
    """The words by which each row is found in a document, by table."""
    return {
        "entities": [one.name for one in plan.entities],
        "offers": [one.name for one in plan.offers if one.active],
        "contracts": [one.ref for one in plan.contracts],
        "amendments": [one.ref for one in plan.amendments],
        "contacts": [one.name for one in plan.contacts if one.active],
        "objectives": [one.ref for one in plan.objectives],
        "opportunities": [one.ref for one in plan.opportunities],
        "kpis": [one.name for one in plan.kpis],
        "actions": [one.ref for one in plan.actions if one.status is not ActionStatus.CANCELLED],
        "risks": [one.ref for one in plan.risks],
        "bodies": [one.name for one in plan.bodies],
    }
