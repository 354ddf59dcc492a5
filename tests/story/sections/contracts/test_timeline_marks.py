"""The timeline of contracts marks what has taken place by the cut-off date, and nothing that is said of a later day."""

from __future__ import annotations

from datetime import date

from generator.story.blocks.timeline import MarkKind, Timeline
from tests.builders import CUTOFF, a_contract, a_plan, an_amendment
from tests.story.telling import section, tell


def test_an_amendment_dated_after_the_cut_off_is_not_drawn_as_signed() -> None:
    amendments = (an_amendment(signed=CUTOFF), an_amendment(ref="AV-02", signed=date(2026, 10, 1)))
    told = section(tell(a_plan(contracts=(a_contract(),), amendments=amendments)), "contracts")
    assert told is not None
    (timeline,) = (block for block in told.slide_blocks if isinstance(block, Timeline))

    marks = [mark for row in timeline.rows for mark in row.marks if mark.kind is MarkKind.AMENDMENT]

    assert [(mark.label, mark.day) for mark in marks] == [("AV-01", CUTOFF)]
