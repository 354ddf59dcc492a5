"""A score of fewer answers than the minimum is shown as such, wherever it is told."""

from __future__ import annotations

from generator.measures.kpis import KpiReading
from generator.model.choices import Calculation
from generator.story.phrases import full_stop
from generator.story.subject import Subject

_SURVEYS = frozenset({Calculation.NPS, Calculation.CSAT})


def with_few_answers(subject: Subject, text: str, answers: int | None) -> str:
    """Return a text about a score, closed by its number of answers when they are few."""
    if not answers or answers >= subject.respondents_minimum:
        return text
    told = subject.say("story.few_answers", n=answers, text=text.removesuffix("."))
    return full_stop(told) if text.endswith(".") else told


def answers_of(reading: KpiReading) -> int | None:
    """Return how many people a KPI's score is of; None for a KPI that is no score, or is typed."""
    is_score = reading.kpi.calculation in _SURVEYS and reading.is_computed
    return reading.count if is_score else None
