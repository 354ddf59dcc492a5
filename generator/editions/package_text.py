"""Everything an Office package says, part by part, embedded packages included: what is read, and what only names."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.archive_text import archive_remarks
from generator.editions.font_text import font_names, is_font
from generator.editions.picture_text import picture_texts
from generator.editions.strings import as_text, sentences_in
from generator.editions.xml_text import is_xml, read_xml

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b\x08"
_GZIP_WINDOW = 31  # zlib's way to ask for gzip's own header
_MOST_INFLATED = 16_000_000


@dataclass(frozen=True)
class Said:
    """What a part says: ``prose`` is read by people, one paragraph a line; ``names`` are keys, styles, targets."""

    part: str
    prose: str
    names: str = ""


def said_in(package: bytes, *, within: str = "") -> Iterator[Said]:
    """Yield what each part of a package says, then what the package says outside its parts (comments, extra fields).

    A part of an embedded package is named ``outer!inner``. BadZipFile for what is no package.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.header_offset):
            yield from _part(f"{within}{entry.filename}", archive.read(entry))
        yield Said(within.rstrip("!"), "\n".join(archive_remarks(package, archive)))


def _part(name: str, content: bytes) -> Iterator[Said]:
    """Read a part by what it begins with: a name can be any; bytes of no known form are read for sentences alone."""
    if content.startswith(_ZIP) and zipfile.is_zipfile(io.BytesIO(content)):
        yield from said_in(content, within=f"{name}!")
    elif content.startswith(_GZIP):  # a metafile or a drawing, compressed
        yield from _part(name, _inflated(content))
    elif is_xml(content):
        for prose, names in read_xml(content):
            yield Said(name, prose, f"{name}\n{names}")
    elif (text := as_text(content)) is not None:
        yield Said(name, text, name)
    elif is_font(content):
        yield Said(name, "", "\n".join((name, *font_names(content))))
    elif (texts := picture_texts(content)) is not None:
        yield Said(name, "\n".join(texts), name)
    else:
        yield Said(name, sentences_in(content), name)


def _inflated(content: bytes) -> bytes:
    """Return what is compressed, as far as it can be read; nothing for what is compressed twice."""
    try:
        inside = zlib.decompressobj(_GZIP_WINDOW).decompress(content, _MOST_INFLATED)
    except zlib.error:
        return b""
    return b"" if inside.startswith(_GZIP) else inside
