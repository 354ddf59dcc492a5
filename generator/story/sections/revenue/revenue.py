"""Revenue by offer and quarter, the margin rate above it, and the offers that moved."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.measures.measure import NOT_AVAILABLE, merged
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks import Block
from generator.story.figures import Cited, Said
from generator.story.phrases import source
from generator.story.sections.revenue.callout import callout
from generator.story.sections.revenue.charts import columns, movers
from generator.story.sections.revenue.table import entity_table
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared

CHART_QUARTERS = 8


def tell(subject: Subject) -> Section | None:
    """Tell revenue; nothing without a quarter of it. Margin and the slide are for the internal edition."""
    quarters = chart_quarters(subject)
    if not quarters:
        return None
    last = quarters[-1]
    told: tuple[Block, ...] = (columns(subject, quarters), *movers(subject, last), *callout(subject, last))
    is_internal = isinstance(subject, InternalSubject)
    said = headline(subject, last)
    return Section(
        key="revenue",
        stage=Stage.FINANCE,
        title=subject.say("story.revenue.title" if is_internal else "story.revenue.title_client"),
        headline=said.text,
        slide_blocks=told if is_internal else (),
        chapter_blocks=(*told, entity_table(subject, last)),
        source=source(subject, subject.worded("story.revenue.source", n=len(quarters))),
        notes=_notes(subject, last),
        is_internal=is_internal,
        figures=said.under("revenue/title"),
    )


def chart_quarters(subject: Subject) -> tuple[Quarter, ...]:
    """Return the last eight quarters, from the first with revenue to the last with revenue."""
    known = subject.figures.quarters()
    if not known:
        return ()
    return tuple(quarter for quarter in known[-1].back(CHART_QUARTERS) if quarter >= known[0])


def headline(subject: Subject, quarter: Quarter) -> Said:
    """Say the quarter's revenue, its change in a year, the margin rate (internal), and what moved it."""
    figures = subject.figures
    present, past = figures.revenue((quarter,)), figures.revenue((quarter.plus(-QUARTERS_A_YEAR),))
    now, then = present.value or Decimal(0), past.value
    change = (now - then) / then if then else None
    args: dict[str, Any] = {"amount": Cited(subject.locale.money_short(now), present.sources), "quarter": quarter}
    margin = figures.margin_rate((quarter,)) if isinstance(subject, InternalSubject) else NOT_AVAILABLE
    if change is None:
        return subject.told(subject.wording("story.revenue.headline.alone"), **args)
    args["change"] = Cited(subject.locale.percent(change, signed=True), merged((present.sources, past.sources)))
    drivers = _drivers(subject, quarter, now - (then or Decimal(0)))
    if margin.value is not None:
        args["margin"] = Cited(subject.locale.percent(margin.value), margin.sources)
    way = "flat" if not drivers else "up" if now >= (then or Decimal(0)) else "down"
    key = f"story.revenue.headline.{way}"
    key = subject.wording(key) if margin.value is None else f"{key}_margin"
    return (
        subject.told(key, n=len(drivers), drivers=subject.locale.join(drivers), **args)
        if drivers
        else subject.told(key, **args)
    )


def _drivers(subject: Subject, quarter: Quarter, total: Decimal) -> list[str]:
    """The one or two offers that moved most in the direction of the total."""
    movers = [move for move in subject.figures.movers(quarter) if move.change and (move.change > 0) is (total >= 0)]
    return [move.offer for move in movers[:2]] if total else []


def _notes(subject: Subject, quarter: Quarter) -> tuple[str, ...]:
    lines = [
        subject.worded(
            "story.revenue.note",
            quarter=quarter,
            amount=subject.locale.money(subject.figures.revenue((quarter,)).value or Decimal(0)),
        )
    ]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.revenue.coaching"))
    return tuple(lines)


SECTION = Shared("revenue", tell)
