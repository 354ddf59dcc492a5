"""A chain of managers deeper than a chart can show: twelve levels are drawn, those below are counted, none is lost."""

from __future__ import annotations

import pytest

from generator.locales import Language
from generator.story.blocks.people import OrgChart, OrgNode
from generator.story.blocks.table import Table
from tests.builders import a_contact, a_plan
from tests.story.telling import section, seen, tell, tell_to_client

DEEP = a_plan(contacts=tuple(a_contact(name=f"P{n}", manager=f"P{n - 1}" if n else None) for n in range(1_500)))


def _drawn(node: OrgNode) -> list[str]:
    return [node.name, *(name for child in node.children for name in _drawn(child))]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.FR, "1~488 personnes plus bas que le_12e niveau, non dessinées"),
        (Language.EN, "1,488 people below level 12, not drawn"),
    ],
)
def test_twelve_levels_are_drawn_and_the_others_counted(language: Language, said: str) -> None:
    for key, story in (("people", tell(DEEP, language)), ("organisation", tell_to_client(DEEP, language))):
        told = section(story, key)
        assert told is not None
        (chart,) = (block for block in told.slide_blocks if isinstance(block, OrgChart))

        assert [_drawn(root) for root in chart.roots] == [[f"P{n}" for n in range(12)]]
        assert said in seen(told.source)


def test_the_internal_plan_still_lists_everybody() -> None:
    told = section(tell(DEEP), "people")
    assert told is not None
    listed = [row.key for block in told.chapter_blocks if isinstance(block, Table) for row in block.rows]
    assert len(listed) == 1_500


def test_a_chart_that_draws_all_counts_nobody() -> None:
    shallow = a_plan(contacts=DEEP.contacts[:12])
    told = section(tell(shallow), "people")
    assert told is not None
    assert "non dessinée" not in told.source
