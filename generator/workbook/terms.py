"""The few words of the workbook that belong to no table, in every language."""

from functools import cache

from generator.locales.language import Label, said


@cache
def term(name: str) -> Label:
    """Return the words of `workbook.<name>`; KeyError when the catalogues lack it."""
    return said(f"workbook.{name}")
