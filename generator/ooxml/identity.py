"""Stable identity: ids, GUIDs and names are made of business keys, so the same item has the same ones in every build.

Whoever reads a document again finds by these rules what a build wrote: a row by its id or its bookmark, wherever it
stands, and the parts of what goes on as one.
"""

import hashlib
import re
import uuid
from collections.abc import Callable, Iterable

_SHAPE_IDS = 2**31 - 1
_CREATION_IDS = _ROW_IDS = 2**32 - 1
_LONGEST_TAG, _TAG_HASH = 64, 16
_LONGEST_BOOKMARK, _BLOCK_HASH, _ROW_HASH = 40, 8, 12  # rows are many
_PART = re.compile(r"#[1-9][0-9]{0,3}$")
_RESERVED = 1000  # the small numbers stay free for what the libraries number themselves


def shape_id(key: str) -> int:
    """A positive 31-bit drawing id for a key; two keys may share one, `shape_ids` settles it."""
    return _RESERVED + _digest(key) % (_SHAPE_IDS - _RESERVED)


def shape_ids(keys: Iterable[str], *, taken: Iterable[int] = ()) -> dict[str, int]:
    """The ids of the keys of one slide, none twice nor among `taken`; the order of the keys does not matter."""
    return _unique(keys, shape_id, taken)


def row_ids(keys: Iterable[str]) -> dict[str, int]:
    """The 32-bit values of `a16:rowId` of the rows of one table, none twice."""
    return _unique(keys, lambda key: 1 + _digest(f"row {key}") % _ROW_IDS, ())


def told_apart(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys in order; one that came before gets its turn after a tilde, the first keeps the bare key."""
    found: dict[str, None] = {}
    turns: dict[str, int] = {}
    for key in keys:
        own = key
        while own in found:
            turns[key] = turns.get(key, 1) + 1
            own = f"{key}~{turns[key]}"
        found[own] = None
    return tuple(found)


def continued(key: str, part: int) -> str:
    """The key of a part of what goes on, and of what is repeated in it: the first part keeps the key of the whole."""
    return key if part == 1 else f"{key}#{part}"


def whole(key: str) -> str:
    """The key of the whole that a part goes on with."""
    return _PART.sub("", key)


def bounded(key: str) -> str:
    """The key, at most 64 characters: the end of a longer one is a hash of the whole."""
    return key if len(key) <= _LONGEST_TAG else f"{key[: _LONGEST_TAG - _TAG_HASH - 1]}#{_hex(key, _TAG_HASH)}"


def block_bookmark(key: str) -> str:
    """A hidden name of at most 40 letters, digits and underscores: the key as far as it goes, and a hash of it all."""
    return _bookmark(key, _BLOCK_HASH)


def row_bookmark(key: str) -> str:
    """The same for a row of a table, whose key begins with that of its table."""
    return _bookmark(key, _ROW_HASH)


def creation_id(key: str) -> int:
    """The 32-bit value of a slide's `p14:creationId`."""
    return 1 + _digest(f"slide {key}") % _CREATION_IDS


def guid(key: str) -> str:
    """`{XXXXXXXX-…}` for a shape's `a16:creationId` and wherever Office wants a GUID."""
    return "{" + str(uuid.UUID(bytes=hashlib.sha256(key.encode()).digest()[:16], version=4)).upper() + "}"


def _unique(keys: Iterable[str], number_of: Callable[[str], int], taken: Iterable[int]) -> dict[str, int]:
    used = set(taken)
    found: dict[str, int] = {}
    for key in sorted(set(keys)):
        number, turn = number_of(key), 0
        while number in used:
            turn += 1
            number = number_of(f"{key}#{turn}")
        used.add(number)
        found[key] = number
    return found


def _bookmark(key: str, length: int) -> str:
    plain = re.sub(r"[^A-Za-z0-9]+", "_", key)[: _LONGEST_BOOKMARK - length - 2]
    return f"_{plain}_{_hex(key, length)}"


def _hex(key: str, length: int) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:length]


def _digest(key: str) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
