"""Several files at once: all of them or none, unchanged ones left alone, one writer at a time, refusals told."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from generator.output.drafts import leftovers
from generator.output.held import FileLocked
from generator.output.journal import journal_path
from generator.output.together import FolderBusy, Written, settle, write_together
from tests.kill_points import killed_at, operations

ROOT = Path(__file__).parents[2]
FORMER = {"2026-T3/interne/deck.pptx": b"former deck", "2026-T3/client/plan.docx": b"former plan"}
NEW = {**dict.fromkeys(FORMER, b"new"), "history/2026-T3.json": b"new too"}
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child to kill is forked")
forking_threads = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def contents(folder: Path) -> dict[str, bytes]:
    """All files but the lock, by path in the folder."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def write(folder: Path, files: dict[str, bytes]) -> Written:
    return write_together({folder / name: content for name, content in files.items()}, folder, patience=0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "valmonde", FORMER)
    return tmp_path / "valmonde"


def test_all_files_are_written_and_nothing_else_stays(folder: Path) -> None:
    written = write(folder, NEW)
    assert contents(folder) == NEW
    assert written == Written(tuple(folder / name for name in NEW), ())


def test_a_file_without_content_goes_with_the_others(folder: Path) -> None:
    deck, plan = (folder / name for name in FORMER)
    never = folder / "history" / "never.base"
    written = write_together({deck: b"new", plan: None, never: None}, folder)
    assert contents(folder) == {"2026-T3/interne/deck.pptx": b"new"}
    assert written == Written((deck, plan), (never,))


def test_a_file_that_would_hold_the_same_is_left_as_it_is(folder: Path) -> None:
    deck, plan = (folder / name for name in FORMER)
    os.utime(deck, ns=(1, 1))
    written = write_together({deck: FORMER["2026-T3/interne/deck.pptx"], plan: b"new"}, folder)
    assert written == Written((plan,), (deck,))
    assert deck.stat().st_mtime_ns == 1


