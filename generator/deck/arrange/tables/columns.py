"""How wide columns are: what their content asks for, and shares of the rest."""

from __future__ import annotations

from collections.abc import Sequence


def share(
    total_emu: int, *, naturals: Sequence[int], minimums: Sequence[int], weights: Sequence[float]
) -> tuple[int, ...]:
    """Widths that fill ``total_emu``: natural ones and a share of the rest by weight, else between least and natural.

    When even the longest words do not fit, the least widths shrink in proportion.
    """
    spare = total_emu - sum(naturals)
    if spare >= 0:
        return _filled(naturals, weights, spare)
    room = total_emu - sum(minimums)
    if room >= 0:
        return _filled(minimums, [high - low for high, low in zip(naturals, minimums, strict=True)], room)
    return _filled([0] * len(minimums), minimums, total_emu)


def _filled(widths: Sequence[int], weights: Sequence[float], spare: int) -> tuple[int, ...]:
    """Widths with the spare shared by weight, the rounding on the last."""
    whole = sum(weights) or 1
    shares = [width + int(spare * weight / whole) for width, weight in zip(widths, weights, strict=True)]
    shares[-1] += sum(widths) + spare - sum(shares)
    return tuple(shares)
