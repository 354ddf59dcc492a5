"""What number formats show beside the digits: units, thousands left out, percentages, zeros in front."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne

from generator.workbook.raw import Face

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]\-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]|[_*].'
    r"|(?P<digits>[0#?][0#?.,]*)|(?P<plain>.)",
    re.DOTALL,
)
_SECTIONS = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_COMPARE: dict[str, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}
_SIGNS = "()+-/:% "
_PLAIN = Face()
_MOST_ZEROS = 30

Condition = Callable[[float], bool]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a number format: when it holds, and what it shows of a number."""

    holds: Condition | None
    words: str
    thousands: int
    is_percent: bool
    pattern: str
    prefix: str

    def face(self, number: float) -> Face | None:
        """Return what it shows of a number; None when that is plain digits."""
        made = Face(self.words, self.thousands, self.is_percent, self._digits(number))
        return None if made == _PLAIN else made

    def _digits(self, number: float) -> str | None:
        """Return a number whose zeros in front, fixed decimals or prefix are part of what a person reads."""
        whole, _, decimals = self.pattern.partition(".")
        is_code = whole and set(whole) == {"0"} and set(decimals) <= {"0"} and len(self.pattern) <= _MOST_ZEROS
        if not is_code or self.is_percent or self.thousands or (self.pattern == "0" and not self.prefix):
            return None
        return f"{self.prefix}{abs(number):0{len(self.pattern)}.{len(decimals)}f}"


def sections(code: str) -> tuple[Section, ...]:
    """Return the parts of a number format in order; a text part, and what follows a fourth, is left out."""
    return tuple(_section(part) for part in _SECTIONS.findall(code)[:4] if part and "@" not in part)


def face(parts: tuple[Section, ...], number: float) -> Face | None:
    """Return what a number format shows of a number beside its digits; None when that is nothing."""
    if not parts:
        return None
    if any(part.holds for part in parts):
        chosen = next((part for part in parts if part.holds is None or part.holds(number)), parts[-1])
    else:
        at = 1 if number < 0 else 2 if number == 0 else 0
        chosen = parts[at if at < len(parts) else 0]
    return chosen.face(number)


def _section(code: str) -> Section:
    tokens = list(_TOKEN.finditer(code))
    condition = next((found for token in tokens if (found := _CONDITION.fullmatch(token["bracket"] or ""))), None)
    patterns = [token["digits"] for token in tokens if token["digits"]]
    is_counted = not any(token["plain"] in {"E", "e"} for token in tokens)
    pattern = "".join(patterns) if is_counted else ""
    first = next((at for at, token in enumerate(tokens) if token["digits"]), len(tokens))
    return Section(
        holds=None if condition is None else _holding(condition[1], float(condition[2])),
        words=" ".join(_words(tokens).split()).strip("()+-/: "),
        thousands=len(pattern) - len(pattern.rstrip(",")),
        is_percent=any(token["plain"] == "%" for token in tokens),
        pattern=pattern,
        prefix=_words(tokens[:first]).lstrip(),
    )


def _words(tokens: Iterable[re.Match[str]]) -> str:
    return "".join(map(_word, tokens))


def _word(token: re.Match[str]) -> str:
    literal = token["quoted"] or token["escaped"] or token["currency"]
    if literal:
        return literal
    plain = token["plain"] or " "
    return " " if plain in _SIGNS or (plain.isascii() and plain.isalpha()) else plain


def _holding(sign: str, bound: float) -> Condition:
    compare = _COMPARE[sign]
    return lambda number: compare(number, bound)
