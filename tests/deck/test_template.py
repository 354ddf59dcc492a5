"""A template as its designer left it: what hides in it stays out, and what refers to it goes as well."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from lxml import etree

from generator.brand import BrandError, DeckTemplate, load
from generator.deck import write_deck
from generator.deck.write.template import blank_presentation
from tests.brand.decks import with_a_second_master
from tests.deck.samples import committee
from tests.packages import packed, replaced, unpacked
from tests.validity import complaints

MASTER, THEME = "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:r="{R}"'
)
OLE = (
    f'<p:graphicFrame {NAMES}><p:nvGraphicFramePr><p:cNvPr id="90" name="Objet"/><p:cNvGraphicFramePr/><p:nvPr/>'
    '</p:nvGraphicFramePr><a:graphic><a:graphicData><mc:AlternateContent><mc:Choice Requires="v">'
    '<p:oleObj r:id="rId90" progId="Excel.Sheet.12"><p:embed/></p:oleObj></mc:Choice></mc:AlternateContent>'
    "</a:graphicData></a:graphic></p:graphicFrame>"
)
VIDEO = (
    f'<p:pic {NAMES}><p:nvPicPr><p:cNvPr id="91" name="Film"><a:hlinkClick r:id="rId92"/></p:cNvPr><p:cNvPicPr/>'
    '<p:nvPr><a:videoFile r:link="rId91"/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="rId93"/></p:blipFill>'
    "<p:spPr/></p:pic>"
)
LINKED = (
    f'<p:pic {NAMES}><p:nvPicPr><p:cNvPr id="94" name="Au loin"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
    '<p:blipFill><a:blip r:link="rId94"/></p:blipFill><p:spPr/></p:pic>'
)
RELATIONS = f"""<Relationship Id="rId90" Type="{R}/package" Target="../embeddings/secret.xlsx"/>
<Relationship Id="rId91" Type="{R}/video" Target="../media/film.mp4"/>
<Relationship Id="rId92" Type="{R}/hyperlink" Target="file:///C:/clients/secret.docx" TargetMode="External"/>
<Relationship Id="rId93" Type="{R}/image" Target="../media/image.png"/>
<Relationship Id="rId94" Type="{R}/image" Target="https://example.org/suivi.png" TargetMode="External"/>
<Relationship Id="rId95" Type="{R}/hyperlink" Target="https://example.org/" TargetMode="External"/>"""
TYPES = """<Default Extension="xlsx" ContentType="application/octet-stream"/>
<Default Extension="mp4" ContentType="video/mp4"/><Default Extension="png" ContentType="image/png"/>"""


def changed(package: bytes, changes: dict[str, tuple[str, str]], more: dict[str, bytes]) -> bytes:
    """A package with a text replaced in some parts, and parts added."""
    for part, (former, new) in changes.items():
        package = replaced(package, part, former.encode(), new.encode())
    return packed(unpacked(package) | more)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> DeckTemplate:
    """The default presentation as somebody worked on it."""
    folder = tmp_path_factory.mktemp("brands") / "brand"
    shutil.copytree(load().deck.file.parent, folder)
    changes = {
        MASTER: ("</p:spTree></p:cSld>", f"<!-- Secret -->{OLE}{VIDEO}{LINKED}</p:spTree></p:cSld>"),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": ("</Relationships>", f"{RELATIONS}</Relationships>"),
        THEME: ("<a:theme", "<!DOCTYPE a:theme><?secret words?><!-- Secret --><a:theme"),
        "[Content_Types].xml": ("<Override", f"{TYPES}<Override"),
        "ppt/slideLayouts/slideLayout1.xml": ("</p:cSld>", "</p:cSld><!-- Secret -->"),
    }
    media = {"ppt/embeddings/secret.xlsx": b"Secret", "ppt/media/film.mp4": b"Secret", "ppt/media/image.png": b"PNG"}
    file = folder / "deck.pptx"
    file.write_bytes(changed(file.read_bytes(), changes, media))
    return load(folder).deck


@pytest.fixture(scope="module")
def parts(template: DeckTemplate) -> dict[str, bytes]:
    """The parts of the blank presentation."""
    stream = io.BytesIO()
    blank_presentation(template).save(stream)
    return unpacked(stream.getvalue())


def test_no_comment_no_document_type_and_nothing_embedded_comes_along(parts: dict[str, bytes]) -> None:
    for name, content in parts.items():
        lower = content.lower()
        assert not [mark for mark in (b"secret", b"<!--", b"<!doctype", b"file:///") if mark in lower], name
    assert not [name for name in parts if "embeddings" in name or name.endswith(".mp4")]


def test_what_refers_to_what_is_gone_goes_and_the_rest_stays(parts: dict[str, bytes]) -> None:
    master = etree.fromstring(parts[MASTER])
    names = [element.get("name") for element in master.iter("{*}cNvPr")]
    assert "Film" in names
    assert not {"Objet", "Au loin"} & set(names)
    assert not list(master.iter("{*}oleObj", "{*}videoFile", "{*}hlinkClick"))
    assert parts["ppt/media/image.png"] == b"PNG"


def test_every_reference_leads_somewhere(parts: dict[str, bytes]) -> None:
    for name, content in parts.items():
        if not name.endswith(".xml") or name.startswith("["):
            continue
        folder, _, file = name.rpartition("/")
        relations = parts.get(f"{folder}/_rels/{file}.rels")
        known = {one.get("Id") for one in etree.fromstring(relations)} if relations else set()
        used = {
            value
            for element in etree.fromstring(content).iter("{*}*")
            for key, value in element.attrib.items()
            if str(key).startswith(f"{{{R}}}")
        }
        assert used <= known, name


def test_the_supplier_is_named_on_every_master(tmp_path: Path) -> None:
    folder = shutil.copytree(load().deck.file.parent, tmp_path / "brand")
    file = folder / "deck.pptx"
    file.write_bytes(with_a_second_master(file.read_bytes()))
    text = (folder / "brand.toml").read_text(encoding="utf-8")
    (folder / "brand.toml").write_text(text.replace('"Titre et contenu"', '"slideLayout13.xml"'), encoding="utf-8")
    made = write_deck(committee(), load(folder))
    (tmp_path / "deck.pptx").write_bytes(made)
    assert complaints(tmp_path / "deck.pptx") == []
    parts = unpacked(made)
    assert not [name for name, part in parts.items() if b"{first}" in part or b"{rest}" in part]
    related = [part for name, part in sorted(parts.items()) if name.startswith("ppt/slides/_rels/")]
    assert [b"slideLayout13.xml" in part for part in related].count(False) == 1


def test_a_layout_that_is_told_to_be_something_else_is_a_damage(tmp_path: Path) -> None:
    folder = shutil.copytree(load().deck.file.parent, tmp_path / "brand")
    file = folder / "deck.pptx"
    file.write_bytes(replaced(file.read_bytes(), "[Content_Types].xml", b"presentationml.slideLayout+xml", b"rId1"))
    with pytest.raises(BrandError, match="deck") as error:
        blank_presentation(load(folder).deck)
    assert error.value.place == "deck.file"
