"""The scan of written files: a secret is planted in each way a file can hide it, and must be told with its part."""

# ruff: noqa: E501 - a case reads on one line

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.brand import load
from generator.checks import to_findings
from generator.deck import write_deck
from generator.diagnostics import Place
from generator.editions import redact
from generator.editions.package_text import said_in
from generator.editions.scan import NOWHERE, Leak, leaks, to_breaches
from generator.editions.secrets import Secrets, secrets_of
from generator.locales import Language, Locale
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan
from generator.ooxml.chart_parts import chart_workbook
from generator.plan import write_plan
from generator.story import tell_client
from tests.builders import a_plan, a_third_party, an_account, an_opportunity
from tests.packages import unpacked

DECK, PLAN = "copil_groupe-valmonde_2026-T3.pptx", "plan_groupe-valmonde_2026-T3.docx"
COMPETITOR = FieldPath("third_parties", ("Quantor Ouest",), "name")
AMOUNT = FieldPath("opportunities", ("OPP-01",), "amount")

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def secrets() -> Secrets:
    """A competitor, an ambition and an amount that the client must not read."""
    plan = a_plan(
        account=an_account(ambition="Héliotropisme quantique transfrontalier"),
        third_parties=(a_third_party(name="Quantor Ouest"),),
        opportunities=(an_opportunity(title="Quadrature", amount=Decimal("482135.5")),),
    )
    return secrets_of(plan, redact(plan).plan, language=Language.FR, machine=("lvasseur",))


@pytest.fixture(scope="module")
def files(example: AccountPlan) -> dict[str, bytes]:
    """Both documents of the example as the client receives them."""
    redaction = redact(example)
    story = tell_client(redaction.plan, Locale(Language.FR), shows_notices=redaction.shows_notices)
    brand = load()
    return {DECK: write_deck(story, brand), PLAN: write_plan(story, brand)}


