"""What a file is, told from its first bytes before anything opens it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from generator.diagnostics import Finding, Place, finding

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_MOST_PARTS = 5_000
_MOST_BYTES = 600_000_000
_MOST_RATIO = 400
_RATIO_MATTERS_FROM = 20_000_000
_PROLOGUE = 512


def content(source: Path | bytes) -> bytes | Finding:
    """Return the bytes of a workbook that may be opened, or the finding that says what the file is instead.

    OSError when the disk or the rights refuse a file that exists.
    """
    if isinstance(source, bytes):
        return _refusal(source, None) or source
    if not source.is_file():
        return finding("W105" if source.is_dir() else "W101", Place(file=source.name))
    data = source.read_bytes()
    return _refusal(data, source.name) or data


def _refusal(data: bytes, name: str | None) -> Finding | None:
    code = _code(data)
    return finding(code, Place(file=name)) if code else None


def _code(data: bytes) -> str | None:
    if data.startswith(_OLE):
        return "W103" if _ENCRYPTED in data else "W102"
    if data.startswith(_ZIP):
        return _zip_code(data)
    return "W104" if _looks_like_text(data[:4096]) else "W105"


def _looks_like_text(head: bytes) -> bool:
    return bool(head) and b"\0" not in head and any(mark in head for mark in (b";", b",", b"\t", b"\n"))


def _zip_code(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if "xl/workbook.xml" not in {part.filename for part in parts}:
                return "W105"
            return "W106" if _is_bomb(parts) or _has_entities(package, parts) else None
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError):
        return "W106"


def _is_bomb(parts: list[zipfile.ZipInfo]) -> bool:
    size, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    is_inflated = size > _RATIO_MATTERS_FROM and size > _MOST_RATIO * packed
    return len(parts) > _MOST_PARTS or size > _MOST_BYTES or is_inflated


def _has_entities(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> bool:
    """Tell whether a part declares a document type: no spreadsheet program writes one."""
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with package.open(part) as stream:
                if b"<!DOCTYPE" in stream.read(_PROLOGUE):
                    return True
    return False
