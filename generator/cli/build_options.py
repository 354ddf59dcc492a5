"""What a build can be asked for on the command line: the same for ``copil build`` and ``copil watch``."""

from __future__ import annotations

import getpass
import platform
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.diagnostics.catalogue import PASSABLE
from generator.locales.language import Language
from generator.locales.locale import Locale
from generator.model.choices import DeckPreset, PlanPreset

if TYPE_CHECKING:
    from generator.pipeline import BuildOptions, Pages, Since

_EDITIONS = ("interne", "client", "both")

OUTLINES: Mapping[str, Mapping[str, DeckPreset | PlanPreset]] = {
    "complet": {"deck": DeckPreset.FULL, "plan": PlanPreset.FULL},
    "courant": {"deck": DeckPreset.FULL, "plan": PlanPreset.CURRENT},
    "court": {"deck": DeckPreset.SHORT, "plan": PlanPreset.SHORT},
    "flash": {"deck": DeckPreset.FLASH, "plan": PlanPreset.SHORT},
    **{f"deck={preset.label.key.casefold()}": {"deck": preset} for preset in DeckPreset},
    **{f"plan={preset.label.key.casefold()}": {"plan": preset} for preset in PlanPreset},
}
"""What ``--outline`` takes: a word for both documents, from the longest to the shortest, or one document's own."""


def build_parameters(locale: Locale) -> list[click.Parameter]:
    """Return the options of a build."""

    def option(*names: str, **settings: Any) -> click.Option:
        name = names[-1].lstrip("-").replace("-", "_")
        return click.Option(list(names), help=locale.say(f"cli.build.{name}"), **settings)

    folder = click.Path(path_type=Path)
    return [
        option("--edition", type=click.Choice(_EDITIONS), default="both"),
        option("--only", type=click.Choice(["deck", "plan"])),
        option("--brand", type=folder, metavar="DIR"),
        option("--since", default="auto", metavar="FILE|auto|none"),
        option("--lang", type=click.Choice([language.value for language in Language])),
        option("--outline", type=click.Choice(tuple(OUTLINES)), multiple=True),
        option("--native-charts", is_flag=True),
        click.Option(["--pages/--no-pages"], default=None, envvar="COPIL_PAGES", help=locale.say("cli.build.pages")),
        option("--allow", type=click.Choice(sorted(PASSABLE)), multiple=True),
        option("-o", "--output", type=folder, default=Path("build"), metavar="DIR"),
        click.Option(["--strict"], is_flag=True, help=locale.say("cli.strict")),
    ]


def build_options(asked: Mapping[str, Any], *, is_hurried: bool = False) -> BuildOptions:
    """Return the options asked for, by the names of their parameters; in a hurry no page is counted unasked."""
    from generator.pipeline import BuildOptions, DocumentKind, Edition

    return BuildOptions(
        output=asked["output"],
        kinds=(DocumentKind[asked["only"].upper()],) if asked["only"] else (DocumentKind.DECK, DocumentKind.PLAN),
        editions=tuple(Edition) if asked["edition"] == "both" else (Edition(asked["edition"]),),
        language=Language(asked["lang"]) if asked["lang"] else None,
        brand=asked["brand"],
        since=_since(asked["since"]),
        renamed_from=asked.get("renamed_from"),
        **_outline(asked["outline"]),
        native_charts=asked["native_charts"],
        pages=_pages(asked["pages"], is_hurried=is_hurried),
        allowed=frozenset(asked["allow"]),
        machine=_machine(),
        strict=asked["strict"],
    )


def _outline(asked: Iterable[str]) -> dict[str, Any]:
    """The presets asked for, the last word for each document."""
    return {document: preset for word in asked for document, preset in OUTLINES[word].items()}


def _pages(asked: bool | None, *, is_hurried: bool) -> Pages:  # noqa: FBT001  a flag with three states
    from generator.pipeline import Pages

    if asked is None:
        return Pages.NEVER if is_hurried else Pages.FOUND
    return Pages.ALWAYS if asked else Pages.NEVER


def _since(asked: str) -> Since | Path:
    from generator.pipeline import Since

    return Since(asked) if asked in {since.value for since in Since} else Path(asked)


def _machine() -> tuple[str, ...]:
    """The names of the user and of the machine: no document for a client may say them."""
    names = [platform.node()]
    with suppress(OSError, KeyError):  # a user without an account has no name
        names.append(getpass.getuser())
    return tuple(filter(None, names))
