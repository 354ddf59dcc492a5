"""The page: a verdict, a score per stage, the findings and their filter; nothing is fetched from anywhere."""

from collections.abc import Iterator
from importlib.resources import files

from generator.diagnostics.finding import Finding
from generator.diagnostics.rendering.html.entry import badge, entry, symbol
from generator.diagnostics.rendering.html.markup import Markup, element, joined, void
from generator.diagnostics.report import Look, Report
from generator.diagnostics.severity import Severity
from generator.diagnostics.stage import Stage
from generator.locales import Locale

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def render_html(report: Report, locale: Locale) -> str:
    """Return the page as one HTML document that needs no network and, but for its filter, no script."""
    look = report.look()
    body = element(
        "body",
        element("a", locale.say("report.html.skip"), class_="skip", href="#findings"),
        _header(report, look, locale),
        element("main", _stages(report, look, locale), _findings(report, look, locale)),
        element("footer", locale.say("report.html.footer", file=report.file)),
        element("script", Markup(_asset("page.js"))),
    )
    return f"<!DOCTYPE html>\n{element('html', _head(report, look, locale), body, lang=locale.language.value)}\n"


def _head(report: Report, look: Look, locale: Locale) -> Markup:
    colours = "".join(f"--{name}:{value};" for name, value in look.colours.items())
    return element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", locale.say("report.html.document_title", subject=report.subject)),
        element("style", Markup(f":root{{{colours}--font:{look.font};}}\n{_asset('page.css')}")),
    )


def _header(report: Report, look: Look, locale: Locale) -> Markup:
    bold, regular = look.sender
    counts = (_count(report, severity, look, locale) for severity in Severity)
    return element(
        "header",
        element("p", element("b", bold), f" {regular}", class_="sender"),
        element("p", locale.say("report.html.title"), class_="kind"),
        element("h1", report.subject),
        element("p", " · ".join((*report.facts, report.file)), class_="facts"),
        element("p", _verdict(report, locale), class_="verdict"),
        element("ul", joined(counts), class_="counts"),
    )


def _count(report: Report, severity: Severity, look: Look, locale: Locale) -> Markup:
    number = sum(item.severity is severity for item in report.findings)
    return element(
        "li",
        element("b", locale.number(number)),
        element("span", symbol(look.symbols[severity]), locale.say(f"report.html.count.{severity.value}", n=number)),
        class_=severity.value,
    )


def _verdict(report: Report, locale: Locale) -> str:
    found = report.findings
    if found.errors:
        return locale.say("report.html.verdict.errors", n=len(found.errors))
    if found.warnings:
        return locale.say(f"report.html.verdict.{'strict' if report.strict else 'warnings'}", n=len(found.warnings))
    return locale.say("report.html.verdict.sound")


def _stages(report: Report, look: Look, locale: Locale) -> Markup:
    cards = (_card(stage, number, look, locale) for number, stage in enumerate(report.stages))
    return element(
        "section",
        element("h2", locale.say("report.html.stages"), id="stages-title"),
        element("p", locale.say("report.html.stages.help"), class_="hint"),
        element("ul", joined(cards), class_="stages"),
        aria_labelledby="stages-title",
    )


def _card(stage: Stage, number: int, look: Look, locale: Locale) -> Markup:
    gravest = stage.gravest if stage.gravest is not Severity.INFO else None
    state = "empty" if stage.score is None and gravest is None else gravest.value if gravest else "sound"
    told = [
        element("h3", element("a", stage.name, href=f"#stage-{number}") if stage.findings else stage.name),
        element("p", "–" if stage.score is None else locale.percent(stage.score), class_="score"),
        element("p", element("span", style=f"width:{(stage.score or 0) * 100:.0f}%"), class_="bar", aria_hidden="true"),
        element("p", locale.say("report.html.stage.rows", n=stage.rows, sound=stage.sound), class_="rows"),
        element("p", symbol(look.symbols[gravest]), locale.say(f"report.html.stage.{state}"), class_="state"),
        element("p", joined(_tally(stage, locale)), class_="tally"),
    ]
    return element("li", *told, class_=f"stage {state}")


def _tally(stage: Stage, locale: Locale) -> Iterator[Markup]:
    for severity in Severity:
        number = sum(item.severity is severity for item in stage.findings)
        if number:
            counted = locale.say(f"report.html.count.{severity.value}", n=number)
            yield element("span", f"{locale.number(number)}\u00a0{counted} ")


def _findings(report: Report, look: Look, locale: Locale) -> Markup:
    groups = tuple(_groups(report, locale))
    told = [element("h2", locale.say("report.html.findings"), id="findings-title")]
    if groups:
        told.append(_filter(report, groups, look, locale))
        told.extend(_group(name, key, found, look, locale) for name, key, found in groups)
        told.append(element("p", locale.say("report.html.filter.none"), id="none", class_="none", hidden=True))
    else:
        told.append(element("p", locale.say("diagnostics.text.none"), class_="none"))
    return element("section", *told, id="findings", tabindex="-1", aria_labelledby="findings-title")


Group = tuple[str, str, tuple[Finding, ...]]


def _groups(report: Report, locale: Locale) -> Iterator[Group]:
    """Yield the findings by stage, with a name and a key: those of the file first, the stages in order."""
    if report.elsewhere:
        yield locale.say("report.html.workbook"), "stage-workbook", report.elsewhere
    for number, stage in enumerate(report.stages):
        if stage.findings:
            yield stage.name, f"stage-{number}", stage.findings


def _group(name: str, key: str, found: tuple[Finding, ...], look: Look, locale: Locale) -> Markup:
    count = element("span", locale.say("report.html.group.count", n=len(found)), class_="hint")
    items = (entry(item, look, locale) for item in found)
    return element(
        "section",
        element("h3", name, count, id=f"{key}-title"),
        element("ol", joined(items)),
        id=key,
        class_="group",
        aria_labelledby=f"{key}-title",
    )


def _filter(report: Report, groups: tuple[Group, ...], look: Look, locale: Locale) -> Markup:
    present = (severity for severity in Severity if any(item.severity is severity for item in report.findings))
    switches = (_switch(severity, look, locale) for severity in present)
    every = element("option", locale.say("report.html.filter.all"), value="")
    options = (element("option", name, value=key) for name, key, _ in groups)
    search = void("input", type="search", id="text", placeholder=locale.say("report.html.filter.example"))
    return element(
        "form",
        element("fieldset", element("legend", locale.say("report.html.filter.severity")), joined(switches)),
        element("label", locale.say("report.html.filter.stage"), element("select", every, *options, id="stage")),
        element("label", locale.say("report.html.filter.text"), search, class_="search"),
        element("button", locale.say("report.html.filter.reset"), type="reset"),
        element("output", id="shown", for_="text stage", data_pattern=_shown(locale)),
        id="filter",
        class_="filter",
        hidden=True,
    )


def _switch(severity: Severity, look: Look, locale: Locale) -> Markup:
    box = void("input", type="checkbox", name="severity", value=severity.value, checked=True)
    return element("label", box, badge(severity, look, locale), class_="switch")


def _shown(locale: Locale) -> str:
    """Return how many findings are shown, with the two numbers left to the script."""
    return locale.say("report.html.filter.shown", shown="[shown]", total="[total]")


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
