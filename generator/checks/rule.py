"""A coherence rule: each family of them says in ``RULES`` which it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.checks.facts import Facts
from generator.checks.rests import Rests, nothing_computed
from generator.model.breach import Breach
from generator.model.field_path import FieldPath


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, the check that yields its breaches, its rank, and what beside the place of a breach would undo it.

    The lower the rank, the sooner it is told among those of a severity; no two rules share one. Its hundred is the
    matter: 1 what makes dates and charts impossible, 2 contracts about to be lost, 3 those who decide, and where,
    4 results off their course, 5 rhythm, 6 data that disagree, 7 good to know.

    ``own`` are other fields of the breach's row; ``rests`` are rows of any table.
    """

    code: str
    check: Callable[[Facts], Iterator[Breach]]
    rank: int
    rests: tuple[Rests, ...] = ()
    own: tuple[str, ...] = ()
    inputs: Callable[[Facts, FieldPath], tuple[Rests, ...]] = nothing_computed

    def is_sure(self, facts: Facts, item: Breach) -> bool:
        """Tell whether a breach stands whatever the cells hold that could not be read."""
        path = item.path
        fields = {path.field, *self.own}
        if path.key and any(facts.gaps.holds(path.table, path.key, field) for field in fields):
            return False
        return not any(rest.is_open(facts, path, item.args) for rest in (*self.rests, *self.inputs(facts, path)))
