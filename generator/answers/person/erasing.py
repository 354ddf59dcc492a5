"""A person taken out of what the history holds."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from generator.answers.person.book import Book
from generator.answers.person.holdings import Holdings, holdings
from generator.answers.person.past import History, read_history
from generator.diagnostics import Findings
from generator.history import Snapshot, to_bytes
from generator.history.admission import Admitted
from generator.history.erasure import without_person
from generator.history.mentions import mentions
from generator.history.person import Person
from generator.locales import Locale
from generator.model.account_identity import identity_of
from generator.output.together import alone_in, replace_all
from generator.pipeline.admission import admission
from generator.pipeline.places import Places


def erase(name: str, book: Book, output: Path) -> Holdings | Findings:
    """Take the person of a name out of the history, all of it or nothing; return what is held then.

    No build writes between what is read and what is erased. Nothing is touched when the name is not enough to erase by.
    """
    places = Places(output, identity_of(book.plan.account), book.plan.period)
    is_there = isinstance(admission(places), Admitted) and places.folder.exists()
    with alone_in(places.folder) if is_there else nullcontext():
        history = read_history(output, book.plan)
        if not isinstance(history, History):
            return history
        held = holdings(name, book, history)
        return _erased(held, history) if held.person.is_told_apart else held


def _erased(held: Holdings, history: History) -> Holdings:
    """Clean every snapshot, and delete the bases that may name the person: without the name one is of no document."""
    cleaned = {path: _cleaned(snapshot, held.person) for path, snapshot in history.snapshots.items()}
    changed = {path: found for path, found in cleaned.items() if found.plan is not history.snapshots[path].plan}
    rewritten = {path: to_bytes(found) for path, found in changed.items()}
    replace_all({**rewritten, **dict.fromkeys(held.bases)}, history.folder.parent)
    left = {path: mentions(found.plan, held.person) for path, found in cleaned.items()}
    return replace(held, snapshots=left, bases=(), erased=tuple(changed), deleted=held.bases)


def _cleaned(snapshot: Snapshot, person: Person) -> Snapshot:
    plan = without_person(snapshot.plan, person, mark=Locale(snapshot.plan.account.language).say("people.mark"))
    return snapshot if plan is snapshot.plan else replace(snapshot, plan=plan)
