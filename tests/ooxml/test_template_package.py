"""A template's package brings its XML and its pixels, and nothing packed inside them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from generator.brand import load
from generator.ooxml.template_package import TemplateError, template_package


def with_part(name: str, content: bytes) -> bytes:
    """The default presentation with a part more."""
    stream = io.BytesIO(load().deck.file.read_bytes())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def read(package: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name)


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
