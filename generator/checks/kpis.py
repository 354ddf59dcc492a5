"""KPIs: few, complete, acted upon when red, and worth the same typed and computed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.facts import Facts
from generator.checks.missing import missing_fields
from generator.checks.rests import Rests, computed_from, thresholds
from generator.checks.rule import Rule
from generator.checks.spoken import in_unit
from generator.locales import Phrase, phrase
from generator.measures.citation import cite
from generator.measures.kpis import FORMULAS, KpiReading
from generator.measures.measure import NOT_AVAILABLE
from generator.measures.rag import Rag
from generator.model.breach import Breach, breach
from generator.model.field_path import FieldPath
from generator.model.kpis import SharedKpi

_NEEDED = (
    ("target", phrase("checks.kpi.target")),
    ("owner", phrase("checks.kpi.owner")),
    ("objectives", phrase("checks.kpi.objective")),
)


def too_few_or_many_kpis(facts: Facts) -> Iterator[Breach]:
    """R441: the plan has fewer or more KPIs than the settings ask for."""
    count, low, high = len(facts.plan.kpis), facts.settings.kpi_minimum, facts.settings.kpi_maximum
    if not low <= count <= high:
        yield breach("R441", FieldPath("kpis", (), "ref"), n=count, low=low, high=high)


def incomplete_kpis(facts: Facts) -> Iterator[Breach]:
    """R442: a KPI lacks a target, an owner, an objective, or a value at the plan's period."""
    for reading in facts.readings:
        missing = {**missing_fields(facts, "kpis", reading.kpi, _NEEDED), **_measure_missing(facts, reading)}
        if missing:
            yield breach("R442", next(iter(missing)), weight=len(missing), missing=tuple(missing.values()))


def red_without_action(facts: Facts) -> Iterator[Breach]:
    """R443: a KPI is red and no open action is tied to it."""
    for reading in facts.readings:
        kpi, value = reading.kpi, reading.current.value
        if reading.rag is Rag.RED and value is not None and kpi.ref not in facts.actions_by_kpi:
            path = cite("kpis", kpi, reading.current_quarter)
            shown = in_unit(value, kpi.unit)
            yield breach("R443", path, value=shown, shown=shown, mark=_mark(kpi))


def disagreeing_values(facts: Facts) -> Iterator[Breach]:
    """R444: a value typed for a quarter up to the period differs from the one that its formula gives."""
    for reading in facts.readings:
        kpi = reading.kpi
        for quarter, typed in kpi.quarters.items() if kpi.calculation in FORMULAS else ():
            computed = reading.series.get(quarter, NOT_AVAILABLE).value
            if computed is None or _gap(typed, computed) <= facts.settings.kpi_gap:
                continue
            yield breach(
                "R444",
                cite("kpis", kpi, quarter),
                value=in_unit(typed, kpi.unit),
                weight=_gap(typed, computed),
                quarter=quarter,
                typed=in_unit(typed, kpi.unit),
                computed=in_unit(computed, kpi.unit),
                formula=phrase(f"checks.formula.{kpi.calculation.name.lower()}"),
            )


def _measure_missing(facts: Facts, reading: KpiReading) -> dict[FieldPath, Phrase]:
    """Return the words of a value missing at the period, unless it, its filter or what it is from could not be read."""
    quarter = reading.current_quarter
    path = cite("kpis", reading.kpi, quarter)
    is_missing = facts.is_blank(path, reading.current.value) and not facts.gaps.holds("kpis", path.key, "filter")
    if not is_missing or any(rest.is_open(facts, path) for rest in computed_from(facts, path)):
        return {}
    return {path: phrase("checks.kpi.measure", quarter=quarter)}


def _mark(kpi: SharedKpi) -> Phrase:
    if kpi.threshold is not None:
        return phrase("checks.mark.threshold", value=in_unit(kpi.threshold, kpi.unit))
    return phrase("checks.mark.target", value=in_unit(kpi.target or Decimal(0), kpi.unit))


def _gap(typed: Decimal, computed: Decimal) -> Decimal:
    """Return the difference relative to the computed value; the whole difference where that is zero."""
    return abs(typed - computed) / (abs(computed) or Decimal(1))


RULES = (
    Rule("R443", red_without_action, 405, (Rests("actions", by="kpi"),), ("target", "threshold"), computed_from),
    Rule("R444", disagreeing_values, 605, (thresholds("kpi_gap"),), ("filter",), computed_from),
    Rule("R441", too_few_or_many_kpis, 610, (Rests("kpis"), thresholds("kpi_minimum", "kpi_maximum"))),
    Rule("R442", incomplete_kpis, 615),
)
