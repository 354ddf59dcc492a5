"""What people changed in a document since it was written is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.kept import kept_aside
from generator.output.manifest import Manifest, Source

NEW = b"new"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    (tmp_path / "deck.pptx").write_bytes(b"written")
    return tmp_path / "deck.pptx"


@pytest.fixture
def known(deck: Path, tmp_path: Path) -> Manifest:
    return Manifest({}).plus({deck: b"written"}, {deck: "mark"}, tmp_path, workbook=Source("compte.xlsx", ""))


def kept(deck: Path, known: Manifest) -> dict[str, bytes]:
    found = kept_aside({deck: NEW, deck.with_name("not there.pptx"): NEW}, known, deck.parent, label="modifié")
    return {path.name: content for path, content in found.items()}


def test_a_document_as_it_was_written_may_go(deck: Path, known: Manifest) -> None:
    assert kept(deck, known) == {}


def test_an_edited_one_goes_beside(deck: Path, known: Manifest) -> None:
    deck.write_bytes(b"edited")
    assert kept(deck, known) == {"deck (modifié).pptx": b"edited"}


def test_one_that_nobody_knows_counts_as_edited(deck: Path) -> None:
    assert kept(deck, Manifest({})) == {"deck (modifié).pptx": b"written"}


def test_one_that_would_stay_the_same_is_not_copied(deck: Path) -> None:
    deck.write_bytes(NEW)
    assert kept(deck, Manifest({})) == {}


def test_no_copy_replaces_another(deck: Path, known: Manifest) -> None:
    deck.write_bytes(b"edited again")
    for name, content in (("deck (modifié).pptx", b"edited"), ("deck (modifié 2).pptx", b"edited too")):
        deck.with_name(name).write_bytes(content)
    assert kept(deck, known) == {"deck (modifié 3).pptx": b"edited again"}


def test_a_copy_that_stands_already_serves(deck: Path, known: Manifest) -> None:
    deck.write_bytes(b"edited")
    deck.with_name("deck (modifié).pptx").write_bytes(b"edited")
    assert kept(deck, known) == {"deck (modifié).pptx": b"edited"}
