"""Snapshots of builds, the difference of two plans, and what a plan holds about a person."""

from generator.history.compare import compare
from generator.history.difference import Difference
from generator.history.snapshot import Damaged, Snapshot, from_bytes, to_bytes

__all__ = ["Damaged", "Difference", "Snapshot", "compare", "from_bytes", "to_bytes"]
