"""``copil explain``: what a finding's code means, how a figure of a workbook was made, what the client may see."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.answers.paths import typed
from generator.cli.exit_codes import DONE, WRONG_USAGE
from generator.cli.formats import JSON, format_options, refuse
from generator.cli.language import language_option
from generator.cli.terminal import trouble
from generator.cli.usage import SpokenCommand, spoken
from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.answers.figure.figures import Figures


def explain_command(locale: Locale) -> click.Command:
    """Return the command in this language."""

    def run(subject: str, key: str | None, output_format: str | None, lang: str | None) -> int:  # noqa: ARG001 - read before commands are made
        if key is not None or subject.lower().endswith((".xlsx", ".xlsm")):
            return _explain_figure(Path(subject), key, locale, output_format=output_format)
        if subject.lower() == "edition":
            return _explain_edition(locale, is_json=output_format == JSON)
        return _explain_code(subject, locale, is_json=output_format == JSON)

    return spoken(
        SpokenCommand,
        locale,
        name="explain",
        callback=run,
        help=locale.say("cli.explain.help"),
        params=[
            click.Argument(["subject"], metavar="CODE|FILE.xlsx|edition"),
            click.Argument(["key"], metavar="[KEY]", required=False),
            *format_options(locale),
            language_option(locale),
        ],
    )


def _explain_code(code: str, locale: Locale, *, is_json: bool) -> int:
    from generator.answers.codes import as_json
    from generator.diagnostics.wording import explanation

    try:
        told = as_json(code.upper(), locale) if is_json else explanation(code.upper(), locale) + "\n"
    except KeyError:
        trouble(locale.say("cli.explain.unknown", code=code))
        return WRONG_USAGE
    click.echo(told, nl=False)
    return DONE


def _explain_edition(locale: Locale, *, is_json: bool) -> int:
    """Tell what the client edition may hold."""
    from generator.answers.edition.records import as_json
    from generator.answers.edition.text import as_text
    from generator.editions.allow_list import allow_list

    click.echo(as_json(allow_list(), locale) if is_json else as_text(allow_list(), locale) + "\n", nl=False)
    return DONE


def _explain_figure(file: Path, key: str | None, locale: Locale, *, output_format: str | None) -> int:
    """Tell how the figure of a key was made; without a key, what can be asked for."""
    from generator.answers.figure.figures import Figures, read_figures

    figures = read_figures(file)
    if not isinstance(figures, Figures):
        return refuse("explain", figures, locale, output_format=output_format)
    spoken_locale = Locale(locale.language, figures.plan.account.currency)
    is_json = output_format == JSON
    if key is None:
        from generator.answers.figure.records import listed_as_json

        told = listed_as_json(figures, spoken_locale) if is_json else _listed(figures, file, spoken_locale)
    else:
        figure = figures.figure(key)
        if figure is None:
            near = ", ".join(figures.near(key))
            trouble(_searchable(locale.say("explain.unknown", key=key, near=near, file=typed(file))))
            return WRONG_USAGE
        from generator.answers.figure.records import as_json
        from generator.answers.figure.text import as_text

        told = as_json(figure, figures.findings, spoken_locale) if is_json else as_text(figure, spoken_locale) + "\n"
    click.echo(told, nl=False)
    if key is not None and len(figures.findings):
        trouble(locale.say("explain.errors", n=len(figures.findings), file=typed(file)))
    return DONE


def _listed(figures: Figures, file: Path, locale: Locale) -> str:
    titles = figures.titles(locale)
    width = max(map(len, titles))
    lines = [f"  {name:<{width}}  {title}" for name, title in titles.items()]
    hint = _searchable(locale.say("explain.keys.hint", file=typed(file), key=next(iter(titles))))
    return "\n".join([locale.say("explain.keys"), *lines, hint, ""])


def _searchable(text: str) -> str:
    """Give references back their plain hyphen, so that what is copied from a terminal is found in the workbook."""
    return text.replace(HYPHEN, "-")
