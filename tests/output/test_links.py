"""Paths are what they say, or it is said where they lead."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.output.links import astray, twins


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An output folder with two folders of documents."""
    for name in ("out/a/interne", "out/a/client", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path / "out"


def test_plain_folders_and_files_that_are_not_there_yet_lead_nowhere_else(root: Path) -> None:
    assert astray([root / "a" / "client" / "deck.pptx", root / "b" / "c"], root) == {}


@pytest.mark.parametrize("target", ["out/a/interne", "elsewhere", "nowhere", "out/a/client"])
def test_a_link_is_told_at_its_highest_place(root: Path, target: str) -> None:
    link = root / "a" / "client"
    link.rmdir()
    link.symlink_to(root.parent / target)
    assert list(astray([link / "deck.pptx", link / "sub" / "plan.docx"], root)) == [link]


def test_a_link_to_the_root_itself_is_as_good(root: Path) -> None:
    (root.parent / "shared").symlink_to(root)
    assert astray([root.parent / "shared" / "a" / "client"], root.parent / "shared") == {}


def test_a_file_that_is_a_link_is_told(root: Path) -> None:
    (root / "a" / "interne" / "deck.pptx").write_bytes(b"ours")
    link = root / "a" / "client" / "deck.pptx"
    link.symlink_to(root / "a" / "interne" / "deck.pptx")
    assert astray([link], root) == {link: root / "a" / "interne" / "deck.pptx"}


def test_two_names_of_one_file_are_twins(root: Path) -> None:
    one, other = root / "a" / "interne" / "deck.pptx", root / "a" / "client" / "deck.pptx"
    assert not twins(one, other)
    one.write_bytes(b"ours")
    os.link(one, other)
    assert twins(one, other)
    assert not twins(one.parent, other.parent)
