"""A KPI whose filter is not understood: no document is written, and none that were would hold it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.brand import load
from generator.checks import check_coherence
from generator.deck import write_deck
from generator.editions import redact
from generator.editions.edition import Edition
from generator.locales import Language, Locale
from generator.measures.weather import weather
from generator.model.choices import Calculation, Share, Unit
from generator.model.plan import AccountPlan
from generator.pipeline import BuildOptions, build
from generator.plan import write_plan
from generator.story.tell import tell_client
from tests.builders import a_figure_series, a_kpi, a_plan, an_entity, quarters
from tests.editions.canaries import contents
from tests.test_pipeline import a_workbook

YEAR = {"T4_2025": 25, "T1_2026": 25, "T2_2026": 25, "T3_2026": 25}


def a_plan_with(filter_typed: str) -> AccountPlan:
    """Two KPIs shared with the client, green both: one on all revenue, one on a part of it."""
    shared = {"calculation": Calculation.SEGMENT_REVENUE, "unit": Unit.MONEY, "share": Share.CLIENT, "target": 10}
    return a_plan(
        entities=(an_entity(), an_entity(name="Roanne", segment="Usines")),
        figures=(
            a_figure_series(quarters=quarters(**YEAR)),
            a_figure_series(entity="Roanne", quarters=quarters(**YEAR)),
        ),
        kpis=(
            a_kpi(ref="KPI-01", name="Tout le groupe", **shared),
            a_kpi(ref="KPI-02", name="Zélotypie", filter=filter_typed, **shared),
        ),
    )


@pytest.mark.parametrize("typed", ["Siège", "Segmnt=Siège", "Segment=Sièges", "Fenêtre=2"])
def test_it_stops_both_editions(tmp_path: Path, typed: str) -> None:
    built = build(a_workbook(tmp_path / "compte.xlsx", a_plan_with(typed)), BuildOptions(output=tmp_path / "out"))
    assert built.documents == ()
    assert set(built.refused) == set(Edition)
    assert [said.code[:3] for said in built.findings.errors] == ["V23"]
    assert not list(tmp_path.glob("out/**/*.*"))


def test_it_appears_nowhere_in_what_the_client_would_receive() -> None:
    understood, misread = (held_by_client(a_plan_with(typed)) for typed in ("Segment=Siège", "Siège"))
    assert "Zélotypie" in understood
    assert "Tout le groupe" in misread
    assert "Zélotypie" not in misread


def test_it_is_neither_counted_nor_judged() -> None:
    plan = a_plan_with("Siège")
    figures = weather(plan).figures
    assert (figures.measured, len(figures.green)) == (1, 1)
    told = {(item.code, item.path.key) for item in check_coherence(plan)}
    assert not {code for code, key in told if key == ("KPI-02",)}


def held_by_client(plan: AccountPlan) -> str:
    story = tell_client(redact(plan).plan, Locale(Language.FR), shows_notices=False)
    brand = load()
    documents = (write_deck(story, brand), write_plan(story, brand))
    return "\n".join(part.decode("utf-8", "replace") for document in documents for _, part in contents(document))
