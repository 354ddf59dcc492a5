"""How wide columns are: what their content asks for, and shares of the rest."""

from __future__ import annotations

from collections.abc import Sequence


def share(
    total_emu: int, *, naturals: Sequence[int], minimums: Sequence[int], weights: Sequence[float]
) -> tuple[int, ...]:
    """Widths that fill ``total_emu``: natural ones and a share of the rest by weight.

    When that is too much the widest columns give way first, down to their longest word; when even the longest words do
    not fit, all shrink in proportion.
    """
    spare = total_emu - sum(naturals)
    if spare >= 0:
        return _filled(naturals, weights, spare)
    if sum(minimums) > total_emu:
        return _filled([0] * len(minimums), minimums, total_emu)
    capped = _capped(total_emu, naturals, minimums)
    return _filled(capped, [width == max(capped) for width in capped], total_emu - sum(capped))


def _capped(total: int, naturals: Sequence[int], minimums: Sequence[int]) -> list[int]:
    """Natural widths under the highest cap that makes them fit, none below its least."""
    low, high = 0, max(naturals)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if sum(_under(middle, naturals, minimums)) <= total else (low, middle)
    return _under(low, naturals, minimums)


def _under(cap: int, naturals: Sequence[int], minimums: Sequence[int]) -> list[int]:
    return [max(least, min(natural, cap)) for natural, least in zip(naturals, minimums, strict=True)]


def _filled(widths: Sequence[int], weights: Sequence[float], spare: int) -> tuple[int, ...]:
    """Widths with the spare shared by weight, the rounding on the last."""
    whole = sum(weights) or 1
    shares = [width + int(spare * weight / whole) for width, weight in zip(widths, weights, strict=True)]
    shares[-1] += sum(widths) + spare - sum(shares)
    return tuple(shares)
