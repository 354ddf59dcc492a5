"""The arranged plan written as a Word file, one drawing concern a module."""

from generator.plan.write.write import write

__all__ = ["write"]
