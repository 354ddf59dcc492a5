"""The base of a document: its parts as they were drawn, kept so that a later build can tell what a person changed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.editions.edition import Edition
from generator.history.folder import base_named
from generator.history.snapshot import Damage, Damaged
from generator.model.account_identity import AccountIdentity
from generator.model.quarter import Quarter
from generator.ooxml.identity import build_id
from generator.output.bounded_json import bounded, parsed

SCHEMA = 1
MOST_BYTES = 300_000
"""What a base may take on the disk; a document whose base would take more is written without one."""
_MOST_INFLATED = 32_000_000
_LEVEL = 6
_XML = (".xml", ".rels")
_FURNITURE = frozenset({"slideMasters", "slideLayouts", "notesMasters", "theme"})
"""What the brand gives: nothing in there is ever merged, a change is only told."""


@dataclass(frozen=True)
class Base:
    """A document as drawn, without its build id, which is the digest of all this.

    ``parts`` are the texts of its XML parts; ``digests`` the SHA-256 of the others: pictures, embedded workbooks, and
    what the brand gives. ``account`` is told as the document's edition knows it.
    """

    account: AccountIdentity
    period: Quarter
    edition: Edition
    kind: str
    parts: Mapping[str, str]
    digests: Mapping[str, str]

    @property
    def id(self) -> str:
        """The build id of the document."""
        return build_id(self._content)

    @cached_property
    def _content(self) -> bytes:
        """All of it as canonical JSON: the same for the same document, however it is compressed."""
        told = {
            "schema": SCHEMA,
            "account": {"client": self.account.client, "supplier": self.account.supplier, "code": self.account.code},
            "period": str(self.period),
            "edition": self.edition.value,
            "kind": self.kind,
            "digests": dict(self.digests),
            "parts": dict(self.parts),
        }
        return json.dumps(told, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def base_of(
    parts: Mapping[str, bytes], *, account: AccountIdentity, period: Quarter, edition: Edition, kind: str
) -> Base:
    """Return the base of a document whose parts these are, as drawn."""
    texts = {name: text for name, content in parts.items() if (text := _text(name, content)) is not None}
    digests = {name: sha256(content).hexdigest() for name, content in parts.items() if name not in texts}
    return Base(account, period, edition, kind, texts, digests)


def to_bytes(base: Base) -> bytes | None:
    """Return a base as it is kept, the same bytes for the same base; None when it is too large to be."""
    content = base._content  # noqa: SLF001  the module is one
    kept = zlib.compress(content, _LEVEL)
    return None if len(kept) > MOST_BYTES or len(content) > _MOST_INFLATED else kept


def from_bytes(data: bytes) -> Base | Damaged:
    """Read a base from bytes that anybody may have touched."""
    try:
        found = parsed(_inflated(data))
        if int(found["schema"]) > SCHEMA:
            return Damaged(Damage.NEWER)
    except (ValueError, TypeError, KeyError, OverflowError, zlib.error):
        return Damaged(Damage.UNREADABLE)
    try:
        return _base(found)
    except (ValueError, TypeError, KeyError, AttributeError):
        return Damaged(Damage.MISFIT)


def read_base(path: Path) -> Base | Damaged:
    """Read a base from its file; one whose name says another document than its content is a misfit."""
    try:
        found = from_bytes(bounded(path, most_bytes=MOST_BYTES))
    except ValueError:  # a pipe, a device, or more than any build writes
        return Damaged(Damage.UNREADABLE)
    if isinstance(found, Damaged):
        return found
    told = (str(found.period), found.edition.value, found.kind)
    return found if base_named(path) == told else Damaged(Damage.MISFIT)


def _text(name: str, content: bytes) -> str | None:
    """Return the text of a part that is kept whole, None for one that is not."""
    if not name.endswith(_XML) or _FURNITURE & set(name.split("/")):
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def _inflated(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise ValueError("too large")
    stream = zlib.decompressobj()
    content = stream.decompress(data, _MOST_INFLATED)
    if not stream.eof or stream.unused_data:
        raise ValueError("too large, cut short, or something behind it")
    return content


def _base(found: Any) -> Base:
    client, supplier, code = (found["account"][part] for part in ("client", "supplier", "code"))
    if not isinstance(client, str) or not isinstance(supplier, str) or not isinstance(code, str | None):
        raise TypeError("no names of an account")
    if not isinstance(found["kind"], str):
        raise TypeError("no kind of a document")
    _refuse_halves(client, supplier, code or "", found["kind"])
    return Base(
        AccountIdentity(client, supplier, code),
        Quarter.named(found["period"]),
        Edition(found["edition"]),
        found["kind"],
        _texts(found["parts"]),
        _texts(found["digests"]),
    )


def _texts(found: Any) -> dict[str, str]:
    if not all(isinstance(text, str) for text in found.values()):
        raise TypeError("no texts")
    _refuse_halves(*found, *found.values())
    return dict(found)


def _refuse_halves(*texts: str) -> None:
    """ValueError for half a character: JSON can hold one, no document can, and none can be written."""
    for text in texts:
        text.encode()
