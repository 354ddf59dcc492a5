"""A way from a baseline to a target, as a bar shows it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Progress:
    """A bar from baseline to target: printed ends and current value.

    Shares of the way done and expected to date (0 to 1). What is signed or not has neither way nor ends but its
    target: ``state`` says in place of the bar where it stands.
    """

    baseline: str
    current: str
    target: str
    share: Decimal | None
    expected: Decimal | None
    share_text: str = ""
    expected_text: str = ""
    state: str = ""
