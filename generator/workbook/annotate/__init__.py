"""Annotate a copy of a workbook: findings as notes and colour on their cells, and a sheet that links to them."""

from generator.workbook.annotate.annotate import Annotated, annotated
from generator.workbook.annotate.colours import NoteColours

__all__ = ["Annotated", "NoteColours", "annotated"]
