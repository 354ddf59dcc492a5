"""Revenue, budget and margin by quarter, offer and entity."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from generator.measures.citation import cite
from generator.measures.measure import NOT_AVAILABLE, Measure, ratio, total
from generator.model.choices import FigureMeasure
from generator.model.field_path import FieldPath
from generator.model.plan import SharedPlan
from generator.model.quarter import QUARTERS_A_YEAR, Quarter

Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One amount of the table of key figures."""

    entity: str
    offer: str
    amount: Decimal
    source: FieldPath

    @property
    def measure(self) -> Measure:
        """The amount with its address."""
        return Measure(self.amount, (self.source,))


@dataclass(frozen=True, slots=True)
class Mover:
    """How an offer's revenue moved between two quarters; ``rate`` is None when the earlier quarter has none."""

    offer: str
    change: Decimal
    rate: Decimal | None
    now: Measure
    then: Measure


class FigureTable:
    """The key figures, indexed once by measure and quarter; amounts in the account's currency."""

    def __init__(self, plan: SharedPlan) -> None:
        self.period = plan.period
        self._offers = tuple(offer.name for offer in plan.offers)
        self._entities = tuple(entity.name for entity in plan.entities)
        self._segments = {entity.name: entity.segment for entity in plan.entities}
        self._cells = _cells_by_quarter(plan)

    def cells(self, measure: FigureMeasure, quarters: Iterable[Quarter]) -> tuple[FigureCell, ...]:
        """Return the amounts of a measure in these quarters."""
        return tuple(cell for quarter in quarters for cell in self._cells.get((measure, quarter), ()))

    def amount(
        self,
        measure: FigureMeasure,
        quarters: Iterable[Quarter],
        *,
        offers: Collection[str] | None = None,
        entities: Collection[str] | None = None,
    ) -> Measure:
        """Return the sum over these quarters, offers and entities (None: all).

        Not available when no cell has a value.
        """
        return total(
            cell.measure
            for cell in self.cells(measure, quarters)
            if (offers is None or cell.offer in offers) and (entities is None or cell.entity in entities)
        )

    def revenue(
        self,
        quarters: Iterable[Quarter],
        *,
        offers: Collection[str] | None = None,
        entities: Collection[str] | None = None,
    ) -> Measure:
        """Return the revenue over these quarters."""
        return self.amount(FigureMeasure.REVENUE, quarters, offers=offers, entities=entities)

    def margin_rate(self, quarters: Iterable[Quarter], *, offers: Collection[str] | None = None) -> Measure:
        """Return margin ÷ revenue as a rate, over the entities and offers whose margin is known in a quarter."""
        window = tuple(quarters)
        known = {
            (quarter, cell.entity, cell.offer)
            for quarter in window
            for cell in self.cells(FigureMeasure.MARGIN, (quarter,))
        }
        revenue = total(
            cell.measure
            for quarter in window
            for cell in self.cells(FigureMeasure.REVENUE, (quarter,))
            if (quarter, cell.entity, cell.offer) in known and (offers is None or cell.offer in offers)
        )
        return ratio(self.amount(FigureMeasure.MARGIN, window, offers=offers), revenue)

    def has_revenue(self, quarters: Iterable[Quarter]) -> bool:
        """Tell whether every one of these quarters holds some revenue figure."""
        return all(self._cells.get((FigureMeasure.REVENUE, quarter)) for quarter in quarters)

    def quarters(self) -> tuple[Quarter, ...]:
        """Return the quarters with revenue up to the plan's period, in time order."""
        return tuple(sorted(q for measure, q in self._cells if measure is FigureMeasure.REVENUE and q <= self.period))

    def offers(self) -> tuple[str, ...]:
        """Return the offers with revenue up to the period, in the workbook's order; unknown names last."""
        return _in_order(self._offers, (cell.offer for cell in self.cells(FigureMeasure.REVENUE, self.quarters())))

    def entities(self) -> tuple[str, ...]:
        """Return the entities with revenue up to the period, in the workbook's order; unknown names last."""
        return _in_order(self._entities, (cell.entity for cell in self.cells(FigureMeasure.REVENUE, self.quarters())))

    def by_offer(self, quarters: Iterable[Quarter]) -> Mapping[str, Measure]:
        """Return the revenue of each offer with a figure in these quarters, in the workbook's order."""
        return self._grouped(quarters, lambda cell: cell.offer, self._offers)

    def by_entity(self, quarters: Iterable[Quarter]) -> Mapping[str, Measure]:
        """Return the revenue of each entity with a figure in these quarters, in the workbook's order."""
        return self._grouped(quarters, lambda cell: cell.entity, self._entities)

    def by_cell(self, quarters: Iterable[Quarter]) -> Mapping[tuple[str, str], Measure]:
        """Return the revenue of each (entity, offer) with a figure in these quarters."""
        return _sums(self.cells(FigureMeasure.REVENUE, quarters), lambda cell: (cell.entity, cell.offer))

    def movers(self, quarter: Quarter, against: Quarter | None = None) -> tuple[Mover, ...]:
        """Return how each offer moved between two quarters (a year apart by default), the largest change first.

        An offer without a figure in one of the two counts as zero there.
        """
        now = self.by_offer((quarter,))
        then = self.by_offer((quarter.plus(-QUARTERS_A_YEAR) if against is None else against,))
        names = _in_order(self._offers, (*now, *then))
        moves = [_mover(offer, now.get(offer, NOT_AVAILABLE), then.get(offer, NOT_AVAILABLE)) for offer in names]
        return tuple(sorted(moves, key=lambda move: -abs(move.change)))

    def _grouped(
        self, quarters: Iterable[Quarter], group: Callable[[FigureCell], str], order: tuple[str, ...]
    ) -> Mapping[str, Measure]:
        sums = _sums(self.cells(FigureMeasure.REVENUE, quarters), group)
        return {name: sums[name] for name in _in_order(order, sums)}


def _sums(cells: Iterable[FigureCell], group: Callable[[FigureCell], Group]) -> dict[Group, Measure]:
    found: dict[Group, list[Measure]] = {}
    for cell in cells:
        found.setdefault(group(cell), []).append(cell.measure)
    return {name: total(measures) for name, measures in found.items()}


def _mover(offer: str, now: Measure, then: Measure) -> Mover:
    change = (now.value or Decimal(0)) - (then.value or Decimal(0))
    return Mover(offer, change, change / then.value if then.value else None, now, then)


def _cells_by_quarter(plan: SharedPlan) -> dict[tuple[FigureMeasure, Quarter], tuple[FigureCell, ...]]:
    found: dict[tuple[FigureMeasure, Quarter], list[FigureCell]] = {}
    for row in plan.figures:
        for quarter, amount in row.quarters.items():
            cell = FigureCell(row.entity, row.offer, amount, cite("figures", row, quarter))
            found.setdefault((row.measure, quarter), []).append(cell)
    return {key: tuple(cells) for key, cells in found.items()}


def _in_order(known: tuple[str, ...], present: Iterable[str]) -> tuple[str, ...]:
    met = dict.fromkeys(present)
    return tuple(name for name in known if name in met) + tuple(name for name in met if name not in known)
