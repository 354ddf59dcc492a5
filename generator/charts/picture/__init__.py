"""Charts and diagrams as pictures for the plan: arranged as drawings in brand colours, then painted by matplotlib."""

from generator.charts.picture.arrange import arrange_chart, chart_height_emu
from generator.charts.picture.paint import paint
from generator.charts.picture.vector import vector

__all__ = ["arrange_chart", "chart_height_emu", "paint", "vector"]
