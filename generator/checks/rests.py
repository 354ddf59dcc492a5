"""What a rule took for absent, or summed up: rows that, were they read, would undo its finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from re import fullmatch
from types import MappingProxyType

from generator.checks.facts import Facts
from generator.model.choices import Calculation, FigureMeasure
from generator.model.field_path import FieldPath
from generator.model.gap import SOMETHING
from generator.model.quarter import QUARTERS_A_YEAR, Quarter

QUARTERS = "quarters"
NOTHING_NAMED: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rests:
    """Rows of a table that a finding rests on: a row of it that was lost may undo the finding.

    So may a lost value in one of ``fields``, the optional ones that count; `QUARTERS` stands for the values of the
    year up to the quarter judged, and of the quarter a year before. Only rows count whose field ``by`` names the row
    that is told, or what the argument ``named`` says, and that hold what ``where`` says.
    """

    table: str
    fields: tuple[str, ...] = ()
    by: str = ""
    named: str = ""
    where: tuple[tuple[str, object], ...] = ()

    def is_open(self, facts: Facts, path: FieldPath, args: Mapping[str, object] = NOTHING_NAMED) -> bool:
        """Tell whether something of these rows could not be read, for what a rule tells at a path with these words."""
        linked = {self.by: args[self.named] if self.named else path.key[0]} if self.by else {}
        where = {**linked, **dict(self.where)}
        return facts.gaps.may_hold(self.table, where, self._fields(facts, path.field))

    def _fields(self, facts: Facts, judged: str) -> frozenset[str]:
        if QUARTERS not in self.fields:
            return frozenset(self.fields)
        last = Quarter.named(judged) if fullmatch(r"\d{4}-T[1-4]", judged) else facts.plan.period
        return frozenset((*self.fields, *map(str, last.back(QUARTERS_A_YEAR + 1))))


OWN_END = ("end", "renewal_months")
"""What a contract's own row says of its end; an amendment may move it."""
END = Rests("amendments", by="contract", where=(("new_end", SOMETHING),))
CONTRACTS = Rests("contracts", ("offers", "signed", *OWN_END))
REVENUE = Rests("figures", (QUARTERS,), where=(("measure", FigureMeasure.REVENUE),))
_WHITESPACE = (REVENUE, Rests("potential", ("estimated_spend",)), Rests("entities", ("parent",)))
_COMPUTED_FROM: Mapping[Calculation, tuple[Rests, ...]] = {
    Calculation.SEGMENT_REVENUE: (REVENUE, Rests("entities", ("parent",))),
    Calculation.COVERAGE: _WHITESPACE,
    Calculation.PENETRATION: _WHITESPACE,
    Calculation.MEETINGS: (Rests("meetings", ("held",)), Rests("bodies")),
    Calculation.RENEWAL: (
        Rests("contracts", ("signed", "end", "renewal_months", "replaces")),
        Rests("amendments", ("annual_impact", "new_end")),
    ),
    Calculation.NPS: (Rests("satisfaction", ("entity", "respondents")),),
    Calculation.CSAT: (Rests("satisfaction", ("entity", "respondents", "scale_max")),),
    Calculation.SLA: (Rests("tickets", (QUARTERS,)),),
}


def thresholds(*fields: str) -> Rests:
    """Return settings: where one could not be read, its default stands in its place."""
    return Rests("settings", fields)


def computed_from(facts: Facts, path: FieldPath) -> tuple[Rests, ...]:
    """Return what the KPI at a path is computed from."""
    kpi = next((kpi for kpi in facts.plan.kpis if (kpi.ref,) == path.key), None)
    return _COMPUTED_FROM.get(kpi.calculation, ()) if kpi else ()


def nothing_computed(_facts: Facts, _path: FieldPath) -> tuple[Rests, ...]:
    """Return nothing: no computed value stands at the path."""
    return ()
