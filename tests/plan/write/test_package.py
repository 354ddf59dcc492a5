"""What every written plan keeps to, whatever it says."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import pytest
from lxml.etree import _Element
from PIL import Image

from generator.brand import load
from generator.ooxml.identity import block_bookmark, bounded
from generator.plan import write_plan
from tests.plan.outline import WP, W, part, text
from tests.plan.samples import story

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FIELD = re.compile(r"\{ REF (\w+) \\h \\\* MERGEFORMAT \}(\d+)")
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@lru_cache(maxsize=1)
def written() -> bytes:
    return write_plan(story(), load())


def test_the_same_story_gives_the_same_bytes() -> None:
    assert write_plan(story(), load()) == written()


def test_every_drawing_has_an_id_of_its_own_and_an_alternative_text() -> None:
    drawings = list(part(written()).iter(f"{WP}docPr"))
    ids = [drawing.get("id") for drawing in drawings]
    assert len(drawings) >= 12
    assert len(set(ids)) == len(ids)
    assert all(drawing.get("descr") for drawing in drawings)


def test_bookmarks_come_in_pairs_with_names_word_accepts() -> None:
    body = part(written())
    starts = [(one.get(f"{W}id"), one.get(f"{W}name")) for one in body.iter(f"{W}bookmarkStart")]
    ends = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkEnd")]
    assert sorted(number or "" for number, _ in starts) == sorted(number or "" for number in ends)
    assert len(set(ends)) == len(ends)
    assert len({name for _, name in starts}) == len(starts)
    assert all(re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name or "") for _, name in starts)


def test_every_link_leads_to_a_bookmark() -> None:
    body = part(written())
    names = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    anchors = [one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")]
    assert anchors
    assert set(anchors) <= names


@pytest.mark.parametrize("name", ["word/document.xml", "word/header1.xml", "word/footer1.xml"])
def test_fields_open_part_and_close_in_order(name: str) -> None:
    turn = {"begin": "separate", "separate": "end", "end": "begin"}
    expected = "begin"
    for mark in part(written(), name).iter(f"{W}fldChar"):
        assert mark.get(f"{W}fldCharType") == expected
        expected = turn[expected]
    assert expected == "begin"


def test_the_header_shows_the_chapter_by_what_its_titles_wear_but_not_on_the_cover() -> None:
    body, found = part(written()), [name for name in names(written()) if re.match(r"word/header\d+\.xml", name)]
    headers = [text(part(written(), name)) for name in found]
    assert sum('STYLEREF "Copil Chapter"' in header for header in headers) == len(headers) - 1  # not the cover's
    styles = part(written(), "word/styles.xml").iter(f"{W}style")
    named = {one.find(f"{W}name").get(f"{W}val"): one.get(f"{W}styleId") for one in styles}  # type: ignore[union-attr]
    look = named["Copil Chapter"]
    worn = [one for one in body.iter(f"{W}p") for style in one.iter(f"{W}rStyle") if style.get(f"{W}val") == look]
    heads = {"Heading1", "HeadingFront", "HeadingAnnex"}
    chapters = [one for one in body.iter(f"{W}p") if style_of(one) in heads]
    assert [text(one) for one in worn if style_of(one) in heads] == [text(one) for one in chapters]
    assert {style_of(one) for one in worn} - heads <= {"TOCHeading", "ListsHeading"}


def test_the_chapter_in_the_header_holds_nothing_until_it_is_worked_out() -> None:
    header = "".join(one.text or "" for one in part(written(), "word/header1.xml").iter(f"{W}t"))
    assert header == "Groupe Valmonde · Plan de compte 2026–2028\u2003Édition interne – confidentiel"


def names(package: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.namelist()


def style_of(paragraph: _Element) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(f"{W}val")


def test_nothing_asks_the_reader_to_update_fields() -> None:
    assert part(written(), "word/settings.xml").find(f"{W}updateFields") is None


def test_cells_end_in_a_paragraph_and_fill_their_row() -> None:
    for table in part(written()).iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in cells]
            assert sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans) == columns
            assert all(cell[-1].tag == f"{W}p" for cell in cells)


def test_rows_never_split_and_headers_repeat() -> None:
    rows = list(part(written()).iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows)


def blocks(of: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of the body, those inside content controls included."""
    for child in of:
        if child.tag == f"{W}sdt":
            yield from blocks(child.find(f"{W}sdtContent"))  # type: ignore[arg-type]
        elif child.tag in (f"{W}p", f"{W}tbl"):
            yield child


def test_tables_never_touch_and_a_paragraph_follows_the_last() -> None:
    tags = [one.tag for one in blocks(part(written())[0])]
    assert not any(one == two == f"{W}tbl" for one, two in pairwise(tags))
    assert tags[-1] == f"{W}p"


