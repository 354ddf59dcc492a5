"""What the average of the service level hides: the share kept of each priority, and how the critical tickets go."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.measures.measure import merged, total
from generator.measures.tickets import ServiceRate, TicketTable
from generator.model.choices import Calculation, Priority, TicketMeasure, TicketType
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks.bar_table import BarRow, BarTable, PlotColumn, Stretch, WordColumn, Words
from generator.story.blocks.chart import ColumnChart, Series, SeriesRole, ValueFormat
from generator.story.blocks.text import Tone
from generator.story.figures import NOTHING_SAID, Cited, Said
from generator.story.phrases import joined
from generator.story.subject import Subject

_QUARTERS = 8


@dataclass(frozen=True, slots=True)
class Service:
    """The service level of the last quarter of resolved tickets: in all, of the critical ones, and what is aimed at."""

    quarter: Quarter
    whole: ServiceRate
    critical: ServiceRate
    target: Decimal | None

    @property
    def is_missed_by_critical(self) -> bool:
        """Whether the critical tickets fall short of what is aimed at."""
        rate = self.critical.rate.value
        return rate is not None and self.target is not None and rate < self.target


def service_of(subject: Subject, tickets: TicketTable) -> Service | None:
    """Return the service level of the last quarter that has one."""
    known = [quarter for quarter in tickets.quarters(TicketMeasure.RESOLVED) if tickets.kinds(quarter)]
    if not known:
        return None
    last = known[-1]
    critical = tickets.service_rate((last,), lambda _, priority: priority is Priority.P1)
    return Service(last, tickets.service_rate((last,)), critical, _target(subject))


def _target(subject: Subject) -> Decimal | None:
    """The target of the KPI that follows the service level of all tickets, whatever their nature."""
    kpis = (reading.kpi for reading in subject.readings if not reading.kpi_filter.types)
    whole = (kpi for kpi in kpis if kpi.calculation is Calculation.SLA and kpi.target is not None)
    return next((kpi.target for kpi in whole), None)


def critical_headline(subject: Subject, service: Service | None, tickets: TicketTable) -> Said:
    """Say that the critical tickets miss what all tickets keep, or miss it too; nothing when they do not."""
    if service is None or not service.is_missed_by_critical or service.target is None:
        return NOTHING_SAID
    whole = service.whole.rate
    kept = whole.value is not None and whole.value >= service.target
    resolved = service.critical.resolved.value or Decimal(0)
    told = subject.told(
        "story.quality.headline.hidden" if kept else "story.quality.headline.missed",
        n=int(resolved),
        total=Cited(subject.locale.percent(whole.value or Decimal(0)), whole.sources),
        within=subject.counted(int(service.critical.within.value or 0), service.critical.within.sources),
        resolved=subject.counted(int(resolved), service.critical.resolved.sources),
    )
    rising = _rising(subject, tickets)
    return Said(subject.locale.typeset(joined((told.text, rising.text), ", ")), (*told.cited, *rising.cited))


def _rising(subject: Subject, tickets: TicketTable) -> Said:
    """Say how long and how far the critical tickets have been rising; nothing when they are not."""
    quarters = critical_quarters(tickets)
    counts = [tickets.critical_opened(quarter) for quarter in quarters]
    rises = 0
    for before, now in reversed(list(pairwise(counts))):
        if before.value is None or now.value is None or now.value <= before.value:
            break
        rises += 1
    if not rises:
        return NOTHING_SAID
    first, last = counts[-1 - rises], counts[-1]
    return subject.told(
        "story.quality.headline.rising",
        n=rises,
        quarters=subject.counted(rises, merged(count.sources for count in counts[-1 - rises :])),
        before=Cited(subject.locale.number(first.value or Decimal(0), 0), first.sources),
        now=Cited(subject.locale.number(last.value or Decimal(0), 0), last.sources),
    )


def critical_quarters(tickets: TicketTable) -> tuple[Quarter, ...]:
    """Return the last quarters, from the first to the last that count critical tickets."""
    known = [quarter for quarter in tickets.quarters() if tickets.critical_opened(quarter).value is not None]
    if not known:
        return ()
    return tuple(quarter for quarter in known[-1].back(_QUARTERS) if quarter >= known[0])


def service_table(subject: Subject, service: Service | None, tickets: TicketTable) -> tuple[BarTable, ...]:
    """Return the share kept of each kind of ticket above that of all; nothing where there is one kind alone."""
    kinds = () if service is None else tickets.kinds(service.quarter)
    if service is None or len(kinds) < 2:
        return ()
    rows = [_kind_row(subject, service, tickets, nature, level) for nature, level in kinds]
    whole = _rate_row(subject, service, service.whole, "total", subject.say("story.quality.all_tickets"), is_total=True)
    told = (*rows, whole)
    gap = (WordColumn(subject.say("story.quality.gap")),) if service.target is not None else ()
    mark = "" if service.target is None else _target_mark(subject, subject.locale.percent(service.target, 0))
    title = subject.say("story.quality.service_title", quarter=service.quarter)
    return (
        BarTable(
            key="quality/service",
            title=title,
            columns=(
                WordColumn(is_name=True),
                PlotColumn(mark, service.target),
                WordColumn(),
                WordColumn(subject.say("story.quality.within")),
                *gap,
            ),
            rows=told,
            alt=subject.series((title, *(row.words for row in told))),
            caption=f"{title}.",
        ),
    )


def _target_mark(subject: Subject, value: str) -> str:
    return subject.say("story.quality.target_mark", value=value)


def _kind_row(
    subject: Subject, service: Service, tickets: TicketTable, nature: TicketType, level: Priority | None
) -> BarRow:
    rate = tickets.service_rate((service.quarter,), lambda kind, priority: kind is nature and priority is level)
    name = joined((subject.locale.label(nature.label), "" if level is None else subject.locale.label(level.label)), " ")
    key = joined((nature.name.lower(), "" if level is None else level.name.lower()), "-")
    is_told = level is Priority.P1 and service.is_missed_by_critical
    return _rate_row(subject, service, rate, key, name, is_told=is_told)


def _rate_row(
    subject: Subject, service: Service, rate: ServiceRate, key: str, name: str, *, is_told: bool = False,
    is_total: bool = False,
) -> BarRow:  # fmt: skip
    value = rate.rate.value or Decimal(0)
    tone, locale = Tone.ACCENT if is_told else Tone.NORMAL, subject.locale
    role = SeriesRole.MESSAGE if is_told else SeriesRole.TARGET if is_total else SeriesRole.CONTEXT
    counts = subject.say(
        "story.quality.of",
        within=locale.number(rate.within.value or Decimal(0), 0),
        resolved=locale.number(rate.resolved.value or Decimal(0), 0),
    )
    gap = () if service.target is None else (Words(_gap(subject, value - service.target), tone),)
    cells = (
        Words(name),
        Stretch(Decimal(0), value, role=role),
        Words(locale.percent(value), tone),
        Words(counts),
        *gap,
    )
    return BarRow(key=f"quality/service/{key}", cells=cells, is_emphasised=is_told, is_total=is_total)


def _gap(subject: Subject, gap: Decimal) -> str:
    return subject.locale.number((gap * 100).quantize(Decimal("0.1")), signed=True)


def critical_columns(subject: Subject, tickets: TicketTable) -> tuple[ColumnChart, ...]:
    """Return the critical tickets opened by quarter, the last one told; nothing where they are not counted."""
    quarters = critical_quarters(tickets)
    if len(quarters) < 2:
        return ()
    values = tuple(tickets.critical_opened(quarter).value for quarter in quarters)
    labels = tuple("" if value is None else subject.locale.number(value, 0) for value in values)
    title = subject.say("story.quality.critical_title")
    return (
        ColumnChart(
            key="quality/critical",
            title=title,
            alt=subject.say(
                "story.quality.critical_alt",
                first=labels[0],
                first_quarter=quarters[0],
                last=labels[-1],
                last_quarter=quarters[-1],
            ),
            categories=tuple(subject.quarter_short(quarter) for quarter in quarters),
            series=(Series("quality/critical/values", title, values, labels, SeriesRole.CONTEXT),),
            value_format=ValueFormat.NUMBER,
            emphasised=(len(quarters) - 1,),
            caption=f"{title}.",
        ),
    )


def year_table(subject: Subject, tickets: TicketTable) -> tuple[BarTable, ...]:
    """Return the tickets opened a year ago and now, by nature; nothing without the quarter a year ago."""
    known = tickets.quarters()
    if not known or known[-1].plus(-QUARTERS_A_YEAR) not in known:
        return ()
    now, then = known[-1], known[-1].plus(-QUARTERS_A_YEAR)
    rows = []
    for nature in tickets.types():
        pair = (tickets.opened(nature, then).value, tickets.opened(nature, now).value)
        rows.append(_year_row(subject, nature.name.lower(), subject.locale.label(nature.label), *pair))
    every = [total(tickets.opened(one, quarter) for one in tickets.types()).value for quarter in (then, now)]
    critical = (tickets.critical_opened(then).value, tickets.critical_opened(now).value)
    if critical != (None, None):
        rows.append(_year_row(subject, "critical", subject.say("story.quality.of_which_critical"), *critical))
    whole = subject.say("story.quality.all_tickets")
    told = (*rows, _year_row(subject, "total", whole, every[0], every[1], is_total=True))
    title = subject.say("story.quality.year_title")
    return (
        BarTable(
            key="quality/year",
            title=title,
            columns=(
                WordColumn(is_name=True),
                WordColumn(subject.quarter(then)),
                WordColumn(subject.quarter(now)),
                PlotColumn(subject.say("story.quality.change")),
                WordColumn(),
            ),
            rows=told,
            alt=subject.series((title, *(row.words for row in told))),
            caption=f"{title}.",
        ),
    )


def _year_row(
    subject: Subject, key: str, name: str, then: Decimal | None, now: Decimal | None, *, is_total: bool = False
) -> BarRow:
    locale, before, after = subject.locale, then or Decimal(0), now or Decimal(0)
    change, role = after - before, SeriesRole.TARGET if is_total else SeriesRole.CONTEXT
    rate = locale.percent(change / before, 0, signed=True) if before else "–"
    cells = (
        Words(name),
        Words("–" if then is None else locale.number(then, 0), Tone.MUTED),
        Words("–" if now is None else locale.number(now, 0)),
        Stretch(Decimal(0), change, locale.number(change, 0, signed=True), role),
        Words(rate, Tone.NORMAL if is_total else Tone.MUTED),
    )
    return BarRow(key=f"quality/year/{key}", cells=cells, is_total=is_total)
