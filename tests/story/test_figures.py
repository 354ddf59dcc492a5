"""Every figure that a section names stands where it says, and leads to the cells it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from generator.brand import load
from generator.charts.canvas import Drawing, Shape
from generator.checks import check_coherence, to_findings
from generator.deck.arrange import arrange
from generator.editions import redact
from generator.history import compare
from generator.history.discretion import compare_for_client
from generator.locales import Language, Locale
from generator.measures.citation import cite
from generator.measures.traces import trace_of
from generator.model.choices import Quadrant
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import tables
from generator.story import Story, tell_client, tell_internal
from generator.story.blocks.kpi import KpiCards
from generator.story.blocks.summary import KeyFacts, Tiles
from generator.story.figures import Cited, Figure, Said, stands_in
from generator.story.story import Section
from generator.workbook.example import example_plan
from generator.workbook.origins import Origins
from tests.builders import a_contract, a_plan, an_action
from tests.story.telling import section, sections
from tests.stress.plans import CASES
from tools.next_quarter_example import earlier_plan

Told = tuple[Story, SharedPlan, SharedPlan | None]

UNCITED = 0
"""The numbers printed in headlines, tiles and cards that no figure stands for: this may only fall."""


@cache
def example(language: Language, *, compared: bool = False) -> tuple[Told, ...]:
    return told(example_plan(language), language, earlier_plan(language) if compared else None)


def told(plan: AccountPlan, language: Language, former: AccountPlan | None = None) -> tuple[Told, ...]:
    """Both editions, each with the plan that it may see, and the former one."""
    ours, theirs = redact(plan), None if former is None else redact(former).plan
    since = None if former is None else compare(former, plan)
    shown = None if theirs is None else compare_for_client(theirs, ours.plan)
    locale = Locale(language)
    findings = to_findings(check_coherence(plan), Origins().place, locale)
    internal = tell_internal(plan, locale, findings, since=since, hidden=ours.hidden, shared=ours.plan)
    client = tell_client(ours.plan, locale, shows_notices=ours.shows_notices, since=shown)
    return (internal, plan, former), (client, ours.plan, theirs)


@cache
def every_story() -> tuple[Told, ...]:
    return tuple(_stories())


def _stories() -> Iterator[Told]:
    for language in Language:
        yield from example(language)
        yield from example(language, compared=True)
    for case in ("ones", "kpis", "zeros", "amounts", "no_committee", "silent"):
        yield from told(CASES[case](), Language.FR)


def texts(told_in: Section) -> dict[str, str]:
    """What headlines, tiles and cards print, by the key it is printed under."""
    found = {f"{told_in.key}/title": told_in.headline}
    found |= {f"{key}/title": text for key, text in told_in.headlines.items()}
    for block in told_in.slide_blocks:
        match block:
            case Tiles():
                for tile in block.tiles:
                    lines = {"figure": tile.figure, "caption": tile.caption, "detail": tile.detail}
                    found |= {f"{tile.key}/{line}": text for line, text in lines.items()}
            case KeyFacts():
                for fact in block.facts:
                    lines = {"figure": fact.figure, "text": fact.text}
                    found |= {f"{block.key}/fact/{fact.key}/{line}": text for line, text in lines.items()}
            case KpiCards():
                for card in block.cards:
                    key = f"{block.key}/{card.ref}"
                    found |= {f"{key}/figure": f"{card.figure}{card.unit}", f"{key}/comment": card.comment}
                    found |= {f"{key}/facts/{at}": fact.value for at, fact in enumerate(card.facts, start=1)}
            case _:
                pass
    return found


def test_every_figure_stands_under_its_key() -> None:
    for story, _, _ in every_story():
        for one in sections(story):
            printed = texts(one)
            for figure in one.figures:
                assert figure.under in printed, figure
                assert stands_in(figure.text, printed[figure.under]), (figure, printed[figure.under])


def holds(plan: SharedPlan, path: FieldPath) -> bool:
    """Whether a plan has this row, and this field of it."""
    spec = next(one for one in tables() if one.field == path.table)
    rows = getattr(plan, path.table, ())
    for row in rows if isinstance(rows, tuple) else (rows,):
        if cite(spec.field, row).key == path.key:
            named = not path.field or path.field in type(row).model_fields
            return named or path.field in {str(quarter) for quarter in getattr(row, "quarters", {})}
    return False


def test_every_source_is_in_the_plan_that_the_edition_may_see() -> None:
    for story, plan, former in every_story():
        for figure in (figure for one in sections(story) for figure in one.figures):
            assert all(holds(plan, path) for path in figure.sources), figure
            assert not figure.former or former is not None
            assert former is None or all(holds(former, path) for path in figure.former), figure


def test_every_trace_can_be_asked_for() -> None:
    for story, plan, _ in every_story():
        if isinstance(plan, AccountPlan):
            for figure in (figure for one in sections(story) for figure in one.figures if figure.trace):
                assert trace_of(plan, figure.trace) is not None, figure


_REFERENCE = re.compile(r"\b[A-Z]{1,6}[-\u2011]\d+\b")
_QUARTER = re.compile(r"\b[TQ][1-4][\s\u00a0\u202f]\d{2,4}\b")
_DATE = re.compile(
    r"\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{1,2}(?:er)?[\s\u00a0\u202f][^\W\d]{3,9}\.?[\s\u00a0\u202f]\d{4}\b", re.UNICODE
)
_SCALE = re.compile(r"(?:sur|out of|of|/)[\s\u00a0\u202f](?:5|25)\b|\b4[\s\u00a0\u202f](?:ou plus|or more|or above)\b")
_NUMBER = re.compile(r"(?<![\w.,])[+\u2212-]?[€$£]?\d[\d\u202f\u00a0.,]*\d*")


def uncited(one: Section, plan: SharedPlan) -> list[tuple[str, str]]:
    """The numbers printed that no figure stands for: dates, references, quarters, scales and typed texts apart."""
    found = []
    typed = sorted((text for text in strings(plan) if re.search(r"\d", text)), key=len, reverse=True)
    for key, text in texts(one).items():
        rest = text
        for figure in sorted((one for one in one.figures if one.under == key), key=lambda one: -len(one.text)):
            rest = re.sub(rf"(?<![\w.,]){re.escape(figure.text)}(?!\w|[.,]\d)", "#", rest)
        for pattern in (_REFERENCE, _QUARTER, _DATE, _SCALE):
            rest = pattern.sub("", rest)
        rest = spaced(rest)
        for said in typed:
            rest = re.sub(re.escape(said.rstrip(".")), "", rest, flags=re.IGNORECASE)
        found += [(key, number.group()) for number in _NUMBER.finditer(rest)]
    return found


def strings(plan: SharedPlan) -> set[str]:
    """Every text of the plan."""
    found: set[str] = set()
    for spec in tables():
        rows = getattr(plan, spec.field, ())
        for row in rows if isinstance(rows, tuple) else (rows,):
            found |= {spaced(value) for value in vars(row).values() if isinstance(value, str)}
    return found


def spaced(text: str) -> str:
    """A text with plain spaces, hyphens and apostrophes, and none before a sign: as it was typed."""
    plain = re.sub(r"[\u00a0\u202f]", " ", text).replace("\u2011", "-").replace("\u2019", "'")
    return re.sub(r" (?=[%:;!?])", "", plain)


def test_every_number_of_headlines_tiles_and_cards_leads_somewhere() -> None:
    left = {
        (story.edition.value, story.language.value, *item)
        for story, plan, _ in every_story()
        for one in sections(story)
        for item in uncited(one, plan)
    }
    assert len(left) <= UNCITED, sorted(left)


_SPELLED = {
    Language.FR: re.compile(r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)\b"),
    Language.EN: re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"),
}
_YEAR = re.compile(r"(?:sur quatre trimestres|over four quarters)")


def test_every_count_in_words_of_a_headline_leads_somewhere() -> None:
    for story, _, _ in every_story():
        for one in sections(story):
            for key, text in texts(one).items():
                said = {figure.text.lower() for figure in one.figures if figure.under == key}
                rest = _YEAR.sub("", text).lower()
                for figure in sorted(said, key=len, reverse=True):
                    rest = rest.replace(figure, "#")
                if key.endswith("/title"):
                    assert not _SPELLED[story.language].search(rest), (key, text)


def shapes(story: Story) -> list[tuple[str, str]]:
    """The key and the whole text of every shape of the deck."""
    found = []
    for slide in arrange(story, load()).slides:
        marks = (mark for element in slide.elements if isinstance(element, Drawing) for mark in element.marks)
        for mark in marks:
            if isinstance(mark, Shape) and mark.text is not None:
                text = "\n".join("".join(run.text for run in one.runs) for one in mark.text.paragraphs)
                found.append((mark.key, text))
    return found


def test_the_shapes_of_the_deck_carry_the_keys_of_their_figures() -> None:
    for story, _, _ in example(Language.FR, compared=True):
        drawn = shapes(story)
        for figure in (figure for one in story.slides for figure in one.figures if not figure.under.endswith("/title")):
            there = [text for key, text in drawn if key == figure.under or key.startswith(f"{figure.under}/")]
            assert any(stands_in(figure.text, text) for text in there), (figure, there)


def figures(story: Story, under: str) -> dict[str, Figure]:
    return {figure.text: figure for one in sections(story) for figure in one.figures if figure.under == under}


def values(plan: SharedPlan, figure: Figure) -> list[object]:
    """What the cells of a figure hold."""
    found = []
    for path in figure.sources:
        row = next(row for row in getattr(plan, path.table) if cite(path.table, row).key == path.key)
        quarters = {str(quarter): value for quarter, value in getattr(row, "quarters", {}).items()}
        found.append(quarters[path.field] if path.field in quarters else getattr(row, path.field))
    return found


def test_a_typed_value_is_the_value_of_its_cell() -> None:
    (story, plan, _), _ = example(Language.FR)
    card = "kpis/cards/KPI-05"
    assert values(plan, figures(story, f"{card}/figure")["7"]) == [7]
    assert values(plan, figures(story, f"{card}/facts/1")["4"]) == [4]
    assert figures(story, f"{card}/figure")["7"].trace == "KPI-05"


def test_a_sum_is_that_of_its_cells() -> None:
    """Two notices of 1 650 000 and 110 000 a year; 110 000 of deals against 300 000."""
    (story, plan, _), _ = example(Language.FR)
    amount = figures(story, "contracts/title")["1,76\u00a0M€"]
    assert sum(value for value in values(plan, amount) if isinstance(value, Decimal)) == 1_760_000
    score = figures(story, "risks/title")["16"]
    assert values(plan, score) == [4, 4]


def test_a_change_cites_both_plans() -> None:
    (story, plan, former), _ = example(Language.FR, compared=True)
    assert former is not None
    change = figures(story, "since/KPI-05/caption")["+2"]
    assert values(plan, change) == [7]
    assert values(former, Figure("", "", change.former)) == [5]


def test_a_headline_of_the_person_comes_from_its_cell() -> None:
    (story, plan, _), *_ = told(CASES["long"](), Language.FR)
    found = section(story, "summary")
    assert found is not None
    (figure,) = [one for one in found.figures if one.under == "summary/title"]
    assert figure.text == found.headline
    assert [(path.table, path.field) for path in figure.sources] == [("messages", "title")]
    assert holds(plan, figure.sources[0])


def test_a_message_keeps_the_figures_that_go_into_it() -> None:
    path = FieldPath("kpis", ("KPI-1",), "target")
    late = Cited("trois", (path,), number=3)
    said = Said("trois sur 12, le 30/09/2026", (late, Cited("12", (path,)), Cited("9", (path,)))).sentence()
    assert said.text == "Trois sur 12, le 30/09/2026"
    assert [figure.text for figure in said.under("a/title")] == ["Trois", "12"]


def test_of_two_numbers_alike_the_one_that_opens_a_sentence_has_the_capital() -> None:
    kpis, actions = (FieldPath(table, ("1",)) for table in ("kpis", "actions"))
    said = Said("trois KPI sur cinq, mais trois actions", (Cited("trois", (kpis,)), Cited("trois", (actions,))))
    assert [(figure.text, figure.sources) for figure in said.sentence().under("a/title")] == [
        ("Trois", (kpis,)),
        ("trois", (actions,)),
    ]


def test_the_counts_of_what_keeps_the_plan_alive_lead_to_their_rows() -> None:
    (story, plan, _), _ = example(Language.FR)
    kept = figures(story, "animation/sla/title")
    assert {text: len(figure.sources) for text, figure in kept.items()} == {"Quatre": 4, "six": 6}
    trained = figures(story, "animation/training/title")
    assert {text: len(figure.sources) for text, figure in trained.items()} == {"Deux": 2, "cinq": 5}
    threats = figures(story, "landscape/swot/title")["Deux"]
    assert values(plan, replace(threats, sources=tuple(replace(one, field="quadrant") for one in threats.sources))) == [
        Quadrant.THREAT,
        Quadrant.THREAT,
    ]


def test_what_comes_leads_to_its_rows_whatever_their_references_are() -> None:
    actions = (an_action(ref="COPIL/2026/04"),)
    contracts = (a_contract(ref="CT/2024/07", end=date(2027, 1, 31), notice_months=3),)
    plan = a_plan(actions=actions, contracts=contracts)
    (story, _, _), _ = told(plan, Language.FR)
    found = [path for figure in figures(story, "next/title").values() for path in figure.sources]
    assert {(path.table, path.key) for path in found} == {
        ("actions", ("COPIL/2026/04",)),
        ("contracts", ("CT/2024/07",)),
    }


@pytest.mark.parametrize(
    ("figure", "text", "stands"),
    [
        ("7", "à\u00a07 au T3", True),
        ("7", "à 17 au T3", False),
        ("7", "à 7,5 au T3", False),
        ("91,7\u202f%", "tenues 91,7\u202f%, mais", True),
        ("+2", "(+2 depuis)", True),
        ("", "rien", False),
    ],
)
def test_a_figure_stands_alone(figure: str, text: str, *, stands: bool) -> None:
    assert stands_in(figure, text) is stands