def test_empty_paragraphs_only_keep_tables_apart_and_turn_pages() -> None:
    in_order = list(blocks(part(written())[0]))
    for before, one in pairwise(in_order):
        if one.tag == f"{W}p" and next(one.iter(f"{W}r"), None) is None:
            style = one.find(f"{W}pPr/{W}pStyle").get(f"{W}val")  # type: ignore[union-attr]
            turns = one.find(f"{W}pPr/{W}sectPr") is not None or one is in_order[-1]
            assert (style, before.tag == f"{W}tbl") == ("TableGap", True) or (style, turns) == ("SectionEnd", True)


def test_nothing_is_formatted_beside_the_styles() -> None:
    """A paragraph says its style, what it stays with, its list and its page; a run says its style."""
    paragraphs = {one.tag for properties in part(written()).iter(f"{W}pPr") for one in properties}
    allowed = ("pStyle", "keepNext", "pageBreakBefore", "numPr", "sectPr", "spacing")
    assert paragraphs <= {f"{W}{name}" for name in allowed}
    spaced = [one for one in part(written()).iter(f"{W}pPr") if one.find(f"{W}spacing") is not None]
    assert all(one.find(f"{W}pageBreakBefore") is not None for one in spaced)
    assert {one.tag for properties in part(written()).iter(f"{W}rPr") for one in properties} == {f"{W}rStyle"}
    for name in ("word/header1.xml", "word/header3.xml", "word/footer1.xml"):
        assert {one.tag for one in part(written(), name).iter(f"{W}pPr", f"{W}rPr") for one in one} <= {
            f"{W}pStyle",
            f"{W}rStyle",
        }


def test_each_block_stands_in_a_hidden_control_and_a_bookmark_named_after_its_key() -> None:
    controls = list(part(written()).iter(f"{W}sdt"))
    tags = [one.find(f"{W}sdtPr/{W}tag").get(f"{W}val") for one in controls]  # type: ignore[union-attr]
    assert tags == [one.find(f"{W}sdtPr/{W}alias").get(f"{W}val") for one in controls]  # type: ignore[union-attr]
    assert {"cover", "contents", "contracts/timeline", "kpis/KPI-05"} <= set(tags)
    ids = [one.find(f"{W}sdtPr/{W}id").get(f"{W}val") for one in controls]  # type: ignore[union-attr]
    assert len(set(ids)) == len(set(tags)) == len(controls)
    for one in controls:
        assert one.find(f"{W}sdtPr/{W15}appearance").get(f"{W15}val") == "hidden"  # type: ignore[union-attr]
        first = next(one.iter(f"{W}p"))
        names = [mark.get(f"{W}name") for mark in first.findall(f"{W}bookmarkStart")]
        assert block_bookmark(one.find(f"{W}sdtPr/{W}tag").get(f"{W}val", "")) in names  # type: ignore[union-attr]
    assert part(written()).get(f"{MC}Ignorable") == "w15"


def test_every_row_but_a_header_begins_with_its_own_hidden_bookmark() -> None:
    named = []
    for row in part(written()).iter(f"{W}tr"):
        first = next(row.iter(f"{W}p"))
        marks = [one.get(f"{W}name", "") for one in first.iter(f"{W}bookmarkStart")]
        rows = [name for name in marks if re.fullmatch(r"_\w+_[0-9a-f]{12}", name)]
        assert len(rows) == (row.find(f"{W}trPr/{W}tblHeader") is None)
        named += rows
    assert len(named) == len(set(named)) == 48


def test_bookmarks_share_neither_a_name_nor_a_number() -> None:
    marks = list(part(written()).iter(f"{W}bookmarkStart"))
    assert len({one.get(f"{W}id") for one in marks}) == len({one.get(f"{W}name") for one in marks}) == len(marks)


def test_names_lead_to_blocks_not_to_headings() -> None:
    names = {one.get(f"{W}name") for one in part(written()).iter(f"{W}bookmarkStart")}
    listed = re.compile("TOC|List|TableofFigures", re.IGNORECASE)
    anchors = set()
    for line in part(written()).iter(f"{W}p"):
        style = line.find(f"{W}pPr/{W}pStyle")
        if style is None or not listed.match(style.get(f"{W}val", "")):
            anchors |= {str(one.get(f"{W}anchor")) for one in line.iter(f"{W}hyperlink") if one.get(f"{W}anchor")}
    assert block_bookmark("kpis/KPI-05") in anchors
    assert anchors <= names
    assert [one for one in anchors if one.startswith("_Toc")] == []


def test_what_a_sentence_refers_to_is_the_number_in_the_caption() -> None:
    body = part(written())
    numbers = {}
    for start in body.iter(f"{W}bookmarkStart"):
        name = start.get(f"{W}name", "")
        if name.startswith("_Ref"):
            runs = (text for sibling in start.itersiblings() for text in sibling.iter(f"{W}t"))
            numbers[name] = next(runs).text
    told = dict(FIELD.findall(fields(body)))
    assert told
    assert told == numbers


def fields(body: _Element) -> str:
    texts = body.iter(f"{W}instrText", f"{W}t")
    return "".join(f"{{{one.text}}}" if one.tag == f"{W}instrText" else one.text or "" for one in texts)


