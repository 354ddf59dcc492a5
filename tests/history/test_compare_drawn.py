"""Whatever rows two plans hold: what came on the way there goes on the way back, and each change is told once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.history import compare
from generator.history.difference import ChangeKind, RowChange
from generator.model.plan import AccountPlan
from tests.builders import a_contact, a_plan, a_score, an_action

REFS = st.sampled_from(["A-01", "A-02", "A-03", "A-04"])
NAMES = st.sampled_from(["Ana Ruiz", "Marc Oberlin", "Élise Morand", "Paul Weber"])
TEXTS = st.sampled_from(["Relancer", "Chiffrer"])


@st.composite
def plans(draw: st.DrawFn) -> AccountPlan:
    """Plans of a few actions, people and respondents, in any order."""
    actions = draw(st.dictionaries(REFS, TEXTS))
    people = draw(st.dictionaries(NAMES, st.booleans()))
    scores = draw(st.lists(st.integers(0, 2), max_size=5))
    return a_plan(
        actions=tuple(an_action(ref=ref, action=text) for ref, text in actions.items()),
        contacts=tuple(a_contact(name=name, active=active) for name, active in people.items()),
        satisfaction=tuple(a_score(score=score) for score in scores),
    )


def keys(rows: tuple[RowChange, ...], kind: ChangeKind) -> list[tuple[str, tuple[str, ...]]]:
    """The rows of a kind of change, sorted."""
    return sorted((row.table, row.key) for row in rows if row.kind is kind)


@given(plans(), plans())
def test_there_and_back(old: AccountPlan, new: AccountPlan) -> None:
    there, back = compare(old, new).rows, compare(new, old).rows
    assert keys(there, ChangeKind.ADDED) == keys(back, ChangeKind.REMOVED)
    assert keys(there, ChangeKind.REMOVED) == keys(back, ChangeKind.ADDED)
    assert keys(there, ChangeKind.CHANGED) == keys(back, ChangeKind.CHANGED)


@given(plans(), plans())
def test_actions_are_told_by_their_key(old: AccountPlan, new: AccountPlan) -> None:
    before, after = ({row.ref: row.action for row in plan.actions} for plan in (old, new))
    told = {row.key[0]: row.kind for row in compare(old, new).rows if row.table == "actions"}
    assert told == {
        **dict.fromkeys(after.keys() - before.keys(), ChangeKind.ADDED),
        **dict.fromkeys(before.keys() - after.keys(), ChangeKind.REMOVED),
        **{ref: ChangeKind.CHANGED for ref in before.keys() & after.keys() if before[ref] != after[ref]},
    }


@given(plans(), plans())
def test_the_number_of_rows_adds_up(old: AccountPlan, new: AccountPlan) -> None:
    rows = compare(old, new).rows
    for table in ("actions", "contacts", "satisfaction"):
        came, went = (
            sum(row.table == table and row.kind is kind for row in rows)
            for kind in (ChangeKind.ADDED, ChangeKind.REMOVED)
        )
        assert len(getattr(new, table)) - len(getattr(old, table)) == came - went
