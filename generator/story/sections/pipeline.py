"""The pipeline: open deals, weighted, against the gap that objectives leave."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.measures.pipeline import Deal, SalesPipeline, sales_pipeline
from generator.model.choices import OpportunityType
from generator.story.blocks.chart import Bar, BarChart, SeriesRole
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.phrases import in_thousands, sentence, source, thousands_unit
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject


def tell(subject: InternalSubject) -> Section | None:
    """Tell the pipeline; nothing without an opportunity."""
    if not subject.plan.opportunities:
        return None
    pipeline = sales_pipeline(subject.plan)
    bars = _deal_bars(subject, pipeline)
    return Section(
        key="pipeline",
        stage=Stage.PIPELINE,
        title=subject.say("story.pipeline.title"),
        headline=_headline(subject, pipeline),
        slide_blocks=(*bars, _table(subject, pipeline)),
        chapter_blocks=(_table(subject, pipeline), *bars),
        source=source(subject, subject.say("story.pipeline.source", n=len(subject.plan.opportunities))),
        notes=(subject.say("story.pipeline.note"), subject.say("story.pipeline.coaching")),
        is_internal=True,
    )


def _headline(subject: InternalSubject, pipeline: SalesPipeline) -> str:
    money = subject.locale.money_short
    weighted, gap, selling = pipeline.weighted.value, pipeline.gap.value, pipeline.selling.value
    live = sum(1 for deal in pipeline.deals if deal.is_open)
    if weighted is None or not live:
        return sentence(
            subject.say(
                "story.pipeline.headline.none",
                n=len(pipeline.deals),
                count=subject.count(len(pipeline.deals), feminine=True),
            )
        )
    args: dict[str, Any] = {
        "count": subject.count(live, feminine=True),
        "weighted": money(weighted),
        "selling": money(selling or Decimal(0)),
    }
    if gap is None or pipeline.shortfall is None:
        return sentence(subject.say("story.pipeline.headline.alone", n=live, **args))
    if pipeline.shortfall > 0:
        return sentence(
            subject.say(
                "story.pipeline.headline.short", n=live, gap=money(gap), missing=money(pipeline.shortfall), **args
            )
        )
    return sentence(subject.say("story.pipeline.headline.covered", n=live, gap=money(gap), **args))


def _deal_bars(subject: InternalSubject, pipeline: SalesPipeline) -> tuple[BarChart, ...]:
    """The open deals against the gap they are to close, which renewals do not; all of them without a gap."""
    live = [deal for deal in pipeline.deals if deal.is_open and deal.weighted.value]
    selling = [deal for deal in live if deal.opportunity.type is not OpportunityType.RENEWAL]
    if not live:
        return ()
    against = _against(subject, pipeline) if selling else ()
    deals = selling if against else live
    bars = (*(_deal_bar(subject, deal, is_part=bool(against)) for deal in deals), *against)
    return (
        BarChart(
            key="pipeline/bars",
            title=subject.say("story.pipeline.bars_title", unit=thousands_unit(subject.locale)),
            alt=subject.series(f"{bar.name} {bar.label}" for bar in bars),
            bars=bars,
            caption=subject.say("story.pipeline.caption"),
        ),
    )


def _against(subject: InternalSubject, pipeline: SalesPipeline) -> tuple[Bar, ...]:
    """The sum of what is to be sold, under it the gap to the objectives; nothing without a gap."""
    gap, selling = pipeline.gap.value, pipeline.selling.value
    if not gap or selling is None:
        return ()
    words = (("selling", selling, SeriesRole.MESSAGE), ("gap", gap, SeriesRole.TARGET))
    return tuple(
        Bar(
            f"pipeline/{key}",
            subject.say(f"story.pipeline.{key}"),
            amount,
            in_thousands(subject.locale, amount),
            role=role,
        )
        for key, amount, role in words
    )


def _deal_bar(subject: InternalSubject, deal: Deal, *, is_part: bool) -> Bar:
    """A deal; quieter as a part of the sum under it, and when it only renews."""
    item = deal.opportunity
    return Bar(
        f"pipeline/{item.ref}",
        subject.typeset(item.title),
        deal.weighted.value or Decimal(0),
        in_thousands(subject.locale, deal.weighted.value or Decimal(0)),
        subject.locale.percent(item.probability, 0),
        SeriesRole.CONTEXT if is_part or item.type is OpportunityType.RENEWAL else SeriesRole.MESSAGE,
    )


def _table(subject: InternalSubject, pipeline: SalesPipeline) -> Table:
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.ref"), 8),
        TableColumn(say("story.pipeline.deal"), 26),
        TableColumn(say("story.pipeline.stage"), 11),
        TableColumn(say("story.pipeline.amount"), 12, Align.RIGHT),
        TableColumn(say("story.pipeline.probability"), 8, Align.RIGHT),
        TableColumn(say("story.pipeline.weighted"), 12, Align.RIGHT),
        TableColumn(say("story.pipeline.decision"), 12),
        TableColumn(say("story.pipeline.decider"), 16),
    )
    rows = [
        TableRow(
            f"pipeline/{item.ref}",
            (
                Cell(item.ref),
                Cell(subject.typeset(item.title)),
                Cell(locale.label(item.stage.label)),
                Cell(locale.money_short(item.amount)),
                Cell(locale.percent(item.probability, 0)),
                Cell(locale.money_short(deal.weighted.value or Decimal(0)), Tone.STRONG),
                Cell(locale.date(item.decision_due)),
                Cell(item.decider or "–"),
            ),
            is_closed=not deal.is_open,
        )
        for deal in pipeline.deals
        for item in (deal.opportunity,)
    ]
    rows += [
        _total_row(subject, key, title, amount, weighted)
        for key, title, amount, weighted in (
            ("total", say("story.total"), pipeline.amount.value, pipeline.weighted.value),
            ("selling", say("story.pipeline.selling"), None, pipeline.selling.value),
            ("gap", say("story.pipeline.gap"), None, pipeline.gap.value),
            ("missing", say("story.pipeline.missing"), None, _missing(pipeline)),
        )
        if weighted is not None
    ]
    return Table(key="pipeline/table", columns=columns, rows=tuple(rows), caption=say("story.pipeline.table_caption"))


def _missing(pipeline: SalesPipeline) -> Decimal | None:
    """What the pipeline lacks of the gap; None when it covers it."""
    return pipeline.shortfall if pipeline.shortfall is not None and pipeline.shortfall > 0 else None


def _total_row(subject: InternalSubject, key: str, title: str, amount: Decimal | None, weighted: Decimal) -> TableRow:
    money = subject.locale.money_short
    cells = (
        Cell(),
        Cell(title, Tone.STRONG),
        Cell(),
        Cell("" if amount is None else money(amount), Tone.STRONG),
        Cell(),
        Cell(money(weighted), Tone.STRONG),
        Cell(),
        Cell(),
    )
    return TableRow(f"pipeline/{key}", cells, is_total=True)
