"""How words, numbers and dates look: message catalogues and formats, language by language."""

from generator.locales.language import Label, Language
from generator.locales.locale import Locale
from generator.locales.phrase import Phrase, phrase
from generator.locales.typography import capitalise, typeset

__all__ = ["Label", "Language", "Locale", "Phrase", "capitalise", "phrase", "typeset"]
