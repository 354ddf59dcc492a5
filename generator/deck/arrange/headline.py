"""Headlines: a sentence on two lines at most, at the largest size that lets it."""

from __future__ import annotations

from generator.brand import EMU_PER_PT, Brand
from generator.charts.fitting import fit_text
from generator.deck.arrange.long_words import broken
from generator.deck.slides import Place, PlaceLine, PlaceText

_NO_BREAK = "\u00a0"
_LEADING = 1.125
_SHORTEST = 0.15  # of the width, for a last line
_MOST_HELD = 4


def headline(key: str, text: str, brand: Brand, *, part: int = 1, parts: int = 1) -> Place:
    """The title of a slide; ``part`` of ``parts`` is told as ``(2/3)`` at its end."""
    end = "" if parts == 1 else f"{_NO_BREAK}({part}/{parts})"
    said, size = _fitted(text, end, brand)
    said = broken(_balanced(said, size, brand), brand.grid.headline.width_pt, brand.metrics, size_pt=size, is_bold=True)
    pitch = None if size == brand.type.headline else size * _LEADING
    return Place(key, "title", (PlaceLine((PlaceText(said, size_pt=size),), leading_pt=pitch),))


def _balanced(text: str, size_pt: float, brand: Brand) -> str:
    """The text with its last words held together, where a word or two would stand alone on the last line."""
    width = brand.grid.headline.width_pt
    lines = brand.metrics.wrap(text, width, size_pt, bold=True)
    words, held = text.split(" "), 2
    while len(lines) > 1 and held <= _MOST_HELD and _is_lone(lines[-1], size_pt, brand):
        said = " ".join((*words[:-held], _NO_BREAK.join(words[-held:])))
        wrapped = brand.metrics.wrap(said, width, size_pt, bold=True)
        if len(wrapped) > len(lines):
            break
        text, lines, held = said, wrapped, held + 1
    return text


def _is_lone(line: str, size_pt: float, brand: Brand) -> bool:
    return brand.metrics.width_pt(line, size_pt, bold=True) < brand.grid.headline.width_pt * _SHORTEST


def _fitted(text: str, end: str, brand: Brand) -> tuple[str, float]:
    """The headline's size, then the scale's smaller ones; below, more lines go where two were, then words go."""
    box, scale = brand.grid.headline, brand.type
    sizes = scale.steps(scale.headline, scale.figure_card)
    two = brand.metrics.fit(text + end, width_pt=box.width_pt, sizes_pt=sizes, max_lines=2, bold=True)
    if two.fits:
        return text + end, two.size_pt
    floor = scale.steps(scale.card_title, scale.table)
    fitted = brand.metrics.fit(
        text + end, width_pt=box.width_pt, sizes_pt=floor, height_pt=box.height_pt, leading=_LEADING, bold=True
    )
    if fitted.fits:
        return text + end, fitted.size_pt
    lines = int(box.height_pt // (floor[-1] * _LEADING))
    room = box.width_emu - round(brand.metrics.width_pt(end, floor[-1], bold=True) * EMU_PER_PT)
    words = fit_text(
        brand.metrics,
        text,
        width_emu=room,
        sizes_pt=floor[-1:],
        max_lines=lines,
        is_bold=True,
        may_shorten=True,
    )
    return words.text + end, words.size_pt
