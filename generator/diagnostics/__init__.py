"""What can be said about a problem: its code, place, severity and words."""

from generator.diagnostics.finding import Finding, finding
from generator.diagnostics.findings import Findings
from generator.diagnostics.place import Place
from generator.diagnostics.severity import Severity

__all__ = ["Finding", "Findings", "Place", "Severity", "finding"]
