"""What bears text in a file is read, segment by segment; numbers of containers and compressed bytes are no text."""

from __future__ import annotations

import gzip
import io
import random
import struct
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.editions import redact
from generator.editions.package_text import said_in
from generator.editions.scan import leaks
from generator.editions.secrets import Secrets, secrets_of
from generator.locales import Language
from tests.builders import a_forbidden_word, a_plan, a_third_party

SECRET = b"Quantor Ouest"
WIDE = "Quantor Ouest".encode("utf-16-le")
PIXELS = b"\x10L:\\a \xff\x00Quantor Ouest SAP\x00"
"""Compressed bytes in which chance wrote a path, a name and a forbidden word."""


def secrets() -> Secrets:
    plan = a_plan(third_parties=(a_third_party(name="Quantor Ouest"),), forbidden_words=(a_forbidden_word(word="SAP"),))
    return secrets_of(plan, redact(plan).plan, language=Language.FR)


FOUND = secrets()


def a_package(content: bytes, name: str = "word/media/image1.bin") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def told_of(content: bytes) -> list[str]:
    return [leak.text for leak in leaks(a_package(content), FOUND, name="plan.docx")]


# --- pictures and fonts, written by hand as their formats say ------------------------------------------------------


def jpeg(segment: bytes = b"", pixels: bytes = PIXELS) -> bytes:
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0" + segment + scan + pixels + b"\xff\xd9"


def segment(mark: int, content: bytes) -> bytes:
    return b"\xff" + bytes([mark]) + struct.pack(">H", len(content) + 2) + content


def tiff(tag: int, kind: int, value: bytes) -> bytes:
    """One folder with one tag, its value behind it."""
    return b"II*\0" + struct.pack("<IHHHIII", 8, 1, tag, kind, len(value), 26, 0) + value


def thumbnail() -> bytes:
    """A folder whose thumbnail is compressed: the bytes stand where no tag of text leads."""
    return tiff(0x010F, 2, b"Maker\0") + b"\xff\xd8" + PIXELS


def resource(kind: int, value: bytes) -> bytes:
    return b"8BIM" + struct.pack(">HHI", kind, 0, len(value)) + value + b"\0" * (len(value) % 2)


def gif(block: bytes, pixels: bytes = PIXELS) -> bytes:
    image = b"\x2c" + bytes(8) + b"\0" + b"\x02" + bytes([len(pixels)]) + pixels + b"\0"
    return b"GIF89a" + bytes(7) + block + image + b"\x3b"


def emf(*records: tuple[int, bytes], description: bytes = b"") -> bytes:
    header = bytes(32) + b" EMF" + bytes(16) + struct.pack("<II", len(description) // 2, 88 if description else 0)
    first = (header + bytes(80 - len(header)) + description, 1)
    return b"".join(
        struct.pack("<II", kind, 8 + len(body)) + body for body, kind in (first, *((b, k) for k, b in records))
    )


def emf_text(text: bytes) -> bytes:
    """A record of the kind 84: bounds, scales, then where the text stands (from the record's start) and its length."""
    return bytes(28) + bytes(8) + struct.pack("<II", len(text) // 2, 76) + bytes(24) + text


def wmf(kind: int, body: bytes) -> bytes:
    return b"\x01\x00\x09\x00" + bytes(14) + struct.pack("<IH", 3 + len(body) // 2, kind) + body


def font(name: bytes, outlines: bytes = PIXELS) -> bytes:
    table = struct.pack(">HHH", 0, 1, 18) + struct.pack(">HHHHHH", 3, 1, 0x409, 4, len(name), 0) + name
    directory = b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0) + struct.pack(">4sIII", b"name", 0, 28, len(table))
    return directory + table + outlines


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator><rdf:li>Quantor Ouest</rdf:li></dc:creator></x:xmpmeta>"
IPTC = b"\x1c\x02\x50" + struct.pack(">H", len(SECRET)) + SECRET

BEARING_TEXT = {
    "JPEG comment": jpeg(segment(0xFE, SECRET)),
    "JPEG EXIF": jpeg(segment(0xE1, b"Exif\0\0" + tiff(0x013B, 2, SECRET + b"\0"))),
    "JPEG EXIF title of Windows": jpeg(segment(0xE1, b"Exif\0\0" + tiff(0x9C9B, 1, WIDE))),
    "JPEG XMP": jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)),
    "JPEG IPTC": jpeg(segment(0xED, b"Photoshop 3.0\0" + resource(0x0404, IPTC))),
    "TIFF": tiff(0x010E, 2, SECRET + b"\0"),
    "GIF comment": gif(b"\x21\xfe" + bytes([len(SECRET)]) + SECRET + b"\0"),
    "GIF application": gif(b"\x21\xff\x0bNETSCAPE2.0" + bytes([len(SECRET)]) + SECRET + b"\0"),
    "GIF XMP": gif(b"\x21\xff\x0bXMP DataXMP" + XMP + b"\x01" + bytes(range(255, -1, -1)) + b"\0"),
    "WebP": b"RIFF\0\0\0\0WEBPXMP " + struct.pack("<I", len(XMP)) + XMP,
    "EMF text": emf((84, emf_text(WIDE))),
    "EMF text letter by letter": emf(*((84, emf_text(letter.encode("utf-16-le"))) for letter in "Quantor Ouest")),
    "EMF description": emf(description=WIDE + b"\0\0"),
    "EMF, compressed": gzip.compress(emf((84, emf_text(WIDE)))),
    "WMF text": wmf(0x0521, struct.pack("<H", len(SECRET)) + SECRET + b"\0"),
    "font": font("Quantor Ouest".encode("utf-16-be"), b""),
    "plain text": b"Vu avec Quantor Ouest en mai.\r\n",
    "bytes of no known form": b"\1\2\3vu avec Quantor Ouest\0\x99",
}

