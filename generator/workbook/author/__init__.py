"""Author a workbook from the declarations of the model, blank or filled with a plan."""

from generator.workbook.author.book import author

__all__ = ["author"]
