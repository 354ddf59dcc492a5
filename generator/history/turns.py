"""Who of the client's people turned towards us or away since the last plan, and whose weight changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.history.difference import RoleChange
from generator.measures.influence import WARMTH
from generator.model.mapping import Contact


@dataclass(frozen=True, slots=True)
class Turn:
    """A person before and after."""

    old: Contact
    new: Contact

    @property
    def warmth(self) -> int:
        """By how many degrees the attitude rose, below zero where it fell; none while either is not known."""
        if self.old.attitude is None or self.new.attitude is None:
            return 0
        return WARMTH[self.new.attitude] - WARMTH[self.old.attitude]

    @property
    def influence(self) -> int:
        """By how many levels the influence rose, below zero where it fell."""
        return (self.new.influence or 0) - (self.old.influence or 0) if self.old.influence and self.new.influence else 0


def turned_away(changes: Iterable[RoleChange]) -> tuple[Turn, ...]:
    """Return those whose attitude fell: the one who is most against us first, then the one who weighs most."""
    return tuple(sorted((turn for turn in _turns(changes) if turn.warmth < 0), key=_gravest))


def turned_towards(changes: Iterable[RoleChange]) -> tuple[Turn, ...]:
    """Return those whose attitude rose, the one who weighs most first."""
    risen = (turn for turn in _turns(changes) if turn.warmth > 0)
    return tuple(sorted(risen, key=lambda turn: (-(turn.new.influence or 0), -turn.warmth)))


def reweighed(changes: Iterable[RoleChange]) -> tuple[Turn, ...]:
    """Return those whose influence alone changed, the largest change first."""
    changed = (turn for turn in _turns(changes) if turn.influence and not turn.warmth)
    return tuple(sorted(changed, key=lambda turn: -abs(turn.influence)))


def _turns(changes: Iterable[RoleChange]) -> tuple[Turn, ...]:
    return tuple(
        Turn(one.old, one.new) for one in changes if isinstance(one.old, Contact) and isinstance(one.new, Contact)
    )


def _gravest(turn: Turn) -> tuple[int, int, int]:
    attitude = turn.new.attitude
    return (WARMTH[attitude] if attitude else 0, -(turn.new.influence or 0), turn.warmth)
