"""The whitespace: what each entity buys of each offer, from whom, and what is left to win."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.measures.citation import cite
from generator.measures.pipeline import CLOSED_STAGES
from generator.measures.whitespace import Whitespace, WhitespaceCell, whitespace
from generator.model.choices import Incumbent
from generator.story.blocks.grid import HeatCell, HeatMap, HeatRow
from generator.story.figures import Cited, Said, rows_cited
from generator.story.phrases import in_thousands, joined, source, thousands_unit
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal

_STEPS = 3


def tell(subject: InternalSubject) -> Section | None:
    """Tell the whitespace; nothing without a row of Potentiel."""
    if not subject.plan.potential:
        return None
    space = whitespace(subject.plan, subject.figures)
    heat = _heat_map(subject, space)
    said = _aimed_at(subject, space, _headline(subject, space))
    return Section(
        key="whitespace",
        stage=Stage.WHITESPACE,
        title=subject.say("story.whitespace.title"),
        headline=said.text,
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
        figures=said.under("whitespace/title"),
    )


def _headline(subject: InternalSubject, space: Whitespace) -> Said:
    total = space.to_win.value or Decimal(0)
    if not total:
        return subject.told("story.whitespace.headline.none")
    name = _first_entity(space)
    measure = space.to_win_by_entity[name]
    share = (measure.value or Decimal(0)) / total
    args: dict[str, Any] = {
        "total": Cited(subject.locale.money_short(total), space.to_win.sources),
        "entity": name,
        "share": Cited(subject.locale.percent(share, 0), space.to_win.sources),
    }
    cells = [cell for cell in space.cells.values() if cell.entity == name and cell.competitor and cell.to_win.value]
    if share == 1:
        return subject.told("story.whitespace.headline.single", **args)
    if cells:
        rivals: dict[str, Decimal] = {}
        for cell in cells:
            rivals[cell.competitor or ""] = rivals.get(cell.competitor or "", Decimal(0)) + (
                cell.to_win.value or Decimal(0)
            )
        rival = max(rivals, key=lambda item: rivals[item])
        held = [cell.offer for cell in cells if cell.competitor == rival]
        return subject.told("story.whitespace.headline.rival", rival=rival, offers=subject.locale.join(held), **args)
    return subject.told("story.whitespace.headline.first", **args)


def _aimed_at(subject: InternalSubject, space: Whitespace, said: Said) -> Said:
    """Follow what is left to win by the open deals at the entity where most of it is."""
    if not space.to_win.value:
        return said
    name = _first_entity(space)
    deals = [deal for deal in subject.plan.opportunities if deal.entity == name and deal.stage not in CLOSED_STAGES]
    if not deals:
        return subject.told("story.so_what", said=said, then=subject.told("story.whitespace.unaimed"))
    amount = Cited(
        subject.locale.money_short(sum((deal.amount for deal in deals), Decimal(0))),
        tuple(cite("opportunities", deal, "amount") for deal in deals),
    )
    count = subject.counted(len(deals), rows_cited("opportunities", deals), feminine=True)
    then = subject.told("story.whitespace.aimed", n=len(deals), count=count, amount=amount)
    return subject.told("story.so_what", said=said, then=then)


def _first_entity(space: Whitespace) -> str:
    return max(space.to_win_by_entity.items(), key=lambda item: item[1].value or Decimal(0))[0]


def _heat_map(subject: InternalSubject, space: Whitespace) -> HeatMap:
    amounts = sorted(cell.to_win.value for cell in space.cells.values() if cell.to_win.value)
    limits = _limits(amounts)
    rows = tuple(
        HeatRow(
            f"whitespace/{entity}",
            entity,
            tuple(_cell(subject, space.cell(entity, offer), limits) for offer in space.offers),
            _thousands(subject, space.to_win_by_entity[entity].value),
            _part(subject, space, entity),
        )
        for entity in space.entities
    )
    return HeatMap(
        key="whitespace/map",
        unit=subject.say("story.whitespace.unit", unit=thousands_unit(subject.locale)),
        columns=space.offers,
        rows=rows,
        total_title=subject.say("story.whitespace.to_win"),
        column_totals=tuple(_thousands(subject, space.to_win_by_offer[offer].value) for offer in space.offers),
        grand_total=_thousands(subject, space.to_win.value),
        legend=_legend(subject, limits, {cell.level for row in rows for cell in row.cells if cell.code}),
        codes=_codes(subject, space),
        alt=subject.series(
            subject.say(
                "story.whitespace.alt", entity=entity, amount=subject.locale.money_short(measure.value or Decimal(0))
            )
            for entity, measure in space.to_win_by_entity.items()
        ),
        caption=subject.say("story.whitespace.caption"),
    )


def _part(subject: InternalSubject, space: Whitespace, entity: str) -> str:
    """What an entity weighs in all that can be won."""
    amount, total = space.to_win_by_entity[entity].value, space.to_win.value
    return subject.locale.percent(amount / total, 0) if amount and total else ""


def _thousands(subject: InternalSubject, value: Decimal | None) -> str:
    return in_thousands(subject.locale, value) if value else "–"


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


def _legend(subject: InternalSubject, limits: tuple[Decimal, ...], used: set[int]) -> tuple[tuple[int, str], ...]:
    """What the tints mean, of those that stand in the map."""
    words = [(0, subject.say("story.whitespace.legend.held"))]
    k = [in_thousands(subject.locale, limit) for limit in limits]
    for rank, limit in enumerate(k):
        low = in_thousands(subject.locale, limits[rank - 1] + 1000) if rank else ""
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
    return tuple((level, text) for level, text in words if level in used)


def _codes(subject: InternalSubject, space: Whitespace) -> str:
    """What the letters mean of the holders that stand in the map; our own stands with its tint."""
    held = {cell.incumbent or Incumbent.UNKNOWN for cell in space.cells.values() if cell.eligible is not False}
    others = (holder for holder in Incumbent if holder in held and holder is not Incumbent.US)
    return joined(subject.say(f"story.whitespace.code.{holder.name.lower()}") for holder in others)


def _cell(subject: InternalSubject, cell: WhitespaceCell | None, limits: tuple[Decimal, ...]) -> HeatCell:
    if cell is None:
        return HeatCell("", "", "", 0)
    if cell.eligible is False:
        return HeatCell("–", "", subject.say("story.whitespace.ineligible"), -1)
    code = _letter(subject, cell.incumbent or Incumbent.UNKNOWN)
    if cell.is_ours:
        return HeatCell(
            code, "" if cell.revenue.value is None else in_thousands(subject.locale, cell.revenue.value), "", 0
        )
    amount = cell.to_win.value
    if amount is None:
        return HeatCell(code, "", subject.say("story.whitespace.unestimated"), 1)
    return HeatCell(code, in_thousands(subject.locale, amount), _holder(subject, cell), _level(amount, limits))


def _letter(subject: InternalSubject, incumbent: Incumbent) -> str:
    return subject.say(f"story.whitespace.letter.{incumbent.name.lower()}")


def _holder(subject: InternalSubject, cell: WhitespaceCell) -> str:
    if cell.incumbent is Incumbent.COMPETITOR:
        return cell.competitor or subject.say("story.whitespace.holder.competitor")
    if cell.incumbent is Incumbent.IN_HOUSE:
        return subject.say("story.whitespace.holder.in_house")
    return subject.say(
        "story.whitespace.holder.nobody" if cell.incumbent is Incumbent.NOBODY else "story.whitespace.holder.unknown"
    )


SECTION = Internal("whitespace", tell)
