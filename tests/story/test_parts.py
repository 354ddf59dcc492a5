"""An item on a slide of its own: what it says there, and what stays with the others."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.diagnostics import Findings
from generator.editions import redact
from generator.locales import Language, Locale
from generator.measures.outline import outline_of
from generator.model.choices import Share
from generator.story import Story, tell_internal
from generator.story.blocks.kpi import KpiCards
from generator.story.blocks.table import Table
from generator.story.blocks.timeline import Timeline
from generator.story.story import Section
from generator.workbook.example import example_plan
from tests.builders import an_outline_row
from tests.story.telling import seen

PLAN = example_plan(Language.FR)


def story(*sections: str, **changes: Any) -> Story:
    rows = [an_outline_row(section=key, order=Decimal(at), **changes) for at, key in enumerate(sections)]
    outline = outline_of(rows, Share.INTERNAL)
    return tell_internal(PLAN, Locale(Language.FR), Findings(), hidden=redact(PLAN).hidden, outline=outline)


def slide(told: Story, key: str) -> Section:
    return next(one for one in told.slides if one.key == key)


def test_a_kpi_apart_says_where_it_stands_and_the_others_stay_together() -> None:
    told = story("kpis:KPI-02", "kpis")
    apart, rest = slide(told, "kpis/part/KPI-02"), slide(told, "kpis")
    assert seen(apart.headline).startswith("SLA tenus~: 96,4~% au T3_2026")
    cards = next(block for block in rest.slide_blocks if isinstance(block, KpiCards))
    assert "KPI-02" not in [card.ref for card in cards.cards]
    assert len(cards.cards) == len(PLAN.kpis) - 1
    assert "1 autre sur sa propre diapositive" in seen(rest.source)


def test_a_contract_apart_brings_its_amendments_and_no_sum_of_the_others() -> None:
    told = story("contracts:CT-01", "contracts")
    apart, rest = slide(told, "contracts/part/CT-01"), slide(told, "contracts")
    bar = next(block for block in apart.slide_blocks if isinstance(block, Timeline))
    assert [(row.key, row.detail) for row in bar.rows] == [("contracts/CT-01", "Groupe")]
    assert bar.strip is None
    tables = [block for block in apart.slide_blocks if isinstance(block, Table)]
    assert [[row.key for row in table.rows] for table in tables] == [["contracts/CT-01"], ["contracts/AV-01"]]
    kept = next(block for block in rest.slide_blocks if isinstance(block, Timeline))
    assert "contracts/CT-01" not in [row.key for row in kept.rows]
    assert kept.strip is not None


def test_the_plan_keeps_them_where_they_are_and_the_agenda_names_the_section_once() -> None:
    told, usual = story("kpis:KPI-02", "kpis"), story("kpis")
    assert [chapter.key for chapter in told.chapters] == [chapter.key for chapter in usual.chapters]
    items = slide(told, "agenda").slide_blocks[0].items  # type: ignore[union-attr]
    assert [item.section for item in items].count("kpis") == 1
    assert not [item for item in items if "part" in item.section]


def test_an_item_that_is_not_there_has_no_slide() -> None:
    told = story("kpis:KPI-99", "kpis")
    assert [one.key for one in told.slides if one.key.startswith("kpis")] == ["kpis"]
    assert "diapositive" not in slide(told, "kpis").source


def test_fewer_rows_are_told_and_the_others_counted_with_their_place() -> None:
    told = story("decisions-past", "actions", lines=4)
    table = slide(told, "decisions-past").slide_blocks[0]
    assert len(table.rows) == 4  # type: ignore[union-attr]
    assert table.more  # type: ignore[union-attr]
    actions = slide(told, "actions").slide_blocks[0]
    assert len(actions.rows) == 4  # type: ignore[union-attr]
    number = next(chapter.number for chapter in told.chapters if chapter.key == "actions")
    assert seen(actions.more).endswith(f"autres~: plan, chapitre {number}")  # type: ignore[union-attr]
