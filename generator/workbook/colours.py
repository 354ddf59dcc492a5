"""The colours of an authored workbook, as the brand gives them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class WorkbookColours:
    """Six hexadecimal digits each.

    `required` and `optional` fill the headers of columns that must and may be filled, with their text on top; `muted`
    is for help lines, `soft` for notes, `line` for hairlines.
    """

    title: str
    text: str
    muted: str
    link: str
    accent: str
    required: str
    required_text: str
    optional: str
    optional_text: str
    soft: str
    line: str
