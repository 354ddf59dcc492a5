"""Workbooks built again at each save, and what came of each in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator.answers.difference.changes import told_changes
from generator.answers.paths import typed
from generator.answers.refused import refusal
from generator.diagnostics.rendering.text import summary
from generator.diagnostics.wording import message
from generator.history.compare import compare
from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale
from generator.locales.verbatim import Verbatim
from generator.model.account_identity import identity_of
from generator.model.plan import AccountPlan
from generator.pipeline import Built


@dataclass
class Rebuilds:
    """Builds workbooks again and says what came of each; it remembers what was built of each."""

    locale: Locale
    build: Callable[[Path], Built]
    now: Callable[[], datetime]
    plans: dict[Path, AccountPlan] = field(default_factory=dict)
    writers: dict[Path, Path] = field(default_factory=dict)

    def line(self, file: Path) -> str:
        """Build a workbook and return the line that says what came of it, whatever that is."""
        try:
            told = self._told(file, self.build(file))
        except Exception as error:  # noqa: BLE001 - the watch goes on after anything, our own bugs included
            reason = refusal(error, self.locale)
            told = reason or self.locale.say("watch.bug", error=repr(error), file=typed(file))
        moment = self.now().strftime("%H:%M:%S")
        line = self.locale.say("watch.line", moment=moment, file=Verbatim(file.name), told=Verbatim(told))
        return line.replace(HYPHEN, "-")  # so that a reference copied from here is found in the workbook

    def _told(self, file: Path, built: Built) -> str:
        findings = built.findings
        counted = [summary(findings, self.locale)] if len(findings) else []
        return " · ".join((*counted, *self._outcome(file, built)))

    def _outcome(self, file: Path, built: Built) -> Iterator[str]:
        if not built.documents or built.checked.plan is None:
            yield from (message(met, self.locale) for met in built.met.errors)
            yield self.locale.say("watch.blocked", file=typed(file))
            return
        former, self.plans[file] = self.plans.get(file), built.checked.plan
        if former is not None and identity_of(former.account).is_same(identity_of(built.checked.plan.account)):
            yield from told_changes(compare(former, built.checked.plan).rows, self.locale)
        yield from _written(built, self.locale)
        others = {self.writers.get(document.path, file) for document in built.documents} - {file}
        self.writers |= {document.path: file for document in built.documents}
        if others:
            yield self.locale.say("watch.over", file=self.locale.join(sorted(other.name for other in others)))


def _written(built: Built, locale: Locale) -> Iterator[str]:
    yield locale.say("watch.up_to_date") if built.is_up_to_date else locale.say("watch.written", len(built.documents))
    if built.kept:
        yield locale.say("watch.kept", len(built.kept), names=Verbatim(", ".join(path.name for path in built.kept)))
    for edition in built.refused:
        yield locale.say(f"watch.refused.{edition.name.lower()}")
