"""The figures of a workbook that can be asked for, and each with the cells it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from generator.diagnostics import Findings
from generator.locales.locale import Locale
from generator.measures.traces import Trace, keys, trace_of
from generator.model.plan import AccountPlan
from generator.workbook.bind import bind
from generator.workbook.cited import CitedCell, cited_cells
from generator.workbook.origins import Origins
from generator.workbook.read import read

_MOST_SUGGESTED = 4


@dataclass(frozen=True)
class Figure:
    """A trace with the cells behind it."""

    trace: Trace
    cells: tuple[CitedCell, ...]


@dataclass(frozen=True)
class Figures:
    """A workbook asked for its figures; ``findings`` are what kept some of it from being read."""

    plan: AccountPlan
    origins: Origins
    findings: Findings

    def titles(self, locale: Locale) -> dict[str, str]:
        """Return the title of each figure by the key it is asked by."""
        return {key: locale.value(title) for key, title in keys(self.plan).items()}

    def figure(self, key: str) -> Figure | None:
        """Return how the figure of a key was made; None when nothing is called so."""
        trace = trace_of(self.plan, key)
        return None if trace is None else Figure(trace, cited_cells(self.origins, trace.sources))

    def near(self, key: str) -> list[str]:
        """Return the keys that resemble what was asked, else the first ones."""
        known = list(keys(self.plan))
        return get_close_matches(key.upper(), known, n=_MOST_SUGGESTED, cutoff=0.5) or known[:_MOST_SUGGESTED]


def read_figures(file: Path) -> Figures | Findings:
    """Read a workbook; the findings when no plan can be told."""
    bound = bind(read(file))
    if bound.plan is None:
        return bound.findings
    return Figures(bound.plan, bound.origins, Findings.of(bound.findings.errors, sheets=bound.findings.sheets))
