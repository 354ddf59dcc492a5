"""The language of a KPI's column Filtre: what it may say, and how it is read against the names of a plan."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from generator.locales.language import Label
from generator.model.choices import BodyType, Calculation, Choice, Priority, TicketType
from generator.model.names import Names
from generator.model.quoting import outside_quotes


class FilterKey(Enum):
    """What a filter may narrow; members carry their French and English words."""

    SEGMENT = Label("Segment", "Segment")
    OFFER = Label("Offre", "Offer")
    ENTITY = Label("Entité", "Entity")
    TYPE = Label("Type", "Type")
    WINDOW = Label("Fenêtre", "Window")


_PLACES = (FilterKey.SEGMENT, FilterKey.ENTITY, FilterKey.WINDOW)
_MARKET = (FilterKey.SEGMENT, FilterKey.OFFER, FilterKey.ENTITY, FilterKey.WINDOW)
_KINDS = (FilterKey.TYPE, FilterKey.WINDOW)

USABLE: Mapping[Calculation, tuple[FilterKey, ...]] = {
    Calculation.SEGMENT_REVENUE: _MARKET,
    Calculation.COVERAGE: _MARKET,
    Calculation.PENETRATION: _MARKET,
    Calculation.RENEWAL: _MARKET,
    Calculation.NPS: _PLACES,
    Calculation.CSAT: _PLACES,
    Calculation.MEETINGS: _KINDS,
    Calculation.SLA: _KINDS,
    Calculation.MANUAL: (),
}
"""The keys that each formula reads; a typed KPI has none."""

_TYPES: Mapping[Calculation, tuple[type[Choice], ...]] = {
    Calculation.MEETINGS: (BodyType,),
    Calculation.SLA: (TicketType, Priority),
}
_WINDOWS = {"1": 1, "4": 4}
_AROUND_MARKS = re.compile(r" ?([,;=]) ?")
_LONGEST = 2000
UNREADABLE = "?"
"""What stands for a filter whose cell could not be read: understood as nothing, so that it is never taken for none."""


class Flaw(Enum):
    """Why a part of a filter is not understood."""

    PART = auto()
    VALUE = auto()
    WINDOW = auto()
    UNUSED_KEY = auto()
    REPEATED_KEY = auto()


@dataclass(frozen=True, slots=True)
class Misread:
    """A part of a filter that is not understood, as typed: the whole part, or the one value of it."""

    typed: str
    flaw: Flaw
    key: FilterKey | None = None


@dataclass(frozen=True, slots=True)
class KpiFilter:
    """The names a KPI keeps, in the plan's spelling; an empty tuple keeps everything.

    ``window`` is in quarters. A filter with a part in ``misread`` says nothing: what it keeps is not known.
    """

    segments: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    types: tuple[Choice, ...] = ()
    window: int = 4
    misread: tuple[Misread, ...] = ()


@dataclass(frozen=True)
class FilterNames:
    """The names that filters may give: those of a plan's segments, offers and entities."""

    segments: Names
    offers: Names
    entities: Names

    @classmethod
    def of(cls, *, segments: Iterable[str], offers: Iterable[str], entities: Iterable[str]) -> FilterNames:
        """Return the names of a plan."""
        return cls(Names.of(segments, folded), Names.of(offers, folded), Names.of(entities, folded))

    def of_key(self, key: FilterKey, calculation: Calculation) -> Names:
        """Return the names that a key may give to a formula; none for the window."""
        match key:
            case FilterKey.SEGMENT:
                return self.segments
            case FilterKey.OFFER:
                return self.offers
            case FilterKey.ENTITY:
                return self.entities
            case FilterKey.TYPE:
                return _type_names(calculation)
            case FilterKey.WINDOW:
                return Names.of((), folded)


