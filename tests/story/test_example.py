"""The story of the example account: complete, agreeing with figures worked by hand, and the same as its snapshots."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.checks import check_coherence, to_findings
from generator.editions import redact
from generator.history.compare import compare
from generator.locales import Language, Locale
from generator.model.plan import AccountPlan
from generator.pipeline import Built
from generator.story import Story, tell_internal
from generator.workbook.example import example_plan
from generator.workbook.origins import Origins
from tests.story.contents import ANNEXES, CHAPTERS, FULL_ONLY, PRESSED
from tests.story.outline import outline
from tests.story.telling import section, seen, tell
from tools.next_quarter_example import earlier_plan

BY_HAND: Mapping[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "measures" / "example_worked_by_hand.toml").read_text(encoding="utf-8")
)
SNAPSHOTS = {"story.fr.txt": Language.FR, "story.en.txt": Language.EN}


@pytest.fixture(scope="module")
def story(built: Built) -> Story:
    """The story of the committed example, with what the checks found in it."""
    assert built.checked.plan is not None
    plan = built.checked.plan
    return tell_internal(plan, Locale(Language.FR), built.checked.findings, hidden=redact(plan).hidden)


def headline(story: Story, key: str) -> str:
    found = section(story, key)
    assert found is not None
    return seen(found.headline)


def test_every_section_of_the_outline_is_told(story: Story) -> None:
    # the client's, and what a first edition has nothing to compare with
    without = {"organisation", "since"}
    assert [told.key for told in story.slides] == [key for key in (*PRESSED, *ANNEXES) if key not in without]
    for (number, key, wanted), chapter in zip(CHAPTERS, story.chapters, strict=True):
        assert (chapter.number, chapter.key) == (number, key)
        away = without | ({"changes", *FULL_ONLY} if key == "annexes" else set[str]())
        assert [told.key for told in chapter.sections] == [name for name in wanted if name not in away]
    assert story.left_out == ("Depuis le dernier COPIL",)


def test_headlines_are_full_sentences_of_their_own(story: Story) -> None:
    headlines = [told.headline for told in story.slides]
    assert len(set(headlines)) == len(headlines)
    for told in headlines:
        assert told[0].isupper() or told[0].isdigit()
        assert not told.endswith(".")
        assert "{" not in told


def test_every_section_says_where_it_comes_from_and_how_to_say_it(story: Story) -> None:
    for told in story.slides:
        assert seen(told.source).startswith("Source~: ")
        assert seen(told.source).endswith(" · arrêté au_30/09/2026")
        assert told.notes


def test_the_figures_of_the_headlines_are_those_worked_by_hand(story: Story) -> None:
    revenue, change, margin = (
        BY_HAND["revenue"]["total"]["2026-T3"],
        Decimal(BY_HAND["revenue"]["change"]["year_on_year_rate"]),
        Decimal(BY_HAND["margin"]["rate"]["2026-T3"]),
    )
    assert (revenue, round(change, 3), margin) == (1_130_000, Decimal("0.091"), Decimal("0.238"))
    assert headline(story, "revenue").startswith("Le CA du T3_2026 gagne 94_k€ en un an, à_1,13_M€")  # from 1,036,000
    totals = BY_HAND["contracts"]["totals"]
    assert (totals["at_stake"], round(Decimal(totals["at_stake_rate"]), 2)) == (1_760_000, Decimal("0.43"))
    assert headline(story, "contracts").startswith("Deux préavis engagent 1,76_M€ par an d’ici le_30/11/2026")
    whitespace = BY_HAND["whitespace"]["totals"]
    assert (whitespace["to_win"], round(Decimal(whitespace["iberia_rate"]), 2)) == (1_110_000, Decimal("0.56"))
    assert headline(story, "whitespace").startswith("1,11_M€ par an restent à capter, dont 56~% chez Iberia")
    pipeline = BY_HAND["pipeline"]["totals"]
    assert (pipeline["weighted_of_the_gap"], pipeline["missing"]) == (110_000, 190_000)
    assert headline(story, "pipeline") == (
        "Les deux affaires ouvertes liées à OBJ=07 pèsent 110_k€ pondérés~: il manque 190_k€ pour combler l’écart "
        "de_300_k€"
    )


def test_the_counts_of_the_headlines_are_those_worked_by_hand(story: Story) -> None:
    actions = BY_HAND["actions"]
    live = actions["total"] - len(actions["cancelled"])
    oldest = max(actions["days_late"].values())
    assert (actions["late"], live, oldest) == (3, 35, 46)
    told = headline(story, "actions")
    assert told.startswith("Trois actions sur_35 sont en retard")
    assert told.endswith("attendue depuis 46 jours")
    people = BY_HAND["people"]
    assert people["decision_makers_in_no_body"] == ["Philippe Arnoux"]
    said = headline(story, "coverage")
    assert said.startswith(
        "Industrie, 29~% du CA~: NPS de_21, Philippe Arnoux (DG Industrie) sans contact depuis 110 jours"
    )
    assert said.endswith("et sans siège~; première action~: A=33, le_14/10/2026")
    critical = [score for score in BY_HAND["risks"]["criticality"].values() if score >= 15]
    assert (len(critical), max(critical)) == (4, 16)
    assert headline(story, "risks").startswith("Quatre risques ouverts sur neuf sont critiques, d’abord R=01")
    assert len(BY_HAND["decisions"]["pending"]) == 3
    assert headline(story, "decisions-next").startswith("Trois décisions sont attendues aujourd’hui")
    assert BY_HAND["kpis"]["KPI-03"]["2026-T3"] == "42"
    assert headline(story, "quality") == (  # worked by hand: 5 of 7 on time, and 4, 5, 7 opened in the last quarters
        "Le total de_96,4~% cache les incidents P1~: cinq sur sept seulement dans les délais, et un nombre passé de_4 "
        "à_7 en deux trimestres"
    )


def test_the_summary_goes_by_stake(story: Story) -> None:
    assert headline(story, "summary") == (
        "Trois décisions attendent le comité, dont «~Reconduire l’infogérance (CT=01)~»~: 1,65_M€ par an~; "
        "«~Incidents P1~» est à_7 pour_4 au plus, mais «~CA cloud et cybersécurité~» tient sa cible à_333_k€"
    )


@pytest.mark.parametrize("name", list(SNAPSHOTS))
def test_the_story_reads_as_its_snapshot(golden: Callable[[str, str], None], name: str) -> None:
    """``make golden`` writes it anew; the difference is what a review looks at."""
    language = SNAPSHOTS[name]
    plan = example_plan(language)
    locale = Locale(language)
    findings = to_findings(check_coherence(plan), Origins().place, locale)
    since = compare(earlier_plan(language), plan)
    golden(name, outline(tell_internal(plan, locale, findings, since=since, hidden=redact(plan).hidden)))


def test_no_snapshot_is_an_orphan() -> None:
    folder = Path(__file__).parents[1] / "golden"
    assert {path.name for path in folder.glob("story*")} == set(SNAPSHOTS)


def test_no_word_is_left_in_the_other_language(example: AccountPlan) -> None:
    """Headings and units of the English story, whose data is French."""
    english = tell(example, Language.EN)
    titles = [told.title for told in english.slides] + [chapter.title for chapter in english.chapters]
    french = [told.title for told in tell(example).slides]
    assert set(titles) & (set(french) - {"Opportunités"}) == set()
