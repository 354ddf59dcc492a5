"""The whole sample, saved and reopened, told as text."""

from generator.brand import load
from generator.plan import write_plan
from tests.plan.outline import GOLDEN, outline
from tests.plan.samples import story


def test_the_saved_plan_reads_as_its_snapshot() -> None:
    """`python -m tests.plan.outline` renews it; the difference is what a review looks at."""
    assert outline(write_plan(story(), load())) == GOLDEN.read_text(encoding="utf-8")
