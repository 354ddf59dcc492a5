"""What the machine refuses is said with what to do, ends with 3, and leaves the former documents as they were."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock

from generator.cli import main
from generator.cli.main import run
from generator.output.together import alone_in
from generator.pipeline import writing
from generator.pipeline.drawing import Drawn
from tests.small_builds import STAGES, contents, small_output, small_workbook

Refused = Callable[[], str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents of a workbook that has changed since: the next build has both to write."""
    folder = tmp_path_factory.mktemp("refused")
    small_output(folder, "Former les référents")
    small_workbook(folder, "Réunir les référents")
    return folder


@pytest.fixture
def account(folder: Path) -> Path:
    return next(path for path in (folder / "out").iterdir() if path.is_dir())


@pytest.fixture
def refused(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Refused:
    """Build with documents drawn at once, and return what is said of the refusal, with plain spaces."""
    monkeypatch.setattr(STAGES, "draw", lambda *_, **__: Drawn(b"document", "an id", b"base"))
    monkeypatch.setattr(writing, "alone_in", partial(alone_in, patience=0))

    def build() -> str:
        before = contents(folder / "out")
        command = ["build", str(folder / "compte.xlsx"), "--edition", "interne", "--lang", "fr"]
        assert run([*command, "-o", str(folder / "out")]) == 3
        assert contents(folder / "out") == before
        said = capsys.readouterr()
        assert said.out == ""
        return said.err.replace("\u202f", " ").replace("\u00a0", " ")

    return build


def test_another_build_at_work(refused: Refused, account: Path) -> None:
    with FileLock(account / ".lock"):
        assert refused() == (
            f"Une autre génération écrit dans {account}. Attendez qu’elle finisse et relancez ; rien n’a été modifié.\n"
        )


def test_a_full_disk(refused: Refused, account: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill)
    said = refused()
    assert said.startswith(f"Le disque est plein : {account}")
    assert said.endswith(
        " n’a pas pu être écrit. Faites de la place et relancez ; les fichiers d’avant sont intacts.\n"
    )


def test_an_answer_that_finds_no_room(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed into a file of a full disk has no name that we know."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("click.echo", full)
    monkeypatch.setattr(main, "trouble", print)
    assert run(["explain", "edition", "--lang", "en"]) == 3
    assert capsys.readouterr().out == (
        "The disk is full: the answer could not be written whole. Make room and run again.\n"
    )


def test_a_folder_that_may_not_be_written_to(refused: Refused, account: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> tuple[int, str]:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    said = refused()
    assert said.startswith(f"L’accès à {account}")
    assert said.endswith(" est refusé. Vérifiez vos droits, ou fermez le programme qui le tient, et relancez.\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses by itself")
def test_a_document_that_an_office_program_shows(refused: Refused, account: Path) -> None:
    deck = next(account.rglob("*.pptx"))
    owner = deck.with_name(f"~${deck.name}")
    owner.write_bytes(b"")
    assert refused() == (
        f"{deck} est ouvert ailleurs : {owner} le dit. Fermez-le et relancez ; si aucun programme ne le montre, "
        f"supprimez {owner}. Rien n’a été modifié.\n"
    )
    owner.unlink()
