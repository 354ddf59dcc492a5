"""Two builds of one account at once: what stands in the end comes from one of them alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.output.drafts import leftovers
from tests.small_builds import contents, small_output

ROOT = Path(__file__).parents[1]


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    alone = {}
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        alone[name] = contents(small_output(tmp_path / name, f"Action de {name}"))
    assert alone["one"] != alone["other"]
    both = tmp_path / "both"
    commands = [["build", str(tmp_path / name / "compte.xlsx"), "-o", str(both)] for name in alone]
    builds = [
        subprocess.Popen([sys.executable, "-m", "generator", *command], cwd=ROOT, stdout=subprocess.DEVNULL)
        for command in commands
    ]
    assert [build.wait() for build in builds] == [0, 0]
    assert contents(both) in alone.values()
    assert leftovers(both) == ()
