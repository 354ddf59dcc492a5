"""Non-interference on whole files: with other internal cells, now and a quarter before, they keep their bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.brand import load
from generator.cli.new import workbook_colours
from generator.editions.edition import Edition
from generator.locales import Language
from generator.model.plan import AccountPlan
from generator.pipeline import BuildOptions, DocumentKind, build
from generator.workbook.author import author
from generator.workbook.example import example_plan
from tests.editions.interference import changed_throughout
from tools.next_quarter_example import earlier_plan


def unchanged(plan: AccountPlan) -> AccountPlan:
    """The plan as it is."""
    return plan


@pytest.mark.parametrize("native_charts", [False, True], ids=["pictures", "native charts"])
def test_the_client_gets_the_same_bytes(tmp_path: Path, *, native_charts: bool) -> None:
    as_it_is = files_of(tmp_path / "as it is", unchanged, native_charts=native_charts)
    changed = files_of(tmp_path / "changed", changed_throughout, native_charts=native_charts)
    of_the_deck = {"client/copil_groupe-valmonde_2026-T3.pptx", "history/2026-T3.client.deck.base"}
    assert set(as_it_is) == (set() if native_charts else of_the_deck) | {
        "client/plan_groupe-valmonde_2026-T3.docx",
        "history/2026-T3.client.json",
        "history/2026-T3.client.plan.base",
    }
    assert [name for name, content in as_it_is.items() if changed[name] != content] == []
    assert changed.keys() == as_it_is.keys()


def files_of(folder: Path, change: Callable[[AccountPlan], AccountPlan], *, native_charts: bool) -> dict[str, bytes]:
    """What the client edition writes of the example since the quarter before, both changed.

    A deck's charts are native ones always: with native ones in the plan too, the deck is not written again.
    """
    folder.mkdir()
    for name, plan in (("now", example_plan(Language.FR)), ("before", earlier_plan(Language.FR))):
        (folder / f"{name}.xlsx").write_bytes(
            author(change(plan), Language.FR, colours=workbook_colours(load().palette))
        )
    options = BuildOptions(
        output=folder,
        kinds=(DocumentKind.PLAN,) if native_charts else (DocumentKind.DECK, DocumentKind.PLAN),
        editions=(Edition.CLIENT,),
        since=folder / "before.xlsx",
        native_charts=native_charts,
    )
    built = build(folder / "now.xlsx", options)
    assert [(found.code, found.place, found.value) for found in built.findings.errors] == []
    written = [*folder.rglob("client/*"), *folder.rglob("history/*.client.*")]
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in written}
