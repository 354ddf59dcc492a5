"""Drawings as pictures for the plan: painted by matplotlib, and told as SVG."""

from generator.charts.picture.paint import paint
from generator.charts.picture.vector import vector

__all__ = ["paint", "vector"]
