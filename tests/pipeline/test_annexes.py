"""The shortest plan: its body alone, and its annexes in a document beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.model.choices import PlanPreset
from generator.pipeline import BuildOptions, DocumentKind, Edition, build

EXAMPLE = Path(__file__).parents[2] / "inputs" / "exemple.xlsx"


def test_the_shortest_plan_has_its_annexes_beside_it(tmp_path: Path) -> None:
    options = BuildOptions(
        output=tmp_path, kinds=(DocumentKind.PLAN,), editions=(Edition.CLIENT,), plan=PlanPreset.SHORT
    )
    built = build(EXAMPLE, options)
    assert [document.kind for document in built.documents] == [DocumentKind.PLAN, DocumentKind.ANNEXES]
    plan, annexes = (document.path for document in built.documents)
    assert annexes.parent == plan.parent
    assert annexes.name == plan.name.replace("plan_", "annexes_", 1)
    assert all(document.path.exists() for document in built.documents)
    assert build(EXAMPLE, options).is_up_to_date
    again = build(EXAMPLE, replace(options, plan=PlanPreset.CURRENT))
    assert [document.kind for document in again.documents] == [DocumentKind.PLAN]
    assert again.outdated == (annexes,)
    assert build(EXAMPLE, replace(options, kinds=(DocumentKind.DECK,))).outdated == ()
