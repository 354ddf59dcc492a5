"""A template's package brings its XML and its pixels, and nothing packed inside them."""

from __future__ import annotations

import struct
import zlib

import pytest

from generator.brand import load
from generator.ooxml.template_package import TemplateError, template_package
from tests.packages import packed, unpacked


def with_part(name: str, content: bytes) -> bytes:
    """The default presentation with a part more."""
    return packed(unpacked(load().deck.file.read_bytes()) | {name: content})


def read(package: bytes, name: str) -> bytes:
    return unpacked(package)[name]


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def test_a_package_inside_is_emptied() -> None:
    made = template_package(with_part("ppt/media/image.png", b"PK\x03\x04 anything"), "presentation")
    assert read(made.content, "ppt/media/image.png") == b""


def test_a_picture_keeps_its_pixels_only() -> None:
    start, end = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0" * 13), chunk(b"IEND", b"")
    swollen = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"\0" * 1_000_000))
    made = template_package(with_part("ppt/media/image.png", start + swollen + end), "presentation")
    assert read(made.content, "ppt/media/image.png") == start + end


def test_xml_is_told_by_what_it_holds_and_not_by_its_name() -> None:
    made = template_package(with_part("ppt/media/image.bin", b"<a><!-- secret --><b/></a>"), "presentation")
    assert read(made.content, "ppt/media/image.bin").endswith(b"<a><b/></a>")
    with pytest.raises(TemplateError, match="entities"):
        template_package(with_part("ppt/a.bin", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "presentation")


PAGES = {
    "HTML": b"<html><head><meta charset=utf-8></head><body>Annexe<br></body></html>",
    "a page with entities of HTML": b'<!DOCTYPE html SYSTEM "xhtml.dtd"><html><body>Annexe&nbsp;1</body></html>',
    "a picture cut short": b"<svg xmlns='http://www.w3.org/2000/svg'><path",
}


@pytest.mark.parametrize("case", PAGES)
def test_a_page_that_a_text_brings_along_refuses_no_template(case: str) -> None:
    made = template_package(with_part("ppt/afchunk.html", PAGES[case]), "presentation")
    assert read(made.content, "ppt/afchunk.html") == b""
    assert "ppt/afchunk.html" not in made.roots


def test_a_damaged_part_of_office_still_refuses_one() -> None:
    for name in ("ppt/a.xml", "ppt/drawing.vml", "ppt/_rels/a.xml.rels"):
        with pytest.raises(TemplateError, match="no_xml"):
            template_package(with_part(name, b"<a><b></a>"), "presentation")


def test_parts_are_named_from_the_part_that_relates_to_them() -> None:
    made = template_package(
        with_part(
            "ppt/media/_rels/a.xml.rels",
            b'<Relationships><Relationship Id="r1" Target="../slides/b.xml"/><Relationship Id="r2" Target="/c.xml"/>'
            b"</Relationships>",
        ),
        "presentation",
    )
    assert made.main == "ppt/presentation.xml"
    assert made.targets("ppt/media/a.xml") == {"r1": "ppt/slides/b.xml", "r2": "c.xml"}
    assert made.targets("ppt/nothing.xml") == {}
