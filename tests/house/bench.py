"""Cold time and peak memory of `check` and `build`, where `build` spends its time, how it grows: `make bench`."""

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from tests.bench import growth

SAMPLE_SECONDS = 0.002
STAGES = {
    "workbook": "reading",
    "model": "reading",
    "checks": "checking",
    "measures": "telling",
    "editions": "redacting",
    "history": "comparing",
    "story": "telling",
    "deck": "deck",
    "plan": "plan",
    "output": "writing",
}


def main() -> None:
    workbook = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        for command in (["check", workbook], ["build", workbook, "-o", folder]):
            seconds, megabytes = cold(command)
            print(f"{command[0]:<6} {seconds:6.2f} s  {megabytes:6.0f} MB")
        growth.main()  # before this process grows: a child begins at the peak of its parent
        for stage, share in shares(["build", workbook, "-o", f"{folder}/anew"]):
            print(f"{stage:<20}{share:8.0%}")


def cold(arguments: list[str]) -> tuple[float, float]:
    """Run the command in a fresh interpreter; seconds and peak megabytes."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "generator", *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"copil {' '.join(arguments)} ended with {process.returncode}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return time.perf_counter() - began, usage.ru_maxrss / unit


def shares(arguments: list[str]) -> list[tuple[str, float]]:
    """Run the command here, looking regularly at which stage is at work; largest share first."""
    samples: Counter[str] = Counter()
    with sampling(samples), contextlib.suppress(SystemExit), contextlib.redirect_stdout(None):
        from generator.cli.main import main as copil

        sys.argv = ["copil", *arguments]
        copil()
    total = samples.total() or 1
    return [(stage, count / total) for stage, count in samples.most_common()]


@contextlib.contextmanager
def sampling(samples: Counter[str]) -> Iterator[None]:
    done = threading.Event()
    main_thread = threading.get_ident()

    def look() -> None:
        while not done.wait(SAMPLE_SECONDS):
            samples[stage_of(sys._current_frames()[main_thread])] += 1

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def stage_of(frame: FrameType | None) -> str:
    """Name the stage of the outermost frame that belongs to one; loading modules is told apart."""
    found = "the rest"
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if "importlib" in frame.f_code.co_filename and "_bootstrap" in frame.f_code.co_filename:
            found = "loading"
        elif "generator" in path.parts and path.parts[-2] != "generator":
            package = path.parts[path.parts.index("generator") + 1]
            found = STAGES.get(package, found)
        frame = frame.f_back
    return found


if __name__ == "__main__":
    main()
