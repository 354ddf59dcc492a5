"""The deck as written: what a reader finds in it, and what every file must keep."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Callable
from functools import cache

import openpyxl
import pytest
from lxml import etree

from generator.brand import load
from generator.deck import write_deck
from tests.deck.outline import outline
from tests.deck.samples import committee, internal_committee
from tests.packages import unpacked

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
STORIES = {"client": committee, "internal": internal_committee}


@cache
def deck(name: str) -> bytes:
    return write_deck(STORIES[name](), load())


@cache
def parts(name: str) -> dict[str, bytes]:
    return unpacked(deck(name))


def xml_parts(name: str, folder: str) -> dict[str, etree._Element]:
    found = parts(name).items()
    return {path: etree.fromstring(data) for path, data in found if path.startswith(folder) and path.endswith(".xml")}


def text_of(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


@pytest.mark.parametrize("name", STORIES)
def test_what_a_reader_finds(golden: Callable[[str, str], None], name: str) -> None:
    golden(f"deck/{name}.txt", outline(deck(name)))


def test_the_same_story_gives_the_same_bytes() -> None:
    assert write_deck(committee(), load()) == deck("client")


@pytest.mark.parametrize("name", STORIES)
def test_ids_are_unique_on_each_slide(name: str) -> None:
    for slide in xml_parts(name, "ppt/slides/").values():
        ids = [element.get("id") for element in slide.iter(f"{P}cNvPr")]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", STORIES)
def test_every_shape_is_named_by_its_key_and_has_an_identity(name: str) -> None:
    for slide in xml_parts(name, "ppt/slides/").values():
        for properties in slide.iter(f"{P}cNvPr"):
            if properties.get("id") == "1":
                continue
            assert properties.get("name")
            assert [extension.tag for extension in properties.iter() if extension.tag.endswith("creationId")]


@pytest.mark.parametrize("name", STORIES)
def test_every_row_has_an_id_of_its_own_in_its_table(name: str) -> None:
    tables = [table for slide in xml_parts(name, "ppt/slides/").values() for table in slide.iter(f"{A}tbl")]
    assert tables
    for table in tables:
        rows = table.findall(f"{A}tr")
        ids = [str(one.get("val")) for row in rows for one in row[-1].iter() if one.tag.endswith("}rowId")]
        assert len(set(ids)) == len(rows)


@pytest.mark.parametrize("name", STORIES)
def test_names_are_unique_on_each_slide(name: str) -> None:
    for slide in xml_parts(name, "ppt/slides/").values():
        names = [element.get("name") for element in slide.iter(f"{P}cNvPr")]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("name", STORIES)
def test_every_relationship_leads_to_a_part(name: str) -> None:
    for path, data in parts(name).items():
        if not path.endswith(".rels"):
            continue
        base = posixpath.dirname(posixpath.dirname(path))
        for relationship in etree.fromstring(data):
            assert relationship.get("TargetMode") != "External"
            target = posixpath.normpath(posixpath.join("/" + base, relationship.get("Target", "")))
            assert target.lstrip("/") in parts(name)


@pytest.mark.parametrize("name", STORIES)
def test_every_slide_has_one_title_with_words(name: str) -> None:
    for slide in xml_parts(name, "ppt/slides/").values():
        titles = [ph for ph in slide.iter(f"{P}ph") if ph.get("type") in ("title", "ctrTitle")]
        assert len(titles) == 1
        first = next(slide.iter(f"{P}sp"))
        assert titles[0] in list(first.iter())
        assert text_of(first).strip()


@pytest.mark.parametrize("name", STORIES)
def test_charts_and_tables_have_alternative_text(name: str) -> None:
    for slide in xml_parts(name, "ppt/slides/").values():
        for frame in slide.iter(f"{P}graphicFrame"):
            properties = next(frame.iter(f"{P}cNvPr"))
            assert properties.get("descr")


@pytest.mark.parametrize("name", STORIES)
def test_every_run_says_its_language(name: str) -> None:
    for slide in xml_parts(name, "ppt/slides/").values():
        assert {run.get("lang") for run in slide.iter(f"{A}rPr")} == {"fr-FR"}


@pytest.mark.parametrize("name", STORIES)
def test_tables_have_a_header_and_full_rows(name: str) -> None:
    for slide in xml_parts(name, "ppt/slides/").values():
        for table in slide.iter(f"{A}tbl"):
            properties = table.find(f"{A}tblPr")
            assert properties is not None
            assert properties.get("firstRow") == "1"
            columns = len(list(table.iter(f"{A}gridCol")))
            assert all(len(row.findall(f"{A}tc")) == columns for row in table.iter(f"{A}tr"))


@pytest.mark.parametrize("name", STORIES)
def test_a_chart_caches_what_its_workbook_holds_and_nothing_else(name: str) -> None:
    for path, chart in xml_parts(name, "ppt/charts/chart").items():
        relationships = etree.fromstring(parts(name)[f"ppt/charts/_rels/{posixpath.basename(path)}.rels"])
        target = posixpath.normpath(posixpath.join("ppt/charts", relationships[0].get("Target", "").lstrip("/")))
        target = target.removeprefix("ppt/charts/") if target not in parts(name) else target
        sheet = openpyxl.load_workbook(io.BytesIO(parts(name)[target])).worksheets[0]
        held = {cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
        texts = {value.text for cache_ in chart.iter(f"{C}strCache") for value in cache_.iter(f"{C}v")}
        numbers = {float(value.text or "") for cache_ in chart.iter(f"{C}numCache") for value in cache_.iter(f"{C}v")}
        assert {value for value in held if isinstance(value, str)} == texts
        assert {value for value in held if isinstance(value, int | float)} == numbers


@pytest.mark.parametrize("name", STORIES)
def test_chart_axes_are_small_positive_numbers_that_match(name: str) -> None:
    for chart in xml_parts(name, "ppt/charts/chart").values():
        declared = {axis.find(f"{C}axId").get("val") for tag in ("catAx", "valAx") for axis in chart.iter(f"{C}{tag}")}  # type: ignore[union-attr]
        assert declared == {"1", "2"}
        assert {element.get("val") for element in chart.iter(f"{C}axId")} == declared


def test_the_internal_mark_is_on_every_slide_of_the_internal_edition_only() -> None:
    mark = "Interne – confidentiel"
    assert all(mark in text_of(slide) for slide in xml_parts("internal", "ppt/slides/slide").values())
    assert not any("nterne" in data.decode() for path, data in parts("client").items() if path.endswith(".xml"))


def test_the_sections_hold_every_slide() -> None:
    presentation = etree.fromstring(parts("internal")["ppt/presentation.xml"])
    slides = {element.get("id") for element in presentation.iter(f"{P}sldId")}
    sections = [element for element in presentation.iter() if element.tag.endswith("}section")]
    assert [section.get("name") for section in sections] == ["Comité", "Annexes internes"]
    assert {element.get("id") for section in sections for element in section.iter() if element.get("id")} >= slides


def test_colours_are_those_of_the_theme_but_for_statuses() -> None:
    statuses = {colour.hex for rag in load().palette.rags.values() for colour in (rag.strong, rag.soft)}
    for folder in ("ppt/slides/", "ppt/charts/chart"):
        for part in xml_parts("internal", folder).values():
            assert {colour.get("val") for colour in part.iter(f"{A}srgbClr")} <= statuses
