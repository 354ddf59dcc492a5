"""The contracts slide: what is at stake first, what ends when adds up, and the path that leaves no time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.locales import Language
from generator.model.choices import Attitude, ContractStatus, Power
from generator.story.blocks.timeline import BackPlan, Timeline
from generator.story.story import Section
from generator.workbook.example import example_plan
from tests.builders import a_contact, a_contract, a_plan, an_approval_step
from tests.story.telling import block, section, seen, tell, tell_to_client


def told(*contracts: Any, **tables: Any) -> Section:
    found = section(tell(a_plan(contracts=contracts, **tables)), "contracts")
    assert found is not None
    return found


def near(ref: str, amount: int, **changes: Any) -> Any:
    return a_contract(ref=ref, annual_amount=amount, end=date(2027, 3, 31), notice_months=4, **changes)


def test_the_example_ends_by_quarter_what_is_under_contract() -> None:
    """By hand: CT-06 in the first quarter of 2027, CT-01 in the second, CT-05 and CT-02 in the last; 4 140 in all."""
    found = section(tell(example_plan(Language.FR)), "contracts")
    assert found is not None
    timeline = block(found, Timeline)
    assert timeline.strip is not None
    ends = {
        f"{period.name} {period.year}": value.emphasised + value.other
        for period, value in zip(timeline.periods, timeline.strip.values, strict=True)
        if value.label
    }

    assert ends == {
        "T1 2027": Decimal(110_000),
        "T2 2027": Decimal(1_650_000),
        "T4 2027": Decimal(1_410_000),
        "T2 2028": Decimal(480_000),
        "T4 2028": Decimal(490_000),
    }
    assert sum(ends.values()) == 4_140_000
    assert seen(timeline.strip.note) == "sur_4~140_k€ sous contrat"
    assert [row.key for row in timeline.rows][:2] == ["contracts/CT-01", "contracts/CT-06"]


def test_what_ends_beyond_the_axis_or_never_is_said_beside_the_strip() -> None:
    contracts = (
        a_contract(annual_amount=100_000),
        a_contract(ref="CT-02", annual_amount=40_000, end=date(2035, 12, 31)),
        a_contract(ref="CT-03", annual_amount=2_000, end=None),
    )
    timeline = block(told(*contracts), Timeline)

    assert seen(timeline.strip.note) == "sur_142_k€ sous contrat, dont 42_k€ plus tard ou sans terme"
    assert sum(value.emphasised + value.other for value in timeline.strip.values) == 100_000


def test_the_axis_begins_with_the_quarter_of_the_cut_off_and_holds_a_year_at_least() -> None:
    timeline = block(told(a_contract(end=date(2026, 12, 31))), Timeline)

    assert (timeline.start, timeline.end) == (date(2026, 7, 1), date(2027, 9, 30))


def test_the_bars_in_the_accent_are_those_that_the_headline_weighs() -> None:
    found = told(
        near("CT-01", 50_000),
        near("CT-02", 90_000),
        a_contract(ref="CT-03", annual_amount=10_000, end=date(2027, 6, 30)),  # ends within the year, without notice
    )
    rows = block(found, Timeline).rows

    assert seen(found.headline).startswith("Deux préavis tombent d’ici le_30/11/2026~: ils engagent 140_k€ par an")
    assert [(row.key, row.is_emphasised) for row in rows] == [
        ("contracts/CT-02", True),
        ("contracts/CT-01", True),
        ("contracts/CT-03", False),
    ]


def test_what_is_over_has_no_bar_and_is_counted() -> None:
    found = told(a_contract(), a_contract(ref="CT-02", status=ContractStatus.EXPIRED, end=date(2025, 12, 31)))

    assert [row.key for row in block(found, Timeline).rows] == ["contracts/CT-01"]
    assert "un contrat non tracé" in found.source
    assert found.chapter_source == found.source


def test_what_a_slide_has_no_room_for_is_counted_with_what_it_weighs() -> None:
    contracts = tuple(a_contract(ref=f"CT-{at:02}", annual_amount=10_000) for at in range(1, 13))
    found = told(*contracts)
    (on_slide,) = (one for one in found.slide_blocks if isinstance(one, Timeline))
    (in_plan,) = (one for one in found.chapter_blocks if isinstance(one, Timeline))

    assert (len(on_slide.rows), len(in_plan.rows)) == (9, 12)
    assert "3 contrats non tracés, dont 30_k€ par an en vigueur" in seen(found.source)
    assert "non tracé" not in found.chapter_source


def test_a_contract_past_its_end_that_nobody_closed_still_shows() -> None:
    found = told(a_contract(), a_contract(ref="CT-02", end=date(2026, 6, 30)))
    rows = block(found, Timeline).rows

    assert [(row.key, seen(row.end_label)) for row in rows if row.is_past] == [
        ("contracts/CT-02", "échu le_30/06/2026")
    ]


def _path() -> tuple[Any, ...]:
    return (
        an_approval_step(step=1, contact="Marc Oberlin", power=Power.ADVISES, delay_days=15),
        an_approval_step(step=2, delay_days=25),
    )


def test_the_path_of_a_near_notice_says_when_to_set_out_and_past_whom() -> None:
    people = (a_contact(), a_contact(name="Marc Oberlin", attitude=Attitude.OPPONENT))
    found = told(near("CT-01", 150_000), approval_steps=_path(), contacts=people)
    way = block(found, BackPlan)

    assert seen(found.headline) == (
        "Le préavis de CT=01 engage 150_k€ par an et tombe le_30/11/2026~: avec 40 jours de circuit, la proposition "
        "doit partir le_21/10/2026 au plus tard"
    )
    assert (way.launch, way.due, seen(way.margin)) == (date(2026, 10, 21), date(2026, 11, 30), "21 jours de marge")
    assert [(step.person, step.days, step.resists) for step in way.steps] == [
        ("Marc Oberlin", 15, True),
        ("Hélène Castaing", 25, False),
    ]
    assert seen(way.note) == "15 des 40 jours passent par Marc Oberlin"


def test_a_launch_that_has_passed_is_said_so() -> None:
    late = (an_approval_step(delay_days=80),)
    found = told(near("CT-01", 150_000), approval_steps=late)

    assert seen(found.headline).endswith("avec 80 jours de circuit, la proposition devait partir le_11/09/2026")
    assert seen(block(found, BackPlan).margin) == "19 jours de retard"


def test_the_client_is_told_of_no_path() -> None:
    found = section(tell_to_client(a_plan(contracts=(near("CT-01", 50_000),), approval_steps=_path())), "contracts")

    assert found is not None
    assert not [one for one in (*found.slide_blocks, *found.chapter_blocks) if isinstance(one, BackPlan)]
    assert "circuit" not in found.headline + found.source + " ".join(found.notes)


def test_contracts_that_are_all_over_are_told_by_their_table() -> None:
    found = told(a_contract(status=ContractStatus.EXPIRED, end=date(2025, 12, 31)))

    assert [type(one).__name__ for one in found.slide_blocks] == ["Table"]
