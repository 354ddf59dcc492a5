"""The sections that only the internal edition tells: words meant for them do not go to the client."""

from __future__ import annotations

INTERNAL_SECTIONS = frozenset(
    {"people", "decision-paths", "whitespace", "pipeline", "landscape", "coverage", "coherence"}
)
"""Keys of a Message's column Section; the tests hold them to the sections that the story tells."""
