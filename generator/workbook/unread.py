"""What could not be read of the tables: the rows that lost a cell or themselves, the quarters without a sure column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.model.gap import Gap
from generator.model.quarter import Quarter
from generator.model.schema import tables
from generator.workbook.drafts import Draft
from generator.workbook.ground import Ground

_RECENT = 9  # the quarters that rules and measures look at: two years and the quarter at hand


def unread(grounds: Mapping[str, Ground], rows: Mapping[str, list[Draft]], cutoff: date | None) -> Iterator[Gap]:
    """Yield what is unknown of the tables; all of a required one that was not found."""
    yield from (Gap(spec.field) for spec in tables() if spec.table.required and spec.field not in grounds)
    for field, ground in grounds.items():
        yield from (_gap(field, made) for made in rows[field] if made.lost or not made.is_whole)
        lost = _unsure(ground, cutoff)
        if lost:
            yield Gap(field, lost=lost, is_kept=True)


def _gap(field: str, made: Draft) -> Gap:
    return Gap(field, made.key, made.values, frozenset(made.lost) | made.missing, is_kept=made.is_whole)


def _unsure(ground: Ground, cutoff: date | None) -> frozenset[str]:
    """Return the quarters that a header no one understands, or one that stands twice, leaves without a sure column."""
    if not ground.unsure or cutoff is None:
        return frozenset()
    known = set(ground.quarters.values()) - ground.unsure
    recent = {*Quarter.last_ended(cutoff).back(_RECENT), Quarter.containing(cutoff)}
    return frozenset(str(quarter) for quarter in {*recent, *ground.unsure} - known if quarter is not None)
