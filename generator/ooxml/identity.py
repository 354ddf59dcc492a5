"""Stable identity: ids and GUIDs are hashes of business keys, so the same item has the same id in every build."""

import hashlib
import uuid
from collections.abc import Iterable

_SHAPE_IDS = 2**31 - 1
_CREATION_IDS = 2**32 - 1
_RESERVED = 1000  # the small numbers stay free for what the libraries number themselves
_CONSONANTS = "bcdfghjklmnpqrst"  # one for each of sixteen: neither a figure nor a word can be found in them by chance
_BUILD_ID_BYTES = 16

BUILD_ID_PROPERTY = "copil"
"""The name of the custom property that holds the build id of a document."""


def shape_id(key: str) -> int:
    """A positive 31-bit drawing id for a key; two keys may share one, `shape_ids` settles it."""
    return _RESERVED + _digest(key) % (_SHAPE_IDS - _RESERVED)


def shape_ids(keys: Iterable[str], *, taken: Iterable[int] = ()) -> dict[str, int]:
    """The ids of the keys of one slide, none twice nor among `taken`; the order of the keys does not matter."""
    used = set(taken)
    found: dict[str, int] = {}
    for key in sorted(set(keys)):
        number, turn = shape_id(key), 0
        while number in used:
            turn += 1
            number = shape_id(f"{key}#{turn}")
        used.add(number)
        found[key] = number
    return found


def creation_id(key: str) -> int:
    """The 32-bit value of a slide's `p14:creationId`."""
    return 1 + _digest(f"slide {key}") % _CREATION_IDS


def guid(key: str) -> str:
    """`{XXXXXXXX-…}` for a shape's `a16:creationId` and wherever Office wants a GUID."""
    return "{" + str(uuid.UUID(bytes=hashlib.sha256(key.encode()).digest()[:16], version=4)).upper() + "}"


def build_id(content: bytes) -> str:
    """What a document is recognised by, however it is renamed or edited: opaque, and the same for the same base."""
    digest = hashlib.sha256(content).hexdigest()[: 2 * _BUILD_ID_BYTES]
    return "".join(_CONSONANTS[int(digit, 16)] for digit in digest)


def _digest(key: str) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
