"""The few words of the workbook that belong to no table, in both languages."""

from functools import cache

from generator.locales import Label, Language
from generator.locales.catalogue import text


@cache
def term(name: str) -> Label:
    """Return the words of `workbook.<name>`; KeyError when the catalogues lack it."""
    return Label(*(text(language, f"workbook.{name}") for language in (Language.FR, Language.EN)))
