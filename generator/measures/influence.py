"""Who of the client's people weighs in a decision, and who is for us."""

from __future__ import annotations

from generator.model.choices import Attitude

KEY_INFLUENCE = 4
"""From which on, of 5, a person weighs."""
SUPPORTING = frozenset({Attitude.CHAMPION, Attitude.SUPPORTER})
WARY = frozenset({Attitude.RESERVED, Attitude.OPPONENT})
