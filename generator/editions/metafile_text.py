"""What a Windows metafile says: its description, the texts it draws, the names of its fonts (MS-EMF, MS-WMF)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from generator.editions.strings import sentences_in, texts_in

_EMF_MARK, _EMF_MARK_AT = b" EMF", 40
_HEADER, _COMMENT, _FONT, _SMALL_TEXT = 1, 70, 82, 108
_TEXTS = {83: 1, 84: 2}  # by record, the bytes of a character
_MANY_TEXTS = {96: 1, 97: 2}
_NO_BOUNDS, _NARROW = 0x100, 0x200

_WMF_STARTS = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_PLACEABLE_SIZE, _WMF_HEADER_SIZE = 22, 18
_TEXT_OUT, _EXT_TEXT_OUT, _WMF_FONT, _ESCAPE = 0x0521, 0x0A32, 0x02FB, 0x0626


def is_emf(content: bytes) -> bool:
    """Tell whether bytes are an enhanced metafile."""
    return content.startswith(_EMF_MARK, _EMF_MARK_AT) and content.startswith(b"\x01\0\0\0")


def is_wmf(content: bytes) -> bool:
    """Tell whether bytes are a Windows metafile."""
    return content.startswith(_WMF_STARTS)


def emf_texts(content: bytes) -> Iterator[str]:
    """Yield the description, the texts drawn, then all that is drawn in one piece: a word may take several records."""
    drawn: list[str] = []
    at = 0
    while at + 8 <= len(content):
        kind, size = struct.unpack_from("<II", content, at)
        if size < 8:
            break
        record = content[at : at + size]
        drawn += _drawn(kind, record)
        if kind == _HEADER and len(record) >= 68:
            number, where = struct.unpack_from("<II", record, 60)
            yield _wide(record[where : where + 2 * number]) if where else ""
        elif kind == _FONT:
            yield _wide(record[40:104])
        elif kind == _COMMENT:
            yield sentences_in(record[12:])
        at += size
    yield "\n".join((*drawn, "".join(drawn)))
    yield sentences_in(content[at:])


def _drawn(kind: int, record: bytes) -> Iterator[str]:
    if kind in _TEXTS and len(record) >= 52:
        yield _text(record, 36, _TEXTS[kind])
    elif kind in _MANY_TEXTS and len(record) >= 40:
        (number,) = struct.unpack_from("<I", record, 36)
        for at in range(40, min(40 + 40 * number, len(record) - 15), 40):
            yield _text(record, at, _MANY_TEXTS[kind])
    elif kind == _SMALL_TEXT and len(record) >= 36:
        number, options = struct.unpack_from("<II", record, 16)
        start = 36 if options & _NO_BOUNDS else 52
        is_narrow = bool(options & _NARROW)
        text = record[start : start + number * (1 if is_narrow else 2)]
        yield text.decode("cp1252", errors="replace") if is_narrow else _wide(text)


def _text(record: bytes, at: int, width: int) -> str:
    """Return the text that a text object of a record leads to."""
    number, where = struct.unpack_from("<8xII", record, at)
    text = record[where : where + number * width]
    return text.decode("cp1252", errors="replace") if width == 1 else _wide(text)


def _wide(text: bytes) -> str:
    return text.decode("utf-16-le", errors="replace").split("\0")[0] if text else ""


def wmf_texts(content: bytes) -> Iterator[str]:
    """Yield the texts drawn, the names of fonts, then all that is drawn in one piece."""
    drawn: list[str] = []
    at = _WMF_HEADER_SIZE + (_PLACEABLE_SIZE if content.startswith(_WMF_STARTS[0]) else 0)
    while at + 6 <= len(content):
        words, kind = struct.unpack_from("<IH", content, at)
        if words < 3:
            break
        record = content[at : at + 2 * words]
        if kind == _TEXT_OUT and len(record) >= 8:
            (number,) = struct.unpack_from("<H", record, 6)
            drawn.append(record[8 : 8 + number].decode("cp1252", errors="replace"))
        elif kind == _EXT_TEXT_OUT and len(record) >= 14:
            number, options = struct.unpack_from("<HH", record, 10)
            start = 22 if options & 6 else 14
            drawn.append(record[start : start + number].decode("cp1252", errors="replace"))
        elif kind == _WMF_FONT:
            yield texts_in(record[24:])
        elif kind == _ESCAPE:
            yield sentences_in(record[10:])
        at += 2 * words
    yield "\n".join((*drawn, "".join(drawn)))
    yield sentences_in(content[at:])
