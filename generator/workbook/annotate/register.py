"""The sheet of an annotated copy that lists every finding, each with a link to its cell."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lxml import etree

from generator.diagnostics import Finding, Findings, Severity, wording
from generator.diagnostics.rendering.text import summary
from generator.locales import Locale
from generator.locales.characters import HYPHEN
from generator.locales.typography import capitalise
from generator.workbook.annotate.colours import NoteColours
from generator.workbook.annotate.package import MAIN, RELATION, NotAnnotableError, Package, holdable, main
from generator.workbook.annotate.styles import Styles
from generator.workbook.coordinates import coordinate, letters

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_HEADER_ROW = 4
_WIDTHS = {"severity": 15, "code": 8, "sheet": 20, "cell": 9, "message": 62, "why": 46, "help": 46, "suggestion": 24}
_MARGINS = ("left", "right", "top", "bottom", "header", "footer")
_LONGEST = 32_000
# a column's width counts digits, of which most letters of a text are narrower
_CHARACTERS_A_UNIT = 1.1
_LINE_POINTS = 15
_TITLE_POINTS = 24
_TALLEST_POINTS = 409


@dataclass(frozen=True)
class _Formats:
    """The numbers of the sheet's cell formats."""

    title: int
    text: int
    header: int
    body: int
    link: int
    severities: dict[Severity, int]


def add_register(
    package: Package, styles: Styles, findings: Findings, locale: Locale, *, colours: NoteColours, file: str
) -> str:
    """Add the sheet after the others, make it the one shown on opening, and return its name."""
    name = _free_name(package, locale.say("report.sheet.name"))
    part = package.free_name("xl/worksheets/sheet{}.xml")
    sheet = _sheet(findings, locale, _formats(styles, colours), file)
    package.add(part, etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True), _SHEET_TYPE)
    sheets = package.root(package.book).find(main("sheets"))
    if sheets is None:
        raise NotAnnotableError(package.book)
    identifier = str(max(int(item.get("sheetId", "0")) for item in sheets) + 1)
    added = etree.SubElement(sheets, main("sheet"), name=name, sheetId=identifier)
    added.set(f"{{{RELATION}}}id", package.relate(package.book, part, "worksheet"))
    _show(package, len(sheets) - 1, part)
    return name


def _free_name(package: Package, wanted: str) -> str:
    taken = {item.get("name", "").casefold() for item in package.root(package.book).iter(main("sheet"))}
    if wanted.casefold() not in taken:
        return wanted
    return next(free for n in range(2, len(taken) + 3) if (free := f"{wanted} ({n})").casefold() not in taken)


def _show(package: Package, index: int, part: str) -> None:
    """Open the workbook on this sheet alone: no other may stay selected with it."""
    view = package.root(package.book).find(f"{main('bookViews')}/{main('workbookView')}")
    if view is None:
        return
    view.set("activeTab", str(index))
    for kind, other in package.relations(package.book).values():
        if kind == "worksheet" and other != part and b"tabSelected" in package.parts.get(other, b""):
            for shown in package.root(other).iter(main("sheetView")):
                shown.set("tabSelected", "0")


def _formats(styles: Styles, colours: NoteColours) -> _Formats:
    return _Formats(
        title=styles.plain(text=colours.title, bold=True, size=16),
        text=styles.plain(text=colours.text),
        header=styles.plain(text=colours.title_text, fill=colours.title, line=colours.title, bold=True),
        body=styles.plain(text=colours.text, line=colours.line),
        link=styles.plain(text=colours.link, line=colours.line, bold=True),
        severities={
            severity: styles.plain(text=colours.text, fill=fill, line=colours.line, bold=True)
            for severity, fill in colours.fills.items()
        },
    )


