"""Snapshots of builds, and the difference of two plans."""

from generator.history.compare import compare
from generator.history.difference import Difference

__all__ = ["Difference", "compare"]
