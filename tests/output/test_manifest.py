"""The manifest tells whether what stands is what a build would write, and is worth nothing once damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.manifest import Manifest, from_bytes, is_up_to_date, manifest_of, to_bytes


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    files = {tmp_path / "2026-T3" / "deck.pptx": b"deck", tmp_path / "plan.docx": b"plan"}
    for path, content in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return manifest_of("f1", files, tmp_path)


def test_it_reads_what_it_wrote(manifest: Manifest) -> None:
    assert from_bytes(to_bytes(manifest)) == manifest
    assert list(manifest.files) == ["2026-T3/deck.pptx", "plan.docx"]


def test_what_stands_is_up_to_date(manifest: Manifest, tmp_path: Path) -> None:
    assert is_up_to_date(manifest, "f1", tmp_path)


def test_another_fingerprint_or_none_is_not(manifest: Manifest, tmp_path: Path) -> None:
    assert not is_up_to_date(manifest, "f2", tmp_path)
    assert not is_up_to_date(None, "f1", tmp_path)


def test_a_document_edited_or_deleted_is_not(manifest: Manifest, tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(b"edited by hand")
    assert not is_up_to_date(manifest, "f1", tmp_path)
    (tmp_path / "plan.docx").unlink()
    assert not is_up_to_date(manifest, "f1", tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"fingerprint": "f"}',
        b'{"fingerprint": "f", "files": []}',
    ],
)
def test_a_damaged_one_counts_for_nothing(content: bytes) -> None:
    assert from_bytes(content) is None


def test_one_cut_anywhere_counts_for_nothing(manifest: Manifest) -> None:
    whole = to_bytes(manifest).rstrip()
    assert {from_bytes(whole[:length]) for length in range(len(whole))} == {None}