def packed(parts: Parts, *, comment: bytes = b"", extra: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.extra = extra if name == "[Content_Types].xml" else b""
            archive.writestr(entry, content)
        archive.comment = comment
    return buffer.getvalue()


def in_first(parts: Parts, part: str, old: bytes, new: bytes) -> None:
    assert old in parts[part], part
    parts[part] = parts[part].replace(old, new, 1)


def png(kind: bytes, data: bytes) -> bytes:
    """A picture of one pixel with one chunk more."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (kind, data),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


DISK, FILE = r"D:\lv\note.xlsx", "file:///lv/note.xlsx"
CORE = "docProps/core.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMMENT = f'<w:comments {W}><w:comment w:id="0" w:author="x"><w:p><w:r><w:t>Quantor Ouest</w:t></w:r></w:p></w:comment></w:comments>'
PROPERTY = "<Properties><property name='Note'><vt:lpwstr>Quantor Ouest</vt:lpwstr></property></Properties>"
DELETED = b"<w:p><w:del w:id='1' w:author='x'><w:r><w:delText>Quantor Ouest</w:delText></w:r></w:del></w:p><w:sectPr"
SPLIT = b"<w:p><w:r><w:t>Quan</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tor\xc2\xa0Ou</w:t></w:r><w:r><w:t>est</w:t></w:r></w:p><w:sectPr"

HIDDEN_IN_PARTS: dict[str, tuple[str, str, Callable[[Parts, str], None], str]] = {
    "slide": (DECK, "ppt/slides/slide5.xml", lambda parts, at: in_first(parts, at, b"<a:t>", b"<a:t>Quantor Ouest "), "Quantor Ouest"),
    "notes": (DECK, "ppt/notesSlides/notesSlide5.xml", lambda parts, at: in_first(parts, at, b"<a:t>", b"<a:t>QUANTOR OUEST, "), "Quantor Ouest"),
    "part of a text": (DECK, "ppt/slides/slide5.xml", lambda parts, at: in_first(parts, at, b"<a:t>", b"<a:t>notre h\xc3\xa9liotropisme. "), "héliotropisme"),
    "alt text": (DECK, "ppt/slides/slide6.xml", lambda parts, at: in_first(parts, at, b'descr="', b'descr="Quantor Ouest '), "Quantor Ouest"),
    "shape name": (DECK, "ppt/slides/slide6.xml", lambda parts, at: in_first(parts, at, b' name="', b' name="landscape/Quantor Ouest/'), "Quantor Ouest"),
    "layout": (DECK, "ppt/slideLayouts/slideLayout2.xml", lambda parts, at: in_first(parts, at, b"<a:t>", b"<a:t>Quantor Ouest "), "Quantor Ouest"),
    "chart cache": (DECK, "ppt/charts/chart1.xml", lambda parts, at: in_first(parts, at, b"<c:v>", b"<c:v>482135.5</c:v><c:v>"), "482135.5"),
    "core property": (DECK, CORE, lambda parts, at: in_first(parts, at, b"<cp:keywords>", b"<cp:keywords>Quantor Ouest"), "Quantor Ouest"),
    "user name": (PLAN, CORE, lambda parts, at: in_first(parts, at, b"<cp:lastModifiedBy>", b"<cp:lastModifiedBy>LVasseur"), "lvasseur"),
    "path": (PLAN, CORE, lambda parts, at: in_first(parts, at, b"<dc:subject>", f"<dc:subject>{DISK} ".encode()), DISK),
    "paragraph": (PLAN, "word/document.xml", lambda parts, at: in_first(parts, at, b"<w:sectPr", b"<w:p><w:r><w:t>482\xe2\x80\xaf135,50 \xe2\x82\xac</w:t></w:r></w:p><w:sectPr"), "482 135,50"),
    "tracked change": (PLAN, "word/document.xml", lambda parts, at: in_first(parts, at, b"<w:sectPr", DELETED), "Quantor Ouest"),
    "split runs": (PLAN, "word/document.xml", lambda parts, at: in_first(parts, at, b"<w:sectPr", SPLIT), "Quantor Ouest"),
    "picture drawn": (PLAN, "word/media/drawing2.svg", lambda parts, at: in_first(parts, at, b'aria-label="', b'aria-label="Quantor Ouest '), "Quantor Ouest"),
    "xml comment": (PLAN, "word/styles.xml", lambda parts, at: in_first(parts, at, b"<w:style ", b"<!-- against Quantor Ouest --><w:style "), "Quantor Ouest"),
    "link": (DECK, "ppt/slides/_rels/slide5.xml.rels", lambda parts, at: in_first(parts, at, b"<Relationship ", f'<Relationship Id="r" Target="{FILE}"/><Relationship '.encode()), FILE),
}  # fmt: skip

ADDED: dict[str, tuple[str, str, bytes, str]] = {
    "comment": (PLAN, "word/comments.xml", COMMENT.encode(), "Quantor Ouest"),
    "application property": (DECK, "docProps/app.xml", b"<Properties><Manager>Quantor Ouest</Manager></Properties>", "Quantor Ouest"),
    "custom property": (DECK, "docProps/custom.xml", PROPERTY.encode(), "Quantor Ouest"),
    "custom xml": (PLAN, "customXml/item1.xml", b"<a><b c='1'/><d>h\xc3\xa9liotropisme</d></a>", "héliotropisme"),
    "thumbnail": (DECK, "docProps/thumbnail.png", png(b"tEXt", b"Comment\0Quantor Ouest"), "Quantor Ouest"),
    "compressed metadata": (PLAN, "word/media/x.png", png(b"zTXt", b"Comment\0\0" + zlib.compress(b"Quantor Ouest")), "Quantor Ouest"),
    "photo": (PLAN, "word/media/x.jpg", b"\xff\xd8\xff\xe1\0\x20Exif\0\0\x01Quantor Ouest\0\xff\xd9", "Quantor Ouest"),
    "printer settings": (DECK, "ppt/printerSettings/p1.bin", b"\1\2" + "Quantor Ouest".encode("utf-16-le"), "Quantor Ouest"),
    "name of a part": (DECK, "ppt/media/Quantor Ouest.bin", b"\0", "Quantor Ouest"),
    "wide characters": (PLAN, "customXml/item2.xml", "<a>Quantor Ouest</a>".encode("utf-16"), "Quantor Ouest"),
}  # fmt: skip


@pytest.mark.parametrize("case", HIDDEN_IN_PARTS.values(), ids=HIDDEN_IN_PARTS)
def test_a_secret_in_a_part_is_told(
    case: tuple[str, str, Callable[[Parts, str], None], str], files: dict[str, bytes], secrets: Secrets
) -> None:
    name, part, plant, text = case
    parts = unpacked(files[name])
    plant(parts, part)
    assert [(leak.part, leak.text) for leak in leaks(packed(parts), secrets, name=name)] == [(part, text)]


@pytest.mark.parametrize("case", ADDED.values(), ids=ADDED)
def test_a_part_too_many_is_searched_too(
    case: tuple[str, str, bytes, str], files: dict[str, bytes], secrets: Secrets
) -> None:
    name, part, content, text = case
    found = leaks(packed({**unpacked(files[name]), part: content}), secrets, name=name)
    assert (part, text) in [(leak.part, leak.text) for leak in found]
    assert {leak.text for leak in found} == {text}


def test_a_workbook_inside_a_chart_is_opened(files: dict[str, bytes], secrets: Secrets) -> None:
    parts = unpacked(files[DECK])
    inside = next(name for name in parts if name.endswith(".xlsx"))
    parts[inside] = chart_workbook({(0, 0): "Quantor Ouest", (1, 0): 482135.5})
    assert leaks(packed(parts), secrets, name=DECK) == (
        Leak(f"{inside}!xl/sharedStrings.xml", "Quantor Ouest", COMPETITOR),
        Leak(f"{inside}!xl/worksheets/sheet1.xml", "482135.5", AMOUNT),
    )


def test_what_surrounds_the_parts_is_searched(files: dict[str, bytes], secrets: Secrets) -> None:
    parts = unpacked(files[PLAN])
    field = struct.pack("<HH", 0x7075, 13) + b"Quantor Ouest"
    for package in (
        packed(parts, comment=b"sans Quantor Ouest"),
        packed(parts, extra=field),
        b"Quantor Ouest" + packed(parts),
    ):
        assert leaks(package, secrets, name=PLAN) == (Leak(PLAN, "Quantor Ouest", COMPETITOR),)


def test_the_name_of_the_file_is_searched(files: dict[str, bytes], secrets: Secrets) -> None:
    name = "copil_quantor ouest_2026-T3.pptx"
    assert leaks(files[DECK], secrets, name=name) == (Leak(name, "Quantor Ouest", COMPETITOR),)


def test_geometry_ids_and_hashes_are_no_numbers(files: dict[str, bytes], secrets: Secrets) -> None:
    parts = unpacked(files[DECK])
    in_first(parts, "ppt/slides/slide5.xml", b"<a:off ", b'<a:off x="4821355" y="482135" ')
    in_first(parts, "ppt/slides/slide5.xml", b"<p:cNvPr ", b'<p:cNvPr id="482135" ')
    assert leaks(packed(parts), secrets, name=DECK) == ()


def test_the_client_files_of_the_example_tell_nothing_and_the_scan_would_see_it(
    example: AccountPlan, files: dict[str, bytes]
) -> None:
    found = secrets_of(example, redact(example).plan, language=Language.FR, printed=printed())
    for name, content in files.items():
        assert leaks(content, found, name=name) == ()
    assert {"ibertec", "Ibertec"} & set(found.needles)


def test_a_leak_is_told_as_a_finding_at_the_cell_it_comes_from() -> None:
    place = Place(sheet="1 Cartographie", cell="CB12")
    breaches = to_breaches({DECK: (Leak("ppt/slides/slide1.xml", "Quantor Ouest", COMPETITOR), Leak("p", "lvasseur"))})
    nowhere, cell = to_findings(breaches, {COMPETITOR: place}.get, Locale(Language.FR))
    assert (cell.code, cell.place, cell.value) == ("E504", place, "Quantor Ouest")
    assert dict(cell.args) == {"document": DECK, "part": "ppt/slides/slide1.xml", "n": 1}
    assert nowhere.place == Place()
    assert breaches[1].path == NOWHERE


def test_what_many_parts_say_is_one_leak_a_cell() -> None:
    slides = tuple(Leak(f"ppt/slides/slide{at}.xml", "Quantor Ouest", COMPETITOR) for at in (2, 3, 4))
    word = Leak("word/document.xml", "quantor", COMPETITOR)
    path = Leak("docProps/core.xml", DISK)
    first, other = to_breaches({DECK: slides, PLAN: (word, path)})
    assert (first.path, first.value) == (COMPETITOR, "Quantor Ouest")
    assert first.args == {"document": DECK, "part": "ppt/slides/slide2.xml", "n": 4}
    assert (other.value, other.args["n"]) == (DISK, 1)


def printed() -> list[str]:
    """What the templates say."""
    brand = load()
    packages = [file.read_bytes() for file in (brand.deck.file, brand.plan.file)]
    return [text for package in packages for said in said_in(package) for text in (said.prose, said.names)]
