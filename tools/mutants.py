"""Faults put into the code one at a time: which of them the tests of a room find, and which survive.

`python -m tools.mutants measures --most 40` mutates a copy of the checkout with Cosmic Ray, draws the mutants by a
fixed seed, and runs the tests that mirror the room on each. A survivor is shown as a difference: a test that is
missing, or code that means the same either way.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec

ROOT = Path(__file__).parents[1]
_LISTED = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
_SAME_EITHER_WAY = re.compile(
    r"core/(ReplaceBinaryOperator_BitOr_\w+"  # of types, which nobody evaluates
    r"|ReplaceComparisonOperator_(Is_Eq|Eq_Is|IsNot_NotEq|NotEq_IsNot)"  # of enum members
    r"|RemoveDecorator)"  # of what is cached
)


def main() -> None:
    """Tell what survived in a room, and its score."""
    asked = _arguments()
    with TemporaryDirectory(prefix="mutants-") as folder:
        checkout = Path(folder) / "checkout"
        _copy(checkout)
        os.chdir(checkout)
        mutants = _drawn(asked.room, Path(folder) / "session.sqlite", asked.most, asked.seed)
        command, patience = _tests(asked.room, asked.tests)
        killed = sum(_is_killed(mutant, command, patience) for mutant in mutants)
    _say(f"{asked.room}: {killed} of {len(mutants)} mutants killed ({killed / max(1, len(mutants)):.0%})")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", help="a folder or a module of generator/, such as measures or deck/arrange")
    parser.add_argument("--most", type=int, default=40, help="how many mutants")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--tests", default="", help="the tests to run, if not those that mirror the room")
    return parser.parse_args()


def _copy(to: Path) -> None:
    """Copy what is in the checkout, changes that are not committed included: no mutant touches the checkout itself."""
    listed = subprocess.run(_LISTED, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own command
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


def _drawn(room: str, session: Path, most: int, seed: int) -> list[MutationSpec]:
    """Return some of the mutants of a room, always the same ones of the same code."""
    with use_db(session) as work:
        init(sorted(_modules(room)), work, {})
        mutants = [mutant for item in work.work_items for mutant in item.mutations if _is_worth(mutant)]
    mutants.sort(key=lambda mutant: (mutant.module_path, mutant.start_pos, mutant.operator_name, mutant.occurrence))
    return random.Random(seed).sample(mutants, min(most, len(mutants)))  # noqa: S311 - a draw, not a secret


def _modules(room: str) -> Iterator[Path]:
    place = Path("generator") / room
    yield from place.rglob("*.py") if place.is_dir() else (place.with_suffix(".py"),)


def _is_worth(mutant: MutationSpec) -> bool:
    """Tell whether the mutant may behave otherwise: not so in a decorator, frozen or slotted."""
    line = mutant.module_path.read_text("utf-8").splitlines()[mutant.start_pos[0] - 1]
    return not _SAME_EITHER_WAY.fullmatch(mutant.operator_name) and not line.startswith("@")


def _tests(room: str, tests: str) -> tuple[str, float]:
    """Return the command that runs the tests, green without a mutant, and how many seconds a mutant is given."""
    command = f"{sys.executable} -m pytest -x -q -p no:cacheprovider {tests or _mirror(room)}"
    started = time.monotonic()
    if subprocess.run(shlex.split(command), check=False, capture_output=True).returncode:  # noqa: S603 - as typed
        sys.exit(f"The tests are not green without a mutant: {command}")
    return command, 60 + 5 * (time.monotonic() - started)


def _mirror(room: str) -> Path:
    """Return the folder of tests that mirrors a room, or the nearest one above it."""
    place = Path("tests") / room
    return next(folder for folder in (place, *place.parents) if folder.is_dir())


def _is_killed(mutant: MutationSpec, command: str, patience: float) -> bool:
    result = mutate_and_test((mutant,), command, patience)
    if not result.is_killed:
        changed = [line for line in result.diff.splitlines() if re.match(r"[+-](?!\+\+ |-- )", line)]
        _say(f"{mutant.module_path}:{mutant.start_pos[0]} survived", *changed)
    return result.is_killed


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
