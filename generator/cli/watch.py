"""``copil watch``: build a workbook again each time Excel saves it, and say in one line what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.build_options import build_options, build_parameters
from generator.cli.exit_codes import DONE, WRONG_USAGE
from generator.cli.paths import shown, typed
from generator.cli.refused import refusal
from generator.cli.saves import Stamp, saves, workbooks
from generator.cli.terminal import Progress, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale
from generator.locales.verbatim import Verbatim

if TYPE_CHECKING:
    from generator.model.plan import AccountPlan
    from generator.pipeline import BuildOptions, Built

_SECONDS_BETWEEN_LOOKS = 1.0


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
        from generator.diagnostics.rendering.text import summary

        findings = built.findings
        counted = [summary(findings, self.locale)] if len(findings) else []
        return " · ".join((*counted, *self._outcome(file, built)))

    def _outcome(self, file: Path, built: Built) -> Iterator[str]:
        from generator.diagnostics.wording import message
        from generator.model.account_identity import identity_of

        if not built.documents or built.checked.plan is None:
            yield from (message(met, self.locale) for met in built.met.errors)
            yield self.locale.say("watch.blocked", file=typed(file))
            return
        former, self.plans[file] = self.plans.get(file), built.checked.plan
        if former is not None and identity_of(former.account).is_same(identity_of(built.checked.plan.account)):
            yield from _changes(former, built.checked.plan, self.locale)
        yield from _written(built, self.locale)
        others = {self.writers.get(document.path, file) for document in built.documents} - {file}
        self.writers |= {document.path: file for document in built.documents}
        if others:
            yield self.locale.say("watch.over", file=self.locale.join(sorted(other.name for other in others)))


def watch_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(target: Path, **asked: Any) -> int:
        if not target.exists():
            trouble(locale.say("watch.nowhere", path=shown(target)))
            return WRONG_USAGE
        progress = Progress(locale)
        options = build_options(asked, progress)
        key, counted = ("watch.begun", len(workbooks(target))) if target.is_dir() else ("watch.begun_one", None)
        trouble(locale.say(key, counted, path=shown(target)))
        _follow(target, options, progress, locale=locale)
        trouble(locale.say("watch.ended"))
        return DONE

    return spoken(
        SpokenCommand,
        locale,
        name="watch",
        callback=run,
        help=locale.say("watch.help"),
        params=[
            click.Argument(["target"], type=click.Path(path_type=Path), metavar="FILE.xlsx|DIR"),
            *build_parameters(locale),
        ],
    )


def sights(target: Path, pause: Callable[[float], None] = time.sleep) -> Iterator[Mapping[Path, Stamp]]:
    """Yield the workbooks at a path, again and again, with a pause between."""
    while True:
        yield workbooks(target)
        pause(_SECONDS_BETWEEN_LOOKS)


def _follow(target: Path, options: BuildOptions, progress: Progress, *, locale: Locale) -> None:
    """Build what is saved until the person at the keyboard has had enough."""
    from generator.pipeline import build

    rebuilds = Rebuilds(locale, build=lambda file: build(file, options), now=datetime.now)
    try:
        for saved in saves(sights(target)):
            for file in saved:
                line = rebuilds.line(file)
                progress.done()
                click.echo(line)
    except KeyboardInterrupt:
        progress.done()


def _written(built: Built, locale: Locale) -> Iterator[str]:
    yield locale.say("watch.up_to_date") if built.is_up_to_date else locale.say("watch.written", len(built.documents))
    if built.kept:
        yield locale.say("watch.kept", len(built.kept), names=Verbatim(", ".join(path.name for path in built.kept)))
    for edition in built.refused:
        yield locale.say(f"watch.refused.{edition.name.lower()}")


def _changes(former: AccountPlan, plan: AccountPlan, locale: Locale) -> Iterator[str]:
    from generator.cli.changes import told_changes
    from generator.history.compare import compare

    return told_changes(compare(former, plan).rows, locale)
