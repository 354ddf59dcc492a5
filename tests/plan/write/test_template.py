"""A Word template as its designer left it: what hides in its headers and its lists stays out."""

from __future__ import annotations

import io
import shutil
import zipfile

import pytest
from lxml import etree

from generator.brand import load
from generator.plan.write.template import blank_document

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
    with zipfile.ZipFile(folder / "plan.docx") as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    header, types = content[HEADER].decode(), content["[Content_Types].xml"].decode()
    content[HEADER] = header.replace("</w:hdr>", f"{INSIDE}</w:hdr>").encode()
    content["[Content_Types].xml"] = types.replace(
        "<Override", '<Default Extension="bin" ContentType="application/octet-stream"/><Override', 1
    ).encode()
    content["word/_rels/header2.xml.rels"] = RELATIONS.encode()
    content["word/embeddings/secret.bin"] = b"Secret"
    with zipfile.ZipFile(folder / "plan.docx", "w") as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    stream = io.BytesIO()
    blank_document(load(folder).plan).save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


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
