"""Work killed just before any one of its operations on files, as a power cut or an impatient person would."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

_OPERATIONS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate")


def operations(work: Callable[[], None], folder: Path) -> int:
    """Do the work in a process of its own and return how many operations on files of the folder it took."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        done = _counting(folder)
        work()
        os.write(writing, str(done[0]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        count = told.read()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return int(count)


def killed_at(point: int, work: Callable[[], None], folder: Path) -> None:
    """Do the work in a process of its own, killed before this operation on files of the folder, the first being 1."""
    if (child := os.fork()) == 0:
        _counting(folder, until=point)
        work()
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def _counting(folder: Path, until: int | None = None) -> list[int]:
    done, inside = [0], str(folder)

    def count(event: str, arguments: tuple[object, ...]) -> None:
        if event not in _OPERATIONS or not isinstance(arguments[0], str | os.PathLike):
            return
        done[0] += str(arguments[0]).startswith(inside)
        if done[0] == until:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    return done
