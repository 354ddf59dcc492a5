"""NPS and CSAT, from one row a respondent or from typed scores with their number of respondents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.measures.citation import cite
from generator.measures.measure import NOT_AVAILABLE, Measure, merged
from generator.model.choices import SurveyType
from generator.model.field_path import FieldPath
from generator.model.mapping import SharedSatisfactionScore
from generator.model.plan import SharedPlan
from generator.model.quarter import Quarter

NPS_SCALE = Decimal(100)
PROMOTER = 9
DETRACTOR = 6
HIGHEST_MARK = 10


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """A score and the number of people behind it: NPS in points (−100 to 100), CSAT and CES as a rate (0 to 1)."""

    measure: Measure = NOT_AVAILABLE
    respondents: int = 0


@dataclass(frozen=True, slots=True)
class _Answer:
    entity: str | None
    points: Decimal
    people: int
    sources: tuple[FieldPath, ...]


class SurveyTable:
    """The satisfaction rows up to the cut-off, indexed once by type and quarter.

    A row that cannot be counted is left out: an answer outside 0 to 10 without a number of respondents, a score of no
    respondent, a CSAT without its highest mark.
    """

    def __init__(self, plan: SharedPlan) -> None:
        self._entities = tuple(entity.name for entity in plan.entities)
        self._answers: dict[tuple[SurveyType, Quarter], list[_Answer]] = {}
        for row in plan.satisfaction:
            answer = _answer(row)
            if answer is not None and row.measured <= plan.account.cutoff:
                self._answers.setdefault((row.type, Quarter.containing(row.measured)), []).append(answer)

    def quarters(self, survey: SurveyType) -> tuple[Quarter, ...]:
        """Return the quarters in which this survey has answers, in time order."""
        return tuple(sorted(quarter for kind, quarter in self._answers if kind is survey))

    def result(
        self, survey: SurveyType, quarters: Iterable[Quarter], *, entities: Collection[str] | None = None
    ) -> SurveyResult:
        """Return the score over these quarters; entities None keeps all, rows of no entity included."""
        answers = [answer for quarter in quarters for answer in self._answers.get((survey, quarter), ())]
        return _result([answer for answer in answers if entities is None or answer.entity in entities])

    def by_quarter(self, survey: SurveyType) -> Mapping[Quarter, SurveyResult]:
        """Return the score of each quarter with answers: the line of a chart."""
        return {quarter: self.result(survey, (quarter,)) for quarter in self.quarters(survey)}

    def by_entity(self, survey: SurveyType, quarters: Iterable[Quarter]) -> Mapping[str, SurveyResult]:
        """Return the score of each entity that answered in these quarters, in the workbook's order."""
        window = tuple(quarters)
        scores = {entity: self.result(survey, window, entities=(entity,)) for entity in self._entities}
        return {entity: score for entity, score in scores.items() if score.respondents}


def _answer(row: SharedSatisfactionScore) -> _Answer | None:
    people = 1 if row.respondents is None else row.respondents
    points = _nps_points(row.score, people) if row.type is SurveyType.NPS else _mark_rate(row)
    if points is None or not people:
        return None
    fields = [name for name in ("score", "scale_max", "respondents") if getattr(row, name) is not None]
    return _Answer(row.entity, points, people, tuple(cite("satisfaction", row, name) for name in fields))


def _nps_points(score: Decimal, people: int) -> Decimal | None:
    if people != 1:
        return score if abs(score) <= NPS_SCALE else None
    if not 0 <= score <= HIGHEST_MARK:
        return None
    return NPS_SCALE * (int(score >= PROMOTER) - int(score <= DETRACTOR))


def _mark_rate(row: SharedSatisfactionScore) -> Decimal | None:
    return row.score / row.scale_max if row.scale_max else None


def _result(answers: list[_Answer]) -> SurveyResult:
    people = sum(answer.people for answer in answers)
    if not people:
        return SurveyResult()
    weighted = sum((answer.points * answer.people for answer in answers), Decimal(0))
    return SurveyResult(Measure(weighted / people, merged(answer.sources for answer in answers)), people)
