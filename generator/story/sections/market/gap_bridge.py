"""From what an objective still has to sign to what is missing, a step a deal, each objective over the same width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.measures.pipeline import Deal, SalesPipeline, SellingGap
from generator.story.blocks.bar_table import BarCell, BarRow, BarTable, Blank, PlotColumn, Stretch, WordColumn, Words
from generator.story.blocks.chart import SeriesRole
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.table import Align
from generator.story.blocks.text import Sentence, Tone
from generator.story.phrases import in_thousands, joined, thousands_unit
from generator.story.subject import InternalSubject

_ONE = Decimal(1)
_WORDS = 5  # columns before the plot


def gap_bridge(subject: InternalSubject, pipeline: SalesPipeline, *, has_details: bool = True) -> tuple[BarTable, ...]:
    """Return the bridge of each objective that lacks something, then the open deals that close no gap.

    Without its details, which a table beside it tells, a deal is its name, its weight and its step.
    """
    if not pipeline.gaps:
        return ()
    say, unit = subject.say, thousands_unit(subject.locale)
    rows = [row for gap in pipeline.gaps for row in _rows(subject, gap)]
    linked = {deal.opportunity.ref for deal in pipeline.selling_deals}
    apart = [deal for deal in pipeline.open_deals if deal.opportunity.ref not in linked]
    if apart:
        rows.append(BarRow(key="pipeline/apart", cells=(), heading=say("story.pipeline.apart_title")))
        rows += [_deal_row(subject, deal, Blank(), is_closing=False) for deal in apart]
    table = BarTable(
        key="pipeline/bridge",
        title="",
        columns=(
            WordColumn(say("story.pipeline.deal"), Align.LEFT, is_name=True),
            WordColumn(say("story.pipeline.stage"), Align.LEFT),
            WordColumn(say("story.pipeline.decision"), Align.LEFT),
            WordColumn(say("story.pipeline.odds", unit=unit)),
            WordColumn(say("story.pipeline.weighted_in", unit=unit)),
            PlotColumn(say("story.pipeline.bridge_title")),
        ),
        rows=tuple(rows),
        alt=subject.series(filter(None, map(_told, rows))),
        caption=say("story.pipeline.bridge_caption"),
    )
    return (table if has_details else _without_details(table),)


def _without_details(table: BarTable) -> BarTable:
    """The table without the columns between a deal and its weight."""
    rows = tuple(replace(row, cells=(*row.cells[:1], *row.cells[_WORDS - 1 :])) for row in table.rows)
    return replace(table, columns=(*table.columns[:1], *table.columns[_WORDS - 1 :]), rows=rows)


def gap_callout(subject: InternalSubject, pipeline: SalesPipeline) -> tuple[Prose, ...]:
    """Say whether the deals would do if all were won, or more are needed; nothing where none is missing."""
    linked = pipeline.selling_deals
    if not pipeline.shortfall or not linked:
        return ()
    won = _amount(linked)
    short = [gap for gap in pipeline.gaps if _amount(gap.deals) < (gap.gap.value or 0)]
    money = subject.locale.money_short
    key = "story.pipeline.callout.more" if short else "story.pipeline.callout.odds"
    text = subject.say(key, n=len(linked), won=money(won), gap=money(pipeline.gap.value or Decimal(0)))
    return (
        Prose(
            key="pipeline/callout",
            paragraphs=(Sentence("won", text),),
            role=ProseRole.CALLOUT,
            label=subject.say("story.takeaways"),
        ),
    )


def _amount(deals: Sequence[Deal]) -> Decimal:
    return sum((deal.opportunity.amount for deal in deals), Decimal(0))


def _rows(subject: InternalSubject, gap: SellingGap) -> Iterator[BarRow]:
    """The objective, what it has to sign, a step a deal, and what is missing, or that nothing is."""
    ref, whole = gap.objective.ref, gap.gap.value or _ONE
    yield BarRow(key=f"pipeline/{ref}", cells=(), heading=_heading(subject, gap), note=_note(subject, gap))
    say, level = subject.say, _ONE
    yield _level(subject, f"pipeline/{ref}/to-sign", say("story.pipeline.to_sign"), whole, Stretch(Decimal(0), _ONE))
    for deal in gap.deals:
        weighted = deal.weighted.value or Decimal(0)
        after = max(level - weighted / whole, Decimal(0))
        share = subject.locale.percent(weighted / whole, 0)
        step = Stretch(level, after, share, SeriesRole.RANKED, 1, is_step=True)
        yield _deal_row(subject, deal, step if after < level else Blank(), is_closing=True)
        level = after
    if gap.shortfall:
        share = subject.locale.percent(gap.shortfall / whole, 0)
        missing = Stretch(gap.shortfall / whole, Decimal(0), share, SeriesRole.MESSAGE, is_step=True)
        yield _level(
            subject, f"pipeline/{ref}/missing", say("story.pipeline.missing"), gap.shortfall, missing, is_told=True
        )
    else:
        covered = say("story.pipeline.covered")
        yield _level(subject, f"pipeline/{ref}/missing", covered, Decimal(0), Blank())


def _heading(subject: InternalSubject, gap: SellingGap) -> str:
    objective = gap.objective
    return subject.typeset(f"{objective.ref} {objective.label}")


def _note(subject: InternalSubject, gap: SellingGap) -> str:
    objective = gap.objective
    due = subject.say("story.pipeline.due", day=objective.due) if objective.due else ""
    return joined((due, objective.owner or ""))


def _level(
    subject: InternalSubject, key: str, name: str, amount: Decimal, plot: BarCell, *, is_told: bool = False
) -> BarRow:
    tone = Tone.ACCENT if is_told else Tone.NORMAL
    words = (Words(name, tone), Words(""), Words(""), Words(""), Words(in_thousands(subject.locale, amount), tone))
    return BarRow(key=key, cells=(*words, plot), is_emphasised=is_told)


def _deal_row(subject: InternalSubject, deal: Deal, plot: BarCell, *, is_closing: bool) -> BarRow:
    item, locale = deal.opportunity, subject.locale
    weighted = deal.weighted.value or Decimal(0)
    odds = f"{in_thousands(locale, item.amount)} × {locale.percent(item.probability, 0)}"
    cells = (
        Words(subject.typeset(f"{item.ref} {item.title}")),
        Words(locale.label(item.stage.label)),
        Words(locale.date(item.decision_due)),
        Words(locale.typeset(odds), Tone.MUTED),
        Words(in_thousands(locale, -weighted if is_closing else weighted), Tone.NORMAL if is_closing else Tone.MUTED),
        plot,
    )
    return BarRow(key=f"pipeline/{item.ref}", cells=cells)


def _told(row: BarRow) -> str:
    if row.heading:
        return row.heading
    words = [cell.text for cell in row.cells if isinstance(cell, Words)]
    return joined((words[0], words[_WORDS - 1]), " ")
