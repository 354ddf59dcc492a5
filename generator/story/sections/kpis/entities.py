"""What the average score hides: that of each entity, with how many answered, and what it was a year ago."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.satisfaction import SurveyResult, SurveyTable
from generator.model.choices import SurveyType
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks.bar_table import BarRow, BarTable, PlotColumn, Stretch, WordColumn, Words
from generator.story.blocks.chart import SeriesRole
from generator.story.blocks.text import Tone
from generator.story.sections.kpis.few_answers import with_few_answers
from generator.story.subject import Subject


def entity_scores(
    subject: Subject, surveys: SurveyTable, kind: SurveyType | None, target: Decimal | None
) -> tuple[BarTable, ...]:
    """Return the last survey by entity, the lowest first; nothing where fewer than two answered."""
    if kind is None:
        return ()
    last = max(quarter for quarter in surveys.quarters(kind) if quarter <= subject.period)
    scores = surveys.by_entity(kind, (last,))
    ranked = sorted(scores.items(), key=lambda item: item[1].measure.value or Decimal(0))
    if len(ranked) < 2:
        return ()
    before = last.plus(-QUARTERS_A_YEAR)
    past = surveys.by_entity(kind, (before,))
    whole, whole_past = surveys.result(kind, (last,)), surveys.result(kind, (before,))
    rows = [
        _row(subject, kind, entity, result, past.get(entity), is_told=at == 0 and _is_under(result, target))
        for at, (entity, result) in enumerate(ranked)
    ]
    every = subject.say("story.quality.all_entities")
    told = (*rows, _row(subject, kind, every, whole, whole_past, is_total=True))
    title = _title(subject, surveys, kind, last)
    shown = "" if target is None else subject.say("story.quality.target_mark", value=score_text(subject, kind, target))
    return (
        BarTable(
            key="quality/entities",
            title=title,
            columns=(
                WordColumn(is_name=True),
                PlotColumn(shown, target),
                WordColumn(),
                WordColumn(subject.say("story.quality.answers")),
                WordColumn(subject.say("story.quality.in_a_year")),
            ),
            rows=told,
            alt=subject.series((title, *(row.words for row in told))),
            caption=f"{title}.",
        ),
    )


def score_text(subject: Subject, kind: SurveyType, value: Decimal) -> str:
    """Print a score: points of the NPS, a rate of the others."""
    if kind is SurveyType.NPS:
        return subject.locale.number(value, 0)
    return subject.locale.percent(value, 0)


def _title(subject: Subject, surveys: SurveyTable, kind: SurveyType, last: Quarter) -> str:
    """What is shown, and the satisfaction score beside it where there is one of the same quarter."""
    name = subject.locale.label(kind.label)
    other = surveys.result(SurveyType.CSAT, (last,))
    if kind is SurveyType.CSAT or other.measure.value is None:
        return subject.say("story.quality.entities_title", kind=name, quarter=last)
    value = with_few_answers(subject, score_text(subject, SurveyType.CSAT, other.measure.value), other.respondents)
    return subject.say("story.quality.entities_title_csat", kind=name, quarter=last, value=value)


def _is_under(result: SurveyResult, target: Decimal | None) -> bool:
    return target is not None and result.measure.value is not None and result.measure.value < target


def _row(
    subject: Subject, kind: SurveyType, name: str, result: SurveyResult, past: SurveyResult | None,
    *, is_told: bool = False, is_total: bool = False,
) -> BarRow:  # fmt: skip
    value, then = result.measure.value or Decimal(0), None if past is None else past.measure.value
    role = SeriesRole.MESSAGE if is_told else SeriesRole.TARGET if is_total else SeriesRole.CONTEXT
    cells = (
        Words(name),
        Stretch(Decimal(0), value, role=role),
        Words(score_text(subject, kind, value), Tone.ACCENT if is_told else Tone.NORMAL),
        Words(subject.locale.number(result.respondents)),
        Words("–" if then is None else _change(subject, kind, value - then)),
    )
    key = "total" if is_total else name
    return BarRow(key=f"quality/entities/{key}", cells=cells, is_emphasised=is_told, is_total=is_total)


def _change(subject: Subject, kind: SurveyType, change: Decimal) -> str:
    scale = 1 if kind is SurveyType.NPS else 100
    return subject.locale.number(change * scale, 0, signed=True)
