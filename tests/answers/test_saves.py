"""A workbook counts as saved once it rests and is whole, however Excel went about it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.answers.saves import LONGEST_LOOKS, Stamp, saves, workbooks

BOOK, OTHER = Path("valmonde.xlsx"), Path("autre.xlsx")
FIRST, SECOND = Stamp(100, 1), Stamp(100, 2)
Sight = Mapping[Path, Stamp]


def given(*sights: Sight, whole: bool = True) -> list[tuple[Path, ...]]:
    return list(saves(sights, is_whole=lambda _: whole))


def test_at_first_each_workbook_is_given_once_it_was_seen_at_rest() -> None:
    both = {BOOK: FIRST, OTHER: FIRST}
    assert given(both, both, both) == [(), (BOOK, OTHER), ()]


def test_a_save_is_given_once() -> None:
    old, new = {BOOK: FIRST}, {BOOK: SECOND}
    assert given(old, old, new, new, new) == [(), (BOOK,), (), (BOOK,), ()]


def test_a_file_still_growing_is_waited_for() -> None:
    sizes = [{BOOK: Stamp(size, size)} for size in (10, 20, 30, 30)]
    assert given(*sizes) == [(), (), (), (BOOK,)]


def test_a_workbook_missing_while_it_is_renamed_is_remembered() -> None:
    old, new = {BOOK: FIRST}, {BOOK: SECOND}
    assert given(old, old, {}, {}, old, old) == [(), (BOOK,), (), (), (), ()]
    assert given(old, old, {}, new, new) == [(), (BOOK,), (), (), (BOOK,)]


def test_a_half_written_package_is_waited_for_but_not_for_ever() -> None:
    """It rests and is no package: after a while it is given all the same, once, so that a finding says why."""
    rest = [{BOOK: FIRST}] * (LONGEST_LOOKS + 2)
    assert given(*rest, whole=False) == [()] * (LONGEST_LOOKS - 1) + [(BOOK,), (), ()]


def test_one_workbook_at_work_keeps_no_other_waiting() -> None:
    busy = [{BOOK: Stamp(size, 0), OTHER: FIRST} for size in range(3)]
    assert given(*busy) == [(), (OTHER,), ()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.xlsx", "A.XLSM", "~$b.xlsx", ".b.xlsx.x.copil-part", "notes.txt", "4F1A2B3C", "b.tmp"):
        (tmp_path / name).write_bytes(b"12345")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "c.xlsx").write_bytes(b"")
    return tmp_path


def test_a_folder_shows_its_workbooks_alone(folder: Path) -> None:
    os.utime(folder / "b.xlsx", ns=(7, 7))
    seen = workbooks(folder)
    assert [path.name for path in seen] == ["A.XLSM", "b.xlsx"]
    assert seen[folder / "b.xlsx"] == Stamp(5, 7)


def test_a_file_shows_itself(folder: Path) -> None:
    assert list(workbooks(folder / "b.xlsx")) == [folder / "b.xlsx"]


def test_nothing_shows_while_the_disk_is_out_of_reach(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert workbooks(folder / "gone.xlsx") == {}

    def refuse(_: Path) -> None:
        raise OSError(5, "network")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert workbooks(folder) == {}


def test_a_package_cut_short_is_not_whole(tmp_path: Path) -> None:
    """The real test of a package, on the real disk."""
    file = tmp_path / "valmonde.xlsx"
    with ZipFile(file, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>" * 50)
    whole = file.read_bytes()
    assert list(saves([workbooks(file)] * 2)) == [(), (file,)]
    file.write_bytes(whole[:-30])
    assert list(saves([workbooks(file)] * 2)) == [(), ()]
