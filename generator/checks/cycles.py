"""R415: an organisation chart that goes round in circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.facts import Facts
from generator.checks.rule import Rule
from generator.model.breach import Breach, breach
from generator.model.field_path import FieldPath

ARROW = " → "


def circular_managers(facts: Facts) -> Iterator[Breach]:
    """R415: a person is their own manager, directly or through others."""
    yield from _breaches("contacts", "manager", {contact.name: contact.manager for contact in facts.plan.contacts})


def circular_entities(facts: Facts) -> Iterator[Breach]:
    """R415: an entity belongs to itself, directly or through others."""
    yield from _breaches("entities", "parent", {entity.name: entity.parent for entity in facts.plan.entities})


def _breaches(table: str, field: str, above: Mapping[str, str | None]) -> Iterator[Breach]:
    for cycle in _cycles(above):
        chain = ARROW.join((*cycle, cycle[0]))
        yield breach("R415", FieldPath(table, (cycle[0],), field), value=above[cycle[0]], chain=chain)


def _cycles(above: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    """Yield each circle once, from its first member in the table upwards."""
    settled: set[str] = set()
    for start in above:
        trail: dict[str, None] = {}
        name: str | None = start
        while name is not None and name not in settled and name not in trail:
            trail[name] = None
            name = above.get(name)
        if name is not None and name in trail:
            line = list(trail)
            yield tuple(line[line.index(name) :])
        settled.update(trail)


RULES = (
    Rule("R415", circular_managers, 110),
    Rule("R415", circular_entities, 115),
)
