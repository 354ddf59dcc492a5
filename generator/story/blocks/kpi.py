"""KPI cards: a row of five on a slide, a section each in the plan."""

from __future__ import annotations

from dataclasses import dataclass

from generator.story.blocks.chart import LineChart
from generator.story.blocks.prose import FactSheet
from generator.story.blocks.table import Table
from generator.story.blocks.text import Fact, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiCard:
    """One KPI.

    ``figure`` and ``unit``, with the space before it, are the big value; ``facts`` are the two rows under it (target,
    change);
    ``chart`` carries the target series and the bands; the rest is for the plan: a takeaway, a sheet of
    definition, formula and
    source, a strip of values, sentences, corrective actions. ``status_label`` heads the status in the strip,
    ``reading_label`` the
    sentences.
    """

    key: str
    ref: str
    name: str
    status: Status
    figure: str
    unit: str
    facts: tuple[Fact, ...]
    chart: LineChart | None
    comment: str
    takeaway: str
    sheet: FactSheet
    strip: tuple[Fact, ...]
    reading: tuple[str, ...]
    actions: Table | None = None
    status_label: str = ""
    reading_label: str = ""
    is_internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiCards:
    """The dashboard."""

    key: str
    cards: tuple[KpiCard, ...]
    alt: str
