"""A Word template as its designer left it: what hides in its text, its headers and its lists stays out."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from lxml import etree

from generator.brand import load
from generator.plan import write_plan
from generator.plan.write.template import blank_document, drop_unused_styles
from tests.packages import packed, replaced, unpacked
from tests.plan.samples import story
from tests.validity import complaints

HEADER = "word/header2.xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{R}/oleObject" Target="embeddings/secret.bin"/>
<Relationship Id="rId2" Type="{R}/hyperlink" Target="file:///C:/secret.docx" TargetMode="External"/>
<Relationship Id="rId3" Type="{R}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>"""
INSIDE = (
    f'<w:p xmlns:w="{W}" xmlns:r="{R}" xmlns:o="urn:schemas-microsoft-com:office:office"><w:r><w:object>'
    '<o:OLEObject Type="Embed" r:id="rId1"/></w:object></w:r><w:hyperlink r:id="rId2"><w:r><w:t>Charte</w:t></w:r>'
    '</w:hyperlink><w:hyperlink r:id="rId3"><w:r><w:t>Site</w:t></w:r></w:hyperlink><!-- Secret --></w:p>'
)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The parts of the blank document of a template with objects, links and a comment in its cover's header."""
    folder = tmp_path_factory.mktemp("brands") / "brand"
    shutil.copytree(load().plan.file.parent, folder)
    content = unpacked((folder / "plan.docx").read_bytes())
    header, types = content[HEADER].decode(), content["[Content_Types].xml"].decode()
    content[HEADER] = header.replace("</w:hdr>", f"{INSIDE}</w:hdr>").encode()
    content["[Content_Types].xml"] = types.replace(
        "<Override", '<Default Extension="bin" ContentType="application/octet-stream"/><Override', 1
    ).encode()
    content["word/_rels/header2.xml.rels"] = RELATIONS.encode()
    content["word/embeddings/secret.bin"] = b"Secret"
    (folder / "plan.docx").write_bytes(packed(content))
    stream = io.BytesIO()
    blank_document(load(folder).plan).save(stream)
    return unpacked(stream.getvalue())


def test_nothing_embedded_no_comment_and_no_path_comes_along(parts: dict[str, bytes]) -> None:
    for name, content in parts.items():
        assert not [mark for mark in (b"secret", b"<!--", b"file:///") if mark in content.lower()], name


def test_a_text_whose_link_is_gone_stays_and_an_object_goes(parts: dict[str, bytes]) -> None:
    header = next(
        root
        for name, part in parts.items()
        if name.startswith("word/header") and b"Charte" in part
        for root in [etree.fromstring(part)]
    )
    links = {"".join(map(str, link.itertext())): link.get(f"{{{R}}}id") for link in header.iter(f"{{{W}}}hyperlink")}
    assert links == {"Charte": None, "Site": "rId3"}
    assert not list(header.iter(f"{{{W}}}object"))


DOCUMENT, RELATED = "word/document.xml", "word/_rels/document.xml.rels"
SAMPLE = (
    '<w:body><w:p><w:pPr><w:rPr><w:rStyle w:val="Reserved"/></w:rPr></w:pPr><w:r>'
    '<w:rPr><w:rStyle w:val="InternalMark"/></w:rPr><w:t>Exemple de Secret</w:t></w:r></w:p>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(load().plan.file.parent, tmp_path / "brand")


def test_the_text_is_written_whatever_the_main_part_is_called(folder: Path) -> None:
    file = folder / "plan.docx"
    content = unpacked(replaced(file.read_bytes(), DOCUMENT, b"<w:body>", SAMPLE.encode()))
    parts = {name.replace("/document.xml", "/document2.xml"): part for name, part in content.items()}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = parts[name].replace(b"/document.xml", b"/document2.xml")
    file.write_bytes(packed(parts))
    made = unpacked(write_plan(story(), load(folder)))
    assert DOCUMENT not in made
    assert made["word/document2.xml"] == unpacked(write_plan(story(), load()))[DOCUMENT]


def test_a_style_that_only_a_sample_uses_is_not_told(folder: Path) -> None:
    file = folder / "plan.docx"
    file.write_bytes(replaced(file.read_bytes(), DOCUMENT, b"<w:body>", SAMPLE.encode()))
    word = blank_document(load(folder).plan)
    drop_unused_styles(word, ["InternalMark", "Reserved"], [b"<w:p/>"])
    kept = {style.get(f"{{{W}}}styleId") for style in word.styles.element.iter(f"{{{W}}}style")}
    assert "Strong" in kept
    assert not kept & {"InternalMark", "Reserved"}


def test_nobody_is_told_to_have_changed_the_section(folder: Path) -> None:
    file = folder / "plan.docx"
    change = b'<w:sectPrChange w:id="7" w:author="Secret"><w:sectPr/></w:sectPrChange></w:sectPr>'
    file.write_bytes(replaced(file.read_bytes(), DOCUMENT, b"</w:sectPr>", change))
    assert b"Secret" not in unpacked(write_plan(story(), load(folder)))[DOCUMENT]


FIRST_SECTION = (
    '<w:body><w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId6"/>'
    '<w:headerReference w:type="first" r:id="rId90"/></w:sectPr></w:pPr><w:r><w:t>Exemple</w:t></w:r></w:p>'
)
OLD_HEADER = f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>Secret</w:t></w:r></w:p></w:hdr>'
ADDED = f'<Relationship Id="rId90" Type="{R}/header" Target="header9.xml"/></Relationships>'
HEADER_TYPE = (
    b'<Override PartName="/word/header9.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>'
)


def test_the_last_section_keeps_the_header_it_takes_from_the_one_before(folder: Path, tmp_path: Path) -> None:
    file = folder / "plan.docx"
    package = replaced(file.read_bytes(), DOCUMENT, b'<w:headerReference w:type="default" r:id="rId6"/>', b"")
    package = replaced(package, DOCUMENT, b"<w:body>", FIRST_SECTION.encode())
    package = replaced(package, RELATED, b"</Relationships>", ADDED.encode())
    package = replaced(package, "[Content_Types].xml", b"</Types>", HEADER_TYPE)
    file.write_bytes(packed(unpacked(package) | {"word/header9.xml": OLD_HEADER.encode()}))
    made = write_plan(story(), load(folder))
    (tmp_path / "plan.docx").write_bytes(made)
    assert complaints(tmp_path / "plan.docx") == []
    assert "word/header9.xml" not in unpacked(made)
    sections = list(etree.fromstring(unpacked(made)[DOCUMENT]).iter(f"{{{W}}}sectPr"))
    references = {one.get(f"{{{W}}}type"): one.get(f"{{{R}}}id") for one in sections[0].iter(f"{{{W}}}headerReference")}
    assert references == {"default": "rId6", "first": "rId8"}
