"""The supplier's name where a template leaves it to the workbook: `{first}` and `{rest}` in the text logo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class TextElement(Protocol):
    """What this module needs of an XML element of either library."""

    text: str | None

    def iter(self, tag: str) -> Iterable[TextElement]:
        """Walk the descendants with a tag."""


def put_supplier_name(element: TextElement, text_tag: str, supplier: str) -> None:
    """Replace the marks in every text of an element: the name's first word, then the others."""
    first, _, rest = supplier.strip().partition(" ")
    for found in element.iter(text_tag):
        if found.text and "{" in found.text:
            found.text = found.text.replace("{first}", first).replace("{rest}", rest.strip())
