"""The two languages copil speaks, and the value that holds one text in both."""

from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable


class Language(StrEnum):
    """A language documents and messages can be written in."""

    FR = "fr"
    EN = "en"


class Label(NamedTuple):
    """One short text in both languages: the name of a column, of a table, of an allowed value."""

    fr: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the text in this language."""
        return self.fr if language is Language.FR else self.en


@runtime_checkable
class Labelled(Protocol):
    """Anything that can name itself in both languages, such as the members of the model's enumerations."""

    @property
    def label(self) -> Label:
        """The name, in both languages."""
        ...


@runtime_checkable
class CalendarQuarter(Protocol):
    """The shape of a quarter, wherever it is defined."""

    @property
    def year(self) -> int:
        """Calendar year, four digits."""
        ...

    @property
    def number(self) -> int:
        """Quarter of the year, 1 to 4."""
        ...
