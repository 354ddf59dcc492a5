"""What a row lacks: the fields it needs whose cells are blank. A cell that could not be read is no blank."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.facts import Facts
from generator.locales import Phrase
from generator.measures.citation import cite
from generator.model.field_path import FieldPath
from generator.model.table import Row


def missing_fields(facts: Facts, table: str, row: Row, needed: Iterable[tuple[str, Phrase]]) -> dict[FieldPath, Phrase]:
    """Return the words of the needed fields that are blank, by their path, in the order given."""
    paths = {cite(table, row, field): words for field, words in needed}
    return {path: words for path, words in paths.items() if facts.is_blank(path, getattr(row, path.field))}
