"""What a series knows: its first value, its last, and those that have a point on the line."""

from __future__ import annotations

from generator.story.blocks.chart import Series


def last_known(series: Series) -> int | None:
    """The place of the last value."""
    return max((at for at, value in enumerate(series.values) if value is not None), default=None)


def first_known(series: Series) -> int | None:
    """The place of the first value."""
    return min((at for at, value in enumerate(series.values) if value is not None), default=None)


def marked(series: Series) -> tuple[int, ...]:
    """The values that have a point on the line: the labelled ones, and the last."""
    last = last_known(series)
    shown = {at for at, text in enumerate(series.labels) if text and series.values[at] is not None}
    return tuple(sorted(shown if last is None else {*shown, last}))
