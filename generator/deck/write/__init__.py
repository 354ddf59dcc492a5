"""Writes a decided deck into the brand's template; one drawing concern a module, no choice left to make."""

from generator.deck.write.package import write

__all__ = ["write"]
