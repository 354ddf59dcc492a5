"""What is asked of a build, and what it gives back, can be handed to another process."""

from __future__ import annotations

import pickle
from dataclasses import fields
from pathlib import Path

import pytest

from generator.editions.edition import Edition
from generator.locales import Language
from generator.model.choices import DeckPreset, PlanPreset
from generator.pipeline import BuildOptions, Built, DocumentKind, Pages, Since, Step, check

ASKED = BuildOptions(
    output=Path("out"),
    kinds=(DocumentKind.PLAN,),
    deck=DeckPreset.FLASH,
    plan=PlanPreset.SHORT,
    editions=(Edition.CLIENT,),
    language=Language.EN,
    brand=Path("brand"),
    since=Path("former.xlsx"),
    renamed_from="Valmonde Industrie",
    native_charts=True,
    pages=Pages.ALWAYS,
    allowed=frozenset({"E502"}),
    machine=("station-12", "camille"),
    strict=True,
)


def handed(value: object) -> object:
    """A value as another process receives it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - what was just pickled here


def test_every_option_is_asked_otherwise_than_by_default() -> None:
    usual = BuildOptions(output=Path())
    assert [field.name for field in fields(ASKED) if getattr(ASKED, field.name) == getattr(usual, field.name)] == []


@pytest.mark.parametrize("options", [ASKED, BuildOptions(output=Path("out"))])
def test_options(options: BuildOptions) -> None:
    assert handed(options) == options


@pytest.mark.parametrize("member", [*Since, *Step, *DocumentKind, *Edition])
def test_a_member_of_a_closed_list_is_itself(member: object) -> None:
    assert handed(member) is member


@pytest.mark.parametrize("name", ["exemple", "defauts"])
def test_what_a_check_found(name: str) -> None:
    checked = check(Path(__file__).parents[2] / "inputs" / f"{name}.xlsx")
    received = handed(checked)
    assert received == checked


def test_what_a_build_came_to(built: Built) -> None:
    received = handed(built)
    assert received == built
    assert isinstance(received, Built)
    assert received.met == built.met
