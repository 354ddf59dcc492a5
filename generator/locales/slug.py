"""A name as part of a path: plain ASCII that no file system minds and that can never lead elsewhere."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

_LONGEST = 60
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
)
# Names that Windows keeps for devices, with or without an extension.
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def slug(name: str) -> str:
    """Return the name in lower-case ASCII with hyphens, at most 60 characters, never empty.

    What has no ASCII letter at all, and what a system reserves, is told apart by a short digest of the name.
    """
    folded = unicodedata.normalize("NFKD", name.translate(_LIGATURES)).encode("ascii", "ignore").decode().lower()
    plain = _NOT_PLAIN.sub("-", folded).strip("-")[:_LONGEST].strip("-")
    if plain and plain not in _RESERVED:
        return plain
    return f"{plain or 'compte'}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
