"""The annotated copy of a workbook: its package with notes, colours and one more sheet, all else as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from generator.diagnostics import Finding, Findings, Severity, wording
from generator.locales import Locale
from generator.locales.characters import HYPHEN
from generator.locales.typography import capitalise
from generator.workbook.annotate.colours import NoteColours
from generator.workbook.annotate.grid import Grid
from generator.workbook.annotate.notes import Note, add_notes
from generator.workbook.annotate.package import RELATION, NotAnnotableError, Package, main
from generator.workbook.annotate.register import add_register
from generator.workbook.annotate.styles import Styles

_RANK = tuple(Severity)


@dataclass(frozen=True)
class Annotated:
    """The bytes of the copy, the name of the sheet that lists the findings, and what the copy could not keep or show.

    `losses` are words of the catalogue: `report.loss.<word>`.
    """

    content: bytes
    register: str
    losses: tuple[str, ...]


def annotated(data: bytes, findings: Findings, locale: Locale, *, colours: NoteColours, file: str) -> Annotated | None:
    """Return a copy of a workbook that could be read, with its findings on it; `file` is its name.

    Values, formulas and their results, charts, pictures and all other parts stay as they were. None when the file is
    in a form that cannot be added to safely, such as strict Open XML.
    """
    try:
        return _annotated(Package(data), findings, locale, colours, file)
    except (NotAnnotableError, ValueError, IndexError):  # the last two for numbers that are none, styles not there
        return None


def _annotated(package: Package, findings: Findings, locale: Locale, colours: NoteColours, file: str) -> Annotated:
    if package.root(package.book).tag != main("workbook"):
        raise NotAnnotableError(package.book)
    styles = Styles(package.root(package.related(package.book, "styles") or "xl/styles.xml"))
    parts = _sheet_parts(package)
    threaded = False
    for name, by_cell in _by_sheet(findings).items():
        part = parts.get(name)
        if part is not None:
            _annotate(package, part, by_cell, styles, locale, colours)
            threaded = threaded or package.related(part, "threadedComment") is not None
    register = add_register(package, styles, findings, locale, colours=colours, file=file)
    is_signed = any(part.startswith("_xmlsignatures/") for part in package.parts)
    losses = [word for word, is_so in (("signature", is_signed), ("threads", threaded)) if is_so]
    return Annotated(package.saved(), register, tuple(losses))


def _annotate(
    package: Package,
    part: str,
    by_cell: Mapping[str, list[Finding]],
    styles: Styles,
    locale: Locale,
    colours: NoteColours,
) -> None:
    grid = Grid(package.root(part))
    gravest = {cell: _gravest(found) for cell, found in by_cell.items()}
    fills = {cell: colours.fills[severity] for cell, severity in gravest.items()}
    for coordinate, severity in gravest.items():
        cell = grid.cell(coordinate)
        base, edge = int(cell.get("s", "0")), colours.edges[severity]
        cell.set("s", str(styles.shaded(base, fill=fills[coordinate], text=colours.text, edge=edge)))
    add_notes(package, part, grid, {cell: _note(found, locale) for cell, found in by_cell.items()}, fills)


def _by_sheet(findings: Findings) -> dict[str, dict[str, list[Finding]]]:
    found: dict[str, dict[str, list[Finding]]] = {}
    for item in findings:
        if item.place.sheet and item.place.cell:
            found.setdefault(item.place.sheet, {}).setdefault(item.place.cell, []).append(item)
    return found


def _sheet_parts(package: Package) -> dict[str, str]:
    relations = package.relations(package.book)
    sheets = ((item.get("name", ""), item.get(f"{{{RELATION}}}id", "")) for item in _sheets(package))
    return {name: relations[at][1] for name, at in sheets if relations.get(at, ("", ""))[0] == "worksheet"}


def _sheets(package: Package) -> list[etree._Element]:
    return list(package.root(package.book).iter(main("sheet")))


def _gravest(findings: list[Finding]) -> Severity:
    return min((item.severity for item in findings), key=_RANK.index)


def _note(findings: list[Finding], locale: Locale) -> Note:
    return tuple(_told(item, locale) for item in sorted(findings, key=lambda item: _RANK.index(item.severity)))


def _told(found: Finding, locale: Locale) -> tuple[str, str]:
    severity = capitalise(locale.say(f"diagnostics.severity.{found.severity.value}"))
    lines = [
        wording.message(found, locale),
        locale.say("report.note.help", help=wording.what_to_do(found.code, locale)),
    ]
    if found.suggestion:
        lines.append(locale.say("diagnostics.text.suggestion", suggestion=found.suggestion))
    return f"{severity} · {found.code}", "\n".join(lines).replace(HYPHEN, "-")
