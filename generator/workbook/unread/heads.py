"""The header rows of tables that are not read: copies of ours, and those that people made under a title of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from generator.model.schema import TableSpec, tables
from generator.workbook.conversions import is_blank
from generator.workbook.furniture import our_words
from generator.workbook.likeness import likeness, may_be_headers
from generator.workbook.locate import Located
from generator.workbook.matching import folded
from generator.workbook.raw import RawCell, RawSheet
from generator.workbook.spots import Spot, runs, spot_of_zone
from generator.workbook.synonyms import all_titles, bare, own_titles, proposed
from generator.workbook.unread.free import is_stage

_TITLE_REACH = 4
_LINKS_ROW = 3
_ARROW = "←"
_LONGEST_TITLE = 60
_TEXTS = 0.6
_FEWEST_ALIKE = 3
_ALIKE_SHARE = 0.5
_DEEPEST = 400


class Why(Enum):
    """What makes a row of cells the headers of a table of ours."""

    COPY = auto()
    TITLED = auto()
    ALIKE = auto()


@dataclass(frozen=True)
class Head:
    """A header row that is not read, the table it looks like, its title if it has one, the cells of its rows."""

    spec: TableSpec
    spot: Spot
    why: Why
    title: RawCell | None = None
    rows: dict[int, tuple[RawCell, ...]] = field(default_factory=dict)


def heads_of(sheet: RawSheet, unheld: tuple[RawCell, ...], located: Located) -> list[Head]:
    """Return the tables of a sheet that nobody reads, in the order of their rows, none on top of another."""
    places = {(cell.row, cell.column) for cell in unheld}
    spots = [spot for spot in _candidates(sheet, places) if not spot.goes_on_below]
    chosen: list[Head] = []
    for head in (*_copies(spots, located), *_titled(sheet, unheld, spots, located), *_alike(spots, located)):
        if not any(_meet(head, other) for other in chosen):
            chosen.append(head)
    return [_filled(head, chosen, unheld) for head in sorted(chosen, key=lambda head: (head.spot.row, head.spot.left))]


def is_wanting(spec: TableSpec, located: Located) -> bool:
    """Tell whether a table is missing, or ours is empty."""
    return spec.field not in located.tables or not located.tables[spec.field].rows


def _candidates(sheet: RawSheet, places: set[tuple[int, int]]) -> Iterator[Spot]:
    for spot in runs(sheet):
        if spot.row > _DEEPEST:
            return
        if all((cell.row, cell.column) in places for cell in spot.headers):
            yield spot


def _copies(spots: list[Spot], located: Located) -> Iterator[Head]:
    for spot in spots:
        if not may_be_headers(spot):
            continue
        scored = [(likeness(spec, spot), spec) for spec in tables() if spec.field in located.spots]
        score, spec = max(scored, key=lambda one: one[0], default=(0, None))
        if score and spec is not None:
            yield Head(spec, spot, Why.COPY)


def _titled(sheet: RawSheet, unheld: tuple[RawCell, ...], spots: list[Spot], located: Located) -> Iterator[Head]:
    likely = [spot for spot in spots if _looks_like_headers(spot)]
    for zone in sheet.zones:
        named = next((spec for spec in tables() if spec.table.name.casefold() == zone.name.casefold()), None)
        spot = spot_of_zone(sheet, zone)
        if named and spot.headers and named.field not in located.spots:
            yield Head(named, spot, Why.TITLED)
    for cell in titles_of(sheet, unheld):
        for spec in _entitled(folded(str(cell.value)), located):
            below = [spot for spot in likely if _is_under(spot, cell) and cell not in spot.headers]
            if below:
                yield Head(spec, below[0], Why.TITLED, cell)
    if likely and not located_on(sheet, located):
        for spec in _entitled(bare(sheet.name), located):
            yield Head(spec, likely[0], Why.TITLED)
    elif is_stage(sheet):
        for spec in _entitled(bare(sheet.name), located):
            if likely and is_wanting(spec, located):
                yield Head(spec, likely[0], Why.TITLED)


def located_on(sheet: RawSheet, located: Located) -> bool:
    """Tell whether a table of ours was found on a sheet."""
    return any(spot.sheet is sheet for spot in located.spots.values())


def titles_of(sheet: RawSheet, unheld: tuple[RawCell, ...]) -> Iterator[RawCell]:
    """Yield the cells that may entitle a table: no table holds them, they have no neighbour and are no link to one."""
    links = {cell.row for cell in unheld if isinstance(cell.value, str) and cell.value[:1] == _ARROW}
    links |= {_LINKS_ROW} if is_stage(sheet) else set()
    for cell in unheld:
        is_alone = not {(cell.row, cell.column - 1), (cell.row, cell.column + 1)} & sheet.cells.keys()
        is_short = isinstance(cell.value, str) and len(cell.value) <= _LONGEST_TITLE
        if is_alone and is_short and cell.row <= _DEEPEST and cell.row not in links:
            yield cell


def _entitled(word: str, located: Located) -> Iterator[TableSpec]:
    """Yield the tables that go by a title: other people's words only for one that we lack."""
    for spec in tables():
        known = all_titles(spec) if is_wanting(spec, located) else own_titles(spec)
        if word in known:
            yield spec


