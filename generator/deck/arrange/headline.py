"""Headlines: a sentence on two lines at most, at the largest size that lets it."""

from __future__ import annotations

from generator.brand import Brand
from generator.deck.slides import Place, PlaceLine, PlaceText

_NO_BREAK = "\u00a0"
_LEADING = 1.125


def headline(key: str, text: str, brand: Brand, *, part: int = 1, parts: int = 1) -> Place:
    """The title of a slide; ``part`` of ``parts`` is told as ``(2/3)`` at its end."""
    said = text if parts == 1 else f"{text}{_NO_BREAK}({part}/{parts})"
    size = _size(said, brand)
    pitch = None if size == brand.type.headline else size * _LEADING
    return Place(key, "title", (PlaceLine((PlaceText(said, size_pt=size),), leading_pt=pitch),))


def _size(text: str, brand: Brand) -> float:
    """The headline's size, then the scale's smaller ones; below, more lines go where two were."""
    box, scale = brand.grid.headline, brand.type
    sizes = scale.steps(scale.headline, scale.figure_card)
    two = brand.metrics.fit(text, width_pt=box.width_pt, sizes_pt=sizes, max_lines=2, bold=True)
    if two.fits:
        return two.size_pt
    floor = scale.steps(scale.card_title, scale.table)
    fitted = brand.metrics.fit(
        text, width_pt=box.width_pt, sizes_pt=floor, height_pt=box.height_pt, leading=_LEADING, bold=True
    )
    return fitted.size_pt
