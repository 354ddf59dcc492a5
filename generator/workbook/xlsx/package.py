"""A zip package that is looked at before anything is unpacked, and unpacked a little at a time."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote

from generator.workbook.xlsx.unreadable import (
    DAMAGED,
    OVERSIZED,
    PROTECTED,
    UNSAFE,
    UnreadableError,
)

_MOST_PARTS = 5_000
_MOST_BYTES = 400_000_000
_MOST_RATIO = 400
_RATIO_MATTERS_FROM = 20_000_000
_CHUNK = 1 << 18
_ENCRYPTED = 0x1
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, NotImplementedError, ValueError, RuntimeError),
)


class Package:
    """The parts of a workbook by name. Every method may raise UnreadableError."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError(DAMAGED) from error
        self._parts = _inspected([part for part in self._zip.infolist() if not part.is_dir()])

    def __contains__(self, name: str) -> bool:
        return self._part(name) is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in lower case."""
        return tuple(self._parts)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the unpacked bytes of a part, a little at a time."""
        part = self._part(name)
        if part is None:
            raise UnreadableError(DAMAGED)
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except _BROKEN as error:
            raise UnreadableError(DAMAGED) from error

    def _part(self, name: str) -> zipfile.ZipInfo | None:
        """Return a part by its name, which a relation may write as an address: `a%20b` for `a b`."""
        return self._parts.get(name.lower()) or self._parts.get(unquote(name).lower())


def resolved(base: str, target: str) -> str:
    """Return the name of the part that a relationship of the part `base` points to."""
    folder, target = posixpath.dirname(base), slashed(target)
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def slashed(name: str) -> str:
    """Return a name with the separators of a package: some programs on Windows write their own."""
    return name.replace("\\", "/")


def _inspected(parts: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Return the parts by name in lower case.

    Refuse what no spreadsheet program writes: too much, too packed, names that lead elsewhere or stand twice.
    """
    size, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    is_inflated = size > _RATIO_MATTERS_FROM and size > _MOST_RATIO * packed
    if len(parts) > _MOST_PARTS or size > _MOST_BYTES or is_inflated:
        raise UnreadableError(OVERSIZED)
    named = {slashed(part.filename).lower(): part for part in parts}
    if len(named) < len(parts) or any(map(_leads_elsewhere, named)):
        raise UnreadableError(UNSAFE)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UnreadableError(PROTECTED)
    return named


def _leads_elsewhere(name: str) -> bool:
    return name.startswith("/") or ":" in name or ".." in name.split("/")