def _is_under(spot: Spot, title: RawCell) -> bool:
    return 0 < spot.row - title.row <= _TITLE_REACH and spot.left - 1 <= title.column <= spot.right


def _looks_like_headers(spot: Spot) -> bool:
    """Tell a row of texts that we did not write, with something below it."""
    texts = [text for text in spot.values if isinstance(text, str) and len(text) <= _LONGEST_TITLE]
    if all(text[:1] == _ARROW or folded(text) in our_words() for text in texts):
        return False
    if len(spot.headers) < 2 or len(texts) < _TEXTS * len(spot.headers):
        return False
    return any((spot.row + 1, column) in spot.sheet.cells for column in range(spot.left, spot.right + 1))


def _alike(spots: list[Spot], located: Located) -> Iterator[Head]:
    """Yield the rows whose words are those of a table that we lack, whatever they stand under."""
    wanting = [spec for spec in tables() if is_wanting(spec, located) and len(spec.columns) >= _FEWEST_ALIKE]
    for spot in spots:
        if not _looks_like_headers(spot) or len(spot.headers) < _FEWEST_ALIKE:
            continue
        scored = [(len(proposals(spec, spot.headers)), spec) for spec in wanting]
        score, spec = max(scored, key=lambda one: one[0], default=(0, None))
        if spec is not None and score >= max(_FEWEST_ALIKE, _ALIKE_SHARE * len(spot.headers)):
            yield Head(spec, spot, Why.ALIKE)


def proposals(spec: TableSpec, headers: Iterable[RawCell]) -> dict[str, RawCell]:
    """Return the columns that headers could stand for, each by the first that could."""
    found: dict[str, RawCell] = {}
    for cell in headers:
        column = proposed(spec, str(cell.value)) if isinstance(cell.value, str) else None
        if column is not None:
            found.setdefault(column.field, cell)
    return found


def _meet(head: Head, other: Head) -> bool:
    """Tell whether a header row stands on another's table: among its columns, on its row or below without a title."""
    spot, over = head.spot, other.spot
    if spot.left > over.right or over.left > spot.right:
        return False
    is_apart = head.why is not Why.ALIKE and other.why is not Why.ALIKE and head.spec is not other.spec
    return spot.row == over.row or (spot.row > over.row and not is_apart) or (spot.row < over.row and not is_apart)


def _filled(head: Head, heads: list[Head], unheld: tuple[RawCell, ...]) -> Head:
    """Return a head with its rows: what stands below it in its columns, down to the next one."""
    spot = head.spot
    below = [
        one.spot.row
        for one in heads
        if one.spot.row > spot.row and one.spot.left <= spot.right and spot.left <= one.spot.right
    ]
    end = min(below, default=2**31)
    rows: dict[int, list[RawCell]] = {}
    for cell in unheld:
        if spot.row < cell.row < end and spot.left <= cell.column <= spot.right and not is_blank(cell.value):
            rows.setdefault(cell.row, []).append(cell)
    return Head(head.spec, spot, head.why, head.title, {row: tuple(cells) for row, cells in rows.items()})
