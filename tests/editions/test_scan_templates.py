"""What a template brings along stays there: samples, authors, comments, data of other programs, paths, old metadata."""

from __future__ import annotations

import io
import re
import shutil
import struct
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generator.brand import Brand, load
from generator.deck import write_deck
from generator.diagnostics import Findings
from generator.editions import redact
from generator.editions.edition import Edition
from generator.locales import Language, Locale
from generator.model.choices import Share
from generator.plan import write_plan
from generator.story import tell_client, tell_internal
from tests.builders import a_kpi, a_plan, an_action, quarters
from tests.editions.canaries import contents, readings
from tests.packages import packed, unpacked
from tests.validity import complaints

TRACE = "Zorglub"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_TYPES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
PNG = b"\x89PNG\r\n\x1a\n"
WRITERS: dict[str, Callable[..., bytes]] = {"deck.pptx": write_deck, "plan.docx": write_plan}


def written(brand: Brand, template: str, *, edition: Edition = Edition.CLIENT) -> bytes:
    """A small document with a native chart, told to the client or to us."""
    plan = a_plan(
        kpis=(a_kpi(share=Share.CLIENT, quarters=quarters(T2_2026=0.9, T3_2026=0.95)),),
        actions=(an_action(share=Share.CLIENT), an_action(ref="A-02", share=Share.INTERNAL)),
    )
    locale = Locale(Language.FR)
    redaction = redact(plan)
    story = (
        tell_client(redaction.plan, locale, shows_notices=redaction.shows_notices)
        if edition is Edition.CLIENT
        else tell_internal(plan, locale, Findings())
    )
    return WRITERS[template](story, brand)


@pytest.fixture(scope="module")
def used_brand(tmp_path_factory: pytest.TempPathFactory) -> Brand:
    """The default brand as somebody worked with its files, and left his name all over."""
    folder = tmp_path_factory.mktemp("brand") / "used"
    shutil.copytree(load().deck.file.parent, folder)
    use_deck(folder / "deck.pptx")
    use_plan(folder / "plan.docx")
    return load(folder)


def use_deck(file: Path) -> None:
    deck = pptx.Presentation(str(file))
    sign(deck.core_properties)
    slide = deck.slides.add_slide(deck.slide_layouts[2])
    slide.shapes.title.text = f"Exemple de {TRACE}"
    slide.notes_slide.notes_text_frame.text = TRACE
    deck.slide_master.part.get_or_add_image_part(io.BytesIO(signed_picture()))
    deck.save(str(file))
    add_properties(file)
    main = "ppt/presentation.xml"
    add_part(file, "ppt/commentAuthors.xml", f"<a>{TRACE}</a>", main, f"{TYPES}/commentAuthors")
    add_part(file, "customXml/item1.xml", f"<a>{TRACE}</a>", main, f"{TYPES}/customXml")
    add_part(file, "ppt/tags/tag1.xml", f"<a>{TRACE}</a>", "ppt/slideMasters/slideMaster1.xml", f"{TYPES}/tags")


def use_plan(file: Path) -> None:
    plan = docx.Document(str(file))
    sign(plan.core_properties)
    paragraph = plan.add_paragraph(f"Exemple de {TRACE}")
    paragraph.add_run().add_picture(io.BytesIO(signed_picture()))
    plan.add_comment(paragraph.runs, text="à revoir", author=TRACE)
    rsids = OxmlElement("w:rsids")
    rsid = OxmlElement("w:rsid")
    rsid.set(qn("w:val"), "0042A17B")
    rsids.append(rsid)
    plan.settings.element.append(rsids)
    plan.styles["Normal"].element.set(qn("w:rsidR"), "0042A17B")
    attached, target = OxmlElement("w:attachedTemplate"), f"file:///C:/{TRACE}/Normal.dotm"
    settings = plan.part.part_related_by(f"{TYPES}/settings")
    attached.set(qn("r:id"), settings.relate_to(target, f"{TYPES}/attachedTemplate", is_external=True))
    plan.settings.element.insert(0, attached)
    plan.save(str(file))
    add_properties(file)
    add_part(file, "customXml/item1.xml", f"<a>{TRACE}</a>", "word/document.xml", f"{TYPES}/customXml")


def sign(properties: Any) -> None:
    properties.author = properties.last_modified_by = properties.keywords = properties.comments = TRACE
    properties.last_printed = datetime(2391, 1, 1, tzinfo=UTC)


def add_properties(file: Path) -> None:
    app = f"<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'><Company>{TRACE}</Company></Properties>"
    add_part(file, "docProps/app.xml", app, "", f"{TYPES}/extended-properties")
    add_part(file, "docProps/custom.xml", f"<a>{TRACE}</a>", "", f"{TYPES}/custom-properties")
    add_part(file, "docProps/thumbnail.xml", f"<a>{TRACE}</a>", "", f"{PACKAGE_TYPES}/thumbnail")


def add_part(file: Path, name: str, content: str, source: str, kind: str) -> None:
    """Add a part that another one (the package for none) relates to."""
    folder, _, last = source.rpartition("/")
    relations = f"{folder}/_rels/{last}.rels" if source else "_rels/.rels"
    parts = unpacked(file.read_bytes())
    relation = f'<Relationship Id="used{len(parts)}" Type="{kind}" Target="/{name}"/></Relationships>'
    parts[relations] = parts[relations].replace(b"</Relationships>", relation.encode())
    parts[name] = content.encode()
    file.write_bytes(packed(parts))


def signed_picture() -> bytes:
    """One white pixel, and who drew it."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"tEXt", b"Author\0" + TRACE.encode()),
        (b"IDAT", zlib.compress(b"\0\xff")),
        (b"IEND", b""),
    )
    return PNG + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


@pytest.mark.parametrize("template", WRITERS)
def test_nothing_of_who_used_the_template_travels(template: str, used_brand: Brand, tmp_path: Path) -> None:
    kept = getattr(used_brand, template.partition(".")[0]).file.read_bytes()
    made = written(used_brand, template)
    for package, is_found in ((kept, True), (made, False)):
        marks = (TRACE, "2391", "0042A17B")
        parts = contents(package)
        found = {mark for _, content in parts for text in readings(content) for mark in marks if mark in text}
        assert bool(found) is is_found, found
    file = tmp_path / template
    file.write_bytes(made)
    assert complaints(file) == []


@pytest.mark.parametrize("template", WRITERS)
def test_only_what_a_reader_needs_is_in_the_file(template: str, used_brand: Brand) -> None:
    names = list(unpacked(written(used_brand, template)))
    assert [name for name in names if name.startswith("docProps")] == ["docProps/core.xml"]
    assert [name for name in names if re.search("customXml|[cC]omment|people|tags|printer", name)] == []


HINTS = ("intern", "confiden", "reserved", "réservé")


@pytest.mark.parametrize("template", WRITERS)
def test_no_name_of_a_client_file_says_that_another_edition_exists(template: str) -> None:
    found = {
        hint
        for _, content in contents(written(load(), template))
        if content.lstrip()[:1] == b"<"
        for hint in HINTS
        if hint in content.decode().lower()
    }
    assert found == set()
    internal = written(load(), template, edition=Edition.INTERNAL)
    assert any(b"onfidentiel" in content for _, content in contents(internal))
