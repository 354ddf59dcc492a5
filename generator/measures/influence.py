"""Who of the client's people weighs in a decision, and who is for us."""

from __future__ import annotations

from generator.model.choices import Attitude

KEY_INFLUENCE = 4
"""From which on, of 5, a person weighs."""
SUPPORTING = frozenset({Attitude.CHAMPION, Attitude.SUPPORTER})
WARY = frozenset({Attitude.RESERVED, Attitude.OPPONENT})
WARMTH = {attitude: degree for degree, attitude in enumerate(reversed(tuple(Attitude)))}
"""How much a person is for us, from 0 of an opponent: the closed list goes from the warmest to the coldest."""
