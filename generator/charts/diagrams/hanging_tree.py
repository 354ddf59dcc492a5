"""How a forest of people is cut into sheets: chiefs side by side, their people hanging below them in columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.charts.diagrams.rows import paginate
from generator.story.blocks.people import OrgNode


@dataclass(frozen=True, slots=True)
class Room:
    """What a sheet holds: columns side by side, boxes in a column under a root, and in a column without one."""

    columns: int
    rows: int
    rows_without_root: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """A root on top, or none, and columns of branches below it, one or several a column."""

    root: OrgNode | None
    columns: tuple[tuple[OrgNode, ...], ...]

    @property
    def width(self) -> int:
        """How many columns it takes."""
        return max(1, len(self.columns))

    @property
    def people(self) -> tuple[OrgNode, ...]:
        """The people in it, the root first, then each column from top to bottom."""
        below = (node for column in self.columns for branch in column for node, _, _ in in_order(branch))
        return (*((self.root,) if self.root else ()), *below)

    @property
    def keys(self) -> frozenset[str]:
        """Their keys."""
        return frozenset(node.key for node in self.people)


Sheet = tuple[Cluster, ...]


def sheets(roots: tuple[OrgNode, ...], room: Room) -> tuple[Sheet, ...]:
    """The sheets of a forest, in reading order: a branch too large for a column gets its own place, its chief on top.

    What follows goes on the same sheet as long as there are columns left; nobody stands twice on a sheet.
    """
    if len(roots) == 1:
        return _joined(_rooted(roots[0], room), room)
    large = [root for root in roots if size(root) > room.rows_without_root]
    small = tuple(root for root in roots if size(root) <= room.rows_without_root)
    own = [cluster for root in large for cluster in _rooted(root, room)]
    return _joined((*own, *_flat(None, small, room, room.columns)), room)


def size(node: OrgNode) -> int:
    """How many boxes a branch has."""
    return 1 + sum(size(child) for child in node.children)


def depth(node: OrgNode) -> int:
    """How many levels a branch has below its chief."""
    return max((1 + depth(child) for child in node.children), default=0)


def in_order(node: OrgNode, level: int = 0) -> list[tuple[OrgNode, int, OrgNode | None]]:
    """The boxes of a branch from top to bottom: person, level, chief."""
    listed: list[tuple[OrgNode, int, OrgNode | None]] = [(node, level, None)]
    for child in node.children:
        below = in_order(child, level + 1)
        listed.extend((one, deep, chief or node) for one, deep, chief in below)
    return listed


def _rooted(root: OrgNode, room: Room, *, is_later: bool = False) -> tuple[Cluster, ...]:
    """A tree at large, then each of the branches it cuts off, in as few columns as hold it."""
    if not root.children:
        return (Cluster(root, ()),)
    shown = tuple(_top(child, room.rows) for child in root.children)
    cut_off = (one for child, top in zip(root.children, shown, strict=True) for one in _cut_off(child, top))
    fewest = len(paginate([size(one) for one in shown], room.rows))
    most = min(fewest, room.columns) if is_later else room.columns
    later = (cluster for chief in cut_off for cluster in _rooted(chief, room, is_later=True))
    return (*_flat(root, shown, room, most), *later)


def _top(chief: OrgNode, rows: int) -> OrgNode:
    """As many whole levels of a branch as go into a column."""
    tops = (_levels(chief, count) for count in range(depth(chief), -1, -1))
    return next((one for one in tops if size(one) <= rows), _levels(chief, 0))


def _levels(chief: OrgNode, count: int) -> OrgNode:
    """A branch with so many levels below its chief."""
    return replace(chief, children=tuple(_levels(child, count - 1) for child in chief.children) if count else ())


def _cut_off(whole: OrgNode, shown: OrgNode) -> Iterator[OrgNode]:
    """The chiefs whose people stand further on."""
    if whole.children and not shown.children:
        yield whole
    for child, top in zip(whole.children, shown.children, strict=False):
        yield from _cut_off(child, top)


def _flat(root: OrgNode | None, branches: tuple[OrgNode, ...], room: Room, most: int) -> tuple[Cluster, ...]:
    """Branches that each fit a column: one a column when there are few, packed otherwise."""
    if not branches:
        return ()
    if len(branches) <= most and (root or len(branches) <= 1 or any(branch.children for branch in branches)):
        return (Cluster(root, tuple((branch,) for branch in branches)),)
    columns = _packed(branches, room.rows if root else room.rows_without_root, most)
    count = -(-len(columns) // most)
    each, more = divmod(len(columns), count)
    dealt: list[Cluster] = []
    start = 0
    for at in range(count):
        stop = start + each + (at < more)
        dealt.append(Cluster(root, columns[start:stop]))
        start = stop
    return tuple(dealt)


def _packed(branches: tuple[OrgNode, ...], rows: int, most: int) -> tuple[tuple[OrgNode, ...], ...]:
    """Branches in columns of at most ``rows`` boxes, as low as ``most`` columns allow."""
    sizes = [size(branch) for branch in branches]
    low = next((limit for limit in range(max(sizes), rows) if len(paginate(sizes, limit)) <= most), rows)
    return tuple(tuple(branches[at] for at in column) for column in paginate(sizes, low))


def _joined(clusters: tuple[Cluster, ...], room: Room) -> tuple[Sheet, ...]:
    """As few sheets as their columns allow, as evenly filled as that number allows."""
    tries = [_filled(clusters, columns) for columns in range(1, room.columns + 1)]
    return next(one for one in tries if len(one) == len(tries[-1]))


def _filled(clusters: tuple[Cluster, ...], columns: int) -> tuple[Sheet, ...]:
    cut: list[list[Cluster]] = []
    for cluster in clusters:
        if cut and _goes(cut[-1], cluster, columns):
            cut[-1].append(cluster)
        else:
            cut.append([cluster])
    return tuple(map(tuple, cut))


def _goes(sheet: list[Cluster], cluster: Cluster, columns: int) -> bool:
    width = sum(one.width for one in sheet) + cluster.width
    return width <= columns and all(one.keys.isdisjoint(cluster.keys) for one in sheet)
