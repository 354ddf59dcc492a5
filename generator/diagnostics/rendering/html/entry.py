"""One finding of the page: where, what, why, what to do."""

from generator.diagnostics import wording
from generator.diagnostics.finding import Finding
from generator.diagnostics.rendering.html.markup import Markup, element, joined
from generator.diagnostics.report import Look
from generator.diagnostics.severity import Severity
from generator.locales import Locale
from generator.locales.characters import HYPHEN
from generator.locales.typography import capitalise


def entry(finding: Finding, look: Look, locale: Locale) -> Markup:
    """Return the list item of a finding."""
    return element(
        "li",
        element("p", badge(finding.severity, look, locale), element("code", finding.code), class_="mark"),
        element("p", *_where(finding), class_="where"),
        element("div", *_what(finding, locale), class_="what"),
        class_="finding",
        data_severity=finding.severity.value,
    )


def badge(severity: Severity, look: Look, locale: Locale) -> Markup:
    """Return a severity as a symbol and a word."""
    word = capitalise(locale.say(f"diagnostics.severity.{severity.value}"))
    return element("span", symbol(look.symbols[severity]), word, class_=f"badge {severity.value}")


def symbol(character: str) -> Markup:
    """Return a symbol that is not read aloud: a word stands beside it."""
    return element("span", character, class_="symbol", aria_hidden="true")


def _where(finding: Finding) -> list[Markup]:
    place = finding.place
    parts = []
    if place.cell:
        parts.append(element("span", place.cell, class_="cell"))
    if place.sheet or place.file:
        parts.append(element("span", place.sheet or place.file or "", class_="sheet"))
    if row := " · ".join(part for part in (place.table, place.column, place.key) if part):
        parts.append(element("span", row, class_="row"))
    return parts


def _what(finding: Finding, locale: Locale) -> list[Markup]:
    told = [element("p", _searchable(wording.message(finding, locale)), class_="message")]
    if finding.suggestion:
        asked = locale.say("diagnostics.text.suggestion", suggestion=finding.suggestion)
        told.append(element("p", element("strong", asked), class_="suggestion"))
    advice = (
        (locale.say("report.html.help"), wording.what_to_do(finding.code, locale)),
        (locale.say("report.html.why"), wording.why(finding.code, locale)),
    )
    pairs = (element("div", element("dt", term), element("dd", _searchable(text))) for term, text in advice)
    return [*told, element("dl", joined(pairs))]


def _searchable(text: str) -> str:
    """Give references back their plain hyphen, so that the page is searched as the workbook is."""
    return text.replace(HYPHEN, "-")
