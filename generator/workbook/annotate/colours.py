"""The colours of an annotated copy, as the brand gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Severity


@dataclass(frozen=True, kw_only=True)
class NoteColours:
    """Six hexadecimal digits each.

    `fills` colour a cell by the gravest of its findings, with `text` on top and `edges` around it; `title`,
    `title_text`, `link` and `line` dress the sheet of findings.
    """

    fills: Mapping[Severity, str]
    edges: Mapping[Severity, str]
    text: str
    title: str
    title_text: str
    link: str
    line: str
