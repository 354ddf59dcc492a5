"""A broken rule as a value: which rule, where in the plan, in what words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.diagnostics import Severity
from generator.diagnostics.catalogue import CATALOGUE
from generator.model.field_path import FieldPath


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule of coherence or of an edition that the plan breaks at ``path``; make one with `breach()`.

    ``named`` are the arguments of the message; ``value`` is what stands there, of any type a Locale can say; ``weight``
    compares the breaches of one rule: money at stake, days late, criticality.
    """

    code: str
    path: FieldPath
    severity: Severity
    named: tuple[tuple[str, object], ...] = ()
    value: object = None
    suggestion: str | None = None
    weight: Decimal = Decimal(0)

    @property
    def args(self) -> dict[str, object]:
        """The arguments of the message."""
        return dict(self.named)


def breach(
    code: str,
    path: FieldPath,
    *,
    value: object = None,
    suggestion: str | None = None,
    severity: Severity | None = None,
    weight: Decimal | int = 0,
    **args: object,
) -> Breach:
    """Make a breach; the severity is the catalogue's unless the rule knows better."""
    entry = CATALOGUE[code]
    return Breach(code, path, severity or entry.severity, tuple(args.items()), value, suggestion, Decimal(weight))
