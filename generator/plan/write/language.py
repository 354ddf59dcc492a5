"""The language of the text, by which Word spells and a screen reader reads."""

from __future__ import annotations

from docx.document import Document as WordDocument

from generator.locales.formats import decimal_sign
from generator.locales.language import Language
from generator.plan.write.markup import W

_LIST_SIGNS = {",": ";", ".": ","}  # by the sign of decimals, which they must not be


def set_language(word: WordDocument, language: Language) -> None:
    """Set the language of the default style and of the theme fonts, and the signs of numbers and lists."""
    region, decimal = language.manner.tag, decimal_sign(language)
    for element in word.styles.element.iter(f"{W}lang"):
        element.set(f"{W}val", region)
    settings = word.settings.element
    values = (("themeFontLang", region), ("decimalSymbol", decimal), ("listSeparator", _LIST_SIGNS[decimal]))
    for name, value in values:
        found = settings.find(f"{W}{name}")
        if found is not None:
            found.set(f"{W}val", value)
