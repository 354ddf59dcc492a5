"""Snapshots: written and read again the same, bound to their edition, never used when damaged."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.editions import redact
from generator.editions.edition import Edition
from generator.history import Damaged, Snapshot, from_bytes, to_bytes
from generator.history.snapshot import SCHEMA_VERSION, UPGRADES, Damage
from generator.locales import Language
from generator.model.choices import Attitude, Share
from generator.model.column import Days
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.quarter import Quarter
from generator.model.schema import tables
from generator.workbook.example import example_plan
from tests.builders import (
    a_client_goal,
    a_contact,
    a_contract,
    a_figure_series,
    a_plan,
    a_planned_meeting,
    a_service_level,
    an_action,
    an_opportunity,
    quarters,
)

FIRST_SCHEMA = Path(__file__).parent / "schema_1"


def internal(plan: AccountPlan) -> Snapshot:
    """The internal snapshot of a plan."""
    return Snapshot(Edition.INTERNAL, plan, "ab" * 32, "0.1")


def test_a_snapshot_is_read_as_it_was_written() -> None:
    plan = a_plan(
        client_goals=(a_client_goal(horizon=2028), a_client_goal(ref="ENJ-02", horizon=Quarter(2027, 2))),
        meetings=(a_planned_meeting(starts_at=time(10, 30), attendees=("A", "B")),),
        service_levels=(a_service_level(period=Quarter(2026, 3), target=Decimal("0.10")),),
        contracts=(a_contract(notice_months=3), a_contract(ref="CT-02", notice_months=Days(180))),
        figures=(a_figure_series(quarters=quarters(T1_2026="1.50", T2_2026=0)),),
        actions=(an_action(action="Œuvre « à l’été »\nligne 2"),),
    )
    snapshot = internal(plan)
    assert from_bytes(to_bytes(snapshot)) == snapshot


def test_the_client_s_does_not_name_the_workbook_which_moves_with_what_is_internal() -> None:
    shared = redact(a_plan()).plan
    one, other = (to_bytes(Snapshot(Edition.CLIENT, shared, digest * 32, "0.1")) for digest in ("ab", "cd"))
    assert one == other
    assert b"abab" not in one


@pytest.mark.parametrize("language", Language)
def test_the_example_is_read_as_it_was_written(language: Language) -> None:
    plan = example_plan(language)
    for snapshot in (internal(plan), Snapshot(Edition.CLIENT, redact(plan).plan, "", "0.1")):
        assert from_bytes(to_bytes(snapshot)) == snapshot


def test_the_form_is_canonical_and_exact() -> None:
    data = to_bytes(internal(a_plan(opportunities=(an_opportunity(probability="0.50"),))))
    found = json.loads(data, parse_float=lambda text: pytest.fail(f"{text} is a float"))
    assert list(found) == sorted(found)
    assert found["plan"]["opportunities"] == [
        {
            "amount": "100000",
            "decision_due": "2026-11-30",
            "entity": "Groupe",
            "offer": "Support",
            "probability": "0.50",
            "ref": "OPP-01",
            "stage": "QUALIFIED",
            "title": "Extension du support",
            "type": "UP_SELL",
        }
    ]
    assert (found["schema_version"], found["edition"], found["period"]) == (SCHEMA_VERSION, "interne", "2026-T3")
    assert data == to_bytes(internal(a_plan(opportunities=(an_opportunity(probability="0.50"),))))


def test_a_client_snapshot_holds_nothing_but_a_shared_plan() -> None:
    plan = a_plan(actions=(an_action(share=Share.CLIENT),))
    with pytest.raises(TypeError):
        Snapshot(Edition.CLIENT, plan, "", "0.1")
    with pytest.raises(TypeError):
        Snapshot(Edition.INTERNAL, redact(plan).plan, "", "0.1")
    # even rows that were not rebuilt leave their internal fields behind
    careless = SharedPlan.model_construct(
        **{**dict(redact(plan).plan), "actions": plan.actions, "account": plan.account}
    )
    found = json.loads(to_bytes(Snapshot(Edition.CLIENT, careless, "", "0.1")))
    assert "share" not in found["plan"]["actions"][0]
    assert "ambition" not in found["plan"]["account"]
    assert "opportunities" not in found["plan"]


def test_opinions_about_people_who_left_are_left_out() -> None:
    known: dict[str, Any] = {"attitude": Attitude.RESERVED, "influence": 4, "observed_fact": "A quitté la salle"}
    plan = a_plan(contacts=(a_contact(**known), a_contact(name="Marc Oberlin", active=False, **known)))
    kept = internal(plan).plan
    assert kept.contacts == (plan.contacts[0], a_contact(name="Marc Oberlin", active=False))


def altered(data: bytes, **changes: object) -> bytes:
    """The same file with other values at its top."""
    return json.dumps({**json.loads(data), **changes}).encode()


WRITTEN = to_bytes(internal(a_plan(actions=(an_action(),))))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Damage.UNREADABLE),
        (b"\xff\xfe\x00", Damage.UNREADABLE),
        (b"[" * 100_000, Damage.UNREADABLE),
        (b"null", Damage.UNREADABLE),
        (b"[1]", Damage.UNREADABLE),
        (b"{}", Damage.UNREADABLE),
        (b'{"checksum": "", "schema_version": "x"}', Damage.UNREADABLE),
        (b'{"checksum": "", "schema_version": 1, "plan": NaN}', Damage.UNREADABLE),
        (b'{"checksum": "", "schema_version": 1e999999}', Damage.UNREADABLE),
        (b'{"plan": ' * 100_000, Damage.UNREADABLE),
        (WRITTEN.replace(b'"edition"', b'"edition": "client", "edition"', 1), Damage.UNREADABLE),
        (WRITTEN[: len(WRITTEN) // 2], Damage.UNREADABLE),
        (WRITTEN.replace(b"Former", b"Fermer"), Damage.ALTERED),
        (altered(WRITTEN, edition="client"), Damage.ALTERED),
        (altered(WRITTEN, checksum=None), Damage.ALTERED),
        (altered(WRITTEN, schema_version=SCHEMA_VERSION + 1), Damage.NEWER),
    ],
)
def test_a_damaged_snapshot_says_so(data: bytes, reason: Damage) -> None:
    assert from_bytes(data) == Damaged(reason)


def test_every_truncation_and_every_flipped_byte_is_noticed() -> None:
    for at in range(0, len(WRITTEN) - 2, 37):
        assert isinstance(from_bytes(WRITTEN[:at]), Damaged)
        flipped = WRITTEN[:at] + bytes([WRITTEN[at] ^ 1]) + WRITTEN[at + 1 :]
        assert isinstance(from_bytes(flipped), Damaged)


def test_an_older_schema_is_upgraded() -> None:
    """Two schemas later: a column was renamed, then a table came; each step is done once, in order."""

    def first(found: Any) -> Any:
        found["plan"]["actions"][0]["action"] = "renamed"
        return found

    def second(found: Any) -> Any:
        found["plan"]["actions"][0]["action"] += ", then seen again"
        return found

    read = from_bytes(WRITTEN, upgrades={SCHEMA_VERSION + 2: second, SCHEMA_VERSION + 1: first})
    assert isinstance(read, Snapshot)
    assert read.plan.actions[0].action == "renamed, then seen again"
    assert read.schema_version == SCHEMA_VERSION


def test_an_upgrade_is_not_done_to_what_is_that_new_already() -> None:
    def undone(_found: Any) -> Any:
        pytest.fail("upgraded though it was written so")

    assert isinstance(from_bytes(WRITTEN, upgrades={SCHEMA_VERSION: undone}), Snapshot)


@pytest.mark.parametrize(
    "plan",
    [
        {},
        [],
        {"account": []},
        {"account": {"client": "A"}},
        {"offers": [{"name": "A", "active": True, "colour": "red"}]},
        {"colours": []},
        {"offers": [{"name": 1.5}]},
        {"figures": [{"quarters": {"2026": "1"}}]},
        {"figures": [{"quarters": {"2026-T1": "ten"}}]},
        {"actions": [{"status": "EN COURS"}]},
        {"contracts": [{"annual_amount": "1E+999999999"}]},
        {"contracts": [{"annual_amount": "NaN"}]},
        {"figures": [{"quarters": {"2026-T1": "1E-999999999"}}]},
    ],
)
def test_a_content_that_does_not_fit_the_model_says_so(plan: object) -> None:
    def misfit(found: Any) -> Any:
        return {**found, "plan": {**found["plan"], **plan} if isinstance(plan, dict) and plan else plan}

    assert from_bytes(WRITTEN, upgrades={SCHEMA_VERSION + 1: misfit}) == Damaged(Damage.MISFIT)


@pytest.mark.parametrize("edition", Edition)
def test_snapshots_of_the_first_schema_are_read(edition: Edition) -> None:
    """Files written on 23 November 2026, with one row of every table."""
    found = from_bytes((FIRST_SCHEMA / f"2026-T3.{edition.value}.json").read_bytes())
    assert isinstance(found, Snapshot)
    assert (found.edition, found.schema_version) == (edition, 1)
    assert found.plan.contracts[0].annual_amount == 100_000
    assert found.plan.figures[0].quarters == quarters(T2_2026="10.50", T3_2026=12)


@pytest.mark.parametrize("number", range(max(UPGRADES, default=1), SCHEMA_VERSION + 1))
def test_the_schema_is_numbered(number: int, golden_once: Callable[[str, str], None]) -> None:
    """A field that comes says ``since`` which new number; one that goes or is renamed asks for an upgrade to one."""
    known = [(spec.field, column) for spec in tables() for column in spec.columns if column.column.since <= number]
    fields = sorted(f"{table}.{column.field}{' ©' if column.shared else ''}" for table, column in known)
    golden_once(f"history/fields_{number}.txt", "\n".join(fields) + "\n")


def test_the_second_schema_is_the_first_and_three_internal_columns() -> None:
    later = {(spec.field, column.field) for spec in tables() for column in spec.columns if column.column.since == 2}
    assert later == {("account", "code"), ("settings", "hidden_rows"), ("settings", "struck_text")}


def test_what_came_later_than_its_table_has_a_default_in_older_snapshots() -> None:
    for spec in tables():
        came = min(column.column.since for column in spec.columns)
        assert [column.field for column in spec.columns if column.column.since > came and column.required] == []


def test_a_version_without_end_is_unreadable() -> None:
    assert from_bytes(b'{"schema_version": Infinity, "checksum": "x"}') == Damaged(Damage.UNREADABLE)