def test_relative_paths_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("build/valmonde"), NEW)
    assert contents(tmp_path / "build/valmonde") == NEW


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("held", NEW)
def test_an_open_file_leaves_all_as_they_were(folder: Path, held: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with an_open_file(folder / held, monkeypatch), pytest.raises(FileLocked) as error:
        write(folder, NEW)
    assert error.value.path == folder / held
    assert contents(folder) == FORMER


@pytest.mark.parametrize("owner", ["~$deck.pptx", "~$ck.pptx", ".~lock.deck.pptx#"])
def test_the_owner_file_of_an_office_program_tells_an_open_document(folder: Path, owner: str) -> None:
    beside = folder / "2026-T3/interne" / owner
    beside.write_bytes(b"someone")
    with pytest.raises(FileLocked) as error:
        write(folder, NEW)
    assert (error.value.path.name, error.value.owner) == ("deck.pptx", beside)
    beside.unlink()
    assert contents(folder) == FORMER


def test_an_open_document_that_does_not_change_hinders_nothing(folder: Path) -> None:
    (folder / "2026-T3/interne/~$deck.pptx").write_bytes(b"someone")
    assert write(folder, FORMER).changed == ()


@pytest.mark.parametrize("after", range(5))
def test_a_full_disk_leaves_all_as_they_were(folder: Path, after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three drafts and the journal: whichever no longer fits, and nothing fits after it; the fifth never comes."""
    synced, room = os.fsync, [after]

    def fill(handle: int) -> None:
        room[0] -= 1
        if room[0] == -1 and after < 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        synced(handle)

    monkeypatch.setattr(os, "fsync", fill)
    if after == 4:
        write(folder, NEW)
        assert contents(folder) == NEW
        return
    with pytest.raises(OSError, match="No space left") as error:
        write(folder, NEW)
    assert error.value.errno == errno.ENOSPC
    assert Path(error.value.filename).is_relative_to(folder)
    assert contents(folder) == FORMER


def test_a_folder_that_takes_no_file_is_told_by_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, "Permission denied", "some draft")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(PermissionError) as error:
        write(folder, NEW)
    assert error.value.filename == str(folder / "2026-T3/interne/deck.pptx")
    assert contents(folder) == FORMER


# --- killed -----------------------------------------------------------------------------------------------------------


@forks
@forking_threads
def test_killed_at_any_moment_the_files_are_whole_and_the_next_writing_finishes(folder: Path, tmp_path: Path) -> None:
    """Before the journal all are former ones; after it each is former or new, and settling makes all of them new."""
    trial = tmp_path / "trial"
    write(trial / "counted", FORMER)
    points = operations(lambda: void(write(trial / "counted", NEW)), trial)
    assert points >= 15
    journalled = []
    for point in range(1, points + 1):
        here = trial / str(point)
        write(here, FORMER)
        killed_at(point, lambda here=here: void(write(here, NEW)), trial)  # type: ignore[misc]
        found = {name: content for name, content in contents(here).items() if not Path(name).name.startswith(".")}
        assert all(content in (FORMER.get(name), NEW[name]) for name, content in found.items())
        journalled.append(journal_path(here).exists())
        if not journalled[-1]:
            assert found in (FORMER, NEW)
        settle(here, patience=0)
        assert contents(here) == (NEW if journalled[-1] else found)
        write(here, NEW)
        assert contents(here) == NEW
    assert set(journalled) == {True, False}


@forks
@forking_threads
def test_killed_while_putting_back_the_next_writing_finishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last file is open: the others come back, and a kill meanwhile leaves nothing by halves for the next one."""
    held = "history/2026-T3.json"

    def refused(folder: Path) -> None:
        with pytest.raises(FileLocked), an_open_file(folder / held, monkeypatch):
            write(folder, NEW)

    write(tmp_path / "counted", FORMER)
    points = operations(lambda: refused(tmp_path / "counted"), tmp_path)
    for point in range(1, points + 1):
        here = tmp_path / str(point)
        write(here, FORMER)
        killed_at(point, lambda here=here: refused(here), tmp_path)  # type: ignore[misc]
        settle(here, patience=0)
        assert contents(here) in (FORMER, NEW)


def test_drafts_of_a_killed_build_are_swept_and_nothing_else(folder: Path) -> None:
    (folder / "2026-T3/interne/.deck.pptx.abcdef.copil-part").write_bytes(b"half")
    (folder / "2026-T3/interne/.mine.part").write_bytes(b"mine")
    settle(folder, patience=0)
    assert leftovers(folder) == ()
    assert contents(folder).keys() == {*FORMER, "2026-T3/interne/.mine.part"}


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"{",
        b"[1]",
        b'{"path": 1}',
        b"\xff",
        b'[{"path": "../stolen", "draft": "2026-T3/interne/deck.pptx"}]',
        b'[{"path": "/elsewhere/stolen", "draft": null}]',
        b"[" * 100_000,
        b'[{"path": "2026-T3", "draft": null}]',
        b'[{"path": "", "draft": null}]',
        b'[{"path": "2026-T3/interne/plan.docx", "draft": "2026-T3/interne/deck.pptx"}]',
        b'[{"path": "2026-T3/interne/plan.docx", "path": "2026-T3/interne/deck.pptx", "draft": null}]',
        b'[{"path": "\\ud800", "draft": null}]',
        b'[{"path": "a\\u0000", "draft": null}]',
        b'[{"path": "%s", "draft": null}]' % (b"x" * 5_000),
        b'[{"path": 1e999999, "draft": null}]',
        b'[{"path": ["2026-T3"], "draft": {}}]',
    ],
    ids=lambda journal: ascii(journal[:60]),
)
def test_a_damaged_journal_is_struck_off(folder: Path, journal: bytes) -> None:
    journal_path(folder).write_bytes(journal)
    settle(folder, patience=0)
    assert contents(folder) == FORMER


def test_nothing_to_settle_touches_nothing(tmp_path: Path) -> None:
    settle(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


# --- two at once ------------------------------------------------------------------------------------------------------

_WRITER = """
import sys
from pathlib import Path
from generator.output.together import write_together
folder, mark = Path(sys.argv[1]), sys.argv[2].encode()
for turn in range(25):
    write_together({folder / name: mark * 50_000 for name in ("a", "b", "c", "d")}, folder, patience=60)
"""


def test_two_writers_never_mix(tmp_path: Path) -> None:
    """What stands whenever the lock is free comes from one of them alone."""
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path / "valmonde"), mark], cwd=ROOT) for mark in "xy"
    ]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        if (tmp_path / "valmonde").is_dir():
            with FileLock(tmp_path / "valmonde" / ".lock"):
                seen.add(frozenset(contents(tmp_path / "valmonde").values()))
    assert [writer.wait() for writer in writers] == [0, 0]
    assert seen - {frozenset()} <= {frozenset({mark * 50_000}) for mark in (b"x", b"y")}
    assert set(contents(tmp_path / "valmonde")) == {"a", "b", "c", "d"}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions elsewhere")
def test_whoever_may_write_in_the_folder_may_lock_it(folder: Path) -> None:
    assert (folder / ".lock").stat().st_mode & 0o777 == 0o666


def test_who_waits_too_long_is_told(folder: Path) -> None:
    with FileLock(folder / ".lock"), pytest.raises(FolderBusy) as error:
        write(folder, NEW)
    assert error.value.path == folder
    assert contents(folder) == FORMER


@contextmanager
def an_open_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    replaced = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target) == path:
            raise PermissionError(13, "in use", str(target))
        return replaced(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        yield


def void(_: object) -> None:
    """Let a lambda return nothing."""
