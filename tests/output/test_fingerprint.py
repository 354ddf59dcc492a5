"""The fingerprint moves with whatever a document comes from, and with nothing else."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.output import fingerprint as module
from generator.output.fingerprint import fingerprint, folder_digest, program_digest

SOUND: dict[str, Any] = {
    "workbook": b"PK",
    "brand": "0a",
    "program": "0b",
    "options": {"language": "fr", "kinds": "deck"},
    "predecessor": None,
}


@pytest.mark.parametrize(
    "change",
    [
        {"workbook": b"PK2"},
        {"brand": "0c"},
        {"program": "0c"},
        {"options": {"language": "en", "kinds": "deck"}},
        {"options": {"language": "fr"}},
        {"predecessor": b""},
    ],
)
def test_whatever_a_document_comes_from_moves_it(change: dict[str, Any]) -> None:
    assert fingerprint(**SOUND) != fingerprint(**SOUND | change)


def test_the_order_of_options_does_not(tmp_path: Path) -> None:
    assert fingerprint(**SOUND) == fingerprint(**SOUND | {"options": {"kinds": "deck", "language": "fr"}})


def test_a_folder_counts_by_its_names_and_bytes(tmp_path: Path) -> None:
    one = tmp_path / "one"
    (one / "fonts").mkdir(parents=True)
    (one / "brand.toml").write_bytes(b"name")
    (one / "fonts" / "a.ttf").write_bytes(b"glyphs")
    other = tmp_path / "other"
    shutil.copytree(one, other)
    os.utime(other / "brand.toml", (1, 1))
    assert folder_digest(one) == folder_digest(other)
    (other / "fonts" / "a.ttf").rename(other / "fonts" / "b.ttf")
    assert folder_digest(one) != folder_digest(other)


def test_compiled_files_are_no_part_of_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    (tmp_path / "story.py").write_bytes(b"pass")
    before = program_digest.__wrapped__()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "story.pyc").write_bytes(b"compiled")
    assert program_digest.__wrapped__() == before
    (tmp_path / "story.py").write_bytes(b"...")
    assert program_digest.__wrapped__() != before
