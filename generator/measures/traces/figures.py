"""How the figures of the whole account were made: revenue, margin, satisfaction, pipeline and their like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.locales.phrase import Phrase
from generator.measures.contracts import contract_lives, under_contract
from generator.measures.formulas.outcome import Outcome
from generator.measures.formulas.tables import MeasureTables
from generator.measures.kpis import FORMULAS
from generator.measures.pipeline import sales_pipeline
from generator.measures.traces.trace import Detail, Form, Trace, told
from generator.model.choices import Calculation, FigureMeasure
from generator.model.kpi_filter import KpiFilter
from generator.model.plan import AccountPlan
from generator.model.quarter import QUARTERS_A_YEAR, Quarter

Make = Callable[[AccountPlan, "Figure"], Trace]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that can be asked for: by its key or its other names; `word` names it in the catalogue."""

    key: str
    word: str
    make: Make
    form: Form = Form.MONEY
    others: tuple[str, ...] = ()
    calculation: Calculation | None = None


def figure_trace(plan: AccountPlan, figure: Figure) -> Trace:
    """Return how a figure of the account was made, over the four quarters that end with the plan's period."""
    return figure.make(plan, figure)


def _revenue(plan: AccountPlan, figure: Figure) -> Trace:
    figures, year = MeasureTables(plan).figures, _year(plan)
    quarter, before = figures.revenue((plan.period,)), figures.revenue((plan.period.plus(-QUARTERS_A_YEAR),))
    found = figures.revenue(year)
    details = told(Detail("quarter", quarter.value, figure.form), Detail("quarter_year_ago", before.value, figure.form))
    return Trace(
        figure.key,
        _title(figure),
        figure.word,
        found.value,
        figure.form,
        found.sources,
        window=year,
        details=details,
    )


def _budget(plan: AccountPlan, figure: Figure) -> Trace:
    found = MeasureTables(plan).figures.amount(FigureMeasure.BUDGET, _year(plan))
    return Trace(figure.key, _title(figure), figure.word, found.value, figure.form, found.sources, window=_year(plan))


def _margin(plan: AccountPlan, figure: Figure) -> Trace:
    figures, year = MeasureTables(plan).figures, _year(plan)
    found, amount = figures.margin_rate(year), figures.amount(FigureMeasure.MARGIN, year)
    return Trace(
        figure.key,
        _title(figure),
        figure.word,
        found.value,
        figure.form,
        found.sources,
        window=year,
        details=told(Detail("margin", amount.value, Form.MONEY)),
    )


def _formula(plan: AccountPlan, figure: Figure) -> Trace:
    """Return what a KPI's formula gives for the whole account."""
    if figure.calculation is None:
        raise ValueError(figure.key)
    year = _year(plan)
    outcome: Outcome = FORMULAS[figure.calculation](MeasureTables(plan), KpiFilter(), year)
    word = figure.calculation.name.lower()
    return Trace(
        figure.key,
        _title(figure),
        word,
        outcome.measure.value,
        figure.form,
        outcome.measure.sources,
        window=year,
        details=told(
            Detail(f"count.{word}", outcome.count),
            Detail(f"second.{word}", outcome.second, Form.PERCENT),
            Detail("tacit", outcome.tacit or None),
        ),
    )


def _pipeline(plan: AccountPlan, figure: Figure) -> Trace:
    found = sales_pipeline(plan)
    details = told(
        Detail("open_deals", len(found.open_deals)),
        Detail("amount", found.amount.value, figure.form),
        Detail("selling", found.selling.value, figure.form),
        Detail("gap", found.gap.value, figure.form),
        Detail("shortfall", found.shortfall, figure.form),
    )
    return Trace(
        figure.key,
        _title(figure),
        figure.word,
        found.weighted.value,
        figure.form,
        found.weighted.sources,
        details=details,
    )


def _contracts(plan: AccountPlan, figure: Figure) -> Trace:
    lives = contract_lives(plan)
    found = under_contract(lives)
    current = Detail("current_contracts", sum(1 for life in lives if life.is_current))
    return Trace(figure.key, _title(figure), figure.word, found.value, figure.form, found.sources, details=(current,))


def _title(figure: Figure) -> Phrase:
    return Phrase(f"explain.figure.{figure.word}")


def _year(plan: AccountPlan) -> tuple[Quarter, ...]:
    return plan.period.back(QUARTERS_A_YEAR)


def _by_formula(key: str, calculation: Calculation, form: Form, *others: str) -> Figure:
    return Figure(key, calculation.name.lower(), _formula, form, others, calculation)


FIGURES = (
    Figure("CA", "revenue", _revenue, others=("revenue", "chiffre d’affaires", "chiffre d'affaires")),
    Figure("BUDGET", "budget", _budget),
    Figure("MARGE", "margin_rate", _margin, Form.PERCENT, others=("margin",)),
    Figure("CONTRATS", "under_contract", _contracts, others=("contracts",)),
    Figure("PIPELINE", "pipeline", _pipeline),
    _by_formula("NPS", Calculation.NPS, Form.PLAIN),
    _by_formula("CSAT", Calculation.CSAT, Form.PERCENT),
    _by_formula("SLA", Calculation.SLA, Form.PERCENT),
    _by_formula("REUNIONS", Calculation.MEETINGS, Form.PERCENT, "meetings"),
    _by_formula("COUVERTURE", Calculation.COVERAGE, Form.PERCENT, "coverage"),
    _by_formula("PENETRATION", Calculation.PENETRATION, Form.PERCENT),
    _by_formula("RENOUVELLEMENT", Calculation.RENEWAL, Form.PERCENT, "renewal"),
)
"""Every figure of the account that can be asked for."""
