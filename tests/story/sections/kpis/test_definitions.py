"""The columns of the KPIs' definitions: the same whichever KPI comes first, and one for all that is told."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

import pytest

from generator.locales import Language
from generator.story.blocks.table import Table
from tests.deck.example_deck import plan_of, story_of


def definitions(refs: Iterable[str]) -> Table:
    """The table of the example's plan with these KPIs alone, in this order."""
    plan = plan_of(Language.FR)
    kpis = {kpi.ref: kpi for kpi in plan.kpis}
    told = story_of(plan.model_copy(update={"kpis": tuple(kpis[ref] for ref in refs)}), Language.FR)
    sections = (section for chapter in told.chapters for section in chapter.sections)
    blocks = (block for section in sections for block in section.chapter_blocks)
    return next(one for one in blocks if isinstance(one, Table) and one.key == "kpis/definitions")


@pytest.mark.parametrize("refs", [*permutations(["KPI-01", "KPI-02", "KPI-05"])], ids="-".join)
def test_the_columns_do_not_follow_the_first_kpi(refs: tuple[str, ...]) -> None:
    """The values of KPI-05 are typed: it has no filter."""
    assert [one.title for one in definitions(refs).columns] == ["KPI", "Définition", "Filtre", "Source"]


def test_a_count_without_any_filter_has_a_column_of_its_own() -> None:
    """Twelve meetings were due; no filter narrows KPI-04."""
    table = definitions(["KPI-04"])
    assert [one.title for one in table.columns] == ["KPI", "Définition", "Effectif (n)", "Source"]
    assert table.rows[0].cells[2].text == "12"
