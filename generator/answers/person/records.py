"""What is held about a person, for a program: one JSON object, as docs/schemas/person.schema.json says."""

from __future__ import annotations

from typing import Any

from generator.answers.envelope import as_json as enveloped
from generator.answers.person.holdings import Cell, Holdings
from generator.answers.worded import column_name
from generator.diagnostics import Findings
from generator.history.encoding import encoded_value
from generator.history.mentions import Mention
from generator.locales.locale import Locale
from generator.model.schema import table_of

Record = dict[str, Any]
_NO_MENTION: Record = {"table": None, "key": [], "field": None, "column": None}


def as_json(held: Holdings, locale: Locale) -> str:
    """Return all that is held as one JSON object; ``erased`` lists the snapshots that were cleaned."""
    person = held.person
    return enveloped(
        "people",
        Findings(),
        locale,
        names=list(person.names),
        refs=list(person.refs),
        known=person.is_known,
        suggestion=held.suggestion,
        workbook={"file": held.file.name, "mentions": [_cell(found, locale) for found in held.cells]},
        history=[
            {"file": str(path), "mentions": [_mention(mention, locale) for mention in found]}
            for path, found in held.snapshots.items()
        ],
        bases=[str(path) for path in held.bases],
        erased=[str(path) for path in held.erased],
        deleted=[str(path) for path in held.deleted],
        unreadable=[str(path) for path in held.unreadable],
        documents=[str(path) for path in held.documents],
    )


def _cell(found: Cell, locale: Locale) -> Record:
    told = (
        _mention(found.mention, locale)
        if found.mention
        else {**_NO_MENTION, "kind": found.kind.value, "value": found.value}
    )
    return {**told, "sheet": found.place.sheet, "cell": found.place.cell, "comment": found.is_comment}


def _mention(mention: Mention, locale: Locale) -> Record:
    spec = table_of(mention.path.table)
    return {
        "table": spec.table.name,
        "key": list(mention.path.key),
        "field": mention.path.field,
        "column": column_name(spec, mention.path.field, locale),
        "kind": mention.kind.value,
        "value": encoded_value(mention.value),
    }
