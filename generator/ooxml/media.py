"""Pictures without what cameras and programs write beside the pixels: place, author, software, thumbnail, comments."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_REMARKS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_JPEG = b"\xff\xd8"
_SCAN = 0xDA
_REMARKS = frozenset({*range(0xE1, 0xF0), 0xFE}) - {
    0xE2,
    0xEE,
}  # an ICC profile and Adobe's colour transform are needed


def without_remarks(picture: bytes) -> bytes:
    """Return a PNG or JPEG picture without its metadata, its pixels untouched; other bytes come back as they are."""
    if picture.startswith(_PNG):
        return _PNG + b"".join(_png_chunks(picture))
    if picture.startswith(_JPEG):
        return _JPEG + b"".join(_jpeg_segments(picture))
    return picture


def _png_chunks(picture: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(picture):
        length, kind = struct.unpack_from(">I4s", picture, at)
        if kind not in _PNG_REMARKS:
            yield picture[at : at + 12 + length]
        at += 12 + length
        if kind == b"IEND":
            return


def _jpeg_segments(picture: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while at + 4 <= len(picture):
        mark, length = struct.unpack_from(">xBH", picture, at)
        if mark == _SCAN:
            break
        if mark not in _REMARKS:
            yield picture[at : at + 2 + length]
        at += 2 + length
    yield picture[at:]
