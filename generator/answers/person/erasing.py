"""A person taken out of what the history holds."""

from __future__ import annotations

from dataclasses import replace

from generator.answers.person.holdings import Holdings
from generator.answers.person.past import History
from generator.history import Snapshot, to_bytes
from generator.history.erasure import without_person
from generator.history.mentions import mentions
from generator.history.person import Person
from generator.locales import Language, Locale
from generator.model.choices import DocumentLanguage
from generator.output.together import write_together


def erase(held: Holdings, history: History) -> Holdings:
    """Take the person out of every snapshot, all or none, and return what is held then."""
    cleaned = {path: _cleaned(snapshot, held.person) for path, snapshot in history.snapshots.items()}
    changed = {path: found for path, found in cleaned.items() if found.plan is not history.snapshots[path].plan}
    if changed:
        write_together({path: to_bytes(found) for path, found in changed.items()}, history.folder.parent)
    left = {path: mentions(found.plan, held.person) for path, found in cleaned.items()}
    return replace(held, snapshots=left, erased=tuple(changed))


def _cleaned(snapshot: Snapshot, person: Person) -> Snapshot:
    language = Language.EN if snapshot.plan.account.language is DocumentLanguage.EN else Language.FR
    plan = without_person(snapshot.plan, person, mark=Locale(language).say("people.mark"))
    return snapshot if plan is snapshot.plan else replace(snapshot, plan=plan)
