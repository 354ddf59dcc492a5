"""The client's organisation chart: who reports to whom among the people still there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.mapping import SharedContact
from generator.model.plan import SharedPlan

LEVELS = 12
"""How many levels of an organisation are drawn: the people below are counted and named elsewhere, not drawn."""


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
    """Return the trees of active people, `LEVELS` deep at most, roots in the workbook's order.

    A person whose manager has left reports to the nearest manager still there; one without any is a root. A cycle is
    cut at its first person, who becomes a root.
    """
    reports = _reports(plan)
    nodes: dict[str, PersonNode] = {}
    for contact, depth in reversed(_downwards(reports)):
        if depth < LEVELS:
            below = (nodes.get(report.name) for report in reports.get(contact.name, ()))
            nodes[contact.name] = PersonNode(contact, tuple(node for node in below if node), depth)
    return tuple(nodes[root.name] for root in reports.get(None, ()))


def people_in_order(plan: SharedPlan) -> tuple[SharedContact, ...]:
    """Return every active person once, chief before reports, in the order of the organisation chart."""
    return tuple(contact for contact, _ in _downwards(_reports(plan)))


def people_undrawn(plan: SharedPlan) -> tuple[SharedContact, ...]:
    """Return the active people who stand below the last level that is drawn."""
    return tuple(contact for contact, depth in _downwards(_reports(plan)) if depth >= LEVELS)


_Reports = dict[str | None, list[SharedContact]]


def _reports(plan: SharedPlan) -> _Reports:
    """Return who reports to whom among the active people, by the name of the chief; None for the roots."""
    contacts = {contact.name: contact for contact in plan.contacts}
    active = [contact for contact in contacts.values() if contact.active]
    chiefs = {contact.name: _active_manager(contact, contacts) for contact in active}
    _cut_cycles(chiefs)
    reports: _Reports = {}
    for contact in active:
        reports.setdefault(chiefs[contact.name], []).append(contact)
    return reports


def _downwards(reports: _Reports) -> list[tuple[SharedContact, int]]:
    """Return everyone with their depth, chief before reports: a chain of managers may be deeper than Python's stack."""
    listed: list[tuple[SharedContact, int]] = []
    waiting = [(root, 0) for root in reversed(reports.get(None, ()))]
    while waiting:
        contact, depth = waiting.pop()
        listed.append((contact, depth))
        waiting.extend((report, depth + 1) for report in reversed(reports.get(contact.name, ())))
    return listed


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
