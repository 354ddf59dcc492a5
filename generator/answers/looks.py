"""The brand as reports and annotated copies take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Severity
from generator.diagnostics.report import Look

if TYPE_CHECKING:
    from pathlib import Path

    from generator.brand import Palette, Role
    from generator.workbook.annotate import NoteColours

_INKS: dict[str, Role] = {
    "ink": "ink",
    "paper": "ground",
    "title": "strong",
    "soft": "card",
    "accent": "message",
    "muted": "muted",
    "line": "rule",
    "highlight": "highlight",
    "panel": "strong",
    "on-panel": "on_strong",
    "panel-text": "cover_ink",
}
_STATUSES = {"error": "R", "warning": "O", "sound": "V"}
_INFO_SYMBOL = "i"


def report_look(folder: Path | None, supplier: str) -> Look:
    """Return the look of a report in the brand of a folder, None for our own.

    A text logo may leave the supplier's name to the workbook.
    """
    from generator.brand import load

    brand = load(folder)
    palette = brand.palette
    colours = {name: palette[role].css for name, role in _INKS.items()}
    for name, letter in _STATUSES.items():
        colours |= {name: palette.rag(letter).strong.css, f"{name}-soft": palette.rag(letter).soft.css}
    return Look(
        colours=colours,
        font=f"{brand.fonts.minor}, {brand.fonts.family}, system-ui, sans-serif",
        sender=(_named(brand.wordmark.bold, supplier), _named(brand.wordmark.regular, supplier)),
        symbols={
            Severity.ERROR: palette.rag("R").symbol,
            Severity.WARNING: palette.rag("O").symbol,
            Severity.INFO: _INFO_SYMBOL,
            None: palette.rag("V").symbol,
        },
    )


def note_colours(palette: Palette) -> NoteColours:
    """Return the colours of an annotated copy."""
    from generator.workbook.annotate import NoteColours

    return NoteColours(
        fills={
            Severity.ERROR: palette.rag("R").soft.hex,
            Severity.WARNING: palette.rag("O").soft.hex,
            Severity.INFO: palette["highlight"].hex,
        },
        edges={
            Severity.ERROR: palette.rag("R").strong.hex,
            Severity.WARNING: palette.rag("O").strong.hex,
            Severity.INFO: palette["message"].hex,
        },
        text=palette["ink"].hex,
        title=palette["strong"].hex,
        title_text=palette["on_strong"].hex,
        link=palette["link"].hex,
        line=palette["rule"].hex,
    )


def _named(part: str, supplier: str) -> str:
    first, _, rest = supplier.strip().partition(" ")
    return part.replace("{first}", first).replace("{rest}", rest.strip())
