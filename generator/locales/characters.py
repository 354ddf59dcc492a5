"""The characters of typography that a keyboard has no key for."""

NO_BREAK = "\u00a0"
NARROW = "\u202f"
HYPHEN = "\u2011"
MINUS = "\u2212"
APOSTROPHE = "\u2019"

SPACE = f"[ {NO_BREAK}{NARROW}]"
"""Any space of one line, as a pattern."""
