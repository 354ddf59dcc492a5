"""JSON from files that anybody may have touched: read within bounds, whatever they hold, or a ValueError."""

from __future__ import annotations

import json
from math import isfinite
from pathlib import Path
from stat import S_ISREG
from typing import Any

Json = Any
"""What the json module reads: dict, list, str, int, finite float, bool, None."""

MOST_BYTES = 100_000_000


def read_json(path: Path) -> Json:
    """Read the JSON of a file. ValueError for a file that holds none; OSError when the disk refuses it or has none."""
    return parsed(bounded(path))


def bounded(path: Path, *, most_bytes: int = MOST_BYTES) -> bytes:
    """Read a file. ValueError when it is too large, or no file at all: a pipe never ends, a device neither."""
    if not S_ISREG(path.stat().st_mode):
        raise ValueError("not a file")
    with path.open("rb") as stream:
        content = stream.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise ValueError("too large")
    return content


def parsed(data: bytes) -> Json:
    """Parse JSON in UTF-8. ValueError for any other bytes, a key given twice, no finite number, too deep a nesting."""
    try:
        text = data.decode("utf-8", "surrogatepass")
        return json.loads(text, object_pairs_hook=_once_each, parse_float=_finite, parse_constant=_finite)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _once_each(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key twice")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError("no finite number")
    return number
