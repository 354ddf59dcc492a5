"""From the numbers that Excel counts days with to dates, times and durations."""

from __future__ import annotations

from datetime import datetime, time, timedelta

_EPOCH_1900 = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LEAP_DAY_OF_1900 = 60  # Excel counts a 29 February 1900 that never was
_LAST = 2_958_466
_SECONDS_A_DAY = 86_400


def moment(serial: float, *, starts_in_1904: bool) -> datetime | time | None:
    """Return the date and time of a serial number, or a time of day below 1; None for what no date stands for."""
    if not 0 <= serial < _LAST:
        return None
    days = int(serial)
    rest = timedelta(seconds=round((serial - days) * _SECONDS_A_DAY))
    if serial < 1 and rest < timedelta(days=1):
        return (datetime.min + rest).time()
    if starts_in_1904:
        return _EPOCH_1904 + timedelta(days=days) + rest
    shift = 1 if days < _LEAP_DAY_OF_1900 else 0
    return _EPOCH_1900 + timedelta(days=days + shift) + rest


def duration(serial: float) -> timedelta | None:
    """Return the duration of a number of days; None beyond what dates can count."""
    return timedelta(seconds=round(serial * _SECONDS_A_DAY)) if abs(serial) < _LAST else None


def to_the_second(read: datetime) -> datetime:
    """Return a moment as Excel shows it: a hair before midnight is the next day."""
    return read.replace(microsecond=0) + timedelta(seconds=round(read.microsecond / 1_000_000))
