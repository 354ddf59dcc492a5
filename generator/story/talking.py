"""What is said over a slide, part by part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What to point at, the likely objection and its answer, what to ask, what to minute; any part may be empty."""

    show: str = ""
    objection: str = ""
    answer: str = ""
    ask: str = ""
    minute: str = ""
