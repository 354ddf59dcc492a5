"""Who came, left or changed role at the client between two plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.history.difference import FieldChange, PeopleChanges, RoleChange, RowChange
from generator.model.mapping import SharedContact
from generator.model.table import Row

MOVES: Mapping[str, frozenset[str]] = {
    "place": frozenset({"function", "entity", "manager"}),
    "role": frozenset({"decision_role"}),
    "attitude": frozenset({"attitude"}),
    "influence": frozenset({"influence"}),
    "counterpart": frozenset({"counterpart"}),
}
"""The fields of a contact that say what they are to us, by what has changed when one of them does."""
_ROLE = frozenset().union(*MOVES.values())


def people_changes(rows: Iterable[RowChange]) -> PeopleChanges:
    """Return the movements among the client's people; a person marked inactive has left."""
    contacts = [row for row in rows if row.table == "contacts"]
    moves = [(_present(row.old), _present(row.new), row) for row in contacts]
    return PeopleChanges(
        arrived=tuple(new for old, new, _ in moves if old is None and new is not None),
        left=tuple(_last_known(row) or old for old, new, row in moves if old is not None and new is None),
        changed=tuple(
            RoleChange(old, new, fields)
            for old, new, row in moves
            if old is not None and new is not None and (fields := _of_role(row.fields))
        ),
    )


def _present(row: Row | None) -> SharedContact | None:
    return row if isinstance(row, SharedContact) and row.active else None


def _last_known(row: RowChange) -> SharedContact | None:
    return row.new if isinstance(row.new, SharedContact) else None


def _of_role(fields: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    return tuple(change for change in fields if change.field in _ROLE)