COMPRESSED = {
    "JPEG": jpeg(),
    "JPEG with restarts": jpeg(pixels=PIXELS + b"\xff\xd0" + PIXELS + b"\xff\x00" + PIXELS),
    "JPEG colour profile": jpeg(segment(0xE2, b"ICC_PROFILE\0\1\1" + PIXELS)),
    "JPEG thumbnail": jpeg(segment(0xE1, b"Exif\0\0" + thumbnail())),
    "JPEG thumbnail of Photoshop": jpeg(segment(0xED, b"Photoshop 3.0\0" + resource(0x040C, b"\x99 L:\\a SAP\xff"))),
    "GIF": gif(b""),
    "EMF bitmap": emf((81, bytes(72) + PIXELS)),
    "WMF bitmap": wmf(0x0F43, PIXELS + b"\0" * (len(PIXELS) % 2)),
    "BMP": b"BM" + struct.pack("<I", 6 + len(PIXELS)) + PIXELS,
    "font": font(b"", PIXELS),
    "bytes of no known form": b"\1\2L:\\a\3 SAP\x99 SAP\xff\0",
}


@pytest.mark.parametrize("content", BEARING_TEXT.values(), ids=BEARING_TEXT)
def test_what_bears_text_is_read(content: bytes) -> None:
    assert set(told_of(content)) == {"Quantor Ouest"}


@pytest.mark.parametrize("content", COMPRESSED.values(), ids=COMPRESSED)
def test_compressed_bytes_are_no_text(content: bytes) -> None:
    assert told_of(content) == []


def test_a_megabyte_of_chance_tells_nothing() -> None:
    noise = random.Random(11).randbytes(1_000_000)  # noqa: S311 - no secret, a fixed draw
    for content in (
        b"\1" + noise,
        jpeg(pixels=noise.replace(b"\xff", b"\xfe")),
        gif(b"", noise[:250]),
        b"OTTO" + noise,
    ):
        assert told_of(content) == []


@settings(max_examples=300)
@given(
    st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff", b"GIF89a", b"II*\0", b"\0\1\0\0", b"RIFF1234WEBP"])
)
def test_a_broken_part_tells_nothing_and_stops_nothing(content: bytes, start: bytes) -> None:
    assert told_of(start + content) == []


# --- the archive around the parts ------------------------------------------------------------------------------

FOUR = st.binary(min_size=4, max_size=4)


@settings(max_examples=300)
@given(FOUR, FOUR, FOUR, st.binary(min_size=20, max_size=20))
@example(b"L:\\a", b"L:\\a", b"L:\\a", b"L:\\documents\\secrets")
def test_the_numbers_of_an_archive_are_no_text(checksum: bytes, moment: bytes, rights: bytes, times: bytes) -> None:
    """Thousands of builds draw any four bytes; three in a thousand of them held what reads like the path of a disk."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo("ppt/slides/slide1.xml")
        entry.external_attr = int.from_bytes(rights, "little")
        entry.extra = struct.pack("<HH", 0x000A, len(times)) + times
        archive.writestr(entry, b"<t>Bonjour</t>")
    package = bytearray(buffer.getvalue())
    package[10:18] = moment + checksum  # of the local header, which readers do not hold against the directory
    assert leaks(bytes(package), FOUND, name="copil.pptx") == ()


@pytest.mark.parametrize("at", ["before", "behind", "comment", "comment of a part", "field", "unicode name"])
def test_what_somebody_wrote_around_the_parts_is_read(at: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo("a.xml")
        entry.comment = SECRET if at == "comment of a part" else b""
        named = b"\x01\x02\x03\x04\x05" + SECRET
        fields = {"field": (0xCAFE, SECRET), "unicode name": (0x7075, named)}
        if at in fields:
            kind, content = fields[at]
            entry.extra = struct.pack("<HH", kind, len(content)) + content
        archive.writestr(entry, b"<t>Bonjour</t>")
        archive.comment = SECRET if at == "comment" else b""
    package = buffer.getvalue()
    package = SECRET + package if at == "before" else package + SECRET if at == "behind" else package
    assert [leak.text for leak in leaks(package, FOUND, name="copil.pptx")] == ["Quantor Ouest"]


def test_a_part_that_only_begins_like_a_package_is_read_as_bytes() -> None:
    assert [said.part for said in said_in(a_package(b"PK\x03\x04 broken \x99"))] == ["word/media/image1.bin", ""]
