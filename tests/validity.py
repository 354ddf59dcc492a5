"""What any written document must hold to, in the words of the Open XML SDK's rules."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # ships no types
from openxml_audit.schema.validator import SchemaValidator  # type: ignore[import-untyped]

# Numbering 0 takes a paragraph out of the numbering its style gives it; no definition of that number exists, by design.
_MEANT = ("Numbering definition '0' referenced but not found",)


class _EachOnce(SchemaValidator):  # type: ignore[misc]
    """Judges an element once: what was sound is as sound wherever it stands again under the same two elements."""

    def __init__(self) -> None:
        super().__init__()
        self._sound: set[bytes] = set()

    def _validate_element(
        self, element: etree._Element, context: Any, ignorable_ns: frozenset[str] = frozenset()
    ) -> None:
        above = [one.tag for _, one in zip(range(2), element.iterancestors(), strict=False)]
        content = etree.tostring(element, with_tail=False)
        key = sha256(repr((above, sorted(ignorable_ns))).encode() + content).digest()
        if key in self._sound or context.should_stop:
            return
        before = context.error_count
        super()._validate_element(element, context, ignorable_ns)
        if context.error_count == before:
            self._sound.add(key)


@cache
def _validator() -> Any:
    validator = OpenXmlValidator()
    validator._schema_validator = _EachOnce()
    return validator


def complaints(document: Path) -> list[str]:
    """Return what a full validation of the package finds wrong, nothing for a sound one."""
    found = [str(error) for error in _validator().validate(str(document)).errors]
    return [error for error in found if not any(meant in error for meant in _MEANT)]
