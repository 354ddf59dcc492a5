"""All that a workbook and its history hold about one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.answers.person.book import Book
from generator.answers.person.past import History, read_history
from generator.answers.placed import Placed
from generator.diagnostics import Findings, Place
from generator.editions.xml_text import read_xml
from generator.edits.base import Base
from generator.history.mentions import Mention, MentionKind, kind_of_text, mentions
from generator.history.person import Person, identify, likely
from generator.pipeline import DocumentKind

_DOCUMENTS = frozenset(f".{kind.extension}" for kind in DocumentKind)


@dataclass(frozen=True)
class Cell:
    """A cell of the workbook about a person; ``mention`` is None for one that no row of the plan comes from.

    ``is_comment`` tells a comment on the cell from what the cell holds.
    """

    place: Place
    kind: MentionKind
    value: object
    mention: Mention | None = None
    is_comment: bool = False


@dataclass(frozen=True)
class Holdings:
    """What is held about a person.

    ``snapshots`` are the mentions by file of the history; ``bases`` those files that documents are recognised by and
    that may name the person; ``unreadable`` are files of it that could not be searched;
    ``documents`` were built from these plans and are not searched; ``suggestion`` is a likely name when none is known.
    """

    person: Person
    file: Path
    cells: tuple[Cell, ...]
    snapshots: Mapping[Path, tuple[Mention, ...]]
    unreadable: tuple[Path, ...]
    documents: tuple[Path, ...]
    suggestion: str | None
    bases: tuple[Path, ...] = ()
    erased: tuple[Path, ...] = ()
    deleted: tuple[Path, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is held that could be searched."""
        return not self.cells and not self.bases and not any(self.snapshots.values())


def read_holdings(name: str, book: Book, output: Path) -> Holdings | Findings:
    """Read the history of a workbook's account and return what both hold; the findings when it is another's."""
    history = read_history(output, book.plan)
    return holdings(name, book, history) if isinstance(history, History) else history


def holdings(name: str, book: Book, history: History) -> Holdings:
    """Return what a workbook and its history hold about the person of a name or a Réf."""
    plans = (book.plan, *(snapshot.plan for snapshot in history.snapshots.values()))
    person = identify(name, plans)
    return Holdings(
        person=person,
        file=book.file,
        cells=tuple(_cells(book, person)),
        snapshots={path: mentions(snapshot.plan, person) for path, snapshot in history.snapshots.items()},
        unreadable=history.unreadable,
        documents=_documents(history.folder.parent),
        suggestion=None if person.is_known else likely(name, plans),
        bases=tuple(path for path, base in history.bases.items() if _may_name(base, person)),
    )


def _cells(book: Book, person: Person) -> Iterator[Cell]:
    """Return the cells of the plan's rows first, then any other text and comment that names the person."""
    placed, told = Placed(book.plan, book.origins), set()
    for mention in mentions(book.plan, person):
        place = placed.place(mention.path, mention.row)
        if place is not None:
            told.add((place.sheet, place.cell))
            yield Cell(place, mention.kind, mention.value, mention)
    for sheet in book.opened.sheets:
        for cell in sheet.cells.values():
            kind = kind_of_text(cell.value, person) if isinstance(cell.value, str) else None
            if kind is not None and (sheet.name, cell.coordinate) not in told:
                yield Cell(Place(sheet=sheet.name, cell=cell.coordinate), kind, cell.value)
    for comment in book.comments:
        if (kind := kind_of_text(comment.text, person)) is not None:
            yield Cell(Place(sheet=comment.sheet, cell=comment.cell), kind, comment.text, is_comment=True)


def _may_name(base: Base, person: Person) -> bool:
    """Tell whether a document said the person's name, or the surname alone: its base is nothing that one would miss."""
    said = (text for part in base.parts.values() for texts in read_xml(part.encode()) for text in texts)
    return any(kind_of_text(text, person) is not None for text in said)


def _documents(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(path for path in folder.rglob("*") if path.suffix in _DOCUMENTS))
