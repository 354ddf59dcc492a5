"""The story arranged as a plan: a frozen value with nothing left to decide for the writer."""

from generator.plan.arrange.arrange import arrange
from generator.plan.arrange.parting import PlanPart

__all__ = ["PlanPart", "arrange"]
