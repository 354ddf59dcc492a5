"""No breakdown of satisfaction by fewer respondents than the minimum: such answers lose their entity."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.model.mapping import SatisfactionScore
from generator.model.quarter import Quarter

_Survey = tuple[str, Quarter]


def told_by_entity(scores: Iterable[SatisfactionScore], minimum: int) -> frozenset[tuple[str, Quarter, str]]:
    """Return the survey, quarter and entity of the breakdowns that tell of nobody in particular.

    Each has the minimum of respondents in its quarter, and so has what remains of the quarter once they are taken
    away from the total, unless nothing remains: else a subtraction would tell the breakdown that was left out.
    """
    shown: set[tuple[str, Quarter, str]] = set()
    for (survey, quarter), rows in groupby(sorted(scores, key=_survey), key=_survey):
        shown |= {(survey, quarter, entity) for entity in _large_enough(rows, minimum)}
    return frozenset(shown)


def is_told(score: SatisfactionScore, told: frozenset[tuple[str, Quarter, str]]) -> bool:
    """Tell whether the client may see which entity a score is of."""
    return score.entity is None or (*_survey(score), score.entity) in told


def _survey(score: SatisfactionScore) -> _Survey:
    return score.type.name, Quarter.containing(score.measured)


def _large_enough(rows: Iterable[SatisfactionScore], minimum: int) -> list[str]:
    people: dict[str | None, int] = {}
    for row in rows:
        people[row.entity] = people.get(row.entity, 0) + (1 if row.respondents is None else row.respondents)
    named = sorted((count, entity) for entity, count in people.items() if entity is not None)
    rest = people.get(None, 0)
    while named and (named[0][0] < minimum or 0 < rest < minimum):
        count, _ = named.pop(0)
        rest += count
    return [entity for _, entity in named]
