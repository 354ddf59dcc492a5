"""What has not changed is not built again; what was edited, deleted or damaged since is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.brand.brand import default_directory
from generator.locales import Language
from generator.pipeline import BuildOptions, DocumentKind, build
from tests.small_builds import STAGES, contents, small_output

LONG_AGO = 1_000_000_000
pytestmark = pytest.mark.usefixtures("drawn_once")


class Drawn(Exception):  # noqa: N818 - it is what a test waits for
    """A document was about to be drawn."""


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pristine")
    small_output(folder, "Former les référents")
    return folder


@pytest.fixture
def folder(pristine: Path, tmp_path: Path) -> Path:
    """A workbook and what was built of it long ago."""
    shutil.copytree(pristine, tmp_path / "account")
    for path in (tmp_path / "account" / "out").rglob("*"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return tmp_path / "account"


@pytest.fixture
def no_drawing(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def draw(*_: object, **__: object) -> None:
        raise Drawn

    def forbid() -> None:
        monkeypatch.setattr(STAGES, "draw", draw)

    return forbid


def touched(output: Path) -> set[str]:
    """The names of the files that were written since."""
    files = [path for path in output.rglob("[!.]*") if path.is_file()]
    return {path.name for path in files if path.stat().st_mtime_ns != LONG_AGO}


def options(folder: Path) -> BuildOptions:
    return BuildOptions(output=folder / "out")


def test_an_unchanged_rebuild_draws_nothing_and_leaves_every_file_as_it_is(
    folder: Path, no_drawing: Callable[[], None]
) -> None:
    no_drawing()
    again = build(folder / "compte.xlsx", options(folder))
    assert again.is_up_to_date
    assert touched(folder / "out") == set()
    assert {document.path.exists() for document in again.documents} == {True}
    assert len(again.documents) == len(options(folder).kinds) * len(options(folder).editions)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document, _: document.unlink(),
        lambda _, manifest: manifest.write_bytes(manifest.read_bytes()[:-20]),
        lambda _, manifest: manifest.write_bytes(b"\xff"),
        lambda _, manifest: manifest.unlink(),
    ],
    ids=["deleted", "manifest cut", "manifest garbled", "manifest deleted"],
)
def test_what_was_spoilt_is_written_again_and_nothing_else(folder: Path, spoil: Callable[[Path, Path], None]) -> None:
    before = contents(folder / "out")
    document, manifest = next((folder / "out").rglob("client/*.pptx")), next((folder / "out").rglob("*.build.json"))
    spoil(document, manifest)
    spoilt = {name for name, content in before.items() if contents(folder / "out").get(name) != content}
    again = build(folder / "compte.xlsx", options(folder))
    assert not again.is_up_to_date
    assert contents(folder / "out") == before
    assert touched(folder / "out") == {Path(name).name for name in spoilt}


def test_a_document_edited_by_hand_is_written_again_and_what_was_edited_stays_beside_it(folder: Path) -> None:
    before = contents(folder / "out")
    deck = next((folder / "out").rglob("client/*.pptx"))
    edited = deck.with_stem(f"{deck.stem} (modifié)")
    deck.write_bytes(b"edited by hand")
    again = build(folder / "compte.xlsx", options(folder))
    assert (again.is_up_to_date, again.kept) == (False, (edited,))
    assert contents(folder / "out") == {
        **before,
        edited.relative_to(folder / "out").as_posix(): b"edited by hand",
    }
    assert build(folder / "compte.xlsx", options(folder)).is_up_to_date


def test_builds_of_one_document_each_make_all_of_them_up_to_date(folder: Path) -> None:
    shutil.rmtree(folder / "out")
    for kind in (DocumentKind.DECK, DocumentKind.PLAN):
        build(folder / "compte.xlsx", BuildOptions(output=folder / "out", kinds=(kind,)))
    assert build(folder / "compte.xlsx", options(folder)).is_up_to_date


def test_a_workbook_saved_again_without_a_change_leaves_the_documents_as_they_are(folder: Path) -> None:
    """Other bytes, the same rows: only what remembers the workbook's bytes is written."""
    with ZipFile(folder / "compte.xlsx", "a") as package:
        package.writestr("docProps/thumbnail.txt", "saved again")
    build(folder / "compte.xlsx", options(folder))
    assert {Path(name).suffix for name in touched(folder / "out")} == {".json"}


def test_another_language_is_another_build(folder: Path, no_drawing: Callable[[], None]) -> None:
    no_drawing()
    with pytest.raises(Drawn):
        build(folder / "compte.xlsx", BuildOptions(output=folder / "out", language=Language.EN))


def test_another_brand_is_another_build(folder: Path, no_drawing: Callable[[], None]) -> None:
    brand = folder / "brand"
    shutil.copytree(default_directory(), brand)
    no_drawing()
    same = BuildOptions(output=folder / "out", brand=brand)
    assert build(folder / "compte.xlsx", same).is_up_to_date
    (brand / "brand.toml").write_bytes((brand / "brand.toml").read_bytes() + b"\n")
    with pytest.raises(Drawn):
        build(folder / "compte.xlsx", same)
