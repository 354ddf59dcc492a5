"""What a reader who sees little or nothing needs: contrast, headings in order, tables and pictures told."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from lxml.etree import _Element

from generator.brand import load
from generator.brand.palette import Colour, contrast
from generator.plan import write_plan
from tests.plan.outline import WP, W, part, text
from tests.plan.samples import story

LEAST = 4.5
WHITE = "FFFFFF"


@lru_cache(maxsize=1)
def written() -> bytes:
    return write_plan(story(), load())


@lru_cache(maxsize=1)
def styles() -> dict[str, _Element]:
    return {one.get(f"{W}styleId", ""): one for one in part(written(), "word/styles.xml").iter(f"{W}style")}


def of_style(name: str | None, path: str, attribute: str) -> str | None:
    """What a style says, or the one it is based on."""
    while name:
        style = styles()[name]
        found = style.find(path)
        if found is not None:
            return found.get(attribute)
        based = style.find(f"{W}basedOn")
        name = None if based is None else based.get(f"{W}val")
    return None


def value(element: _Element, path: str) -> str | None:
    found = element.find(path)
    return None if found is None else found.get(f"{W}val")


def colour(run: _Element, paragraph: _Element) -> str:
    own = of_style(value(run, f"{W}rPr/{W}rStyle"), f"{W}rPr/{W}color", f"{W}val")
    return own or of_style(value(paragraph, f"{W}pPr/{W}pStyle") or "Normal", f"{W}rPr/{W}color", f"{W}val") or "000000"


def ground(paragraph: _Element) -> str:
    """The fill behind a paragraph: its cell's, else that of the table's style for the row or the column, else white."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return WHITE
    shade = cell.find(f"{W}tcPr/{W}shd")
    if shade is not None:
        return shade.get(f"{W}fill", WHITE)
    row, table = next(cell.iterancestors(f"{W}tr")), next(cell.iterancestors(f"{W}tbl"))
    style, look = styles()[value(table, f"{W}tblPr/{W}tblStyle") or ""], table.find(f"{W}tblPr/{W}tblLook")
    assert look is not None
    parts = []
    if row.find(f"{W}trPr/{W}tblHeader") is not None and look.get(f"{W}firstRow") == "1":
        parts.append("firstRow")
    if cell is row.find(f"{W}tc") and look.get(f"{W}firstColumn") == "1":
        parts.append("firstCol")
    for kind in style.findall(f"{W}tblStylePr"):
        if kind.get(f"{W}type") in parts and (shade := kind.find(f"{W}tcPr/{W}shd")) is not None:
            return shade.get(f"{W}fill", WHITE)
    shade = style.find(f"{W}tcPr/{W}shd")
    return WHITE if shade is None else shade.get(f"{W}fill", WHITE)


def test_every_text_stands_out_from_what_is_behind_it() -> None:
    pairs = {
        (colour(run, paragraph), ground(paragraph))
        for paragraph in part(written()).iter(f"{W}p")
        for run in paragraph.iter(f"{W}r")
        if run.find(f"{W}t") is not None
    }
    assert len(pairs) >= 10
    assert [(one, other) for one, other in pairs if contrast(Colour(one), Colour(other)) < LEAST] == []


def test_no_level_of_heading_is_skipped() -> None:
    levels = []
    for paragraph in part(written()).iter(f"{W}p"):
        level = of_style(value(paragraph, f"{W}pPr/{W}pStyle"), f"{W}pPr/{W}outlineLvl", f"{W}val")
        if level is not None and int(level) < 9:
            assert text(paragraph).strip()
            levels.append(int(level))
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_of_data_mark_their_header_and_tell_what_they_hold() -> None:
    for table in part(written()).iter(f"{W}tbl"):
        if value(table, f"{W}tblPr/{W}tblStyle") == "Copil":
            headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
            assert headers == [True] + [False] * (len(headers) - 1)
            assert value(table, f"{W}tblPr/{W}tblDescription"), text(table)


def test_pictures_are_told() -> None:
    pictures = list(part(written()).iter(f"{WP}docPr"))
    assert pictures
    assert all(one.get("descr") for one in pictures)


def test_every_page_of_the_internal_edition_says_so() -> None:
    body = part(written())
    relations = {one.get("Id"): one.get("Target") for one in part(written(), "word/_rels/document.xml.rels")}
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    headers = {relations[one.get(key)] for one in body.iter(f"{W}headerReference") if one.get(f"{W}type") == "default"}
    assert len(headers) == 2
    assert all("Édition interne – confidentiel" in text(part(written(), f"word/{name}")) for name in headers)
    cover = next(body.iter(f"{W}sdtContent"))
    assert "Édition interne – confidentiel" in text(cover)
