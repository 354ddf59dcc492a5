"""A person taken out of what the history holds."""

from __future__ import annotations

from dataclasses import replace

from generator.answers.person.holdings import Holdings
from generator.answers.person.past import History
from generator.history import Snapshot, to_bytes
from generator.history.erasure import without_person
from generator.history.mentions import mentions
from generator.history.person import Person
from generator.locales import Locale
from generator.output.together import write_together


def erase(held: Holdings, history: History) -> Holdings:
    """Take the person out of every snapshot and delete the bases that name them, all or none; return what is held then.

    A base without a name in it would be the base of no document.
    """
    cleaned = {path: _cleaned(snapshot, held.person) for path, snapshot in history.snapshots.items()}
    changed = {path: found for path, found in cleaned.items() if found.plan is not history.snapshots[path].plan}
    gone = dict.fromkeys(held.bases)
    if changed or gone:
        rewritten = {path: to_bytes(found) for path, found in changed.items()}
        write_together({**rewritten, **gone}, history.folder.parent)
    left = {path: mentions(found.plan, held.person) for path, found in cleaned.items()}
    return replace(held, snapshots=left, bases=(), erased=tuple(changed), deleted=held.bases)


def _cleaned(snapshot: Snapshot, person: Person) -> Snapshot:
    plan = without_person(snapshot.plan, person, mark=Locale(snapshot.plan.account.language).say("people.mark"))
    return snapshot if plan is snapshot.plan else replace(snapshot, plan=plan)
