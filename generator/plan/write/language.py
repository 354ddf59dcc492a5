"""The language of the text, by which Word spells and a screen reader reads."""

from __future__ import annotations

from docx.document import Document as WordDocument

from generator.plan.write.markup import W

_REGIONS = {"fr": "fr-FR", "en": "en-GB"}
_SIGNS = {"fr": (",", ";"), "en": (".", ",")}


def set_language(word: WordDocument, language: str) -> None:
    """Set the language of the default style and of the theme fonts, and the signs of numbers and lists."""
    region = _REGIONS[language]
    for element in word.styles.element.iter(f"{W}lang"):
        element.set(f"{W}val", region)
    settings = word.settings.element
    values = (("themeFontLang", region), *zip(("decimalSymbol", "listSeparator"), _SIGNS[language], strict=True))
    for name, value in values:
        found = settings.find(f"{W}{name}")
        if found is not None:
            found.set(f"{W}val", value)
