"""``copil explain``: what a finding's code means, how a figure of a workbook was made, what the client may see."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from generator.cli.exit_codes import DONE, FINDINGS_BLOCK, WRONG_USAGE
from generator.cli.language import language_option
from generator.cli.paths import typed
from generator.cli.terminal import has_colour, trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale

_MOST_SUGGESTED = 4


def explain_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(subject: str, key: str | None, output_format: str, lang: str | None) -> int:  # noqa: ARG001 - read before commands are made
        if key is not None or subject.lower().endswith((".xlsx", ".xlsm")):
            return _explain_figure(Path(subject), key, locale, is_json=output_format == "json")
        if subject.lower() == "edition":
            return _explain_edition(locale, is_json=output_format == "json")
        return _explain_code(subject, locale)

    return spoken(
        SpokenCommand,
        locale,
        name="explain",
        callback=run,
        help=locale.say("cli.explain.help"),
        params=[
            click.Argument(["subject"], metavar="CODE|FILE.xlsx|edition"),
            click.Argument(["key"], metavar="[KEY]", required=False),
            click.Option(
                ["--format", "output_format"],
                type=click.Choice(["text", "json"]),
                default="text",
                help=locale.say("cli.explain.format"),
            ),
            language_option(locale),
        ],
    )


def _explain_code(code: str, locale: Locale) -> int:
    from generator.diagnostics.wording import explanation

    try:
        told = explanation(code.upper(), locale)
    except KeyError:
        trouble(locale.say("cli.explain.unknown", code=code))
        return WRONG_USAGE
    click.echo(told)
    return DONE


def _explain_edition(locale: Locale, *, is_json: bool) -> int:
    """Tell what the client edition may hold."""
    from generator.cli.edition_rules import as_json, as_text
    from generator.editions.allow_list import allow_list

    click.echo((as_json if is_json else as_text)(allow_list(), locale))
    return DONE


def _explain_figure(file: Path, key: str | None, locale: Locale, *, is_json: bool) -> int:
    """Tell how the figure of a key was made; without a key, what can be asked for."""
    from generator.cli.tracing import Told, as_json, as_text
    from generator.diagnostics.rendering.text import render_text
    from generator.measures.traces import keys, trace_of
    from generator.workbook.bind import bind
    from generator.workbook.cited import cited_cells
    from generator.workbook.read import read

    bound = bind(read(file))
    if bound.plan is None:
        click.echo(render_text(bound.findings, locale, colour=has_colour()), nl=False)
        return FINDINGS_BLOCK
    spoken_locale = Locale(locale.language, bound.plan.account.currency)
    known = {name: spoken_locale.value(title) for name, title in keys(bound.plan).items()}
    if key is None:
        click.echo(_listed(known, file, locale))
        return DONE
    trace = trace_of(bound.plan, key)
    if trace is None:
        near = ", ".join(_near(key, known))
        trouble(_searchable(locale.say("explain.unknown", key=key, near=near, file=typed(file))))
        return WRONG_USAGE
    told = Told(trace, cited_cells(bound.origins, trace.sources))
    click.echo(as_json(told, spoken_locale) if is_json else as_text(told, spoken_locale))
    if bound.findings.errors:
        trouble(locale.say("explain.errors", n=len(bound.findings.errors), file=typed(file)))
    return DONE


def _listed(known: dict[str, str], file: Path, locale: Locale) -> str:
    width = max(len(name) for name in known)
    lines = [f"  {name:<{width}}  {title}" for name, title in known.items()]
    hint = _searchable(locale.say("explain.keys.hint", file=typed(file), key=next(iter(known))))
    return "\n".join([locale.say("explain.keys"), *lines, hint])


def _searchable(text: str) -> str:
    """Give references back their plain hyphen, so that what is copied from a terminal is found in the workbook."""
    return text.replace(HYPHEN, "-")


def _near(key: str, known: dict[str, str]) -> list[str]:
    """Return the keys that resemble what was asked, else the first ones."""
    return get_close_matches(key.upper(), known, n=_MOST_SUGGESTED, cutoff=0.5) or list(known)[:_MOST_SUGGESTED]
