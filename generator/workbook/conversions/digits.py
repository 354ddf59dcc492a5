"""The numbers that digits and separators may stand for."""

from __future__ import annotations

import re
from decimal import Decimal

_GROUPED = re.compile(r"\d{1,3}(?:(\D)\d{3})(?:\1\d{3})*")


def readings(body: str) -> tuple[Decimal, ...]:
    """Return the numbers that digits and separators may stand for: none, one, or two when nobody can tell."""
    body = re.sub(r"\s+", " ", body.strip().replace("’", "'"))
    for space in (" ", "'"):
        if space in body:
            whole, mark, decimals = _split(body)
            if not _GROUPED.fullmatch(whole) or (mark and not decimals.isdigit()):
                return ()
            return (Decimal(f"{whole.replace(space, '')}.{decimals or 0}"),)
    return _separated(body)


def _split(body: str) -> tuple[str, str, str]:
    at = max(body.rfind("."), body.rfind(","))
    return (body[:at], body[at], body[at + 1 :]) if at >= 0 else (body, "", "")


def _separated(body: str) -> tuple[Decimal, ...]:
    whole, mark, decimals = _split(body)
    if not mark:
        return (Decimal(body),)
    other = "," if mark == "." else "."
    is_grouped = _GROUPED.fullmatch(body) is not None
    if body.count(mark) > 1:
        return (Decimal(body.replace(mark, "")),) if is_grouped and other not in body else ()
    if other in whole:
        return (Decimal(f"{whole.replace(other, '')}.{decimals}"),) if _GROUPED.fullmatch(whole) and decimals else ()
    as_decimal = Decimal(f"{whole or 0}.{decimals or 0}")
    if is_grouped and not whole.startswith("0"):
        return as_decimal, Decimal(whole + decimals)
    return (as_decimal,)