def _sheet(findings: Findings, locale: Locale, formats: _Formats, file: str) -> etree._Element:
    sheet = etree.fromstring(f'<worksheet xmlns="{MAIN}"/>')
    last = letters(len(_WIDTHS))
    properties = etree.SubElement(sheet, main("sheetPr"))
    etree.SubElement(properties, main("pageSetUpPr"), fitToPage="1")
    etree.SubElement(sheet, main("dimension"), ref=f"A1:{last}{_HEADER_ROW + len(findings)}")
    _view(sheet)
    columns = etree.SubElement(sheet, main("cols"))
    for number, width in enumerate(_WIDTHS.values(), start=1):
        etree.SubElement(columns, main("col"), min=str(number), max=str(number), width=str(width), customWidth="1")
    data = etree.SubElement(sheet, main("sheetData"))
    _row(data, 1, [(locale.say("report.sheet.title"), formats.title)]).set("ht", str(_TITLE_POINTS))
    _row(data, 2, [(locale.say("report.sheet.summary", file=file, summary=summary(findings, locale)), formats.text)])
    _row(data, _HEADER_ROW, [(locale.say(f"report.column.{name}"), formats.header) for name in _WIDTHS])
    for number, found in enumerate(findings, start=_HEADER_ROW + 1):
        cells = _cells(found, locale, formats)
        row = _row(data, number, cells)
        row.set("ht", str(min(_lines(cells) * _LINE_POINTS + 3, _TALLEST_POINTS)))
        row.set("customHeight", "1")
    if len(findings):
        etree.SubElement(sheet, main("autoFilter"), ref=f"A{_HEADER_ROW}:{last}{_HEADER_ROW + len(findings)}")
    _links(sheet, findings, locale)
    etree.SubElement(sheet, main("pageMargins"), dict.fromkeys(_MARGINS, "0.4"))
    etree.SubElement(sheet, main("pageSetup"), paperSize="9", orientation="landscape", fitToHeight="0")
    return sheet


def _view(sheet: etree._Element) -> None:
    views = etree.SubElement(sheet, main("sheetViews"))
    view = etree.SubElement(views, main("sheetView"), showGridLines="0", tabSelected="1", workbookViewId="0")
    etree.SubElement(
        view,
        main("pane"),
        ySplit=str(_HEADER_ROW),
        topLeftCell=f"A{_HEADER_ROW + 1}",
        activePane="bottomLeft",
        state="frozen",
    )
    etree.SubElement(view, main("selection"), pane="bottomLeft")


def _cells(found: Finding, locale: Locale, formats: _Formats) -> list[tuple[str, int]]:
    severity = capitalise(locale.say(f"diagnostics.severity.{found.severity.value}"))
    place, body = found.place, formats.body
    return [
        (severity, formats.severities[found.severity]),
        (found.code, body),
        (place.sheet or place.file or "", body),
        (place.cell or "", formats.link if place.sheet and place.cell else body),
        (_searchable(wording.message(found, locale)), body),
        (_searchable(wording.why(found.code, locale)), body),
        (_searchable(wording.what_to_do(found.code, locale)), body),
        (found.suggestion or "", body),
    ]


def _links(sheet: etree._Element, findings: Findings, locale: Locale) -> None:
    column = letters(list(_WIDTHS).index("cell") + 1)
    links = etree.Element(main("hyperlinks"))
    for number, found in enumerate(findings, start=_HEADER_ROW + 1):
        if found.place.sheet and found.place.cell:
            quoted = found.place.sheet.replace("'", "''")
            tip = locale.say("report.sheet.go", sheet=found.place.sheet, cell=found.place.cell)
            etree.SubElement(
                links,
                main("hyperlink"),
                ref=f"{column}{number}",
                location=holdable(f"'{quoted}'!{found.place.cell}"),
                tooltip=holdable(tip[:250]),
                display=found.place.cell,
            )
    if len(links):
        sheet.append(links)


def _lines(cells: list[tuple[str, int]]) -> int:
    """Return how many lines the fullest cell of a row takes: a program that does not measure text shows them all."""
    widths = _WIDTHS.values()
    return max(
        sum(math.ceil(max(len(line), 1) / (width * _CHARACTERS_A_UNIT)) for line in text.split("\n"))
        for (text, _), width in zip(cells, widths, strict=True)
    )


def _row(data: etree._Element, number: int, cells: list[tuple[str, int]]) -> etree._Element:
    row = etree.SubElement(data, main("row"), r=str(number))
    for column, (text, style) in enumerate(cells, start=1):
        cell = etree.SubElement(row, main("c"), r=coordinate(number, column), s=str(style))
        if text:
            cell.set("t", "inlineStr")
            held = etree.SubElement(etree.SubElement(cell, main("is")), main("t"))
            held.text = holdable(text[:_LONGEST])
            held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return row


def _searchable(text: str) -> str:
    return text.replace(HYPHEN, "-")
