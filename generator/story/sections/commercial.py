"""Where business can grow: the whitespace, the pipeline against the gap, competitors and SWOT."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.measures.pipeline import Deal, SalesPipeline, sales_pipeline
from generator.measures.whitespace import Whitespace, WhitespaceCell, whitespace
from generator.model.choices import Incumbent, OpportunityType, Quadrant, ThirdPartyType
from generator.story.blocks import Block
from generator.story.blocks.chart import Bar, BarChart, SeriesRole
from generator.story.blocks.grid import HeatCell, HeatMap, HeatRow, Swot, SwotQuadrant
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.phrases import joined, sentence, source
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject

THOUSAND = Decimal(1000)
_CODES = {
    Incumbent.US: "N",
    Incumbent.COMPETITOR: "C",
    Incumbent.IN_HOUSE: "I",
    Incumbent.NOBODY: "A",
    Incumbent.UNKNOWN: "?",
}
_STEPS = 3


def tell_whitespace(subject: InternalSubject) -> Section | None:
    """Tell the whitespace; nothing without a row of Potentiel."""
    if not subject.plan.potential:
        return None
    space = whitespace(subject.plan, subject.figures)
    heat = _heat_map(subject, space)
    return Section(
        key="whitespace",
        stage=Stage.WHITESPACE,
        title=subject.say("story.whitespace.title"),
        headline=_whitespace_headline(subject, space),
        slide_blocks=(heat,),
        chapter_blocks=(heat,),
        source=source(
            subject,
            subject.say(
                "story.whitespace.source",
                span=subject.say("story.span", first=subject.period.plus(-3), last=subject.period),
            ),
        ),
        notes=(subject.say("story.whitespace.note"), subject.say("story.whitespace.coaching")),
        is_internal=True,
    )


def _whitespace_headline(subject: InternalSubject, space: Whitespace) -> str:
    total = space.to_win.value or Decimal(0)
    if not total:
        return subject.say("story.whitespace.headline.none")
    name, measure = max(space.to_win_by_entity.items(), key=lambda item: item[1].value or Decimal(0))
    share = (measure.value or Decimal(0)) / total
    args: dict[str, Any] = {
        "total": subject.locale.money_short(total),
        "entity": name,
        "share": subject.locale.percent(share, 0),
    }
    cells = [cell for cell in space.cells.values() if cell.entity == name and cell.competitor and cell.to_win.value]
    if share == 1:
        return subject.say("story.whitespace.headline.single", **args)
    if cells:
        rivals: dict[str, Decimal] = {}
        for cell in cells:
            rivals[cell.competitor or ""] = rivals.get(cell.competitor or "", Decimal(0)) + (
                cell.to_win.value or Decimal(0)
            )
        rival = max(rivals, key=lambda item: rivals[item])
        held = [cell.offer for cell in cells if cell.competitor == rival]
        return subject.say("story.whitespace.headline.rival", rival=rival, offers=subject.locale.join(held), **args)
    return subject.say("story.whitespace.headline.first", **args)


def _heat_map(subject: InternalSubject, space: Whitespace) -> HeatMap:
    amounts = sorted(cell.to_win.value for cell in space.cells.values() if cell.to_win.value)
    limits = _limits(amounts)
    rows = tuple(
        HeatRow(
            f"whitespace/{entity}",
            entity,
            tuple(_cell(subject, space.cell(entity, offer), limits) for offer in space.offers),
            _thousands(subject, space.to_win_by_entity[entity].value),
        )
        for entity in space.entities
    )
    return HeatMap(
        key="whitespace/map",
        unit=subject.say("story.whitespace.unit"),
        columns=space.offers,
        rows=rows,
        total_title=subject.say("story.whitespace.to_win"),
        column_totals=tuple(_thousands(subject, space.to_win_by_offer[offer].value) for offer in space.offers),
        grand_total=_thousands(subject, space.to_win.value),
        legend=_legend(subject, limits),
        codes=subject.say("story.whitespace.codes"),
        alt=subject.series(
            subject.say(
                "story.whitespace.alt", entity=entity, amount=subject.locale.money_short(measure.value or Decimal(0))
            )
            for entity, measure in space.to_win_by_entity.items()
        ),
        caption=subject.say("story.whitespace.caption"),
    )


def _thousands(subject: InternalSubject, value: Decimal | None) -> str:
    return subject.locale.number(value / THOUSAND, 0) if value else "–"


def _limits(amounts: list[Decimal]) -> tuple[Decimal, ...]:
    """The upper limits of the lower steps.

    Thirds of the amounts, rounded up to two digits so that the legend reads well.
    """
    if not amounts:
        return ()
    cuts = [_rounded_up(amounts[(len(amounts) * step - 1) // _STEPS]) for step in range(1, _STEPS)]
    return tuple(sorted({cut for cut in cuts if cut < amounts[-1]}))


def _rounded_up(amount: Decimal) -> Decimal:
    unit = Decimal(1).scaleb(amount.adjusted() - 1)
    return -(-amount // unit) * unit


def _level(amount: Decimal, limits: tuple[Decimal, ...]) -> int:
    return (
        1
        + sum(1 for limit in limits if amount > limit)
        + (_STEPS - 1 - len(limits) if amount > (limits[-1] if limits else Decimal(0)) else 0)
    )


def _legend(subject: InternalSubject, limits: tuple[Decimal, ...]) -> tuple[tuple[int, str], ...]:
    words = [(0, subject.say("story.whitespace.legend.held"))]
    k = [subject.locale.number(limit / THOUSAND, 0) for limit in limits]
    for rank, limit in enumerate(k):
        low = subject.locale.number(limits[rank - 1] / THOUSAND + 1, 0) if rank else ""
        words.append(
            (
                rank + 1,
                subject.say("story.whitespace.legend.between", low=low, high=limit)
                if rank
                else subject.say("story.whitespace.legend.up_to", high=limit),
            )
        )
    words.append(
        (
            _STEPS,
            subject.say("story.whitespace.legend.above", low=k[-1]) if k else subject.say("story.whitespace.to_win"),
        )
    )
    return tuple(words)


def _cell(subject: InternalSubject, cell: WhitespaceCell | None, limits: tuple[Decimal, ...]) -> HeatCell:
    if cell is None:
        return HeatCell("", "", "", 0)
    if cell.eligible is False:
        return HeatCell("–", "", subject.say("story.whitespace.ineligible"), -1)
    code = _CODES.get(cell.incumbent, "") if cell.incumbent else "?"
    if cell.is_ours:
        return HeatCell(
            code, "" if cell.revenue.value is None else subject.locale.number(cell.revenue.value / THOUSAND, 0), "", 0
        )
    amount = cell.to_win.value
    if amount is None:
        return HeatCell(code, "", subject.say("story.whitespace.unestimated"), 1)
    return HeatCell(code, subject.locale.number(amount / THOUSAND, 0), _holder(subject, cell), _level(amount, limits))


def _holder(subject: InternalSubject, cell: WhitespaceCell) -> str:
    if cell.incumbent is Incumbent.COMPETITOR:
        return cell.competitor or subject.say("story.whitespace.holder.competitor")
    if cell.incumbent is Incumbent.IN_HOUSE:
        return subject.say("story.whitespace.holder.in_house")
    return subject.say(
        "story.whitespace.holder.nobody" if cell.incumbent is Incumbent.NOBODY else "story.whitespace.holder.unknown"
    )


def tell_pipeline(subject: InternalSubject) -> Section | None:
    """Tell the pipeline; nothing without an opportunity."""
    if not subject.plan.opportunities:
        return None
    pipeline = sales_pipeline(subject.plan)
    bars = _deal_bars(subject, pipeline)
    return Section(
        key="pipeline",
        stage=Stage.PIPELINE,
        title=subject.say("story.pipeline.title"),
        headline=_pipeline_headline(subject, pipeline),
        slide_blocks=(*bars, _pipeline_table(subject, pipeline)),
        chapter_blocks=(_pipeline_table(subject, pipeline), *bars),
        source=source(subject, subject.say("story.pipeline.source", n=len(subject.plan.opportunities))),
        notes=(subject.say("story.pipeline.note"), subject.say("story.pipeline.coaching")),
        is_internal=True,
    )


def _pipeline_headline(subject: InternalSubject, pipeline: SalesPipeline) -> str:
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
    live = [deal for deal in pipeline.deals if deal.is_open and deal.weighted.value]
    if not live:
        return ()
    bars = tuple(_deal_bar(subject, deal) for deal in live)
    title = subject.say("story.pipeline.bars_title", currency=subject.plan.account.currency)
    return (
        BarChart(
            key="pipeline/bars",
            title=title,
            alt=subject.series(f"{bar.name} {bar.label}" for bar in bars),
            bars=bars,
            caption=subject.say("story.pipeline.caption"),
        ),
    )


def _deal_bar(subject: InternalSubject, deal: Deal) -> Bar:
    item = deal.opportunity
    role = SeriesRole.CONTEXT if item.type is OpportunityType.RENEWAL else SeriesRole.MESSAGE
    return Bar(
        f"pipeline/{item.ref}",
        subject.locale.typeset(item.title),
        deal.weighted.value or Decimal(0),
        subject.locale.number((deal.weighted.value or Decimal(0)) / THOUSAND, 0),
        subject.locale.percent(item.probability, 0),
        role,
    )


def _pipeline_table(subject: InternalSubject, pipeline: SalesPipeline) -> Table:
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
                Cell(locale.typeset(item.title)),
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
            ("selling", say("story.pipeline.selling"), None, pipeline.selling.value),
            ("total", say("story.total"), pipeline.amount.value, pipeline.weighted.value),
        )
        if weighted is not None
    ]
    return Table(key="pipeline/table", columns=columns, rows=tuple(rows), caption=say("story.pipeline.table_caption"))


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


def tell_landscape(subject: InternalSubject) -> Section | None:
    """Tell third parties and the SWOT; nothing without either."""
    plan = subject.plan
    blocks: tuple[Block, ...] = (*_third_parties(subject), *_swot(subject))
    if not blocks:
        return None
    return Section(
        key="landscape",
        stage=Stage.PIPELINE,
        title=subject.say("story.landscape.title"),
        headline=_landscape_headline(subject),
        slide_blocks=blocks,
        chapter_blocks=blocks,
        source=source(
            subject,
            joined(
                (
                    subject.say("story.landscape.source", n=len(plan.third_parties)) if plan.third_parties else "",
                    subject.say("story.landscape.source_swot", n=len(plan.swot)) if plan.swot else "",
                ),
                ", ",
            ),
        ),
        notes=(subject.say("story.landscape.note"),),
        is_internal=True,
    )


def _landscape_headline(subject: InternalSubject) -> str:
    rivals = sorted(
        (party for party in subject.plan.third_parties if party.type is ThirdPartyType.COMPETITOR),
        key=lambda party: -(party.threat or 0),
    )
    if not rivals:
        return sentence(
            subject.say(
                "story.landscape.headline.no_rival",
                n=len(subject.plan.swot),
                count=subject.count(len(subject.plan.swot)),
            )
        )
    first = rivals[0]
    args: dict[str, Any] = {"count": subject.count(len(rivals)), "name": first.name}
    if first.entities and first.threat:
        return sentence(
            subject.say(
                "story.landscape.headline.present",
                n=len(rivals),
                threat=first.threat,
                entities=subject.locale.join(list(first.entities)),
                **args,
            )
        )
    return sentence(subject.say("story.landscape.headline.rivals", n=len(rivals), **args))


def _third_parties(subject: InternalSubject) -> tuple[Table, ...]:
    if not subject.plan.third_parties:
        return ()
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.landscape.name"), 14),
        TableColumn(say("story.landscape.type"), 12),
        TableColumn(say("story.landscape.offers"), 18),
        TableColumn(say("story.landscape.entities"), 18),
        TableColumn(say("story.landscape.threat"), 8, Align.CENTRE),
        TableColumn(say("story.landscape.strengths"), 26),
        TableColumn(say("story.landscape.weaknesses"), 26),
    )
    ranked = sorted(
        subject.plan.third_parties,
        key=lambda party: (party.type is not ThirdPartyType.COMPETITOR, -(party.threat or 0), party.name),
    )
    rows = tuple(
        TableRow(
            f"landscape/{party.name}",
            (
                Cell(party.name, Tone.STRONG),
                Cell(locale.label(party.type.label)),
                Cell(", ".join(party.offers) or "–"),
                Cell(", ".join(party.entities) or "–"),
                Cell(str(party.threat) if party.threat else "–"),
                Cell(party.strengths or "–"),
                Cell(party.weaknesses or "–"),
            ),
        )
        for party in ranked
    )
    return (
        Table(key="landscape/table", columns=columns, rows=rows, caption=say("story.landscape.caption"), is_wide=True),
    )


def _swot(subject: InternalSubject) -> tuple[Swot, ...]:
    if not subject.plan.swot:
        return ()
    quadrants = [
        SwotQuadrant(
            f"landscape/swot/{quadrant.name.lower()}",
            subject.say(f"story.landscape.quadrant.{quadrant.name.lower()}"),
            tuple(subject.locale.typeset(item.statement) for item in subject.plan.swot if item.quadrant is quadrant),
        )
        for quadrant in Quadrant
    ]
    strengths, weaknesses, opportunities, threats = quadrants
    return (
        Swot(
            key="landscape/swot",
            quadrants=(strengths, weaknesses, opportunities, threats),
            alt=subject.series(f"{item.title} : {', '.join(item.statements)}" for item in quadrants),
            caption=subject.say("story.landscape.swot_caption"),
        ),
    )
