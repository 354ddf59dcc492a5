"""How wide columns are: what their content asks for, and shares of the rest."""

from __future__ import annotations

from collections.abc import Sequence


def firm(total_emu: int, *, naturals: Sequence[int], minimums: Sequence[int], short_emu: int) -> list[int]:
    """Least widths at which short columns keep to one line, unless the table has no room for that."""
    kept = [natural if natural <= short_emu else least for natural, least in zip(naturals, minimums, strict=True)]
    return kept if sum(kept) <= total_emu else list(minimums)


def share(
    total_emu: int, *, naturals: Sequence[int], minimums: Sequence[int], weights: Sequence[float]
) -> tuple[int, ...]:
    """Widths that fill ``total_emu``: natural ones and a share of the rest by weight.

    When that is too much, the columns that ask for most by their weight give way first, down to their longest word;
    when even the longest words do not fit, the longest of them are cut, the others stay whole.
    """
    spare = total_emu - sum(naturals)
    if spare >= 0:
        return _filled(naturals, weights, spare)
    if sum(minimums) > total_emu:
        level = _cap(total_emu, minimums, [0] * len(minimums), [1.0] * len(minimums))
        cut = _under(level, minimums, [0] * len(minimums), [1.0] * len(minimums))
        return _filled(cut, minimums, total_emu - sum(cut))
    cap = _cap(total_emu, naturals, minimums, weights)
    capped = _under(cap, naturals, minimums, weights)
    wanting = [natural - width for natural, width in zip(naturals, capped, strict=True)]
    return _filled(capped, wanting, total_emu - sum(capped))


def _cap(total: int, naturals: Sequence[int], minimums: Sequence[int], weights: Sequence[float]) -> float:
    """The highest width a unit of weight under which everything fits."""
    low, high = 0.0, float(max(naturals)) / min((weight for weight in weights if weight > 0), default=1.0)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_under(middle, naturals, minimums, weights)) <= total else (low, middle)
    return low


def _under(cap: float, naturals: Sequence[int], minimums: Sequence[int], weights: Sequence[float]) -> list[int]:
    columns = zip(naturals, minimums, weights, strict=True)
    return [max(least, min(natural, int(cap * weight))) for natural, least, weight in columns]


def _filled(widths: Sequence[int], weights: Sequence[float], spare: int) -> tuple[int, ...]:
    """Widths with the spare shared by weight, the rounding on the last."""
    whole = sum(weights) or 1
    shares = [width + int(spare * weight / whole) for width, weight in zip(widths, weights, strict=True)]
    shares[-1] += sum(widths) + spare - sum(shares)
    return tuple(shares)
