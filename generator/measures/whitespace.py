"""The whitespace: which offer each entity buys from us, from another, from nobody, and what is left to win."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator.measures.citation import cite, cite_all
from generator.measures.measure import Measure, merged, total
from generator.measures.revenue import FigureTable
from generator.model.choices import Incumbent
from generator.model.field_path import FieldPath
from generator.model.mapping import Potential
from generator.model.plan import AccountPlan
from generator.model.quarter import QUARTERS_A_YEAR


@dataclass(frozen=True, slots=True)
class WhitespaceCell:
    """An entity × offer cell of the whitespace.

    ``revenue`` is that of the last four quarters, ``estimated_spend`` a year's, all suppliers. ``eligible`` is None
    when the cell has no row in ``Potentiel``. ``to_win`` is the estimated spend of an eligible cell that we do not
    hold; not available otherwise. Without a holder named, revenue tells that we hold it.
    """

    entity: str
    offer: str
    eligible: bool | None
    incumbent: Incumbent | None
    competitor: str | None
    revenue: Measure
    estimated_spend: Measure
    to_win: Measure

    @property
    def is_ours(self) -> bool:
        """Whether we hold the cell."""
        return self.incumbent is Incumbent.US


@dataclass(frozen=True, slots=True)
class Whitespace:
    """The grid in the workbook's order, its cells by (entity, offer), totals of what is left to win."""

    entities: tuple[str, ...]
    offers: tuple[str, ...]
    cells: Mapping[tuple[str, str], WhitespaceCell]
    to_win: Measure = field(default_factory=Measure)
    to_win_by_entity: Mapping[str, Measure] = field(default_factory=dict)
    to_win_by_offer: Mapping[str, Measure] = field(default_factory=dict)

    def cell(self, entity: str, offer: str) -> WhitespaceCell | None:
        """Return a cell, None where nothing is known."""
        return self.cells.get((entity, offer))


def whitespace(plan: AccountPlan, figures: FigureTable | None = None) -> Whitespace:
    """Return the whitespace at the plan's period.

    Entities and offers with neither a row of ``Potentiel`` nor revenue are left out.
    """
    table = figures or FigureTable(plan)
    potential = {(row.entity, row.offer): row for row in plan.potential}
    revenue = table.by_cell(plan.period.back(QUARTERS_A_YEAR))
    known = dict.fromkeys((*potential, *revenue))
    cells = {at: _cell(at, potential.get(at), revenue.get(at, Measure())) for at in known}
    rows, columns = {at[0] for at in known}, {at[1] for at in known}
    entities = tuple(item.name for item in plan.entities if item.name in rows)
    offers = tuple(item.name for item in plan.offers if item.name in columns)
    return Whitespace(
        entities,
        offers,
        cells,
        total(cell.to_win for cell in cells.values()),
        _to_win_by(cells.values(), 0, entities),
        _to_win_by(cells.values(), 1, offers),
    )


def _to_win_by(cells: Iterable[WhitespaceCell], part: int, names: tuple[str, ...]) -> dict[str, Measure]:
    found: dict[str, list[Measure]] = {name: [] for name in names}
    for cell in cells:
        found.setdefault((cell.entity, cell.offer)[part], []).append(cell.to_win)
    return {name: total(measures) for name, measures in found.items()}


def _cell(at: tuple[str, str], row: Potential | None, revenue: Measure) -> WhitespaceCell:
    incumbent = _incumbent(row, revenue)
    spend = (
        Measure()
        if row is None or row.estimated_spend is None
        else Measure(row.estimated_spend, (cite("potential", row, "estimated_spend"),))
    )
    is_open = row is not None and row.eligible and incumbent is not Incumbent.US and spend.value is not None
    to_win = Measure(spend.value, _to_win_sources(row, spend)) if is_open and row is not None else Measure()
    return WhitespaceCell(
        at[0],
        at[1],
        None if row is None else row.eligible,
        incumbent,
        None if row is None else row.competitor,
        revenue,
        spend,
        to_win,
    )


def _incumbent(row: Potential | None, revenue: Measure) -> Incumbent | None:
    if row is not None and row.incumbent is not None:
        return row.incumbent
    return Incumbent.US if (revenue.value or Decimal(0)) > 0 else None


def _to_win_sources(row: Potential, spend: Measure) -> tuple[FieldPath, ...]:
    return merged((spend.sources, cite_all("potential", row, ("eligible", "incumbent"))))
