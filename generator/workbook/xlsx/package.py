"""A zip package that is looked at before anything is unpacked, and unpacked a little at a time."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from generator.workbook.xlsx.unreadable import (
    DAMAGED,
    NOT_A_WORKBOOK,
    OTHER_FORMAT,
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
_WORKBOOK = "xl/workbook.xml"
_OTHER_FORMATS = ("xl/workbook.bin", "content.xml", "word/document.xml", "ppt/presentation.xml")
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
        parts = self._zip.infolist()
        _inspect(parts)
        self._parts = {part.filename.lower(): part for part in parts}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in lower case."""
        return tuple(self._parts)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the unpacked bytes of a part, a little at a time."""
        part = self._parts.get(name.lower())
        if part is None:
            raise UnreadableError(DAMAGED)
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except _BROKEN as error:
            raise UnreadableError(DAMAGED) from error


def resolved(base: str, target: str) -> str:
    """Return the name of the part that a relationship of the part `base` points to."""
    folder = posixpath.dirname(base)
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _inspect(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse what no spreadsheet program writes: too much, too packed, names that lead elsewhere or stand twice."""
    size, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    is_inflated = size > _RATIO_MATTERS_FROM and size > _MOST_RATIO * packed
    if len(parts) > _MOST_PARTS or size > _MOST_BYTES or is_inflated:
        raise UnreadableError(OVERSIZED)
    names = [part.filename.lower() for part in parts]
    if len(set(names)) < len(names) or any(map(_leads_elsewhere, names)):
        raise UnreadableError(UNSAFE)
    if _WORKBOOK not in names:
        raise UnreadableError(OTHER_FORMAT if any(name in names for name in _OTHER_FORMATS) else NOT_A_WORKBOOK)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UnreadableError(PROTECTED)


def _leads_elsewhere(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/")
