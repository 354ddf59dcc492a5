"""How the cost of a document grows with its actions: 200 against 2,000, in seconds, megabytes and their ratio.

Run with `python -m tests.bench.growth`; ten times the rows in ten times the time is linear, a hundred times quadratic.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from generator.brand import load
from generator.deck import write_deck
from generator.diagnostics import Findings
from generator.locales import Language, Locale
from generator.plan import write_plan
from generator.story import Story, tell_internal
from tests.builders import a_plan, an_action

SIZES = (200, 2_000)
TIMES = 3
WRITERS: dict[str, Callable[[Story], bytes]] = {
    "deck": lambda story: write_deck(story, load()),
    "plan": lambda story: write_plan(story, load()),
    "plan, native charts": lambda story: write_plan(story, load(), native_charts=True),
}


def main() -> None:
    print(f"{'actions':<20}{SIZES[0]:>9,}{SIZES[1]:>11,}  ratio")
    for name in WRITERS:
        (few, low), (many, high) = (apart(name, size) for size in SIZES)
        print(f"{name:<20}{few:7.2f} s{many:9.2f} s {many / few:5.1f} ×   {low:.0f} to {high:.0f} MB", flush=True)


def apart(name: str, size: int) -> tuple[float, float]:
    """Measure in a process of its own, whose memory is then its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measured, name, size).result()


def measured(name: str, size: int) -> tuple[float, float]:
    """Least seconds to tell and to write an account with so many actions, once all is loaded; peak megabytes."""
    WRITERS[name](told(1))
    seconds = min(once(name, size) for _ in range(TIMES))
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def once(name: str, size: int) -> float:
    began = time.process_time()
    WRITERS[name](told(size))
    return time.process_time() - began


def told(size: int) -> Story:
    """The story of an account with so many actions."""
    actions = tuple(an_action(ref=f"A-{number}", action=f"Action numéro {number}") for number in range(size))
    return tell_internal(a_plan(actions=actions), Locale(Language.FR, "EUR"), Findings())


if __name__ == "__main__":
    main()
