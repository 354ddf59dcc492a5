"""How an objective's progress is shown: its bar, or where its signature stands."""

from __future__ import annotations

from generator.locales.formats import common_scale
from generator.measures.progress import ObjectiveProgress
from generator.story.blocks.objectives import (
    Progress,
)
from generator.story.phrases import free_unit
from generator.story.sections.objective_signature import signature_state
from generator.story.subject import Subject


def progress_bar(subject: Subject, item: ObjectiveProgress) -> Progress:
    """Return the bar of an objective, its ends and current value printed in its unit; for a signature its state."""
    objective, locale = item.objective, subject.locale
    if item.signature is not None:
        target = free_unit(locale, objective.target, objective.unit)
        return Progress("", "", target, None, None, state=signature_state(subject, objective, item.signature))
    ends = (objective.baseline, objective.current, objective.target)
    scale = common_scale(value for value in ends if value is not None)
    return Progress(
        baseline=free_unit(locale, objective.baseline, objective.unit, scale=scale),
        current=free_unit(locale, objective.current, objective.unit, scale=scale),
        target=free_unit(locale, objective.target, objective.unit, scale=scale),
        share=item.share,
        expected=item.expected,
        share_text="" if item.share is None else locale.percent(item.share, 0),
        expected_text=""
        if item.expected is None
        else subject.say("story.objectives.expected", share=locale.percent(item.expected, 0)),
    )