def read_filter(text: str | None, calculation: Calculation, names: FilterNames) -> KpiFilter:
    """Read ``Segment=…; Offre=A,B; Entité=…; Type=…; Fenêtre=1|4``, in either language, for a formula.

    Case and accents do not matter. A name that holds ``;``, ``,`` or ``=`` is read as the longest name that fits, or
    stands in quotes. A typed KPI has nothing to filter: its text is not read.
    """
    if not USABLE[calculation]:
        return KpiFilter()
    if text is not None and len(text) > _LONGEST:
        return KpiFilter(misread=(Misread(text, Flaw.PART),))
    kept: dict[FilterKey, tuple[str, ...]] = {}
    window = 4
    misread: list[Misread] = []
    for part in _parts(text or "", calculation, names):
        if part.flaws:
            misread += part.flaws
        elif part.key is FilterKey.WINDOW:
            window = _WINDOWS[part.values[0]]
        elif part.key is not None:
            kept[part.key] = part.values
    return KpiFilter(
        segments=kept.get(FilterKey.SEGMENT, ()),
        offers=kept.get(FilterKey.OFFER, ()),
        entities=kept.get(FilterKey.ENTITY, ()),
        types=tuple(_types(calculation)[name] for name in kept.get(FilterKey.TYPE, ())),
        window=window,
        misread=tuple(misread),
    )


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the text without case, accents or spaces that separate nothing."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return _AROUND_MARKS.sub(r"\1", " ".join(plain.replace("’", "'").casefold().split()))


@dataclass(frozen=True, slots=True)
class _Part:
    key: FilterKey | None = None
    values: tuple[str, ...] = ()
    flaws: tuple[Misread, ...] = ()


def _parts(text: str, calculation: Calculation, names: FilterNames) -> Iterator[_Part]:
    pieces = [*outside_quotes(text, ";", after="=,")]
    seen: set[FilterKey] = set()
    at = 0
    while at < len(pieces):
        part, taken = _part_at(pieces, at, calculation, names)
        if part.key in seen:
            part = _Part(part.key, (), (Misread(pieces[at].strip(), Flaw.REPEATED_KEY, part.key),))
        seen |= {part.key} if part.key else set()
        yield part
        at += taken


def _part_at(pieces: list[str], at: int, calculation: Calculation, names: FilterNames) -> tuple[_Part, int]:
    """Return a part and how many pieces it takes: more than one where a name holds a semicolon."""
    piece = pieces[at].strip()
    word, _, typed = piece.partition("=")
    key = _KEYS.get(folded(word))
    if not piece:
        return _Part(), 1
    if key is None or not typed.strip():
        return _Part(None, (), (Misread(piece, Flaw.PART, key),)), 1
    if key not in USABLE[calculation]:
        return _Part(key, (), (Misread(piece, Flaw.UNUSED_KEY, key),)), 1
    if key is FilterKey.WINDOW:
        return _window(typed.strip()), 1
    known = names.of_key(key, calculation)
    longer = ((_named(";".join((typed, *pieces[at + 1 : at + many])), key, known), many) for many in _spans(known, ";"))
    return next((found for found in longer if not found[0].flaws), (_named(typed, key, known), 1))


def _spans(known: Names, mark: str) -> range:
    """Return how many pieces a name may hold, the most first, when it is cut at a mark it may contain: never one."""
    return range(_most_pieces(known, mark), 1, -1)


def _most_pieces(known: Names, mark: str) -> int:
    return 1 + max((name.count(mark) for name in known.by_form.values()), default=0)


def _window(typed: str) -> _Part:
    if typed in _WINDOWS:
        return _Part(FilterKey.WINDOW, (typed,))
    return _Part(FilterKey.WINDOW, (), (Misread(typed, Flaw.WINDOW, FilterKey.WINDOW),))


def _named(typed: str, key: FilterKey, known: Names) -> _Part:
    pieces = [piece for value in outside_quotes(typed, ",") for piece in (",", value)][1:]
    listed = tuple(known.listed(pieces, _most_pieces(known, ",")))
    flaws = tuple(Misread(one.typed, Flaw.VALUE, key) for one in listed if one.name is None)
    return _Part(key, tuple(dict.fromkeys(one.name for one in listed if one.name is not None)), flaws)


@cache
def _type_names(calculation: Calculation) -> Names:
    """Return the words of those choices in every language, each as the one that keys know it by."""
    members = _types(calculation).items()
    return Names({folded(word): name for name, member in members for word in member.label}, folded)


@cache
def _types(calculation: Calculation) -> Mapping[str, Choice]:
    """Return the choices that ``Type=`` keeps rows by, each by the word that keys know it by."""
    return {member.label.key: member for choices in _TYPES.get(calculation, ()) for member in choices}


_KEYS = {folded(f"{word}{plural}"): key for key in FilterKey for word in key.value for plural in ("", "s")}
