"""The manifest tells whether what stands is what a build would write, and knows of nothing once damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.output.manifest import Manifest, Source, read_manifest, to_bytes

NOTHING = Manifest({})
BOOK = Source("compte.xlsx", "ab" * 32)


@pytest.fixture
def files(tmp_path: Path) -> dict[Path, bytes]:
    """A deck and a plan, as they stand on the disk."""
    files = {tmp_path / "2026-T3" / "deck.pptx": b"deck", tmp_path / "plan.docx": b"plan"}
    for path, content in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return files


@pytest.fixture
def marks(files: dict[Path, bytes]) -> dict[Path, str]:
    """What each file comes from."""
    return {path: f"from {path.suffix}" for path in files}


@pytest.fixture
def manifest(files: dict[Path, bytes], marks: dict[Path, str], tmp_path: Path) -> Manifest:
    return NOTHING.plus(files, marks, tmp_path, workbook=BOOK)


def test_it_reads_what_it_wrote(manifest: Manifest, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_bytes(to_bytes(manifest))
    assert read_manifest(tmp_path / "m.json") == manifest
    assert list(manifest.files) == ["2026-T3/deck.pptx", "plan.docx"]


def test_what_stands_is_up_to_date(manifest: Manifest, marks: dict[Path, str], tmp_path: Path) -> None:
    assert manifest.is_up_to_date(marks, tmp_path)


def test_what_comes_from_elsewhere_or_from_nowhere_is_not(
    manifest: Manifest, marks: dict[Path, str], tmp_path: Path
) -> None:
    plan = tmp_path / "plan.docx"
    assert not manifest.is_up_to_date({**marks, plan: "from another workbook"}, tmp_path)
    assert not manifest.is_up_to_date({**marks, tmp_path / "third.docx": "from .docx"}, tmp_path)
    assert not NOTHING.is_up_to_date(marks, tmp_path)


def test_a_document_edited_or_deleted_is_not(manifest: Manifest, marks: dict[Path, str], tmp_path: Path) -> None:
    plan = tmp_path / "plan.docx"
    plan.write_bytes(b"edited by hand")
    assert not manifest.is_up_to_date(marks, tmp_path)
    assert not manifest.is_as_written(plan, tmp_path)
    plan.unlink()
    assert not manifest.is_up_to_date(marks, tmp_path)


def test_builds_of_one_document_each_add_up(files: dict[Path, bytes], marks: dict[Path, str], tmp_path: Path) -> None:
    known = NOTHING
    for path, content in files.items():
        known = known.plus({path: content}, marks, tmp_path, workbook=BOOK)
    assert known.is_up_to_date(marks, tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"fingerprint": "f"}',
        b'{"files": []}',
        b'{"files": {"a": "digest"}}',
        b'{"files": {"a": {"sha256": "digest"}}}',
        b"[" * 100_000,
        b'{"files": {"a": {"sha256": 1e999999, "fingerprint": ""}}}',
        b'{"files": {"\\ud800": {"sha256": "", "fingerprint": ""}}}',
        b'{"files": {}, "files": {"a": {"sha256": "", "fingerprint": ""}}}',
    ],
)
def test_a_damaged_one_knows_of_nothing(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_bytes(content)
    assert read_manifest(tmp_path / "m.json") == NOTHING


def test_one_cut_anywhere_knows_of_nothing(manifest: Manifest, tmp_path: Path) -> None:
    whole = to_bytes(manifest).rstrip()
    for length in range(len(whole)):
        (tmp_path / "m.json").write_bytes(whole[:length])
        assert read_manifest(tmp_path / "m.json") == NOTHING


@pytest.mark.parametrize(
    ("name", "digest", "is_another"),
    [
        ("compte.xlsx", "ab" * 32, False),
        ("compte.xlsx", "cd" * 32, False),
        ("copie.xlsx", "ab" * 32, False),
        ("compte v2.xlsx", "cd" * 32, True),
    ],
    ids=["unchanged", "saved again", "renamed or copied", "another"],
)
def test_another_workbook_has_another_name_and_another_content(name: str, digest: str, *, is_another: bool) -> None:
    assert Source(name, digest).is_another(BOOK) is is_another


@pytest.mark.parametrize("workbook", [None, [], {"name": 3, "sha256": ""}, {"name": "x" * 300, "sha256": ""}])
def test_a_workbook_that_cannot_be_one_is_not_known(tmp_path: Path, workbook: object) -> None:
    (tmp_path / "m.json").write_text(json.dumps({"files": {}, "workbook": workbook}), "utf-8")
    assert read_manifest(tmp_path / "m.json") == NOTHING


def test_a_build_that_wrote_nothing_leaves_the_workbook_as_it_is_known(manifest: Manifest, tmp_path: Path) -> None:
    assert manifest.plus({}, {}, tmp_path, workbook=Source("autre.xlsx", "")).workbook == BOOK


def test_a_document_is_known_with_its_base_and_one_kept_without_is_known_so(
    files: dict[Path, bytes], marks: dict[Path, str], tmp_path: Path
) -> None:
    deck, plan = files
    known = NOTHING.plus(files, marks, tmp_path, workbook=BOOK, bases={deck: "bcdf"})
    (tmp_path / "m.json").write_bytes(to_bytes(known))
    read = read_manifest(tmp_path / "m.json")
    assert read == known
    assert (read.has_base(deck, tmp_path), read.has_base(plan, tmp_path)) == (True, False)
    assert not NOTHING.has_base(deck, tmp_path)
    again = read.plus({deck: b"deck"}, marks, tmp_path, workbook=BOOK)
    assert not again.has_base(deck, tmp_path)


def test_one_written_before_there_were_bases_is_read(tmp_path: Path) -> None:
    told = {"files": {"plan.docx": {"sha256": "ab", "fingerprint": "cd"}}, "workbook": None}
    (tmp_path / "m.json").write_text(json.dumps(told))
    read = read_manifest(tmp_path / "m.json")
    assert list(read.files) == ["plan.docx"]
    assert not read.has_base(tmp_path / "plan.docx", tmp_path)


def test_a_file_that_goes_is_known_no_more(manifest: Manifest, marks: dict[Path, str], tmp_path: Path) -> None:
    left = manifest.plus({tmp_path / "plan.docx": None, tmp_path / "never": None}, marks, tmp_path, workbook=BOOK)
    assert list(left.files) == ["2026-T3/deck.pptx"]
