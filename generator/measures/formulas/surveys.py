"""NPS and CSAT over a window."""

from __future__ import annotations

from generator.measures.formulas.outcome import Outcome
from generator.measures.formulas.tables import MeasureTables
from generator.measures.kpi_filter import entities_kept
from generator.model.choices import SurveyType
from generator.model.kpi_filter import KpiFilter
from generator.model.quarter import Quarter


def promoter_score(tables: MeasureTables, kept: KpiFilter, window: tuple[Quarter, ...]) -> Outcome:
    """Return the NPS in points with its number of respondents."""
    return _score(tables, SurveyType.NPS, kept, window)


def satisfaction_rate(tables: MeasureTables, kept: KpiFilter, window: tuple[Quarter, ...]) -> Outcome:
    """Return the CSAT as a rate with its number of respondents."""
    return _score(tables, SurveyType.CSAT, kept, window)


def _score(tables: MeasureTables, survey: SurveyType, kept: KpiFilter, window: tuple[Quarter, ...]) -> Outcome:
    result = tables.surveys.result(survey, window, entities=entities_kept(tables.plan, kept))
    return Outcome(result.measure, result.respondents or None)
