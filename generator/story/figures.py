"""The figures that a section prints, beside its texts: where each of them comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.locales.locale import Locale
from generator.locales.typography import capitalise
from generator.measures.citation import cite
from generator.model.field_path import FieldPath
from generator.model.table import Row


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed, and the key of what it is printed under.

    ``sources`` are the fields of this edition's plan that it was made from, none of what is counted in the documents
    themselves, such as the points of an agenda; ``former`` are those of the former plan where it compares; ``trace``
    is the name it can be explained by, when it has one.
    """

    under: str
    text: str
    sources: tuple[FieldPath, ...]
    trace: str = ""
    former: tuple[FieldPath, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A number on its way into a text: as printed, with what it was made from.

    ``number`` chooses the plural, and is what the message is given of a count in digits.
    """

    text: str
    sources: tuple[FieldPath, ...]
    trace: str = ""
    former: tuple[FieldPath, ...] = ()
    number: int | None = None
    is_spelled: bool = False

    def under(self, key: str) -> Figure:
        """The figure it makes under a key."""
        return Figure(key, self.text, self.sources, self.trace, self.former)


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and the numbers that went into it."""

    text: str
    cited: tuple[Cited, ...] = ()

    def sentence(self) -> Said:
        """The text with a capital at its start, as has the number that opens it, and no other like it."""
        text = capitalise(self.text)
        opening = next((at for at, one in enumerate(self.cited) if _opens(one.text, self.text)), None)
        cited = (replace(one, text=capitalise(one.text)) if at == opening else one for at, one in enumerate(self.cited))
        return Said(text, tuple(cited))

    def under(self, key: str) -> tuple[Figure, ...]:
        """The figures that stand in the text; a count that was left unsaid is none."""
        return tuple(dict.fromkeys(one.under(key) for one in self.cited if stands_in(one.text, self.text)))


def cited_number(locale: Locale, number: int, sources: tuple[FieldPath, ...]) -> Cited:
    """A count in digits."""
    return Cited(locale.number(number), sources, number=number)


def _opens(figure: str, text: str) -> bool:
    return text.startswith(figure) and stands_in(figure, text[: len(figure) + 2])


def stands_in(figure: str, text: str) -> bool:
    """Whether a figure stands in a text, not as a part of another word or number."""
    return bool(figure) and re.search(rf"(?<![\w.,]){re.escape(figure)}(?!\w|[.,]\d)", text) is not None


NOTHING_SAID = Said("")


def titles_cited(headlines: Mapping[str, Said]) -> tuple[Figure, ...]:
    """The figures of the headlines of several slides, by the key of the block that each opens with."""
    return tuple(figure for key, said in headlines.items() for figure in said.under(f"{key}/title"))


def series_said(locale: Locale, parts: Sequence[Said]) -> Said:
    """Texts in a row, as a sentence joins them."""
    text = locale.join([one.text for one in parts])
    return Said(text, tuple(cited for one in parts for cited in one.cited))


def rows_cited(table: str, rows: Iterable[Row]) -> tuple[FieldPath, ...]:
    """The addresses of rows that are counted."""
    return tuple(cite(table, row) for row in rows)


def cited_in(part: object) -> Iterator[Cited]:
    """The figures that an argument of a message brings."""
    match part:
        case Cited():
            yield part
        case Said():
            yield from part.cited
        case tuple() | list():
            for one in part:
                yield from cited_in(one)
        case _:
            pass


def plain(part: object) -> object:
    """An argument of a message as the locale takes it."""
    match part:
        case Cited(number=int(number), is_spelled=False):
            return number
        case Cited() | Said():
            return part.text
        case tuple() | list():
            return [plain(one) for one in part]
        case _:
            return part
