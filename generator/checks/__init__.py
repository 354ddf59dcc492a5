"""Coherence rules across the stages."""

from generator.checks.breach import Breach
from generator.checks.coherence import check_coherence, to_findings

__all__ = ["Breach", "check_coherence", "to_findings"]
