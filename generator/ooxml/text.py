"""Text as XML can hold it: cleaned once, at the boundary, so that no writer has to think of it again."""

import re

# What XML 1.0 forbids (control characters but tab and line ends, lone surrogates, non-characters), and the two marks
# that turn all the letters after them round.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
_RETURNS = re.compile("\r\n?|[\v\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text with plain line feeds and without the characters an Office part cannot hold or a reader not follow."""
    return _FORBIDDEN.sub("", _RETURNS.sub("\n", text))
