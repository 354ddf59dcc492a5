"""Service quality: what the averages of service level and satisfaction hide."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.measures.measure import Measure, total
from generator.measures.satisfaction import SurveyResult, SurveyTable
from generator.measures.tickets import TicketTable
from generator.model.choices import SurveyType, TicketType
from generator.model.quarter import Quarter
from generator.story.blocks import Block
from generator.story.blocks.chart import ColumnChart, LineChart, Series, SeriesRole, ValueFormat
from generator.story.figures import NOTHING_SAID, Cited, Said, cited_number
from generator.story.phrases import joined, source, span
from generator.story.sections.kpis.entities import entity_scores, score_text
from generator.story.sections.kpis.few_answers import with_few_answers
from generator.story.sections.kpis.service import (
    Service,
    critical_columns,
    critical_headline,
    service_of,
    service_table,
    year_table,
)
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared

CHART_QUARTERS = 8
_PREFERENCE = (SurveyType.NPS, SurveyType.CSAT, SurveyType.CES)


def tell(subject: Subject) -> Section | None:
    """Tell satisfaction and tickets; nothing without either."""
    surveys, tickets = SurveyTable(subject.plan), TicketTable(subject.plan)
    kind = next((kind for kind in _PREFERENCE if any(q <= subject.period for q in surveys.quarters(kind))), None)
    service = service_of(subject, tickets)
    charts = _exhibits(subject, surveys, tickets, kind, service)
    if not charts:
        return None
    said = critical_headline(subject, service, tickets).sentence()
    if not said.text:
        said = headline(subject, surveys, tickets, kind)
    return Section(
        key="quality",
        stage=Stage.PERFORMANCE,
        title=subject.say("story.quality.title"),
        headline=said.text,
        slide_blocks=charts,
        chapter_blocks=charts,
        source=source(subject, subject.worded("story.quality.source")),
        notes=_notes(subject),
        figures=said.under("quality/title"),
    )


def _exhibits(
    subject: Subject, surveys: SurveyTable, tickets: TicketTable, kind: SurveyType | None, service: Service | None
) -> tuple[Block, ...]:
    """Service level and its critical tickets, satisfaction and the growth of tickets; what has no parts as a course."""
    aim = None if kind is None else _target_value(subject, kind)
    entities = entity_scores(subject, surveys, kind, aim) or _line(subject, surveys, kind)
    levels, critical, year = (
        service_table(subject, service, tickets),
        critical_columns(subject, tickets),
        year_table(subject, tickets),
    )
    course = () if critical or year else _columns(subject, tickets)
    return (*levels, *critical, *entities, *year, *course)


def headline(subject: Subject, surveys: SurveyTable, tickets: TicketTable, kind: SurveyType | None) -> Said:
    """Say the satisfaction and its change in a year, then the critical tickets, else all tickets."""
    parts = (_satisfaction(subject, surveys, kind), _tickets(subject, tickets))
    text = subject.locale.typeset(joined((one.text for one in parts), " ; "))
    if not text:
        return subject.told("story.quality.headline.none", period=subject.period).sentence()
    return Said(text, tuple(cited for one in parts for cited in one.cited)).sentence()


def _satisfaction(subject: Subject, surveys: SurveyTable, kind: SurveyType | None) -> Said:
    if kind is None:
        return NOTHING_SAID
    scores = {quarter: result for quarter, result in surveys.by_quarter(kind).items() if quarter <= subject.period}
    last = max(scores)
    value = scores[last].measure.value
    if value is None:
        return NOTHING_SAID
    args: dict[str, Any] = {
        "kind": subject.locale.label(kind.label),
        "value": Cited(score_text(subject, kind, value), scores[last].measure.sources, kind.name),
        "quarter": last,
    }
    said, answers = _course(subject, kind, args, value, scores), scores[last].respondents
    few = cited_number(subject.locale, answers, scores[last].measure.sources)
    return Said(with_few_answers(subject, said.text, answers), (*said.cited, few))


def _course(
    subject: Subject, kind: SurveyType, args: dict[str, Any], value: Decimal, scores: Mapping[Quarter, SurveyResult]
) -> Said:
    """Say a score, and the one of a year earlier when there is one."""
    year_ago = args["quarter"].plus(-4)
    before = scores[year_ago].measure.value if year_ago in scores else None
    if before is None:
        return subject.told("story.quality.headline.score", **args)
    printed = score_text(subject, kind, before)
    way = "flat" if printed == args["value"].text else "up" if value > before else "down"
    then = Cited(printed, scores[year_ago].measure.sources)
    return subject.told(f"story.quality.headline.score_{way}", before=then, **args)


def _tickets(subject: Subject, tickets: TicketTable) -> Said:
    quarters = tickets.quarters()
    if not quarters:
        return NOTHING_SAID
    last = quarters[-1]
    now, before = tickets.critical_opened(last), tickets.critical_opened(last.plus(-1))
    if now.value is not None:
        kind, number = "critical" if now.value else "no_critical", int(now.value)
        args: dict[str, Any] = {"count": _opened(subject, now), "quarter": last}
        if before.value is None or before.value == now.value:
            return subject.told(f"story.quality.headline.{kind}", n=number, **args)
        return subject.told(f"story.quality.headline.{kind}_change", n=number, before=_opened(subject, before), **args)
    every = total(tickets.opened(nature, last) for nature in tickets.types())
    return subject.told(
        "story.quality.headline.tickets" if every.value else "story.quality.headline.no_ticket",
        n=int(every.value or 0),
        count=_opened(subject, every),
        quarter=last,
    )


def _opened(subject: Subject, tickets: Measure) -> Cited:
    return Cited(subject.locale.number(tickets.value or Decimal(0), 0), tickets.sources)


def _line(subject: Subject, surveys: SurveyTable, kind: SurveyType | None) -> tuple[LineChart, ...]:
    if kind is None:
        return ()
    scores = {quarter: result for quarter, result in surveys.by_quarter(kind).items() if quarter <= subject.period}
    quarters = tuple(quarter for quarter in max(scores).back(CHART_QUARTERS) if quarter >= min(scores))
    values = tuple(scores[quarter].measure.value if quarter in scores else None for quarter in quarters)
    labels = tuple("" if value is None else score_text(subject, kind, value) for value in values)
    name = subject.locale.label(kind.label)
    respondents = scores[quarters[-1]].respondents
    title = subject.say("story.quality.line_title", kind=name, n=respondents, count=respondents)
    return (
        LineChart(
            key="quality/satisfaction",
            title=title,
            alt=subject.say(
                "story.quality.line_alt",
                kind=name,
                first=labels[0] or "–",
                first_quarter=quarters[0],
                last=labels[-1] or "–",
                last_quarter=quarters[-1],
            ),
            categories=tuple(subject.quarter_short(quarter) for quarter in quarters),
            series=(Series("quality/satisfaction/values", name, values, labels),),
            target=_target(subject, kind, len(quarters)),
            value_format=ValueFormat.NUMBER if kind is SurveyType.NPS else ValueFormat.RATE,
            caption=subject.say("story.quality.line_caption", kind=name, span=span(subject, quarters)),
        ),
    )


def _target(subject: Subject, kind: SurveyType, length: int) -> Series | None:
    """The target of the KPI that follows the same survey, if there is one."""
    value = _target_value(subject, kind)
    if value is None:
        return None
    return Series(
        "quality/satisfaction/target",
        subject.say("story.target"),
        (value,) * length,
        ("",) * (length - 1) + (score_text(subject, kind, value),),
        SeriesRole.TARGET,
    )


def _target_value(subject: Subject, kind: SurveyType) -> Decimal | None:
    kpis = (reading.kpi for reading in subject.readings if reading.kpi.calculation.name == kind.name)
    return next((kpi.target for kpi in kpis if kpi.target is not None), None)


def _columns(subject: Subject, tickets: TicketTable) -> tuple[ColumnChart, ...]:
    known = tickets.quarters()
    if not known:
        return ()
    quarters = tuple(quarter for quarter in known[-1].back(CHART_QUARTERS) if quarter >= known[0])
    emphasised = tuple(sorted({index for index in (0, len(quarters) - 5, len(quarters) - 1) if index >= 0}))
    series = tuple(
        _series(subject, tickets, nature, quarters, rank, emphasised) for rank, nature in enumerate(tickets.types())
    )
    totals = tuple(
        subject.locale.number(sum((item.values[index] or Decimal(0) for item in series), Decimal(0)), 0)
        for index in range(len(quarters))
    )
    return (
        ColumnChart(
            key="quality/tickets",
            title=_columns_title(subject, tickets, quarters[-1]),
            alt=subject.say(
                "story.quality.columns_alt",
                first=totals[0],
                first_quarter=quarters[0],
                last=totals[-1],
                last_quarter=quarters[-1],
            ),
            categories=tuple(subject.quarter_short(quarter) for quarter in quarters),
            series=series,
            totals=totals,
            value_format=ValueFormat.NUMBER,
            emphasised=emphasised,
            caption=subject.say("story.quality.columns_caption", span=span(subject, quarters)),
        ),
    )


def _columns_title(subject: Subject, tickets: TicketTable, quarter: Quarter) -> str:
    """What the columns count, and the critical tickets among them, which the headline tells."""
    now, before = (tickets.critical_opened(one).value for one in (quarter, quarter.plus(-1)))
    if not now:
        return subject.say("story.quality.columns_title")
    args: dict[str, Any] = {"count": subject.locale.number(now, 0), "quarter": quarter}
    if before is None:
        return subject.say("story.quality.columns_title_critical", **args)
    return subject.say("story.quality.columns_title_change", before=subject.locale.number(before, 0), **args)


def _series(
    subject: Subject,
    tickets: TicketTable,
    nature: TicketType,
    quarters: tuple[Quarter, ...],
    rank: int,
    emphasised: tuple[int, ...],
) -> Series:
    values = tuple(tickets.opened(nature, quarter).value for quarter in quarters)
    labels = tuple(
        subject.locale.number(value, 0) if value is not None and index in emphasised else ""
        for index, value in enumerate(values)
    )
    return Series(
        f"quality/tickets/{nature.name.lower()}",
        subject.locale.label(nature.label),
        values,
        labels,
        SeriesRole.RANKED,
        rank,
    )


def _notes(subject: Subject) -> tuple[str, ...]:
    return (
        subject.say("story.quality.note"),
        *((subject.say("story.quality.coaching"),) if isinstance(subject, InternalSubject) else ()),
    )


SECTION = Shared("quality", tell)
