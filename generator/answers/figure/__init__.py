"""How a figure of a workbook was made."""
