"""Coherence rules across the stages."""

from generator.checks.coherence import check_coherence, to_findings
from generator.model.breach import Breach

__all__ = ["Breach", "check_coherence", "to_findings"]
