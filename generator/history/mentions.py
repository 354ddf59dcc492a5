"""Where a plan holds something about one person: their own row, references to them, and texts that name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generator.history.identity import key_of, rows_of
from generator.history.person import Person, name_of
from generator.model.field_path import FieldPath
from generator.model.governance import PEOPLE
from generator.model.plan import SharedPlan
from generator.model.schema import ColumnSpec, TableSpec, tables
from generator.model.table import Row


class MentionKind(Enum):
    """How a value is about a person: in their own row, as a reference, in a text, by a surname that may be theirs."""

    OWN = "own"
    REFERENCE = "reference"
    TEXT = "text"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Mention:
    """A value of a row that is about a person."""

    path: FieldPath
    kind: MentionKind
    row: Row
    value: object


def mentions(plan: SharedPlan, person: Person) -> tuple[Mention, ...]:
    """Return all that a plan holds about a person, in the order of the workbook."""
    return tuple(
        found for spec in tables() for row in rows_of(plan, spec.field) for found in _in_row(spec, row, person)
    )


def is_own(spec: TableSpec, row: Row, person: Person) -> bool:
    """Tell whether a row is the person's own."""
    return spec.field in PEOPLE and person.is_named(name_of(row))


def holds_names(spec: TableSpec, column: ColumnSpec) -> bool:
    """Tell whether a column holds names of people, each whole: a longer name that contains another is somebody else."""
    return bool(set(column.column.refs) & set(PEOPLE)) or (spec.field in PEOPLE and column.field == "name")


def kind_of_text(text: str, person: Person) -> MentionKind | None:
    """Tell how a text that stands by itself names the person."""
    if person.spans(text):
        return MentionKind.TEXT
    return MentionKind.POSSIBLE if person.may_be_in(text) else None


def _in_row(spec: TableSpec, row: Row, person: Person) -> Iterator[Mention]:
    own = is_own(spec, row, person)
    for column in spec.columns:
        value = getattr(row, column.field, None)
        kind = MentionKind.OWN if own else _kind(value, person, are_names=holds_names(spec, column))
        if kind is not None and value not in (None, ()):
            yield Mention(FieldPath(spec.field, key_of(spec, row), column.field), kind, row, value)


def _kind(value: object, person: Person, *, are_names: bool) -> MentionKind | None:
    texts = [value] if isinstance(value, str) else value if isinstance(value, tuple) else []
    if are_names:
        return MentionKind.REFERENCE if any(map(person.is_named, texts)) else None
    kinds = {kind_of_text(text, person) for text in texts}
    return next((kind for kind in (MentionKind.TEXT, MentionKind.POSSIBLE) if kind in kinds), None)
