"""What a file is, told from its first bytes before anything opens it."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Finding, Place, finding

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_MOST_BYTES = 100_000_000


def content(source: Path | bytes) -> bytes | Finding:
    """Return the bytes of a zip package that may be opened, or the finding that says what the file is instead.

    OSError when the disk or the rights refuse a file that exists.
    """
    if isinstance(source, bytes):
        return _refusal(source, None) or source
    place = Place(file=source.name)
    if source.is_dir():
        return finding("W107", place)
    if not source.is_file():
        return finding("W105" if source.exists() else "W101", place)
    if source.stat().st_size > _MOST_BYTES:
        return finding("W108", place)
    data = source.read_bytes()
    return _refusal(data, source.name) or data


def _refusal(data: bytes, name: str | None) -> Finding | None:
    code = _code(data)
    return finding(code, Place(file=name)) if code else None


def _code(data: bytes) -> str | None:
    if data.startswith(_OLE):
        return "W103" if _ENCRYPTED in data else "W102"
    if data.startswith(_ZIP):
        return None
    return "W104" if _looks_like_text(data[:4096]) else "W105"


def _looks_like_text(head: bytes) -> bool:
    return bool(head) and b"\0" not in head and any(mark in head for mark in (b";", b",", b"\t", b"\n"))
