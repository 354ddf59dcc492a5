"""The pipeline: the deals, and those of each selling objective, weighted, against the gap it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from generator.measures.measure import Measure, merged
from generator.measures.pipeline import Deal, SalesPipeline, SellingGap, sales_pipeline
from generator.model.choices import OpportunityType
from generator.story.blocks import Block
from generator.story.blocks.chart import Bar, BarChart, SeriesRole
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.figures import Cited, Said, rows_cited
from generator.story.phrases import in_thousands, joined, source, thousands_unit
from generator.story.sections.market.gap_bridge import gap_bridge, gap_callout
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal


def tell(subject: InternalSubject) -> Section | None:
    """Tell the pipeline; nothing without an opportunity."""
    if not subject.plan.opportunities:
        return None
    pipeline = sales_pipeline(subject.plan)
    shown: tuple[Block, ...] = (*gap_bridge(subject, pipeline), *gap_callout(subject, pipeline))
    bars: tuple[Block, ...] = _deal_bars(subject, pipeline) if not shown else ()
    in_plan: tuple[Block, ...] = (*gap_bridge(subject, pipeline, has_details=False), *gap_callout(subject, pipeline))
    said = _headline(subject, pipeline)
    return Section(
        key="pipeline",
        stage=Stage.PIPELINE,
        title=subject.say("story.pipeline.title"),
        headline=said.text,
        slide_blocks=shown or (*bars, _table(subject, pipeline)),
        chapter_blocks=(*in_plan, _table(subject, pipeline), *bars),
        source=source(subject, _source(subject, pipeline)),
        notes=(subject.say("story.pipeline.note"), subject.say("story.pipeline.coaching")),
        is_internal=True,
        figures=said.under("pipeline/title"),
    )


def _headline(subject: InternalSubject, pipeline: SalesPipeline) -> Said:
    live = pipeline.open_deals
    if not live:
        count = _deals(subject, pipeline.deals)
        return subject.told("story.pipeline.headline.none", n=len(pipeline.deals), count=count).sentence()
    if pipeline.shortfall is None:
        count, weighted = _deals(subject, live), _money(subject, pipeline.weighted, "PIPELINE")
        return subject.told("story.pipeline.headline.alone", n=len(live), count=count, weighted=weighted).sentence()
    return _against_gap(subject, pipeline, pipeline.shortfall).sentence()


def _deals(subject: InternalSubject, deals: Sequence[Deal]) -> Cited:
    rows = rows_cited("opportunities", (deal.opportunity for deal in deals))
    return subject.counted(len(deals), rows, feminine=True)


def _money(subject: InternalSubject, amount: Measure, trace: str = "") -> Cited:
    return Cited(subject.locale.money_short(amount.value or Decimal(0)), amount.sources, trace)


def _against_gap(subject: InternalSubject, pipeline: SalesPipeline, shortfall: Decimal) -> Said:
    """Say what the deals linked to the objectives weigh against their gap, and which objective lacks how much."""
    linked = len(pipeline.selling_deals)
    short = [gap for gap in pipeline.gaps if gap.shortfall]
    args: dict[str, Any] = {
        "count": _deals(subject, pipeline.selling_deals),
        "objectives": _refs(subject, pipeline.gaps),
        "selling": _money(subject, pipeline.selling),
        "gap": _money(subject, pipeline.gap),
    }
    if not short:
        return subject.told("story.pipeline.headline.covered", n=linked, **args)
    made_of = merged((*(gap.gap.sources for gap in short), *(gap.weighted.sources for gap in short)))
    args["missing"] = Cited(subject.locale.money_short(shortfall), made_of)
    if not linked:
        return subject.told("story.pipeline.headline.unlinked", **args)
    if len(short) == len(pipeline.gaps):
        return subject.told("story.pipeline.headline.short", n=linked, **args)
    return subject.told("story.pipeline.headline.short_some", n=linked, short=_refs(subject, short), **args)


def _refs(subject: InternalSubject, gaps: Iterable[SellingGap]) -> str:
    return subject.locale.join([gap.objective.ref for gap in gaps])


def _source(subject: InternalSubject, pipeline: SalesPipeline) -> str:
    """Where the deals stand; with a gap, how many open ones are for another objective or for none, and how many closed.

    Against a gap only open deals are drawn.
    """
    told = subject.say("story.pipeline.source", n=len(pipeline.deals))
    if not pipeline.gaps:
        return told
    apart = len(pipeline.open_deals) - len(pipeline.selling_deals)
    closed = len(pipeline.deals) - len(pipeline.open_deals)
    return joined(
        (
            told,
            subject.say("story.pipeline.apart", n=apart) if apart else "",
            subject.say("story.pipeline.closed", n=closed) if closed else "",
        )
    )


def _deal_bars(subject: InternalSubject, pipeline: SalesPipeline) -> tuple[BarChart, ...]:
    """The open deals, weighted, where there is no gap to hold them against."""
    deals = [deal for deal in pipeline.open_deals if deal.weighted.value]
    if not deals:
        return ()
    bars = tuple(_deal_bar(subject, deal) for deal in deals)
    return (
        BarChart(
            key="pipeline/bars",
            title=subject.say("story.pipeline.bars_title", unit=thousands_unit(subject.locale)),
            alt=subject.series(f"{bar.name} {bar.label}" for bar in bars),
            bars=bars,
            caption=subject.say("story.pipeline.caption"),
        ),
    )


def _deal_bar(subject: InternalSubject, deal: Deal) -> Bar:
    """A deal; quieter when it only renews."""
    item = deal.opportunity
    return Bar(
        f"pipeline/{item.ref}",
        subject.typeset(item.title),
        deal.weighted.value or Decimal(0),
        in_thousands(subject.locale, deal.weighted.value or Decimal(0)),
        subject.locale.percent(item.probability, 0),
        SeriesRole.CONTEXT if item.type is OpportunityType.RENEWAL else SeriesRole.MESSAGE,
    )


def _table(subject: InternalSubject, pipeline: SalesPipeline) -> Table:
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.ref"), 8),
        TableColumn(say("story.pipeline.deal"), 26),
        TableColumn(say("story.pipeline.objective"), 9),
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
                Cell(item.objective or "–"),
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
            *_gap_sums(subject, pipeline),
        )
        if weighted is not None
    ]
    return Table(
        key="pipeline/table", columns=columns, rows=tuple(rows), caption=say("story.pipeline.table_caption"), name_at=1
    )


def _gap_sums(
    subject: InternalSubject, pipeline: SalesPipeline
) -> tuple[tuple[str, str, Decimal | None, Decimal | None], ...]:
    """What the objectives lack, and what is to close it; nothing without a gap."""
    if not pipeline.gaps:
        return ()
    say, selling = subject.say, pipeline.selling.value or Decimal(0)
    return (
        ("selling", say("story.pipeline.selling"), None, selling),
        ("gap", say("story.pipeline.gap"), None, pipeline.gap.value),
        ("missing", say("story.pipeline.missing"), None, pipeline.shortfall or None),
    )


def _total_row(subject: InternalSubject, key: str, title: str, amount: Decimal | None, weighted: Decimal) -> TableRow:
    money = subject.locale.money_short
    cells = (
        Cell(),
        Cell(title, Tone.STRONG),
        Cell(),
        Cell(),
        Cell("" if amount is None else money(amount), Tone.STRONG),
        Cell(),
        Cell(money(weighted), Tone.STRONG),
        Cell(),
        Cell(),
    )
    return TableRow(f"pipeline/{key}", cells, is_total=True)


SECTION = Internal("pipeline", tell)
