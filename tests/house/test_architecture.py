"""The map of the house is the house: its folders, its floors, and every file that the walk of a cell names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RECIPES = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
LINES_OF_A_PAGE = 100


def the_floors() -> list[str]:
    """The floors of the import contracts, the upper ones first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (floors,) = [contract["layers"] for contract in contracts if contract["name"] == "Floors"]
    return [re.sub(r"generator\.|[()]", "", floor) for floor in floors]


def test_the_floors_are_those_of_the_import_contracts() -> None:
    section = PAGE.split("## Floors")[1]
    assert section.split("```")[1].split("\n")[1:-1] == the_floors()


def test_every_folder_is_told_and_every_folder_told_is_there() -> None:
    told = re.findall(r"^\| `(\w+)/` \|", PAGE, re.MULTILINE)
    folders = [path.parent.name for path in (ROOT / "generator").glob("*/__init__.py")]
    assert sorted(told) == sorted(folders)
    assert set(told) == {name for floor in the_floors() for name in floor.split(" | ")} - {"__main__"}


@pytest.mark.parametrize("text", [PAGE, RECIPES], ids=["the page", "the recipes"])
def test_every_file_named_is_there(text: str) -> None:
    named = re.findall(r"`((?:generator|tests|docs|tools|inputs)/[\w./]*)`", text)
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_what_they_link_to_is_there() -> None:
    linked = [ROOT / "docs" / target for target in re.findall(r"\]\(([^)#:]+)\)", PAGE)]
    linked += [ROOT / target for target in re.findall(r"\]\(([^)#:]+)\)", RECIPES)]
    assert len(linked) == 3
    assert [path for path in linked if not path.exists()] == []


def test_every_verb_named_is_one_of_the_makefile() -> None:
    verbs = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make ([a-z]+)`", RECIPES + PAGE)) <= set(verbs)


def test_it_is_one_page() -> None:
    assert len(PAGE.splitlines()) <= LINES_OF_A_PAGE
