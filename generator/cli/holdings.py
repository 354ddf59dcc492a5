"""All that a workbook and its history hold about one person, and what the history holds no more once erased."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.diagnostics import Finding, Findings, Place
from generator.history import Snapshot, to_bytes
from generator.history.admission import Admitted
from generator.history.erasure import without_person
from generator.history.folder import asides_in, history_folder, read_snapshot, snapshots_in
from generator.history.mentions import Mention, MentionKind, kind_of_text, mentions
from generator.history.person import Person, identify, likely
from generator.history.predecessor import foreign
from generator.locales import Locale
from generator.model.account_identity import identity_of
from generator.model.plan import AccountPlan
from generator.output.together import write_together
from generator.pipeline.admission import admission
from generator.pipeline.placed import place_of
from generator.pipeline.places import Places
from generator.workbook.bind import bind
from generator.workbook.file_kind import content
from generator.workbook.opening import OpenedBook, opened
from generator.workbook.origins import Origins
from generator.workbook.read import tables_of
from generator.workbook.xlsx.comments import CellComment, comments

_DOCUMENTS = (".pptx", ".docx")


@dataclass(frozen=True)
class Book:
    """A workbook as read: its plan, the way back to its cells, every cell of every sheet, and the comments on them."""

    file: Path
    plan: AccountPlan
    origins: Origins
    opened: OpenedBook
    comments: tuple[CellComment, ...] = ()


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

    ``snapshots`` are the mentions by file of the history; ``unreadable`` are files of it that could not be searched;
    ``documents`` were built from these plans and are not searched; ``suggestion`` is a likely name when none is known.
    """

    person: Person
    file: Path
    cells: tuple[Cell, ...]
    snapshots: Mapping[Path, tuple[Mention, ...]]
    unreadable: tuple[Path, ...]
    documents: tuple[Path, ...]
    suggestion: str | None
    erased: tuple[Path, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is held that could be searched."""
        return not self.cells and not any(self.snapshots.values())


@dataclass(frozen=True)
class History:
    """The folder of an account: its snapshots, and the damaged ones, set aside or not."""

    folder: Path
    snapshots: Mapping[Path, Snapshot] = field(default_factory=dict)
    unreadable: tuple[Path, ...] = ()


def read_book(file: Path) -> Book | Findings:
    """Read a workbook; the findings when no plan can be told."""
    data = content(file)
    book = data if isinstance(data, Finding) else opened(data, file.name)
    if isinstance(book, Finding):
        return Findings.of([book])
    bound = bind(tables_of(book, file.name))
    if bound.plan is None or isinstance(data, Finding):
        return bound.findings
    return Book(file, bound.plan, bound.origins, book, comments(data))


def read_history(output: Path, plan: AccountPlan) -> History | Findings:
    """Read the history of a plan's account in an output folder; the findings when something there is another's."""
    admitted = admission(Places(output, identity_of(plan.account), plan.period))
    if not isinstance(admitted, Admitted):
        return Findings.of(admitted)
    folder = history_folder(admitted.folder)
    read = {path: read_snapshot(path) for path in snapshots_in(folder)}
    sound = {path: found for path, found in read.items() if isinstance(found, Snapshot)}
    known = ((path, identity_of(found.plan.account)) for path, found in sound.items())
    strangers = [one for path, account in known if (one := foreign(account, admitted.owned, path.name))]
    if strangers:
        return Findings.of(strangers)
    damaged = tuple(path for path in read if path not in sound)
    return History(folder, sound, (*damaged, *asides_in(folder)))


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
    )


def erase(held: Holdings, history: History) -> Holdings:
    """Take the person out of every snapshot, all or none, and return what is held then."""
    cleaned = {path: _cleaned(snapshot, held.person) for path, snapshot in history.snapshots.items()}
    changed = {path: found for path, found in cleaned.items() if found.plan is not history.snapshots[path].plan}
    if changed:
        write_together({path: to_bytes(found) for path, found in changed.items()}, history.folder.parent)
    left = {path: mentions(found.plan, held.person) for path, found in cleaned.items()}
    return replace(held, snapshots=left, erased=tuple(changed))


def _cleaned(snapshot: Snapshot, person: Person) -> Snapshot:
    plan = without_person(snapshot.plan, person, mark=Locale(snapshot.plan.account.language).say("people.mark"))
    return snapshot if plan is snapshot.plan else replace(snapshot, plan=plan)


def _cells(book: Book, person: Person) -> Iterator[Cell]:
    """Return the cells of the plan's rows first, then any other text and comment that names the person."""
    told = set()
    for mention in mentions(book.plan, person):
        place = place_of(book.plan, book.origins, mention.path, mention.row)
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


def _documents(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(path for path in folder.rglob("*") if path.suffix in _DOCUMENTS))
