"""A stage of the plan as a report shows it: its findings, and how much of it is sound."""

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from generator.diagnostics.finding import Finding
from generator.diagnostics.severity import Severity


@dataclass(frozen=True)
class Stage:
    """A stage with its name, its findings in order, its rows, and those of them with no error nor warning."""

    name: str
    findings: tuple[Finding, ...] = ()
    rows: int = 0
    sound: int = 0

    @property
    def score(self) -> Decimal | None:
        """The share of sound rows, rounded down to whole percents so that only all is 100 %; None without a row."""
        if not self.rows:
            return None
        return (Decimal(self.sound) / self.rows).quantize(Decimal("0.01"), rounding=ROUND_FLOOR)

    @property
    def gravest(self) -> Severity | None:
        """The gravest severity of its findings; None when nothing is to be done."""
        found = {item.severity for item in self.findings}
        return next((severity for severity in Severity if severity in found), None)
