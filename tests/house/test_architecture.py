"""The map of the house is the house: its folders, its floors, and every file that the walk of a cell names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import openpyxl
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


def test_the_cell_that_is_followed_holds_and_becomes_what_is_told() -> None:
    """As the workbook has it, and as the snapshot of the story says it."""
    sheet = openpyxl.load_workbook(ROOT / "inputs" / "exemple.xlsx")["1 Cartographie"]
    assert (sheet["J6"].value, sheet["B7"].value, sheet["J7"].value) == ("Montant annuel", "CT-01", 1_600_000)
    assert (sheet["S7"].value, sheet["W7"].value) == ("CT-01", 50_000)  # what the amendment adds
    story = (ROOT / "tests" / "golden" / "story.fr.txt").read_text(encoding="utf-8")
    assert re.search(r"^ *CT-01 \|.*\| 1 650 000 € \|", story, re.MULTILINE)
    assert "CT-01 Infogérance du SI | Groupe | 1 650 k€ | " in story
    walk = PAGE.split("## One cell")[1]
    told = ("`1600000`", "« Montant annuel »", "J7", "CT-01", "50 000", "`1 650 000 €`", "`1 650 k€`")
    assert [words for words in told if words not in walk] == []


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
