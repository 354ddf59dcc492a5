"""A name as part of a path: plain ASCII that no file system minds and that can never lead elsewhere."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

_NAMELESS = "compte"
_LONGEST = 60
_DIGITS_OF_DIGEST = 8
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_SPACES = re.compile(r"\s+")
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
)
# Names that Windows keeps for devices, with or without an extension.
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def slug(name: str, *, digest: str) -> str:
    """Return the name in lower-case ASCII with hyphens, at most 69 characters, never empty.

    A name of which anything is lost (a sign, an accent, its end), and one that a system reserves, is told apart by the
    first characters of the ``digest``. Case and spaces are no loss.
    """
    plain = _plain(name)
    kept = _SPACES.sub("-", name.strip()).lower()
    return plain if plain == kept and _is_free(plain) else f"{plain or _NAMELESS}-{digest[:_DIGITS_OF_DIGEST]}"


def early_slug(name: str) -> str:
    """Return what the first versions made of a name, which two names could share."""
    plain = _plain(name)
    if _is_free(plain):
        return plain
    return f"{plain or _NAMELESS}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS_OF_DIGEST]}"


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.translate(_LIGATURES)).encode("ascii", "ignore").decode().lower()
    return _NOT_PLAIN.sub("-", folded).strip("-")[:_LONGEST].strip("-")


def _is_free(plain: str) -> bool:
    return bool(plain) and plain not in _RESERVED
