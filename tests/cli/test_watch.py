"""The watch: a line a save until the person at the keyboard has had enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from generator import pipeline
from generator.answers.saves import Stamp
from generator.cli import watch
from generator.cli.main import run
from generator.pipeline import BuildOptions, Built, DocumentKind
from tests.answers.outcomes import built
from tests.builders import a_plan
from tests.cli.transcripts import plain


def test_it_builds_at_each_save_until_interrupted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "valmonde.xlsx"
    with ZipFile(file, "w"):
        pass
    asked: list[tuple[Path, BuildOptions]] = []

    def build(workbook: Path, options: BuildOptions, **_: Any) -> Built:
        asked.append((workbook, options))
        return built(a_plan())

    monkeypatch.setattr(pipeline, "build", build)
    monkeypatch.setattr(watch, "sights", sights_of(file, (1, 1, 2, 2)))
    assert run(["watch", str(tmp_path), "--lang", "fr", "--only", "deck", "-o", str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert [line[8:] for line in out.splitlines()] == ["  valmonde.xlsx  2 documents écrits"] * 2
    assert [plain(line) for line in err.splitlines()] == [
        f"1 classeur surveillé dans {tmp_path}. Enregistrez dans Excel pour générer ; Ctrl-C pour arrêter.",
        "Surveillance terminée.",
    ]
    assert [(workbook, options.output, options.kinds) for workbook, options in asked] == [
        (file, tmp_path / "out", (DocumentKind.DECK,))
    ] * 2


def test_interrupted_while_it_builds_it_ends_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "valmonde.xlsx"
    file.write_bytes(b"")

    def build(*_: object, **__: object) -> Built:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build", build)
    monkeypatch.setattr(watch, "sights", sights_of(file, (1,) * 10))
    assert run(["watch", str(file), "--lang", "fr"]) == 0


def test_nothing_to_watch_is_wrong_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["watch", str(tmp_path / "nowhere"), "--lang", "fr"]) == 2
    assert plain(capsys.readouterr().err) == f"Rien à surveiller : {tmp_path / 'nowhere'} n’existe pas.\n"


def test_looks_are_apart() -> None:
    pauses: list[float] = []
    looks = watch.sights(Path("nowhere"), pauses.append)
    assert [next(looks), next(looks), next(looks)] == [{}, {}, {}]
    assert pauses == [1.0, 1.0]


def sights_of(file: Path, moments: tuple[int, ...]) -> Callable[[Path], Iterator[Mapping[Path, Stamp]]]:
    """Looks at a file last saved at these moments; then the person has had enough."""

    def look(_: Path) -> Iterator[Mapping[Path, Stamp]]:
        yield from ({file: Stamp(0, moment)} for moment in moments)
        raise KeyboardInterrupt

    return look
