"""Revenue by offer and quarter, the margin rate above it, and the offers that moved."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.measures.measure import NOT_AVAILABLE, merged
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks import Block
from generator.story.figures import NOTHING_SAID, Cited, Said
from generator.story.phrases import joined, source
from generator.story.sections.revenue.bridge import revenue_bridge
from generator.story.sections.revenue.callout import callout
from generator.story.sections.revenue.charts import columns, movers
from generator.story.sections.revenue.offers import budget_gaps, offer_table
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
    course: tuple[Block, ...] = (columns(subject, quarters), *movers(subject, last), *callout(subject, last))
    is_internal = isinstance(subject, InternalSubject)
    exhibits = _exhibits(subject, last) if isinstance(subject, InternalSubject) else ()
    said = headline(subject, last)
    return Section(
        key="revenue",
        stage=Stage.FINANCE,
        title=subject.say("story.revenue.title" if is_internal else "story.revenue.title_client"),
        headline=said.text,
        slide_blocks=(exhibits or course) if is_internal else (),
        chapter_blocks=(*(course[:1] if exhibits else course), *exhibits, entity_table(subject, last)),
        source=source(subject, _source(subject, quarters, has_bridge=bool(exhibits))),
        notes=_notes(subject, last),
        is_internal=is_internal,
        figures=said.under("revenue/title"),
    )


def _exhibits(subject: InternalSubject, quarter: Quarter) -> tuple[Block, ...]:
    """The year as a bridge, beside it the budget and the margin of each offer; nothing without a year ago."""
    bridge = revenue_bridge(subject, quarter)
    if not bridge:
        return ()
    return (*bridge, *offer_table(subject, quarter), *callout(subject, quarter))


def _source(subject: Subject, quarters: tuple[Quarter, ...], *, has_bridge: bool) -> str:
    told = subject.worded("story.revenue.source", n=len(quarters))
    return joined((told, subject.say("story.revenue.source_scale") if has_bridge else ""))


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
    way = "gain" if now > (then or Decimal(0)) else "loss" if now < (then or Decimal(0)) else "level"
    against = _against_budget(subject, quarter, way) if isinstance(subject, InternalSubject) else NOTHING_SAID
    if against.text:
        args["gained"] = Cited(
            subject.locale.money_short(abs(now - (then or Decimal(0)))), merged((present.sources, past.sources))
        )
        args["against"] = against
        return subject.told(f"story.revenue.headline.{way}_budget", **args)
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


def _against_budget(subject: InternalSubject, quarter: Quarter, way: str) -> Said:
    """Say what the year lacks of its budget, or has more, and the offer that weighs most; nothing without a budget.

    A gap that others make up in part is larger than the whole: the offer is named without it.
    """
    gaps = budget_gaps(subject, quarter)
    total = sum((one.gap for one in gaps), Decimal(0))
    if not gaps:
        return NOTHING_SAID
    made_of = merged((*(one.revenue.sources for one in gaps), *(one.budget.sources for one in gaps)))
    args: dict[str, Any] = {
        "gap": Cited(subject.locale.money_short(abs(total)), made_of),
    }
    if not total:
        return subject.told("story.revenue.headline.on_budget", **args)
    is_turned = way == "loss" if total > 0 else way != "loss"
    args["joint"] = subject.say("story.revenue.joint.but" if is_turned else "story.revenue.joint.and")
    if total > 0:
        return subject.told("story.revenue.headline.ahead", **args)
    worst = min(gaps, key=lambda one: one.gap)
    args["offer"] = worst.offer
    if worst.gap <= total:
        return subject.told("story.revenue.headline.behind_most", **args)
    args["part"] = Cited(subject.locale.money_short(-worst.gap), merged((worst.revenue.sources, worst.budget.sources)))
    return subject.told("story.revenue.headline.behind", **args)


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
