"""What a font says of itself: its table of names (OpenType, `name`), never its outlines."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_ONE = (b"\0\1\0\0", b"OTTO", b"true")
_SEVERAL = b"ttcf"
_MACINTOSH = 1


def is_font(content: bytes) -> bool:
    """Tell whether bytes are an OpenType font, or a collection of them."""
    return content.startswith((*_ONE, _SEVERAL))


def font_names(content: bytes) -> Iterator[str]:
    """Yield the names of a font or of each font of a collection; a broken table yields what it still holds."""
    try:
        for start in _starts(content):
            yield from _names(content, start)
    except struct.error:
        return


def _starts(content: bytes) -> tuple[int, ...]:
    if not content.startswith(_SEVERAL):
        return (0,)
    (number,) = struct.unpack_from(">I", content, 8)
    return struct.unpack_from(f">{min(number, 64)}I", content, 12)


def _names(content: bytes, start: int) -> Iterator[str]:
    (tables,) = struct.unpack_from(">H", content, start + 4)
    for entry in range(start + 12, start + 12 + 16 * tables, 16):
        tag, table = struct.unpack_from(">4s4xI", content, entry)
        if tag != b"name":
            continue
        number, texts = struct.unpack_from(">2xHH", content, table)
        for at in range(table + 6, table + 6 + 12 * number, 12):
            platform, length, where = struct.unpack_from(">H6xHH", content, at)
            text = content[table + texts + where : table + texts + where + length]
            yield text.decode("mac-roman" if platform == _MACINTOSH else "utf-16-be", errors="replace")
