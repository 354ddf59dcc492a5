"""Canonical repacking: the same parts always give the same bytes, whoever wrote the package and when."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from generator.ooxml.media import without_remarks

_FIXED = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_STORED = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".xlsx", ".ttf", ".odttf", ".fntdata")
_PICTURES = (".png", ".jpg", ".jpeg")
_PACKAGES = (".xlsx", ".docx", ".pptx")
_LEVEL = 6
_PRIVATE = 0o600 << 16  # what zipfile gives a nameless entry; any fixed value would do
_STAMP = re.compile(rb"(<dcterms:(?P<tag>created|modified)[^>]*>)[^<]*(</dcterms:(?P=tag)>)")
_PRINTED = re.compile(rb"<cp:lastPrinted>[^<]*</cp:lastPrinted>")
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)

Parts = Mapping[str, bytes]
"""What a package holds, by name, before it is packed."""


def canonical(package: bytes, *, stamp: datetime = EPOCH) -> bytes:
    """The package repacked: its parts in order and normalised, dates and level fixed."""
    return packed(canonical_parts(package, stamp=stamp))


def canonical_parts(
    package: bytes, *, stamp: datetime = EPOCH, instead: Mapping[str, Sequence[bytes]] | None = None
) -> Parts:
    """The parts of a package: content types first, then the root relations, then by name.

    `created` and `modified` become `stamp`, in embedded packages too. Of entries with one name the last wins, as it
    does for a reader. Pictures lose their metadata. ``instead`` gives some of the parts, in pieces; a part that the
    package lacks is a ValueError.
    """
    given = instead or {}
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    if not given.keys() <= parts.keys():
        raise ValueError(f"no such part: {sorted(given.keys() - parts.keys())}")
    return {
        name: b"".join(given[name]) if name in given else _normalised(name, parts[name], stamp)
        for name in sorted(parts, key=_rank)
    }


def packed(parts: Parts) -> bytes:
    """Parts as a package, in their order; media and embedded packages are stored, not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(_entry(name), content, compresslevel=_LEVEL)
    return buffer.getvalue()


def in_order(parts: Parts) -> Parts:
    """Parts in the order of a canonical package."""
    return {name: parts[name] for name in sorted(parts, key=_rank)}


def _rank(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=_FIXED)
    entry.compress_type = zipfile.ZIP_STORED if name.lower().endswith(_STORED) else zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = _PRIVATE
    return entry


def _normalised(name: str, content: bytes, stamp: datetime) -> bytes:
    if name.lower().endswith(_PACKAGES):
        return canonical(content, stamp=stamp)
    if name.lower().endswith(_PICTURES):
        return without_remarks(content)
    if name == "docProps/core.xml":
        written = stamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        return _PRINTED.sub(b"", _STAMP.sub(rb"\g<1>" + written + rb"\g<3>", content))
    return content
