"""What any written document must hold to, in the words of the Open XML SDK's rules."""

from __future__ import annotations

from pathlib import Path

from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # ships no types

# Numbering 0 takes a paragraph out of the numbering its style gives it; no definition of that number exists, by design.
_MEANT = ("Numbering definition '0' referenced but not found",)


def complaints(document: Path) -> list[str]:
    """Return what a full validation of the package finds wrong, nothing for a sound one."""
    found = [str(error) for error in OpenXmlValidator().validate(str(document)).errors]
    return [error for error in found if not any(meant in error for meant in _MEANT)]
