"""Whether bytes are a font that can measure and draw: told before a text is laid out with it."""

import io
import struct

from PIL import ImageFont

_STARTS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_HEADER, _TABLE = 12, 16
_SAMPLE = "AÉgn0%"
_SIZE = 20


def is_font(content: bytes) -> bool:
    """Tell whether a file is a whole TrueType or OpenType font."""
    return content.startswith(_STARTS) and _is_whole(content) and _draws(content)


def _is_whole(content: bytes) -> bool:
    """Tell whether every table of the directory lies inside the file: a font cut short opens, and fails later."""
    tables = content[_HEADER : _HEADER + _TABLE * int.from_bytes(content[4:6])]
    if not tables or len(tables) % _TABLE:
        return False
    return all(start + length <= len(content) for start, length in struct.iter_unpack(">8xII", tables))


def _draws(content: bytes) -> bool:
    try:
        font = ImageFont.truetype(io.BytesIO(content), _SIZE, layout_engine=ImageFont.Layout.BASIC)
        return font.getlength(_SAMPLE) > 0 and font.getbbox(_SAMPLE)[3] > 0
    except (OSError, ValueError):
        return False
