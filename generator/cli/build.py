"""``copil build``: check a workbook, then write its deck and its plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.exit_codes import DONE, FINDINGS_BLOCK, WRONG_USAGE
from generator.cli.terminal import Progress, has_colour, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.language import Language
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.pipeline import Built


def build_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(
        file: Path,
        edition: str,
        only: str | None,
        brand: Path | None,
        output: Path,
        lang: str | None,
        *,
        strict: bool,
        as_json: bool,
    ) -> int:
        if edition != "interne":
            trouble(locale.say("cli.build.edition_later", edition=edition))
            return WRONG_USAGE
        from generator.pipeline import BuildOptions, DocumentKind, build

        progress = Progress(locale)
        options = BuildOptions(
            output=output,
            kinds=(DocumentKind[only.upper()],) if only else tuple(DocumentKind),
            language=Language(lang) if lang else None,
            brand=brand,
            strict=strict,
            on_step=lambda step: progress.say(f"cli.progress.{step.value}"),
        )
        try:
            built = build(file, options)
        finally:
            progress.done()
        click.echo(_as_json(built, locale) if as_json else _as_text(built, file, locale))
        return DONE if built.documents else FINDINGS_BLOCK

    return spoken(
        SpokenCommand,
        locale,
        name="build",
        callback=run,
        help=locale.say("cli.build.help"),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.xlsx"),
            click.Option(
                ["--edition"],
                type=click.Choice(["interne", "client", "both"]),
                default="interne",
                help=locale.say("cli.build.edition"),
            ),
            click.Option(["--only"], type=click.Choice(["deck", "plan"]), help=locale.say("cli.build.only")),
            click.Option(
                ["--brand"], type=click.Path(path_type=Path), metavar="DIR", help=locale.say("cli.build.brand")
            ),
            click.Option(
                ["-o", "--output"],
                type=click.Path(path_type=Path),
                default=Path("build"),
                metavar="DIR",
                help=locale.say("cli.build.output"),
            ),
            click.Option(["--lang"], type=click.Choice(["fr", "en"]), help=locale.say("cli.build.lang")),
            click.Option(["--strict"], is_flag=True, help=locale.say("cli.strict")),
            click.Option(["--json", "as_json"], is_flag=True, help=locale.say("cli.build.json")),
        ],
    )


def _as_text(built: Built, file: Path, locale: Locale) -> str:
    from generator.diagnostics.rendering.text import render_text, summary

    if not built.documents:
        return "\n\n".join(
            (render_text(built.checked.findings, locale, colour=has_colour()).rstrip(), locale.say("cli.build.blocked"))
        )
    lines = [
        locale.say(f"cli.build.written.{document.kind.name.lower()}", path=str(document.path))
        for document in built.documents
    ]
    if built.left_out:
        lines.append(locale.say("cli.build.left_out", n=len(built.left_out), sections=", ".join(built.left_out)))
    if len(built.checked.findings):
        lines.append(summary(built.checked.findings, locale) + " · " + locale.say("cli.build.details", file=str(file)))
    return "\n".join(lines)


def _as_json(built: Built, locale: Locale) -> str:
    from generator.diagnostics.rendering.json import records

    found = {
        "documents": [
            {"kind": document.kind.name.lower(), "edition": document.edition.value, "path": str(document.path)}
            for document in built.documents
        ],
        "left_out": list(built.left_out),
        "findings": list(records(built.checked.findings, locale)),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
