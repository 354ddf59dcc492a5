"""How an objective's progress is shown: its bar, or where its signature stands."""

from __future__ import annotations

from generator.locales.formats import common_scale
from generator.locales.money_scale import MoneyScale
from generator.measures.pipeline import currency_scale
from generator.measures.progress import ObjectiveProgress
from generator.model.objectives import SharedObjective
from generator.story.blocks.progress import Progress
from generator.story.phrases import free_unit
from generator.story.sections.objectives.signature import signature_state
from generator.story.subject import Subject


def progress_bar(subject: Subject, item: ObjectiveProgress) -> Progress:
    """Return the bar of an objective, its ends and current value printed in its unit; for a signature its state."""
    objective, locale = item.objective, subject.locale
    if item.signature is not None:
        target = free_unit(locale, objective.target, objective.unit)
        return Progress("", "", target, None, None, state=signature_state(subject, objective, item.signature))
    scale = _scale(objective)
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


def current_and_target(subject: Subject, objective: SharedObjective) -> tuple[str, str]:
    """Return both values as they go in a sentence; a unit that is a word of another language is left out."""
    is_sum = currency_scale(objective.unit, subject.plan.account.currency) is not None
    is_word = any(character.isalpha() for character in objective.unit or "") and not is_sum
    unit = None if subject.is_foreign and is_word else objective.unit
    values, scale = (objective.current, objective.target), _scale(objective)
    current, target = (free_unit(subject.locale, value, unit, scale=scale) for value in values)
    return current, target


def _scale(objective: SharedObjective) -> MoneyScale:
    ends = (objective.baseline, objective.current, objective.target)
    return common_scale(value for value in ends if value is not None)
