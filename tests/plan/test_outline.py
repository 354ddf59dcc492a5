"""The whole sample, saved and reopened, told as text."""

from collections.abc import Callable

from generator.brand import load
from generator.plan import write_plan
from tests.plan.outline import outline
from tests.plan.samples import story


def test_the_saved_plan_reads_as_its_snapshot(golden: Callable[[str, str], None]) -> None:
    golden("plan/whole.txt", outline(write_plan(story(), load())))
