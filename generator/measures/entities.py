"""An entity across the tables: what it weighs in our revenue, and what its people answer to our surveys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.measures.measure import NOT_AVAILABLE, Measure, ratio
from generator.measures.revenue import FigureTable
from generator.measures.satisfaction import SurveyResult, SurveyTable
from generator.model.choices import FigureMeasure, SurveyType
from generator.model.plan import SharedPlan
from generator.model.quarter import QUARTERS_A_YEAR


@dataclass(frozen=True, slots=True)
class EntityReading:
    """An entity over the last four quarters.

    ``share`` is its part of our revenue, not available where it has none; ``nps`` its latest score, ``account_nps``
    that of the whole account in the same quarter.
    """

    entity: str
    share: Measure
    nps: SurveyResult
    account_nps: SurveyResult

    @property
    def is_less_satisfied(self) -> bool:
        """Whether it scores below the account."""
        own, whole = self.nps.measure.value, self.account_nps.measure.value
        return own is not None and whole is not None and own < whole


def entity_readings(plan: SharedPlan, figures: FigureTable, entities: Iterable[str]) -> tuple[EntityReading, ...]:
    """Return the readings of these entities, each once, in their order."""
    surveys, year = SurveyTable(plan), plan.period.back(QUARTERS_A_YEAR)
    whole = figures.amount(FigureMeasure.REVENUE, year)
    found = []
    for entity in dict.fromkeys(entities):
        own = figures.amount(FigureMeasure.REVENUE, year, entities=(entity,))
        share = ratio(own, whole) if (own.value or Decimal(0)) > 0 else NOT_AVAILABLE
        answered = (at for at in year if surveys.result(SurveyType.NPS, (at,), entities=(entity,)).respondents)
        latest = max(answered, default=None)
        asked = () if latest is None else (latest,)
        own_score, account = (surveys.result(SurveyType.NPS, asked, entities=who) for who in ((entity,), None))
        found.append(EntityReading(entity, share, own_score, account))
    return tuple(found)
