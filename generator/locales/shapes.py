"""The shapes of values that the locale can say and that other floors define."""

from typing import Protocol, runtime_checkable

from generator.locales.language import Label


@runtime_checkable
class Labelled(Protocol):
    """Anything that can name itself in every language, such as the members of the model's enumerations."""

    @property
    def label(self) -> Label:
        """The name, in every language."""
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
