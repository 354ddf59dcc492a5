"""``copil watch``: build a workbook again each time Excel saves it, and say in one line what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.answers.paths import shown
from generator.answers.saves import Stamp, saves, workbooks
from generator.cli.build_options import build_options, build_parameters
from generator.cli.exit_codes import DONE, WRONG_USAGE
from generator.cli.terminal import Progress, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.pipeline import BuildOptions

_SECONDS_BETWEEN_LOOKS = 1.0


def watch_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(target: Path, **asked: Any) -> int:
        if not target.exists():
            trouble(locale.say("watch.nowhere", path=shown(target)))
            return WRONG_USAGE
        progress = Progress(locale)
        options = build_options(asked, is_hurried=True)
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
    from generator.answers.rebuilds import Rebuilds
    from generator.pipeline import build

    rebuilds = Rebuilds(locale, build=lambda file: build(file, options, on_step=progress.step), now=datetime.now)
    try:
        for saved in saves(sights(target)):
            for file in saved:
                line = rebuilds.line(file)
                progress.done()
                click.echo(line)
    except KeyboardInterrupt:
        progress.done()
