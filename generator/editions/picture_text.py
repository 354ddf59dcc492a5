"""What a picture says in words: the segments that bear text, never the compressed bytes of its pixels."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping

from generator.editions.metafile_text import emf_texts, is_emf, is_wmf, wmf_texts
from generator.editions.photo_text import exif_texts, photoshop_texts, xmp_texts
from generator.editions.strings import sentences_in, texts_in

_PNG, _JPEG, _GIF, _BITMAP, _RIFF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF"
_TIFF = (b"II*\0", b"MM\0*")

_PIXELS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"bKGD", b"pHYs", b"sBIT"})
_COLOURS = frozenset({b"iCCP", b"sRGB", b"gAMA", b"cHRM"})  # a colour profile speaks of its maker, in common words
_MOST_INFLATED = 1_000_000

_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # in a scan, a byte 255 is followed by 0 or a restart mark
_SCAN, _END, _COMMENT, _PROFILE = 0xDA, 0xD9, 0xFE, 0xE2
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_SEGMENTS: Mapping[bytes, Callable[[bytes], Iterator[str]]] = {
    b"Exif\0\0": exif_texts,
    b"http://ns.adobe.com/xap/1.0/\0": xmp_texts,
    b"Photoshop 3.0\0": photoshop_texts,
}

_BLOCK, _IMAGE = 0x21, 0x2C
_PLAIN_TEXT, _CONTROL, _APPLICATION = 0x01, 0xF9, 0xFF
_XMP_IN_GIF, _XMP_ENDS = b"XMP DataXMP", b"\x01\xff\xfe\xfd"


def picture_texts(content: bytes) -> Iterator[str] | None:
    """Return the texts of a picture of a known form; None for any other bytes."""
    for starts, read in _READERS:
        if content.startswith(starts):
            return read(content)
    if is_emf(content):
        return emf_texts(content)
    return wmf_texts(content) if is_wmf(content) else None


def _png(content: bytes) -> Iterator[str]:
    """Yield the chunks of a picture that are not its pixels, texts uncompressed, then whatever follows its end."""
    at = len(_PNG)
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        chunk = content[at + 8 : at + 8 + length]
        at += 12 + length
        if kind == b"eXIf":
            yield from exif_texts(chunk)
        elif kind not in _PIXELS | _COLOURS:
            yield texts_in(kind + b"\n" + chunk + b"\n" + _inflated(chunk))
        if kind == b"IEND":
            break
    yield texts_in(content[at:])


def _inflated(chunk: bytes) -> bytes:
    """Return what a chunk holds compressed, nothing when it holds nothing such."""
    for mark in re.finditer(rb"\x00", chunk):
        try:
            return zlib.decompressobj().decompress(chunk[mark.end() :].lstrip(b"\x00"), _MOST_INFLATED)
        except zlib.error:
            continue
    return b""


def _jpeg(content: bytes) -> Iterator[str]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if mark in _ALONE or mark == 0xFF:
            at += 1 if mark == 0xFF else 2
            continue
        if mark == _END:
            at += 2
            break
        (length,) = struct.unpack_from(">H", content, at + 2)
        yield from _segment(mark, content[at + 4 : at + 2 + length])
        at += 2 + length
        if mark == _SCAN:
            found = _NEXT_MARKER.search(content, at)
            at = found.start() if found else len(content)
    yield sentences_in(content[at:])


def _segment(mark: int, content: bytes) -> Iterator[str]:
    if mark == _COMMENT:
        yield texts_in(content)
    elif 0xE0 <= mark <= 0xEF and mark != _PROFILE:
        name = next((start for start in _SEGMENTS if content.startswith(start)), None)
        yield from (sentences_in(content),) if name is None else _SEGMENTS[name](content[len(name) :])


def _gif(content: bytes) -> Iterator[str]:
    at = 13 + _palette(content, 10)
    while at + 2 <= len(content):
        kind, label = content[at], content[at + 1]
        if kind == _IMAGE:
            at, _ = _blocks(content, at + 11 + _palette(content, at + 9))
        elif kind == _BLOCK and content.startswith(_XMP_IN_GIF, at + 3):
            end = content.find(_XMP_ENDS, at)
            yield from xmp_texts(content[at + 14 : end])
            at = end + 258 if end >= 0 else len(content)
        elif kind == _BLOCK:
            at, blocks = _blocks(content, at + 2)
            yield "" if label == _CONTROL else texts_in(b"".join(blocks if label == _COMMENT else blocks[1:]))
        else:
            at += 1
            break
    yield sentences_in(content[at:])


def _palette(content: bytes, at: int) -> int:
    """Return the length of the palette that a byte of flags announces."""
    flags = content[at] if at < len(content) else 0
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _blocks(content: bytes, at: int) -> tuple[int, list[bytes]]:
    """Return where the blocks that begin here end, and the blocks."""
    blocks = []
    while at < len(content) and (length := content[at]):
        blocks.append(content[at + 1 : at + 1 + length])
        at += 1 + length
    return at + 1, blocks


def _bitmap(content: bytes) -> Iterator[str]:
    """Yield what follows the pixels; a bitmap itself bears no text."""
    size = struct.unpack_from("<I", content, 2)[0] if len(content) >= 6 else 0
    yield sentences_in(content[size:] if size else content)


def _riff(content: bytes) -> Iterator[str]:
    """Yield the metadata of a WebP picture; a sound or a film is read like any bytes."""
    if content[8:12] != b"WEBP":
        yield sentences_in(content)
        return
    at = 12
    while at + 8 <= len(content):
        kind, length = struct.unpack_from("<4sI", content, at)
        chunk = content[at + 8 : at + 8 + length]
        if kind == b"EXIF":
            yield from exif_texts(chunk.removeprefix(b"Exif\0\0"))
        elif kind == b"XMP ":
            yield from xmp_texts(chunk)
        at += 8 + length + length % 2


_READERS: tuple[tuple[bytes, Callable[[bytes], Iterator[str]]], ...] = (
    (_PNG, _png),
    (_JPEG, _jpeg),
    (_GIF, _gif),
    (_BITMAP, _bitmap),
    (_RIFF, _riff),
    *((start, exif_texts) for start in _TIFF),
)
