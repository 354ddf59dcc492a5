"""Numbers typed as text: the digits, the sign, and the words beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.workbook.conversions.digits import readings

_MINUS = "-−–‐‑﹣－"
_NUMBER = re.compile(r"(?P<head>[^\d]*?)(?P<body>\d[\d\s.,'’]*|[.,]\d+)(?P<tail>.*)", re.DOTALL)
_SIGN = re.compile(rf"[+{re.escape(_MINUS)}]")
_SLIPS = re.compile(r"(?<![^\W\d_])[\dOoIl|](?:[\dOoIl|\s.,]*[\dOoIl|])?(?![^\W\d_])")
_OUT_OF = re.compile(r"(\d[\d.,]*)\s*/\s*\d+")
_DIGITS_MEANT = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})


@dataclass(frozen=True, slots=True)
class Written:
    """A number as typed: what its digits may stand for, its sign applied, and the words before and behind it."""

    amounts: tuple[Decimal, ...]
    words: str
    digits: str
    is_in_parentheses: bool = False


def written(text: str) -> Written | None:
    """Return the only number of a text; None when it holds no number, or several."""
    inner = text.strip()
    is_in_parentheses = inner.startswith("(") and inner.endswith(")")
    match = _NUMBER.fullmatch(inner[1:-1].strip() if is_in_parentheses else inner)
    if match is None or any(char.isdigit() for char in match["tail"]):
        return None
    head, tail = match["head"], match["tail"].rstrip()
    before = _SIGN.findall(head)
    behind = tail[-1:] if tail[-1:] and tail[-1:] in _MINUS else ""
    if len(before) + len(behind) > 1:
        return None
    is_negative = is_in_parentheses or bool(behind) or any(sign in _MINUS for sign in before)
    amounts = tuple(-amount if is_negative else amount for amount in readings(match["body"]))
    words = f"{_SIGN.sub('', head)} {tail.removesuffix(behind) if behind else tail}".strip()
    return Written(amounts, words, match["body"].strip(" .,'’\n"), is_in_parentheses) if amounts else None


def mended(text: str) -> str | None:
    """Return a number with the letters typed for its digits put right, `12 5OO` as `12 500`; None without any."""
    if not any(char.isdigit() for char in text):
        return None
    meant = _SLIPS.sub(lambda match: match[0].translate(_DIGITS_MEANT), text)
    return meant if meant != text and written(meant) else None


def alone(text: str) -> str | None:
    """Return the digits of a text without what stands beside them, as of `~12 000` or `8/10`; None without a number."""
    out_of = _OUT_OF.fullmatch(text.strip())
    found = written(out_of[1] if out_of else text)
    return found.digits if found else None
