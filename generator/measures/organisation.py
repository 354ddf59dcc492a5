"""The client's organisation chart: who reports to whom among the people still there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.mapping import SharedContact
from generator.model.plan import SharedPlan

DEEPEST = 30
"""The depth beyond which a chart is flat: no organisation has so many levels, and no page shows them."""


@dataclass(frozen=True, slots=True)
class PersonNode:
    """A person and those who report to them, in the workbook's order; a root has depth 0."""

    contact: SharedContact
    reports: tuple[PersonNode, ...]
    depth: int

    def walk(self) -> Iterator[PersonNode]:
        """Yield this person, then everyone below, chief before reports; however deep the chart is."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.reports))


def organisation(plan: SharedPlan) -> tuple[PersonNode, ...]:
    """Return the trees of active people, roots in the workbook's order; every active person appears once.

    A person whose manager has left reports to the nearest manager still there; one without any is a root. A cycle is
    cut at its first person, who becomes a root. Nobody stands deeper than `DEEPEST`.
    """
    contacts = {contact.name: contact for contact in plan.contacts}
    active = [contact for contact in contacts.values() if contact.active]
    chiefs = {contact.name: _active_manager(contact, contacts) for contact in active}
    _cut_cycles(chiefs)
    reports: dict[str | None, list[SharedContact]] = {}
    for contact in active:
        reports.setdefault(chiefs[contact.name], []).append(contact)
    return _trees(reports)


def people_in_order(plan: SharedPlan) -> tuple[SharedContact, ...]:
    """Return the active people in the order of the organisation chart."""
    return tuple(node.contact for root in organisation(plan) for node in root.walk())


def _active_manager(contact: SharedContact, contacts: dict[str, SharedContact]) -> str | None:
    seen = {contact.name}
    name = contact.manager
    while name is not None and name not in seen:
        manager = contacts.get(name)
        if manager is None or manager.active:
            return None if manager is None else name
        seen.add(name)
        name = manager.manager
    return None


def _cut_cycles(chiefs: dict[str, str | None]) -> None:
    settled: set[str] = set()
    for start in chiefs:
        trail: dict[str, None] = {}
        name: str | None = start
        while name is not None and name not in settled and name not in trail:
            trail[name] = None
            name = chiefs[name]
        if name is not None and name in trail:
            chiefs[name] = None
        settled.update(trail)


def _trees(reports: dict[str | None, list[SharedContact]]) -> tuple[PersonNode, ...]:
    """Build the trees from the lowest level up: a chain of managers may be deeper than Python's stack.

    Whoever stands below the deepest level is put on it, under the same chief as their own chief.
    """
    below: dict[str | None, list[SharedContact]] = {}
    order: list[tuple[SharedContact, str | None, int]] = [(root, None, 0) for root in reports.get(None, ())]
    for contact, chief, depth in order:  # grows as it is walked
        below.setdefault(chief, []).append(contact)
        is_deepest = depth == DEEPEST
        above, level = (chief, depth) if is_deepest else (contact.name, depth + 1)
        order.extend((report, above, level) for report in reports.get(contact.name, ()))
    nodes: dict[str, PersonNode] = {}
    for contact, _, depth in reversed(order):
        own = tuple(nodes[report.name] for report in below.get(contact.name, ()))
        nodes[contact.name] = PersonNode(contact, own, depth)
    return tuple(nodes[root.name] for root in reports.get(None, ()))
