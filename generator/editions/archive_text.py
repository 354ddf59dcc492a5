"""What a zip archive says around its parts: comments, extra fields, bytes of no part; its numbers are no text.

Checksums, sizes, offsets and times are read past, by the structure of the format (PKWARE's APPNOTE, 4.3): four bytes of
a checksum may well spell the path of a disk.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from generator.editions.strings import texts_in

_LOCAL = struct.Struct("<26xHH")  # the lengths of the name and of the extra field end a local header
_CENTRAL = struct.Struct("<4s24xHHH12x")
_FIELD = struct.Struct("<HH")
_END = struct.Struct("<4s18x")
_END_MARK, _ZIP64_END, _DESCRIPTOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x07\x08"
_HAS_DESCRIPTOR = 0x08
_NUMBERS = frozenset({0x0001, 0x000A, 0x000D, 0x5455, 0x5855, 0x7855, 0x7875})  # sizes, times, owners of a file
_UNICODE = frozenset({0x6375, 0x7075})  # a comment or a name again: a version, a checksum, then the text
_UNICODE_START = 5


def archive_remarks(package: bytes, archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield what an archive says outside its parts."""
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    for comment in (archive.comment, *(entry.comment for entry in entries)):
        yield texts_in(comment)
    at = 0
    for entry in entries:
        yield texts_in(package[at : entry.header_offset])
        name, extra = _LOCAL.unpack_from(package, entry.header_offset)
        start = entry.header_offset + _LOCAL.size
        if (named := package[start : start + name]).decode("utf-8", errors="replace") != entry.orig_filename:
            yield texts_in(named)
        for field in {entry.extra, package[start + name : start + name + extra]}:
            yield from _extra_fields(field)
        at = _past_descriptor(package, start + name + extra + entry.compress_size, entry)
    yield texts_in(package[at : archive.start_dir])
    yield from _past_directory(package, archive)


def _extra_fields(extra: bytes) -> Iterator[str]:
    at = 0
    while at + _FIELD.size <= len(extra):
        kind, length = _FIELD.unpack_from(extra, at)
        at += _FIELD.size
        content = extra[at : at + length]
        if kind in _UNICODE and content[:1] == b"\x01":
            yield texts_in(content[_UNICODE_START:])
        elif kind not in _NUMBERS:
            yield texts_in(content)
        at += length
    yield texts_in(extra[at:])


def _past_descriptor(package: bytes, at: int, entry: zipfile.ZipInfo) -> int:
    """Return where the checksum and sizes behind a part end, for a part that has them there."""
    if not entry.flag_bits & _HAS_DESCRIPTOR:
        return at
    if package.startswith(_DESCRIPTOR, at):
        at += len(_DESCRIPTOR)
    sizes = struct.pack("<II", entry.compress_size & 0xFFFFFFFF, entry.file_size & 0xFFFFFFFF)
    return at + 12 if package[at + 4 : at + 12] == sizes else at + 20


def _past_directory(package: bytes, archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield what stands between the directory and its end mark, and behind the archive's comment."""
    at = archive.start_dir
    for _ in archive.infolist():
        _, *lengths = _CENTRAL.unpack_from(package, at)
        at += _CENTRAL.size + sum(lengths)
    end = package.rfind(_END_MARK, at, len(package) - len(archive.comment))
    between = b"" if package.startswith(_ZIP64_END, at) else package[at:end]
    yield texts_in(between)
    yield texts_in(package[end + _END.size + len(archive.comment) :])