def test_relations_lead_to_parts_that_are_there() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        names = set(archive.namelist())
    relations = part(written(), "word/_rels/document.xml.rels")
    targets = {one.get("Id"): one.get("Target", "") for one in relations.findall(f"{PACKAGE}Relationship")}
    assert {f"word/{target}" for target in targets.values() if not target.startswith(("/", "..", "http"))} <= names
    used = {
        value for one in part(written()).iter() for name, value in one.attrib.items() if name in (f"{R}embed", f"{R}id")
    }
    assert used <= set(targets)


def test_pictures_are_drawn_for_their_size() -> None:
    """1:1 at 220 dots an inch, so that 9 pt in a picture are 9 pt on paper."""
    body = part(written())
    relations = part(written(), "word/_rels/document.xml.rels")
    targets = {one.get("Id"): one.get("Target") for one in relations.findall(f"{PACKAGE}Relationship")}
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        for inline in body.iter(f"{WP}inline"):
            extent = inline.find(f"{WP}extent")
            blip = next(one for one in inline.iter() if one.get(f"{R}embed"))
            image = Image.open(io.BytesIO(archive.read(f"word/{targets[blip.get(f'{R}embed')]}")))
            assert extent is not None
            assert image.width == pytest.approx(int(extent.get("cx", "0")) / 914400 * 220, abs=1)


def test_wide_pages_have_a_header_as_wide_as_they_are() -> None:
    sections = list(part(written()).iter(f"{W}sectPr"))
    ways = [section.find(f"{W}pgSz").get(f"{W}orient") for section in sections]  # type: ignore[union-attr]
    assert "landscape" in ways
    assert ways[0] is None
    headers = [
        [one.get(f"{R}id") for one in section.findall(f"{W}headerReference") if one.get(f"{W}type") == "default"]
        for section in sections
    ]
    upright = {ids[0] for ids, way in zip(headers, ways, strict=True) if way is None}
    wide = {ids[0] for ids, way in zip(headers, ways, strict=True) if way == "landscape"}
    assert len(upright) == len(wide) == 1
    assert not upright & wide


def test_the_first_page_alone_is_the_cover() -> None:
    sections = list(part(written()).iter(f"{W}sectPr"))
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [True, *[False] * (len(sections) - 1)]


def test_the_file_says_its_title_and_language_and_nothing_else() -> None:
    core = part(written(), "docProps/core.xml")
    texts = {one.tag.rpartition("}")[2]: one.text for one in core}
    assert texts["title"] == "Plan de compte Groupe Valmonde 2026–2028"
    assert texts["language"] == "fr"
    assert not texts.get("lastModifiedBy")


def test_every_picture_is_a_vector_with_a_raster_fallback() -> None:
    body = part(written())
    relations = part(written(), "word/_rels/document.xml.rels")
    targets = {one.get("Id"): one.get("Target", "") for one in relations.findall(f"{PACKAGE}Relationship")}
    for inline in body.iter(f"{WP}inline"):
        embedded = [targets[one.get(f"{R}embed")] for one in inline.iter() if one.get(f"{R}embed")]
        assert [name.rpartition(".")[2] for name in embedded] == ["png", "svg"]


def test_the_contents_name_every_heading_of_two_levels_as_it_stands() -> None:
    listed, headings = [], []
    for one in part(written()).iter(f"{W}p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        if name in ("TOC1", "TOC2"):
            listed.append(re.sub(r"\{.*?\}", "", text(one)).rpartition(" → ")[2])
        elif name in ("Heading1", "HeadingFront", "HeadingAnnex", "Heading2"):
            headings.append("".join(run.text or "" for run in one.iter(f"{W}t")))
    assert len(listed) > 15
    assert listed == [heading.replace("\u00a0", " ").removesuffix("   Interne ") for heading in headings]


def test_a_long_key_is_cut_and_hashed() -> None:
    short, long, longer = "kpis/KPI-02/chart", "k" * 60 + "/" + "a" * 40, "k" * 60 + "/" + "a" * 41
    assert bounded(short) == short
    assert re.fullmatch(r"k{47}#[0-9a-f]{16}", bounded(long))
    assert bounded(long) != bounded(longer)
    assert re.fullmatch(r"_kpis_KPI_02_chart_[0-9a-f]{8}", block_bookmark(short))
    assert re.fullmatch(r"_k{30}_[0-9a-f]{8}", block_bookmark(long))
    assert block_bookmark(long) != block_bookmark(longer)
    assert block_bookmark("a/b") != block_bookmark("a-b")


def test_no_section_opens_with_a_page_break_of_its_own() -> None:
    lines = list(part(written()).iter(f"{W}p"))
    turns = [at for at, line in enumerate(lines) if line.find(f"{W}pPr/{W}sectPr") is not None]
    chapters = [line for line in (lines[at + 1] for at in turns) if style_of(line) in ("Heading1", "HeadingAnnex")]
    breaks = [line.find(f"{W}pPr/{W}pageBreakBefore") for line in chapters]
    assert breaks
    assert [None if one is None else one.get(f"{W}val") for one in breaks] == ["0"] * len(breaks)
