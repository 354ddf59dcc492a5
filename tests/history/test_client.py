"""The client's history: no internal value is kept, and what becomes internal goes without a word."""

from __future__ import annotations

import pytest

from generator.editions import redact
from generator.editions.edition import Edition
from generator.history import Snapshot, compare, to_bytes
from generator.history.difference import ActionChanges, ContractChanges, PeopleChanges
from generator.history.opinions import OPINIONS
from generator.model.choices import Share
from generator.model.plan import AccountPlan
from generator.model.schema import tables
from tests.editions.canaries import MADE_INTERNAL, Canaries, with_canaries
from tests.packages import packed

CLOSABLE = {
    **{
        spec.field: {"share": Share.INTERNAL}
        for spec in tables()
        if spec.shared_row and "share" in spec.row.model_fields
    },
    **{table: changes for table, changes in MADE_INTERNAL.items() if table != "figures"},
}
"""What makes the rows of a table internal; a margin is not a revenue that became internal."""


@pytest.fixture(scope="module")
def marked(example: AccountPlan) -> tuple[AccountPlan, Canaries]:
    """The example with a mark in everything internal."""
    return with_canaries(example)


def zipped(content: bytes) -> bytes:
    """A file as the only part of a package, as the search of canaries reads packages."""
    return packed({"snapshot.json": content})


def test_no_internal_value_is_in_the_clients_snapshot(marked: tuple[AccountPlan, Canaries]) -> None:
    plan, marks = marked
    snapshot = Snapshot(Edition.CLIENT, redact(plan).plan, "", "0.1")
    assert marks.seen_in(zipped(to_bytes(snapshot))) == {}


def test_the_same_search_finds_them_all_in_the_internal_one(marked: tuple[AccountPlan, Canaries]) -> None:
    plan, marks = marked
    seen = set(marks.seen_in(zipped(to_bytes(Snapshot(Edition.INTERNAL, plan, "", "0.1")))))
    assert {place for place in marks.places - seen if place.split(".")[1] not in OPINIONS} == set()
    assert len(seen) > 100


@pytest.mark.parametrize("table", CLOSABLE)
def test_what_becomes_internal_is_silent(example: AccountPlan, table: str) -> None:
    """Every row of a table becomes internal, and nothing else happens: nothing at all is told."""
    closed = tuple(row.model_copy(update=CLOSABLE[table]) for row in getattr(example, table))
    now = redact(example.model_copy(update={table: closed}))
    found = compare(redact(example).plan, now.plan, silent=now.hidden)
    assert found.rows == ()
    assert (found.actions, found.contracts, found.people) == (ActionChanges(), ContractChanges(), PeopleChanges())
    assert (found.slips, found.decisions_applied) == ((), ())
